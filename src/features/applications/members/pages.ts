import { sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import type { Deps } from '../../../deps.ts';
import { quoted } from '../../../lib/polish.ts';
import { type Answer, absent, trouble, view } from '../../../web/answer.ts';
import { type RawBody, rawText } from '../../../web/form.ts';
import type { Visit } from '../../../web/visit.ts';
import { sameAs } from '../../accounts/access.ts';
import { doorOfToken } from '../../accounts/doors.ts';
import { accountPaths } from '../../accounts/paths.ts';
import { rehearsalPaths } from '../../calls/rehearsal/paths.ts';
import { readRehearsal, rehearsingPeople } from '../../calls/rehearsal/queries.ts';
import { applicationPaths } from '../paths.ts';
import { findApplication } from '../queries.ts';
import { aboutOf } from '../texts/pages.ts';
import { invitationOf, listInvitations, listMembers } from './queries.ts';
import { memberNotes, pageTitles, rightNames, rightOptions } from './texts.ts';

/** Who belongs to an application and what each may do; for its leader the forms that change it. */
export function membersPage(deps: Deps, visit: Visit, raw: RawBody = {}): Answer {
  const head = findApplication(deps.db, visit.actor, visit.id());
  if (head === undefined || !head.isOwn) return absent;
  const isMine = (personId: number) =>
    deps.db.get(sql`select 1 from people where id = ${personId} and id in ${sameAs(visit.personId)}`) !== undefined;
  const members = listMembers(deps.db, head.id).map((one) => ({ ...one, isMine: isMine(one.personId) }));
  const leads = members.some(({ role, isMine }) => role === 'leader' && isMine);
  const title = deps.db.get<{ title: string }>(sql`select title from applications where id = ${head.id}`)?.title ?? '';
  return view('applications/members', pageTitles.members, {
    about: aboutOf(title),
    home: applicationPaths.showOf(head.id),
    leads,
    isConfirmed: visit.actor.kind === 'person' && visit.actor.confirmed,
    members: members.map(({ personId, name, email, role, may, isMine }) => ({
      ...{ name, may, isMine },
      email: email === name ? '' : email,
      note: role === 'leader' ? memberNotes.leader : memberNotes[may],
      isLeader: role === 'leader',
      mayLeave: isMine && role !== 'leader',
      change: applicationPaths.memberRightOf(head.id, personId),
      removal: applicationPaths.memberRemovalOf(head.id, personId),
      field: `may-${personId}`,
    })),
    invitations: listInvitations(deps.db, head.id).map(({ id, email, may, invitedAt }) => ({
      ...{ email, invitedAt, may: rightNames[may] },
      cancel: applicationPaths.invitationCancelOf(head.id, id),
    })),
    action: applicationPaths.membersOf(head.id),
    rehearsal: rehearsalNote(deps.db, head.callId, members),
    rights: rightOptions,
    typed: { email: rawText(raw, 'email'), may: rawText(raw, 'may') || 'edit' },
  });
}

/** Of a rehearsal, whose letters go nowhere: who may be invited, and where they read it. Null for a real call. */
function rehearsalNote(reader: Reader, callId: number, members: readonly { readonly email: string }[]) {
  if (readRehearsal(reader, callId) === undefined) return null;
  const others = rehearsingPeople(reader, callId).filter((one) => members.every(({ email }) => email !== one.email));
  const people = others.map(({ name, email }) => (name === '' ? `${email}` : `${name} (${email})`));
  return { people: people.join(', '), letters: rehearsalPaths.lettersOf(callId) };
}

/** What one is invited to, before accepting. */
export function invitationPage(deps: Deps, visit: Visit): Answer {
  const token = visit.param('token');
  const link = doorOfToken(deps.db, deps, 'member_invitation', token);
  if (!link.ok) return link.code === 'link_forged' ? absent : trouble('link_over');
  const invitation = invitationOf(deps.db, link.value.id);
  if (invitation === undefined) return trouble('link_over');
  return view('applications/invitation', pageTitles.invitation, {
    leader: invitation.leader,
    about: aboutOf(invitation.title),
    callTitle: quoted(invitation.callTitle),
    may: rightNames[invitation.may],
    email: invitation.email,
    action: accountPaths.invitationOf(token),
  });
}
