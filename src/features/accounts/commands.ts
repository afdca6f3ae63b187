import { eq, sql } from 'drizzle-orm';
import type { Reader, Tx } from '../../db/connection.ts';
import { people, roleGrants } from '../../db/schema/accounts.ts';
import type { Deps } from '../../deps.ts';
import { record } from '../../history/record.ts';
import { type Actor, personIdOf, type Role } from '../../lib/actor.ts';
import { normaliseEmail, normalisePhone } from '../../lib/identifiers.ts';
import { done, type Result, refused } from '../../lib/result.ts';
import { revokeSessionsOf } from '../../web/session.ts';
import { createLink } from './links.ts';
import { writeDoorLetter } from './post.ts';
import { mayAskFrom, mayWriteTo } from './throttle.ts';

/** Somebody who begins an application: no confirmed address yet, so no e-mail and no roles. Returns the person's id. */
export function createProvisionalPerson(tx: Tx, deps: Deps, person: { readonly email: string }): number {
  const { id } = tx.orm
    .insert(people)
    .values({ pendingEmail: normaliseEmail(person.email), createdAt: deps.clock.now() })
    .returning({ id: people.id })
    .get();
  record(tx, deps, { kind: 'visitor' }, { what: 'person.started', subject: { kind: 'person', id } });
  return id;
}

/**
 * Somebody for whom staff write: known by name, telephone and perhaps an address nobody has confirmed yet. Without one the person is written to on
 * paper. Returns the person's id.
 */
export function addPersonByStaff(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  { name, email, phone }: { readonly name: string; readonly email: string; readonly phone: string },
): number {
  const pendingEmail = email === '' ? null : normaliseEmail(email);
  const { id } = tx.orm
    .insert(people)
    .values({ name, phone: phone === '' ? '' : normalisePhone(phone), pendingEmail, createdAt: deps.clock.now() })
    .returning({ id: people.id })
    .get();
  record(tx, deps, actor, { what: 'person.added', subject: { kind: 'person', id } });
  return id;
}

/**
 * The person with this address, made when there is none; a closed account is opened again. The address counts as confirmed: staff vouch for it
 * and every way in goes through it. Returns the person's id.
 */
export function findOrAddPerson(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  person: { readonly name: string; readonly email: string },
): number {
  const email = normaliseEmail(person.email);
  const known = tx.get<{ id: number; name: string; closedAt: string | null }>(
    sql`select id, name, closed_at as closedAt from people where email = ${email}`,
  );
  if (known === undefined) {
    const now = deps.clock.now();
    const { id } = tx.orm
      .insert(people)
      .values({ name: person.name, email, confirmedAt: now, createdAt: now })
      .returning({ id: people.id })
      .get();
    record(tx, deps, actor, { what: 'person.added', subject: { kind: 'person', id } });
    return id;
  }
  if (known.name === '') tx.orm.update(people).set({ name: person.name }).where(eq(people.id, known.id)).run();
  if (known.closedAt !== null) reopenPerson(tx, deps, actor, known.id);
  return known.id;
}

export function reopenPerson(tx: Tx, deps: Deps, actor: Actor, personId: number): void {
  tx.orm.update(people).set({ closedAt: null }).where(eq(people.id, personId)).run();
  record(tx, deps, actor, {
    what: 'person.reopened',
    subject: { kind: 'person', id: personId },
    from: 'closed',
    to: 'open',
  });
}

export interface Grant {
  readonly personId: number;
  readonly role: Role;
  /** Null: for the whole organisation. */
  readonly callId: number | null;
}

/** Gives a role; whoever asks tells its holder. Held already: nothing happens. Returns the grant's id. */
export function grantRole(tx: Tx, deps: Deps, actor: Actor, grant: Grant): number {
  const held = heldGrant(tx, grant);
  if (held !== undefined) return held;
  const { id } = tx.orm
    .insert(roleGrants)
    .values({ ...grant, grantedAt: deps.clock.now(), grantedBy: personIdOf(actor) })
    .returning({ id: roleGrants.id })
    .get();
  recordGrant(tx, deps, actor, grant, 'role.granted');
  return id;
}

/** Takes a role away and ends the person's sessions. Refuses `role_not_held` and `last_administrator`. */
export function revokeRole(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  grant: Grant,
  { keepsSessions = false }: { readonly keepsSessions?: boolean } = {},
): Result {
  const held = heldGrant(tx, grant);
  if (held === undefined) return refused('role_not_held');
  if (isLastAdministrator(tx, grant)) return refused('last_administrator');
  tx.orm
    .update(roleGrants)
    .set({ revokedAt: deps.clock.now(), revokedBy: personIdOf(actor) })
    .where(eq(roleGrants.id, held))
    .run();
  recordGrant(tx, deps, actor, grant, 'role.revoked');
  if (!keepsSessions) revokeSessionsOf(tx, deps.clock, grant.personId);
  return done();
}

function heldGrant(reader: Reader, grant: Grant): number | undefined {
  return reader.get<{
    id: number;
  }>(sql`select id from role_grants where person_id = ${grant.personId} and role = ${grant.role}
    and call_id is ${grant.callId} and revoked_at is null`)?.id;
}

function isLastAdministrator(reader: Reader, grant: Grant): boolean {
  if (grant.role !== 'administrator' || grant.callId !== null) return false;
  const another = sql`select 1 from role_grants g join people p on p.id = g.person_id where g.role = 'administrator' and g.call_id is null
    and g.revoked_at is null and p.closed_at is null and g.person_id <> ${grant.personId}`;
  return reader.get(another) === undefined;
}

function recordGrant(tx: Tx, deps: Deps, actor: Actor, grant: Grant, what: 'role.granted' | 'role.revoked'): void {
  record(tx, deps, actor, {
    what,
    subject: { kind: 'person', id: grant.personId },
    facts: { role: grant.role },
    ...(grant.callId === null ? {} : { callId: grant.callId }),
  });
}

export interface AddressToConfirm {
  readonly personId: number;
  readonly email: string;
  /** Where the person goes once confirmed; a local path. */
  readonly nextPath: string;
  /** `visit.device`: the browser on which the code will work. */
  readonly device: string;
  /** `visit.network`: limits letters asked for from one place; left out where staff ask. */
  readonly network?: string;
}

/**
 * Notes the address a person claims and writes a letter there with a link and a code. Returns false, with no letter, when the address or the
 * network has had its letters for this hour; what was begun goes on and a letter may be asked for later.
 */
export function askToConfirm(tx: Tx, deps: Deps, asked: AddressToConfirm): boolean {
  const email = normaliseEmail(asked.email);
  tx.orm.update(people).set({ pendingEmail: email }).where(sql`id = ${asked.personId} and email is null`).run();
  if (asked.network !== undefined && !mayAskFrom(tx, deps, asked.network)) return false;
  if (!mayWriteTo(tx, deps, email)) return false;
  const actor: Actor = { kind: 'visitor' };
  const linkId = createLink(tx, deps, actor, { ...asked, email, purpose: 'confirm_address' });
  writeDoorLetter(tx, deps, 'confirm_address', { personId: asked.personId, email, linkId });
  return true;
}
