import { sql } from 'drizzle-orm';
import type { Reader, Tx } from '../../../db/connection.ts';
import type { Actor } from '../../../lib/actor.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { mayStep } from '../../../lib/transitions.ts';
import { allows, type Right, standingOf } from '../access.ts';
import { type Draft, readDraft } from '../drafts.ts';
import { type ApplicationAction, applicationLife } from '../lifecycle.ts';

export interface OpenApplication {
  readonly draft: Draft;
  /** Who acts. */
  readonly personId: number;
  /** Whose application it is. */
  readonly leaderId: number;
  /** Staff key it in for the leader. */
  readonly inNameOfLeader: boolean;
}

const needed: Readonly<Partial<Record<ApplicationAction, Right>>> = { write: 'edit' };

/**
 * The actor's own application, or the draft the actor keys in for its leader, if the action is open to it now. Refuses 'absent',
 * 'right_missing' (a co-author who may do less) and 'not_in_this_state'.
 */
export function ownFor(
  tx: Tx,
  actor: Actor,
  applicationId: number,
  action: ApplicationAction,
): Result<OpenApplication> {
  const standing = standingOf(tx, actor, applicationId);
  const draft = standing === undefined ? undefined : readDraft(tx, applicationId);
  if (actor.kind !== 'person' || standing === undefined || draft === undefined) return refused('absent');
  if (!allows(standing.right, needed[action] ?? 'submit')) return refused('right_missing');
  if (!mayStep(applicationLife, action, draft.state))
    return refused('not_in_this_state', { facts: { action, state: draft.state } });
  const { inNameOfLeader } = standing;
  return done({ draft, personId: actor.personId, leaderId: leaderOf(tx, applicationId), inNameOfLeader });
}

/** The leader, or the account the leader was merged into. */
export function leaderOf(reader: Reader, applicationId: number): number {
  const leader = reader.get<{ id: number }>(sql`select coalesce(p.merged_into_id, p.id) as id from application_members m
    join people p on p.id = m.person_id where m.application_id = ${applicationId} and m.role = 'leader'`);
  if (leader === undefined) throw new Error(`The application ${applicationId} has no leader`);
  return leader.id;
}
