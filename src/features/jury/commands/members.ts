import { eq, sql } from 'drizzle-orm';
import type { Reader, Tx } from '../../../db/connection.ts';
import { juryMembers } from '../../../db/schema/jury.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import { type Actor, hasRole } from '../../../lib/actor.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { writeLetter } from '../../../mail/write.ts';
import { findOrAddPerson, grantRole, revokeRole } from '../../accounts/commands.ts';
import { type Call, readCall } from '../../calls/queries.ts';
import { takesPartAt } from '../../calls/rehearsal/access.ts';
import { whenOf } from '../../calls/stage-event.ts';
import { stageOf } from '../../calls/stages.ts';
import { readOrganisation } from '../../organisation/queries.ts';
import { seesNames } from '../blind/heads.ts';
import { juryLetters, meetingTitle } from '../letters.ts';
import { juryPaths } from '../paths.ts';
import type { JuryFunction } from '../policy.ts';
import { hasMet, membersOf } from '../queries.ts';
import { functionNames, partTexts } from '../texts.ts';

export interface Appointment {
  readonly callId: number;
  readonly name: string;
  readonly email: string;
  readonly function: JuryFunction;
  /** Whom the member speaks for, e.g. the county or a partner; may be ''. */
  readonly represents: string;
}

/**
 * Seats a person on the call's jury, with the role and an invitation. Returns the member's id. Refuses `absent`,
 * `jury_has_met`, `chair_taken`, `already_member`, in a rehearsal `not_rehearsing`; in a
 * call judged without names `sees_names` for whoever reads its applications in another role.
 */
export function appointMember(deps: Deps, actor: Actor, appointment: Appointment): Result<number> {
  const { callId } = appointment;
  return deps.db.write((tx) => {
    const call = readCall(tx, callId);
    if (call === undefined || !hasRole(actor, 'coordinator', callId)) return refused('absent');
    if (hasMet(tx, callId)) return refused('jury_has_met');
    const isChairTaken = membersOf(tx, callId).some((member) => member.function === 'chair');
    if (appointment.function === 'chair' && isChairTaken) return refused('chair_taken', { field: 'function' });
    // Nobody from outside is drawn into a rehearsal, and no account is made for its sake.
    if (call.rehearsalOf !== null && !takesPartAt(tx, appointment.email, callId))
      return refused('not_rehearsing', { field: 'email' });
    const personId = findOrAddPerson(tx, deps, actor, appointment);
    // A rehearsal is played by the few who are there.
    if (call.blindReview === 1 && call.rehearsalOf === null && seesNames(tx, personId, callId))
      return refused('sees_names', { field: 'email' });
    if (membersOf(tx, callId).some((member) => member.personId === personId))
      return refused('already_member', { field: 'email' });

    grantRole(tx, deps, actor, { personId, role: 'juror', callId });
    const { id } = tx.orm
      .insert(juryMembers)
      .values({
        callId,
        personId,
        function: appointment.function,
        represents: appointment.represents,
        appointedAt: deps.clock.now(),
      })
      .returning({ id: juryMembers.id })
      .get();
    record(tx, deps, actor, {
      what: 'jury.member_appointed',
      subject: { kind: 'jury_member', id },
      callId,
      facts: { person: personId, function: appointment.function },
    });
    invite(tx, deps, call, id);
    return done(id);
  });
}

function invite(tx: Tx, deps: Deps, call: Call, memberId: number): void {
  const member = tx.get<{ personId: number; name: string; email: string; function: JuryFunction }>(sql`
    select p.id as personId, p.name, p.email, m.function from jury_members m join people p on p.id = m.person_id where m.id = ${memberId}`);
  if (member === undefined) return;
  const organisation = readOrganisation(tx);
  const meeting = stageOf(call.stages, 'jury_meeting');
  // In reserve nobody is asked to the meeting before being called up.
  const when = member.function === 'reserve' ? undefined : whenOf(meeting, deps.clock.now());
  writeLetter(tx, deps, juryLetters.jury_invitation, {
    to: { personId: member.personId, name: member.name, address: member.email },
    fields: {
      organisationName: organisation.name,
      organisationPhone: organisation.phone,
      callTitle: call.title,
      functionName: functionNames[member.function],
      part: partTexts[member.function],
      declarationAddress: deps.publicUrl + juryPaths.declarationOf(call.id),
    },
    about: { kind: 'jury_member', id: memberId },
    uniqueKey: `jury_invitation:${memberId}`,
    event: when && {
      title: meetingTitle(call.title),
      when,
      place: meeting?.place ?? '',
      url: deps.publicUrl + juryPaths.declarationOf(call.id),
    },
  });
}

/** Takes a member off who has declared nothing yet. Refuses `absent`, `jury_has_met`, `already_declared`. */
export function removeMember(
  deps: Deps,
  actor: Actor,
  { callId, memberId }: { callId: number; memberId: number },
): Result {
  return deps.db.write((tx) => {
    const member = findMember(tx, callId, memberId);
    if (member === undefined || !hasRole(actor, 'coordinator', callId)) return refused('absent');
    if (hasMet(tx, callId)) return refused('jury_has_met');
    if (member.declaredAt !== null) return refused('already_declared');
    tx.orm.update(juryMembers).set({ removedAt: deps.clock.now() }).where(eq(juryMembers.id, memberId)).run();
    record(tx, deps, actor, {
      what: 'jury.member_removed',
      subject: { kind: 'jury_member', id: memberId },
      callId,
      facts: { person: member.personId },
    });
    const taken = revokeRole(tx, deps, actor, { personId: member.personId, role: 'juror', callId });
    // An administrator may have taken the role before.
    return taken.ok || taken.code === 'role_not_held' ? done() : taken;
  });
}

function findMember(reader: Reader, callId: number, memberId: number) {
  return membersOf(reader, callId).find((member) => member.memberId === memberId);
}
