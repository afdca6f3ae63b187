import { type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import { type Actor, hasAnyRole } from '../../lib/actor.ts';
import { visibleTo as applicationVisibleTo, ownedBy } from '../applications/access.ts';
import type { InitiativeState } from './lifecycle.ts';

/**
 * Condition over the alias `i` of initiatives: the group behind the application, and staff who may read that application.
 * Judging it opens nothing here; being excluded from it closes it, in whatever role.
 */
export function visibleTo(actor: Actor): SQL {
  const reader =
    actor.kind === 'person' ? { ...actor, grants: actor.grants.filter(({ role }) => role !== 'juror') } : actor;
  return sql`i.application_id in (select a.id from applications a where ${applicationVisibleTo(reader)})`;
}

export function maySee(reader: Reader, actor: Actor, initiativeId: number): boolean {
  return (
    reader.get(sql`select 1 from initiatives i where i.id = ${initiativeId} and ${visibleTo(actor)}`) !== undefined
  );
}

/** Whether the actor belongs to the initiative's group. */
export function isOwn(reader: Reader, actor: Actor, initiativeId: number): boolean {
  if (actor.kind !== 'person') return false;
  const own = sql`select 1 from initiatives i join applications a on a.id = i.application_id where i.id = ${initiativeId} and ${ownedBy(actor.personId)}`;
  return reader.get(own) !== undefined;
}

/** Who reads accounting documents: a role held for the whole organisation. */
const settlementReaders = ['accountant', 'coordinator', 'director', 'inspector'] as const;

/** Whether the settlement of an initiative the actor sees is there to be opened: it begins with the realisation. */
export function seesSettlement(actor: Actor, state: InitiativeState): boolean {
  return (state === 'realisation' || state === 'settled') && hasAnyRole(actor, settlementReaders, null);
}
