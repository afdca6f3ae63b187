import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Reader, Tx } from '../db/connection.ts';
import { events, eventTexts } from '../db/schema/history.ts';
import { type Actor, personIdOf } from '../lib/actor.ts';
import type { Clock } from '../lib/clock.ts';
import type { Random } from '../lib/random.ts';

export interface Subject {
  readonly kind: string;
  readonly id: number;
}

/** What happened, in ids, codes and amounts (grosze). Anything a person wrote goes to `text`, which may be erased later. */
export interface Happening {
  /** `<record>.<past participle>`, e.g. `application.submitted`. */
  readonly what: string;
  readonly subject: Subject;
  readonly callId?: number;
  readonly from?: string;
  readonly to?: string;
  readonly facts?: Readonly<Record<string, string | number | boolean | null>>;
  readonly text?: string;
}

const firstHash = '0'.repeat(64);

/** Appends one event to the chained history, in the transaction that caused it. Returns the event's id. */
export function record(tx: Tx, tools: { clock: Clock; random: Random }, actor: Actor, happening: Happening): number {
  const salt = tools.random.bytes(16).toString('hex');
  const row = {
    at: tools.clock.now(),
    actorKind: actor.kind,
    actorPersonId: personIdOf(actor),
    what: happening.what,
    subjectKind: happening.subject.kind,
    subjectId: happening.subject.id,
    callId: happening.callId ?? null,
    fromState: happening.from ?? null,
    toState: happening.to ?? null,
    facts: JSON.stringify(happening.facts ?? {}),
    textHash: happening.text === undefined ? null : sha256(salt + happening.text),
    previousHash: lastHash(tx),
  };
  const { id } = tx.orm
    .insert(events)
    .values({ ...row, hash: chainHash(row) })
    .returning({ id: events.id })
    .get();
  if (happening.text !== undefined)
    tx.orm.insert(eventTexts).values({ eventId: id, salt, content: happening.text }).run();
  return id;
}

type ChainedRow = Omit<typeof events.$inferSelect, 'id' | 'hash'>;

/** The hash of one event over its content and the hash before it. */
export function chainHash(row: ChainedRow): string {
  return sha256(
    JSON.stringify([
      row.previousHash,
      row.at,
      row.actorKind,
      row.actorPersonId,
      row.what,
      row.subjectKind,
      row.subjectId,
      row.callId,
      row.fromState,
      row.toState,
      row.facts,
      row.textHash,
    ]),
  );
}

function lastHash(reader: Reader): string {
  return reader.get<{ hash: string }>(sql`select hash from events order by id desc limit 1`)?.hash ?? firstHash;
}

/** Ids of events whose hash or link to the one before does not hold; empty when the chain is whole. */
export function brokenLinks(reader: Reader): number[] {
  let previous = firstHash;
  const broken: number[] = [];
  const rows = reader.all<ChainedRow & { id: number; hash: string }>(sql`
    select id, at, actor_kind as actorKind, actor_person_id as actorPersonId, what, subject_kind as subjectKind, subject_id as subjectId,
      call_id as callId, from_state as fromState, to_state as toState, facts, text_hash as textHash, previous_hash as previousHash, hash
    from events order by id`);
  for (const row of rows) {
    if (row.previousHash !== previous || chainHash(row) !== row.hash) broken.push(row.id);
    previous = row.hash;
  }
  return broken;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
