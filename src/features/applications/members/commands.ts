import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/connection.ts';
import { applicationMembers, memberInvitations } from '../../../db/schema/applications.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import type { Actor } from '../../../lib/actor.ts';
import { normaliseEmail } from '../../../lib/identifiers.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { writeLetter } from '../../../mail/write.ts';
import { sameAs } from '../../accounts/access.ts';
import { createLink } from '../../accounts/links.ts';
import { ownerOf, readHost } from '../../accounts/queries.ts';
import { mayWriteTo } from '../../accounts/throttle.ts';
import { readCall } from '../../calls/queries.ts';
import { takesPartAt } from '../../calls/rehearsal/access.ts';
import { isOwn, type Right } from '../access.ts';
import { followMembers } from '../amendments/commands.ts';
import { type Draft, readDraft } from '../drafts.ts';
import { applicationPaths } from '../paths.ts';
import { aboutOf } from '../texts/pages.ts';
import { membersLetters } from './letters.ts';
import { listInvitations, listMembers } from './queries.ts';
import { rightNames } from './texts.ts';

/** People on one application, its leader included. */
export const mostMembers = 12;

/**
 * Writes to somebody who is to read, write or send along. Refuses 'absent', 'only_leader', 'address_not_confirmed' (nobody unproved writes to others),
 * 'already_member', 'not_rehearsing' (a letter of a rehearsal is read by those who play), 'too_many_members' (facts most), 'letters_for_this_hour'.
 */
export function inviteMember(
  deps: Deps,
  actor: Actor,
  { applicationId, email, may }: { readonly applicationId: number; readonly email: string; readonly may: Right },
): Result {
  return deps.db.write((tx) => {
    const led = ledBy(tx, actor, applicationId);
    if (!led.ok) return led;
    if (actor.kind !== 'person' || !actor.confirmed) return refused('address_not_confirmed');
    const address = normaliseEmail(email);
    const members = listMembers(tx, applicationId);
    const invited = listInvitations(tx, applicationId);
    const isKnown = members.some((one) => one.email === address) || invited.some((one) => one.email === address);
    if (isKnown) return refused('already_member', { field: 'email' });
    const call = readCall(tx, led.value.callId);
    if (call !== undefined && call.rehearsalOf !== null && !takesPartAt(tx, address, call.id))
      return refused('not_rehearsing', { field: 'email' });
    if (members.length + invited.length >= mostMembers)
      return refused('too_many_members', { facts: { most: mostMembers } });
    if (!mayWriteTo(tx, deps, address)) return refused('letters_for_this_hour', { field: 'email' });

    const owner = ownerOf(tx, address);
    const linkId = createLink(tx, deps, actor, {
      ...{ personId: owner?.personId ?? null, email: address, purpose: 'member_invitation', device: null },
      nextPath: applicationPaths.showOf(applicationId),
    });
    tx.orm
      .insert(memberInvitations)
      .values({ applicationId, email: address, may, linkId, invitedAt: deps.clock.now(), invitedBy: actor.personId })
      .run();
    note(tx, deps, actor, led.value, 'application.member_invited', { may });
    writeLetter(tx, deps, membersLetters.member_invitation, {
      to: { personId: owner?.personId ?? null, name: '', address },
      fields: {
        ...readHost(tx),
        leader: led.value.applicant.leaderName || actor.name,
        title: aboutOf(led.value.title),
        callTitle: call?.title ?? '',
        may: rightNames[may],
      },
      about: { kind: 'application', id: applicationId },
      uniqueKey: `member_invitation:${linkId}`,
      linkId,
    });
    return done();
  });
}

/** Takes an invitation back before it is accepted. Refuses 'absent', 'only_leader'. */
export function cancelInvitation(deps: Deps, actor: Actor, applicationId: number, invitationId: number): Result {
  return deps.db.write((tx) => {
    const led = ledBy(tx, actor, applicationId);
    if (!led.ok) return led;
    if (!listInvitations(tx, applicationId).some(({ id }) => id === invitationId)) return refused('absent');
    tx.orm
      .update(memberInvitations)
      .set({ cancelledAt: deps.clock.now() })
      .where(eq(memberInvitations.id, invitationId))
      .run();
    note(tx, deps, actor, led.value, 'application.invitation_cancelled', {});
    return done();
  });
}

/** Gives a co-author another right. Refuses 'absent', 'only_leader'. */
export function changeRight(
  deps: Deps,
  actor: Actor,
  { applicationId, personId, may }: { readonly applicationId: number; readonly personId: number; readonly may: Right },
): Result {
  return deps.db.write((tx) => {
    const led = ledBy(tx, actor, applicationId);
    if (!led.ok) return led;
    if (!hasCoAuthor(tx, applicationId, personId)) return refused('absent');
    tx.orm.update(applicationMembers).set({ may }).where(rowOf(applicationId, personId)).run();
    followMembers(tx, applicationId);
    note(tx, deps, actor, led.value, 'application.member_right_changed', { person: personId, may });
    return done();
  });
}

/** Takes a co-author off; a co-author may leave alone. What was written stays. Refuses 'absent', 'only_leader'. */
export function removeMember(deps: Deps, actor: Actor, applicationId: number, personId: number): Result {
  return deps.db.write((tx) => {
    const led = ledBy(tx, actor, applicationId, personId);
    if (!led.ok) return led;
    if (!hasCoAuthor(tx, applicationId, personId)) return refused('absent');
    tx.orm.delete(applicationMembers).where(rowOf(applicationId, personId)).run();
    followMembers(tx, applicationId);
    note(tx, deps, actor, led.value, 'application.member_removed', { person: personId });
    return done();
  });
}

function rowOf(applicationId: number, personId: number) {
  return and(eq(applicationMembers.applicationId, applicationId), eq(applicationMembers.personId, personId));
}

function hasCoAuthor(tx: Tx, applicationId: number, personId: number): boolean {
  return listMembers(tx, applicationId).some((one) => one.personId === personId && one.role === 'co_author');
}

/** The application, if the actor leads it, or is the very person it is about. A changed copy has the people of its application. */
function ledBy(tx: Tx, actor: Actor, applicationId: number, about?: number): Result<Draft> {
  const draft = readDraft(tx, applicationId);
  if (actor.kind !== 'person' || draft === undefined || !isOwn(tx, actor.personId, applicationId))
    return refused('absent');
  if (draft.amends !== null) return refused('absent');
  const isSelf =
    about !== undefined && tx.get(sql`select 1 from people where id = ${about} and id in ${sameAs(actor.personId)}`);
  const leads = sql`select 1 from application_members where application_id = ${applicationId} and role = 'leader'
    and person_id in ${sameAs(actor.personId)}`;
  return isSelf || tx.get(leads) !== undefined ? done(draft) : refused('only_leader');
}

/** The event of a change of people, in the transaction that makes it. */
export function note(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  { id, callId }: Pick<Draft, 'id' | 'callId'>,
  what: string,
  facts: Readonly<Record<string, string | number>>,
): void {
  record(tx, deps, actor, { what, subject: { kind: 'application', id }, callId, facts });
}
