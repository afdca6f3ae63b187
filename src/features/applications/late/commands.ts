import { eq } from 'drizzle-orm';
import type { Tx } from '../../../db/connection.ts';
import { lateLinks, lateSubmissions } from '../../../db/schema/applications.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import { type Actor, hasRole } from '../../../lib/actor.ts';
import type { Instant } from '../../../lib/days.ts';
import { normaliseEmail } from '../../../lib/identifiers.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { writeLetter } from '../../../mail/write.ts';
import { findOrAddPerson } from '../../accounts/commands.ts';
import { rulesSubject } from '../../calls/access.ts';
import { type Call, hasResults, readCall } from '../../calls/queries.ts';
import { takesPartAt } from '../../calls/rehearsal/access.ts';
import { submissionWindow } from '../../calls/stages.ts';
import { untilText } from '../../calls/texts.ts';
import { readOrganisation } from '../../organisation/queries.ts';
import { lateLetters } from './letters.ts';
import { readLateLink } from './links.ts';
import { latePaths } from './paths.ts';

export interface NewLateLink {
  readonly callId: number;
  readonly name: string;
  readonly email: string;
  readonly untilAt: Instant;
  readonly reason: string;
}

/**
 * The coordinator lets one person submit after the deadline, with a reason that stays beside the application, and writes to that person. Refuses
 * 'absent', 'call_not_announced', 'until_over', 'until_before_deadline' (facts closesAt), 'results_stand', in a rehearsal 'not_rehearsing'.
 */
export function giveLateLink(deps: Deps, actor: Actor, given: NewLateLink): Result<{ id: number }> {
  return deps.db.write((tx) => {
    const call = readCall(tx, given.callId);
    if (call === undefined || actor.kind !== 'person' || !hasRole(actor, 'coordinator', call.id))
      return refused('absent');
    const window = submissionWindow(call.stages);
    if (call.state !== 'announced' || window === undefined) return refused('call_not_announced');
    if (hasResults(tx, call.id)) return refused('results_stand');
    if (given.untilAt <= deps.clock.now()) return refused('until_over', { field: 'untilDay' });
    if (given.untilAt <= window.closesAt)
      return refused('until_before_deadline', { field: 'untilDay', facts: { closesAt: window.closesAt } });
    if (call.rehearsalOf !== null && !takesPartAt(tx, given.email, call.id))
      return refused('not_rehearsing', { field: 'email' });
    const personId = findOrAddPerson(tx, deps, actor, { name: given.name, email: given.email });
    const { id } = tx.orm
      .insert(lateLinks)
      .values({
        callId: call.id,
        personId,
        untilAt: given.untilAt,
        reason: given.reason,
        givenAt: deps.clock.now(),
        givenBy: actor.personId,
      })
      .returning({ id: lateLinks.id })
      .get();
    record(tx, deps, actor, {
      what: 'late_link.given',
      subject: rulesSubject(call.id),
      callId: call.id,
      facts: { lateLink: id, person: personId, until: given.untilAt },
      text: given.reason,
    });
    tell(tx, deps, call, { ...given, id, personId });
    return done({ id });
  });
}

function tell(tx: Tx, deps: Deps, call: Call, link: NewLateLink & { id: number; personId: number }): void {
  const organisation = readOrganisation(tx);
  writeLetter(tx, deps, lateLetters.late_link, {
    to: { personId: link.personId, name: link.name, address: normaliseEmail(link.email) },
    about: rulesSubject(call.id),
    uniqueKey: `late_link:${link.id}`,
    fields: {
      callTitle: call.title,
      until: untilText(link.untilAt),
      reason: link.reason,
      address: deps.publicUrl + latePaths.ownOf(link.id),
      organisationName: organisation.name,
      organisationPhone: organisation.phone,
    },
  });
}

/** Takes the leave back; what came in under it stays. Refuses 'absent', 'already_withdrawn'. */
export function withdrawLateLink(deps: Deps, actor: Actor, callId: number, linkId: number): Result {
  return deps.db.write((tx) => {
    const link = readLateLink(tx, linkId);
    if (link === undefined || link.callId !== callId) return refused('absent');
    if (actor.kind !== 'person' || !hasRole(actor, 'coordinator', callId)) return refused('absent');
    if (link.withdrawnAt !== null) return refused('already_withdrawn');
    tx.orm
      .update(lateLinks)
      .set({ withdrawnAt: deps.clock.now(), withdrawnBy: actor.personId })
      .where(eq(lateLinks.id, linkId))
      .run();
    record(tx, deps, actor, {
      what: 'late_link.withdrawn',
      subject: rulesSubject(callId),
      callId,
      facts: { lateLink: linkId, person: link.personId },
    });
    return done();
  });
}

/** Notes, in the transaction that submits, under whose leave an application comes in after the deadline. In time there is nothing to note. */
export function noteLateSubmission(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  {
    call,
    applicationId,
    lateLink,
    at,
  }: { call: Call; applicationId: number; lateLink: { id: number } | undefined; at: Instant },
): void {
  const window = submissionWindow(call.stages);
  if (lateLink === undefined || window === undefined || at < window.closesAt) return;
  // Of an application sent again late, the first leave is the one that let it in.
  tx.orm
    .insert(lateSubmissions)
    .values({ applicationId, lateLinkId: lateLink.id, submittedAt: at })
    .onConflictDoNothing()
    .run();
  record(tx, deps, actor, {
    what: 'application.came_late',
    subject: { kind: 'application', id: applicationId },
    callId: call.id,
    facts: { lateLink: lateLink.id },
  });
}
