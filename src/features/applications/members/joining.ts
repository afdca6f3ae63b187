import { eq, sql } from 'drizzle-orm';
import { applicationMembers, memberInvitations } from '../../../db/schema/applications.ts';
import type { Deps } from '../../../deps.ts';
import type { Actor } from '../../../lib/actor.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { openSession } from '../../../web/session.ts';
import { sameAs } from '../../accounts/access.ts';
import { findOrAddPerson } from '../../accounts/commands.ts';
import { passDoor } from '../../accounts/doors.ts';
import { readActor } from '../../accounts/queries.ts';
import { followMembers } from '../amendments/commands.ts';
import { readDraft } from '../drafts.ts';
import { note } from './commands.ts';
import { invitationOf } from './queries.ts';

export interface Joined {
  readonly applicationId: number;
  /** A new session's token; undefined for who is signed in already, and for who holds a role: that needs a sign-in of its own. */
  readonly session: string | undefined;
  readonly isSignedIn: boolean;
}

/**
 * Whoever has the letter has the address: she joins under it, whoever sits at this browser. A door of two weeks lets nobody in who holds a role.
 * Refuses 'link_forged' and 'link_over' (used, taken back, the application gone).
 */
export function joinByLink(deps: Deps, actor: Actor, token: string, userAgent: string): Result<Joined> {
  return deps.db.write((tx) => {
    const link = passDoor(tx, deps, 'member_invitation', token);
    if (!link.ok) return link;
    const invitation = invitationOf(tx, link.value.id);
    const draft = invitation === undefined ? undefined : readDraft(tx, invitation.applicationId);
    if (invitation === undefined || draft === undefined) return refused('link_over');
    const personId = findOrAddPerson(tx, deps, actor, { name: '', email: invitation.email });
    const known = tx.get(
      sql`select 1 from application_members where application_id = ${draft.id} and person_id in ${sameAs(personId)}`,
    );
    if (known === undefined)
      tx.orm
        .insert(applicationMembers)
        .values({ applicationId: draft.id, personId, role: 'co_author', may: invitation.may })
        .run();
    followMembers(tx, draft.id);
    tx.orm
      .update(memberInvitations)
      .set({ acceptedAt: deps.clock.now(), acceptedBy: personId })
      .where(eq(memberInvitations.id, invitation.id))
      .run();
    const joined = readActor(tx, personId);
    if (joined?.kind !== 'person') return refused('link_over');
    note(tx, deps, joined, draft, 'application.member_joined', { may: invitation.may });
    const isSignedIn = actor.kind === 'person' && actor.personId === personId;
    const session = isSignedIn || joined.grants.length > 0 ? undefined : openSession(tx, deps, personId, userAgent);
    return done({ applicationId: draft.id, session, isSignedIn });
  });
}
