import { eq, sql } from 'drizzle-orm';
import type { Reader, Tx } from '../../db/connection.ts';
import { people } from '../../db/schema/accounts.ts';
import type { Deps } from '../../deps.ts';
import { record } from '../../history/record.ts';
import { type Actor, personIdOf } from '../../lib/actor.ts';
import { done, type Result, refused } from '../../lib/result.ts';
import { revokeSessionsOf } from '../../web/session.ts';
import { findOrAddPerson, type Grant, grantRole, reopenPerson, revokeRole } from './commands.ts';
import { grantsHeldBy } from './people.ts';
import { writeInvitation } from './post.ts';

/** The person with this address, new or known. Returns her id and whether she was there before. */
export function addPerson(
  deps: Deps,
  actor: Actor,
  input: { readonly name: string; readonly email: string },
): { personId: number; known: boolean } {
  return deps.db.write((tx) => {
    const known = tx.get(sql`select 1 from people where email = ${input.email} and closed_at is null`) !== undefined;
    return { personId: findOrAddPerson(tx, deps, actor, input), known };
  });
}

/** Refuses `account_closed`, `address_unconfirmed`, `administrator_everywhere`, `role_held`. */
export function giveRole(deps: Deps, actor: Actor, grant: Grant): Result {
  return deps.db.write((tx) => {
    const person = standingOf(tx, grant.personId);
    if (person.closed) return refused('account_closed');
    if (!person.confirmed) return refused('address_unconfirmed');
    if (grant.role === 'administrator' && grant.callId !== null)
      return refused('administrator_everywhere', { field: 'scope' });
    if (grantsHeldBy(tx, grant.personId).some((held) => held.role === grant.role && held.callId === grant.callId))
      return refused('role_held', { field: 'role' });
    const id = grantRole(tx, deps, actor, grant);
    if (personIdOf(actor) !== grant.personId) writeInvitation(tx, deps, grant, id);
    return done();
  });
}

/** Takes one grant away. Refuses what `revokeRole` does. */
export function takeRole(deps: Deps, actor: Actor, grant: Grant): Result {
  return deps.db.write((tx) => revokeRole(tx, deps, actor, grant));
}

/** No way in any more: roles taken, sessions ended; what the person did stays. Refuses `account_closed`, `last_administrator`. */
export function closeAccount(deps: Deps, actor: Actor, personId: number): Result {
  return deps.db.write((tx) => {
    if (standingOf(tx, personId).closed) return refused('account_closed');
    for (const grant of grantsHeldBy(tx, personId)) {
      const taken = revokeRole(tx, deps, actor, { personId, role: grant.role, callId: grant.callId });
      if (!taken.ok) return taken;
    }
    tx.orm.update(people).set({ closedAt: deps.clock.now() }).where(eq(people.id, personId)).run();
    revokeSessionsOf(tx, deps.clock, personId);
    record(tx, deps, actor, {
      what: 'person.closed',
      subject: { kind: 'person', id: personId },
      from: 'open',
      to: 'closed',
    });
    return done();
  });
}

/** Opens a closed account again, without roles; an open one stays as it is. */
export function reopenAccount(deps: Deps, actor: Actor, personId: number): void {
  deps.db.write((tx: Tx) => {
    if (standingOf(tx, personId).closed) reopenPerson(tx, deps, actor, personId);
  });
}

function standingOf(reader: Reader, personId: number): { closed: boolean; confirmed: boolean } {
  const row = reader.get<{ email: string | null; closedAt: string | null }>(
    sql`select email, closed_at as closedAt from people where id = ${personId}`,
  );
  return { closed: row === undefined || row.closedAt !== null, confirmed: row !== undefined && row.email !== null };
}
