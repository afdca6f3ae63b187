import { type SQL, sql } from 'drizzle-orm';
import type { Reader, Tx } from '../db/connection.ts';
import { letterTries } from '../db/schema/mail.ts';
import type { Clock } from '../lib/clock.ts';
import type { Instant } from '../lib/days.ts';
import { type Outcome, postTroubles } from './refusal.ts';

/** Writes what came of a try; `said` are the server's words, already without what opens a door. */
export function noteTry(tx: Tx, clock: Clock, letterId: number, outcome: Outcome, said: string | null): void {
  tx.orm.insert(letterTries).values({ letterId, outcome, said, at: clock.now() }).run();
}

export interface Try {
  readonly outcome: Outcome;
  readonly said: string | null;
  readonly at: Instant;
}

/** The newest tries of a letter, newest first. */
export function latestTries(reader: Reader, letterId: number, limit: number): Try[] {
  return reader.all<Try>(
    sql`select outcome, said, at from letter_tries where letter_id = ${letterId} order by id desc limit ${limit}`,
  );
}

/** Since when an address is known not to exist; undefined while nobody said so, or once a later letter was taken. */
export function addressRefusedAt(reader: Reader, address: string): Instant | undefined {
  const last =
    reader.get<Try>(sql`select t.outcome, t.said, t.at from letter_tries t join letters l on l.id = t.letter_id
    where l.to_address = ${address} and t.outcome in ('address', 'taken') order by t.id desc limit 1`);
  return last?.outcome === 'address' ? last.at : undefined;
}

export interface RefusedAddress {
  readonly name: string;
  readonly address: string;
  readonly at: Instant;
}

/** Addresses refused for good by their last answer, the newest first; `which` is a condition over the alias `l` of letters. */
export function refusedAddresses(reader: Reader, which: SQL): RefusedAddress[] {
  return reader.all<RefusedAddress>(sql`
    select name, address, at from (
      select l.to_name as name, l.to_address as address, t.at, t.outcome, t.id, max(t.id) over (partition by l.to_address) as last, (${which}) as isOpen
      from letter_tries t join letters l on l.id = t.letter_id where t.outcome in ('address', 'taken'))
    where id = last and outcome = 'address' and isOpen order by id desc`);
}

/** A try that says what is wrong with the post as a whole. */
export type TroubledTry = Try & { readonly outcome: (typeof postTroubles)[number] };

/** What is wrong with the post as a whole, if the last try of all says so. */
export function postTrouble(reader: Reader): TroubledTry | undefined {
  const last = reader.get<Try>(sql`select outcome, said, at from letter_tries order by id desc limit 1`);
  return last !== undefined && isTroubled(last) ? last : undefined;
}

function isTroubled(one: Try): one is TroubledTry {
  return (postTroubles as readonly Outcome[]).includes(one.outcome);
}
