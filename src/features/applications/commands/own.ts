import { sql } from 'drizzle-orm';
import type { Reader, Tx } from '../../../db/connection.ts';
import type { Actor } from '../../../lib/actor.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { mayStep } from '../../../lib/transitions.ts';
import { allows, amendsInName, type Right, type Standing, standingOf } from '../access.ts';
import { isSectionOpen } from '../corrections/policy.ts';
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

const needed: Readonly<Partial<Record<ApplicationAction, Right>>> = { write: 'edit', amend: 'edit' };

/**
 * The actor's own application, or the draft the actor keys in for its leader, if the action is open to it now. Refuses 'absent',
 * 'right_missing' (a co-author who may do less), 'not_in_this_state', 'amendment_over' (a copy that was sent, set aside or came too late).
 */
export function ownFor(
  tx: Tx,
  actor: Actor,
  applicationId: number,
  action: ApplicationAction,
): Result<OpenApplication> {
  const standing =
    standingOf(tx, actor, applicationId) ?? (action === 'amend' ? inName(tx, actor, applicationId) : undefined);
  const draft = standing === undefined ? undefined : readDraft(tx, applicationId);
  if (actor.kind !== 'person' || standing === undefined || draft === undefined) return refused('absent');
  if (!allows(standing.right, needed[action] ?? 'submit')) return refused('right_missing');
  if (!mayStep(applicationLife, action, draft.state))
    return refused('not_in_this_state', { facts: { action, state: draft.state } });
  if (draft.amends?.isOpen === false) return refused('amendment_over');
  const { inNameOfLeader } = standing;
  return done({ draft, personId: actor.personId, leaderId: leaderOf(tx, applicationId), inNameOfLeader });
}

/** As `ownFor` to write in one section. Refuses also 'section_not_open': one that the library did not ask to correct. */
export function ownSection(tx: Tx, actor: Actor, applicationId: number, section: string): Result<OpenApplication> {
  const own = ownFor(tx, actor, applicationId, 'write');
  if (!own.ok) return own;
  return isSectionOpen(own.value.draft.amends?.correction ?? null, section) ? own : refused('section_not_open');
}

function inName(tx: Tx, actor: Actor, applicationId: number): Standing | undefined {
  return amendsInName(tx, actor, applicationId) ? { right: 'submit', inNameOfLeader: true } : undefined;
}

/** The leader, or the account the leader was merged into. */
export function leaderOf(reader: Reader, applicationId: number): number {
  const leader = reader.get<{ id: number }>(sql`select coalesce(p.merged_into_id, p.id) as id from application_members m
    join people p on p.id = m.person_id where m.application_id = ${applicationId} and m.role = 'leader'`);
  if (leader === undefined) throw new Error(`The application ${applicationId} has no leader`);
  return leader.id;
}
