import { sql } from 'drizzle-orm';
import type { Tx } from '../../../db/connection.ts';
import { budgetEntries } from '../../../db/schema/budgets.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import { type Actor, personIdOf } from '../../../lib/actor.ts';
import { type Grosze, grosze, sum } from '../../../lib/money.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { findLine, leftOnLine } from '../queries.ts';
import { lineLabel } from '../texts.ts';

export interface LineSum {
  readonly lineId: number;
  readonly amount: Grosze;
}

export interface Holding {
  readonly initiativeId: number;
  readonly lines: readonly LineSum[];
  /** For the reader of the journal, e.g. a publication's or an agreement's number. */
  readonly reason: string;
}

type Kind = 'reservation' | 'commitment';

/** Sets money aside for a published award; for one of a rehearsal nothing. Refuses `line_overdrawn` (facts line, left, wanted), `line_unknown`. */
export function reserve(tx: Tx, deps: Deps, actor: Actor, holding: Holding): Result {
  return hold(tx, deps, actor, 'reservation', holding);
}

/** Binds money by a signed agreement; release the initiative's reservation before. Refuses as `reserve` does. */
export function commit(tx: Tx, deps: Deps, actor: Actor, holding: Holding): Result {
  return hold(tx, deps, actor, 'commitment', holding);
}

function hold(tx: Tx, deps: Deps, actor: Actor, kind: Kind, holding: Holding): Result {
  if (isRehearsed(tx, holding.initiativeId)) return done();
  const lines = byLine(holding.lines);
  for (const { lineId, amount } of lines) {
    const line = findLine(tx, lineId);
    if (line === undefined) return refused('line_unknown');
    const left = leftOnLine(tx, lineId);
    if (amount > left) return refused('line_overdrawn', { facts: { line: lineLabel(line), left, wanted: amount } });
  }
  for (const { lineId, amount } of lines)
    write(tx, deps, actor, { kind, lineId, amount, ...holding, reversesId: null });
  note(
    tx,
    deps,
    actor,
    kind === 'reservation' ? 'budget.reserved' : 'budget.committed',
    holding,
    sum(lines.map((line) => line.amount)),
  );
  return done();
}

/** Nothing stands in the budget for what is only played; its steps go on as if it did. */
function isRehearsed(tx: Tx, initiativeId: number): boolean {
  const played = sql`select 1 from initiatives where id = ${initiativeId} and call_id not in (select id from real_calls)`;
  return tx.get(played) !== undefined;
}

/** Several cost lines may fall on one budget line; nothing is written for an amount of nought. */
function byLine(lines: readonly LineSum[]): LineSum[] {
  const totals = new Map<number, number>();
  for (const { lineId, amount } of lines) totals.set(lineId, (totals.get(lineId) ?? 0) + amount);
  return [...totals].filter(([, amount]) => amount > 0).map(([lineId, amount]) => ({ lineId, amount: grosze(amount) }));
}

interface Release {
  readonly initiativeId: number;
  readonly reason: string;
}

/** Undoes every reservation of the initiative that still stands. Returns their sum. */
export function releaseReservations(tx: Tx, deps: Deps, actor: Actor, release: Release): Grosze {
  return undo(tx, deps, actor, 'reservation', release);
}

/** Undoes every commitment of the initiative that still stands; what its documents used stays as owed or spent. */
export function releaseCommitments(tx: Tx, deps: Deps, actor: Actor, release: Release): Grosze {
  return undo(tx, deps, actor, 'commitment', release);
}

function undo(tx: Tx, deps: Deps, actor: Actor, kind: Kind, release: Release): Grosze {
  const standing = tx.all<{ id: number; lineId: number; amount: number }>(sql`
    select e.id, e.line_id as lineId, e.amount_grosze as amount from budget_entries e
    where e.kind = ${kind} and e.initiative_id = ${release.initiativeId} and e.reverses_id is null
      and not exists (select 1 from budget_entries r where r.reverses_id = e.id) order by e.id`);
  for (const { id, lineId, amount } of standing) {
    write(tx, deps, actor, { kind, lineId, amount: grosze(-amount), ...release, reversesId: id });
  }
  const released = grosze(standing.reduce((total, entry) => total + entry.amount, 0));
  if (standing.length > 0) {
    const what = kind === 'reservation' ? 'budget.reservation_released' : 'budget.commitment_released';
    note(tx, deps, actor, what, release, released);
  }
  return released;
}

interface Entry {
  readonly kind: Kind;
  readonly lineId: number;
  readonly initiativeId: number;
  readonly amount: Grosze;
  readonly reason: string;
  readonly reversesId: number | null;
}

function write(tx: Tx, deps: Deps, actor: Actor, entry: Entry): void {
  const { kind, lineId, initiativeId, reason, reversesId } = entry;
  const row = { kind, lineId, initiativeId, reason, reversesId, amountGrosze: entry.amount };
  tx.orm
    .insert(budgetEntries)
    .values({ ...row, at: deps.clock.now(), byPersonId: personIdOf(actor) })
    .run();
}

function note(tx: Tx, deps: Deps, actor: Actor, what: string, about: Release, total: Grosze): void {
  const initiative = tx.get<{ callId: number }>(
    sql`select call_id as callId from initiatives where id = ${about.initiativeId}`,
  );
  record(tx, deps, actor, {
    what,
    subject: { kind: 'initiative', id: about.initiativeId },
    ...(initiative === undefined ? {} : { callId: initiative.callId }),
    facts: { amount: total },
    text: about.reason,
  });
}
