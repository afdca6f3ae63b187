import { eq, sql } from 'drizzle-orm';
import type { Reader, Tx } from '../../db/connection.ts';
import { people } from '../../db/schema/accounts.ts';
import type { Deps } from '../../deps.ts';
import { record } from '../../history/record.ts';
import type { Actor } from '../../lib/actor.ts';
import { done, type Result, refused } from '../../lib/result.ts';
import { revokeSessionsOf } from '../../web/session.ts';
import type { Link } from './links.ts';
import { readActor } from './queries.ts';

interface Person {
  readonly id: number;
  readonly email: string | null;
  readonly pendingEmail: string | null;
  readonly mergedIntoId: number | null;
}

function readPerson(reader: Reader, id: number | null): Person | undefined {
  return reader.get<Person>(
    sql`select id, email, pending_email as pendingEmail, merged_into_id as mergedIntoId from people where id = ${id}`,
  );
}

/**
 * The link's address proved: it becomes the person's, or, when another person has it, the two become one. Returns the id of whoever has the address
 * now. Every session begun before the proof ends: whoever typed the address first need not be its owner. Refuses `link_over` when the person has
 * given another address since.
 */
export function confirmAddress(tx: Tx, deps: Deps, link: Link): Result<number> {
  const asked = readPerson(tx, link.personId);
  const person = asked?.mergedIntoId == null ? asked : readPerson(tx, asked.mergedIntoId);
  if (person?.email === link.email) return done(person.id);
  if (person === undefined || person.email !== null || person.pendingEmail !== link.email) return refused('link_over');
  const owner = tx.get<{ id: number }>(sql`select id from people where email = ${link.email}`);
  if (owner !== undefined) {
    merge(tx, deps, person.id, owner.id);
    return done(owner.id);
  }
  tx.orm
    .update(people)
    .set({ email: link.email, confirmedAt: deps.clock.now(), pendingEmail: null })
    .where(eq(people.id, person.id))
    .run();
  revokeSessionsOf(tx, deps.clock, person.id);
  recordBy(tx, deps, person.id, {
    what: 'person.confirmed',
    subject: { kind: 'person', id: person.id },
    from: 'provisional',
    to: 'confirmed',
  });
  return done(person.id);
}

/** Somebody who began an application in this browser and then signed in with the very address she gave: her draft goes with her. */
export function mergeBeginner(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  into: { readonly id: number; readonly email: string },
): void {
  if (actor.kind !== 'person' || actor.confirmed || actor.personId === into.id) return;
  const beginner = readPerson(tx, actor.personId);
  if (beginner?.email === null && beginner.mergedIntoId === null && beginner.pendingEmail === into.email)
    merge(tx, deps, beginner.id, into.id);
}

/** Old rows keep the id they were written with; `sameAs` and `readActor` follow it. */
function merge(tx: Tx, deps: Deps, fromId: number, intoId: number): void {
  tx.orm.update(people).set({ mergedIntoId: intoId, pendingEmail: null }).where(eq(people.id, fromId)).run();
  revokeSessionsOf(tx, deps.clock, fromId);
  recordBy(tx, deps, intoId, {
    what: 'person.merged',
    subject: { kind: 'person', id: fromId },
    facts: { into: intoId },
  });
}

function recordBy(tx: Tx, deps: Deps, personId: number, happening: Parameters<typeof record>[3]): void {
  record(tx, deps, readActor(tx, personId) ?? { kind: 'visitor' }, happening);
}
