import { sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import type { FileAccess } from '../../../files/records.ts';
import { type Actor, hasRole } from '../../../lib/actor.ts';
import { allows, signaturesVisibleTo, standingOf } from '../access.ts';
import { amendedBy, standingFor } from '../amendments/copies.ts';
import type { GuardianFacts } from './queries.ts';

/** What somebody may do about a guardian's consent: read of it, ask for it, write down what was said at the desk. */
export interface GuardianRights {
  /** Of the group, in its own name. */
  readonly isOwn: boolean;
  readonly mayAsk: boolean;
  readonly mayRecord: boolean;
}

const openStates: readonly GuardianFacts['state'][] = ['draft', 'submitted', 'accepted'];

/**
 * Undefined for whoever may not know of it: it is the group's, whoever's who keys the draft in, and once it is sent of the staff who read it; never of jurors.
 * Staff write down in the call where they coordinate, never of their own application. In a change that is over nobody says anything more.
 */
export function guardianRights(reader: Reader, actor: Actor, facts: GuardianFacts): GuardianRights | undefined {
  const { applicationId, callId, state } = facts;
  const visible = sql`select 1 from applications a where a.id = ${applicationId} and ${signaturesVisibleTo(actor)}`;
  if (reader.get(visible) === undefined) return undefined;
  const standing = standingOf(reader, actor, applicationId);
  const isOwn = standing !== undefined && !standing.inNameOfLeader;
  const isOpen = openStates.includes(state) && amendedBy(reader, applicationId)?.isOpen !== false;
  const mayRecord = isOpen && !isOwn && hasRole(actor, 'coordinator', callId);
  return { isOwn, mayRecord, mayAsk: mayRecord || (isOpen && isOwn && allows(standing.right, 'edit')) };
}

/** Sheets to sign and scans of signed ones. */
export const guardianFiles: FileAccess = {
  guardian_sheet: (reader, actor, id) =>
    reader.get(sql`select 1 from applications a where a.id = ${id} and ${signaturesVisibleTo(actor)}`) !== undefined,
  guardian_consent: (reader, actor, id) =>
    reader.get(sql`select 1 from guardian_consents g join applications a on a.id = ${standingFor(sql`g.application_id`)}
      where g.id = ${id} and ${signaturesVisibleTo(actor)}`) !== undefined,
};
