import { eq, sql } from 'drizzle-orm';
import type { Reader, Tx } from '../../../db/connection.ts';
import { callStages, calls, rehearsalPeople } from '../../../db/schema/calls.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import { type Actor, hasRole } from '../../../lib/actor.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { grantRole } from '../../accounts/commands.ts';
import { createCall } from '../commands/create.ts';
import { announce } from '../commands/lifecycle.ts';
import { type Call, readCall } from '../queries.ts';
import { modelOf } from '../setup/copy.ts';
import { mayRehearse, takesPart } from './access.ts';
import { rehearsalOfToken } from './address.ts';
import { openRehearsalOf, readRehearsal } from './queries.ts';
import { currentStep, datesFrom, firstDates, nextStep, type RehearsalStep } from './steps.ts';

/**
 * Copies the call whole, with a code and numbers of its own, and announces the copy at once with dates that begin now; who started it takes part.
 * Returns the rehearsal's id. Refuses `absent` (not its coordinator, a rehearsal itself), `rehearsal_open`, `rehearsal_lacks` (facts count).
 */
export function startRehearsal(deps: Deps, actor: Actor, realCallId: number): Result<number> {
  return deps.db.write((tx): Result<number> => {
    const real = readCall(tx, realCallId);
    if (real === undefined || real.rehearsalOf !== null || actor.kind !== 'person') return refused('absent');
    if (!hasRole(actor, 'coordinator', realCallId)) return refused('absent');
    if (openRehearsalOf(tx, realCallId) !== undefined) return refused('rehearsal_open');
    const callId = copy(tx, deps, actor, real);
    const announced = announce(tx, deps, actor, callId);
    if (!announced.ok)
      return refused('rehearsal_lacks', { facts: { count: Object.keys(announced.fields ?? {}).length || 1 } });
    if (!hasRole(actor, 'coordinator', callId))
      grantRole(tx, deps, actor, { personId: actor.personId, role: 'coordinator', callId });
    addPerson(tx, deps, callId, actor.personId);
    record(tx, deps, actor, {
      what: 'rehearsal.started',
      subject: { kind: 'call', id: realCallId },
      callId: realCallId,
      facts: { rehearsal: callId },
    });
    return done(callId);
  });
}

/** Three people play the group, the jury and the library: with the real quorum no rehearsal would get past the meeting. */
const playedQuorum = 1;

function copy(tx: Tx, deps: Deps, actor: Actor & { kind: 'person' }, real: Call): number {
  const { categories, stages, ...model } = modelOf(tx, real);
  const lines = new Map(
    tx
      .all<{ code: string; lineId: number | null }>(
        sql`select code, budget_line_id as lineId from cost_categories where call_id = ${real.id}`,
      )
      .map(({ code, lineId }) => [code, lineId]),
  );
  return createCall(tx, deps, actor, {
    ...model,
    ...{ projectId: real.projectId, taskId: real.taskId, code: freeCode(tx, real.year) },
    ...{ rehearsalOf: real.id, rehearsalStartedBy: actor.personId, quorum: playedQuorum, cardsPerApplication: null },
    stages: firstDates(stages, deps.clock.now()),
    categories: categories.map(({ line: _, ...category }) => ({
      ...category,
      budgetLineId: lines.get(category.code) ?? null,
    })),
  });
}

/** PROBA, PROBA2, …: nobody takes a number of a rehearsal for a real one. A closed one keeps its code. */
function freeCode(reader: Reader, year: number): string {
  const { count } = reader.get<{ count: number }>(
    sql`select count(*) as count from calls where year = ${year} and code glob 'PROBA*'`,
  ) ?? { count: 0 };
  return count === 0 ? 'PROBA' : `PROBA${count + 1}`;
}

/** The step now going on ends and the next begins. Refuses `absent` and, when it changed meanwhile or there is none after it, `step_over`. */
export function moveRehearsalOn(deps: Deps, actor: Actor, callId: number, from: RehearsalStep): Result<RehearsalStep> {
  return deps.db.write((tx): Result<RehearsalStep> => {
    const call = readCall(tx, callId);
    if (call === undefined || !leads(tx, actor, callId)) return refused('absent');
    const now = deps.clock.now();
    const next = nextStep(from);
    if (next === undefined || currentStep(call.stages, now) !== from) return refused('step_over');
    for (const { id, startsAt, endsAt } of datesFrom(call.stages, next, now))
      tx.orm.update(callStages).set({ startsAt, endsAt }).where(eq(callStages.id, id)).run();
    tx.orm
      .update(calls)
      .set({ version: call.version + 1 })
      .where(eq(calls.id, callId))
      .run();
    record(tx, deps, actor, {
      what: 'rehearsal.moved_on',
      subject: { kind: 'call', id: callId },
      callId,
      from,
      to: next,
    });
    return done(next);
  });
}

/** Whoever was given the address comes in. Returns the rehearsal's id. Refuses `absent` for a forged address and once it is closed. */
export function joinRehearsal(deps: Deps, actor: Actor, token: string): Result<number> {
  return deps.db.write((tx): Result<number> => {
    const callId = rehearsalOfToken(deps.secret, token);
    const rehearsal = callId === undefined ? undefined : readRehearsal(tx, callId);
    if (rehearsal === undefined || rehearsal.closedAt !== null) return refused('absent');
    if (actor.kind !== 'person' || !actor.confirmed) return refused('absent');
    if (!takesPart(tx, actor.personId, rehearsal.id)) addPerson(tx, deps, rehearsal.id, actor.personId);
    return done(rehearsal.id);
  });
}

export const rehearsalRoles = ['director', 'accountant', 'coordinator'] as const;
export type RehearsalRole = (typeof rehearsalRoles)[number];

/**
 * Gives somebody who plays a role in this rehearsal alone: three people play what five do. It lapses when the rehearsal is closed. Refuses `absent` and,
 * for whoever does not play, `not_rehearsing`.
 */
export function givePart(
  deps: Deps,
  actor: Actor,
  callId: number,
  { personId, role }: { readonly personId: number; readonly role: RehearsalRole },
): Result {
  return deps.db.write((tx): Result => {
    if (!leads(tx, actor, callId)) return refused('absent');
    if (!takesPart(tx, personId, callId)) return refused('not_rehearsing', { field: 'personId' });
    grantRole(tx, deps, actor, { personId, role, callId });
    return done();
  });
}

function addPerson(tx: Tx, deps: Deps, callId: number, personId: number): void {
  tx.orm.insert(rehearsalPeople).values({ callId, personId, joinedAt: deps.clock.now() }).run();
}

/** Who moves a rehearsal on and closes it: a coordinator who may play it. */
export function leads(reader: Reader, actor: Actor, callId: number): boolean {
  const rehearsal = readRehearsal(reader, callId);
  if (rehearsal === undefined || !mayRehearse(reader, actor, callId)) return false;
  return hasRole(actor, 'coordinator', callId) || hasRole(actor, 'coordinator', rehearsal.realCallId);
}
