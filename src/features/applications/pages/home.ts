import { sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import type { Deps } from '../../../deps.ts';
import { quoted } from '../../../lib/polish.ts';
import { mayStep } from '../../../lib/transitions.ts';
import { type Answer, absent, redirect, view } from '../../../web/answer.ts';
import { currentPapers } from '../../../web/papers.ts';
import type { Visit } from '../../../web/visit.ts';
import { callPaths } from '../../calls/paths.ts';
import { hasResults, readCall } from '../../calls/queries.ts';
import { writtenAbout } from '../../correspondence/about.ts';
import { allows } from '../access.ts';
import { amendedBy } from '../amendments/copies.ts';
import { amendingOf } from '../amendments/offer.ts';
import { keptPage } from '../amendments/pages.ts';
import { whereAmendable, whereChanging } from '../amendments/texts.ts';
import { printoutSubject } from '../assistance/printout.ts';
import { cameOf } from '../assistance/sent.ts';
import { judgedPage } from '../blind/page.ts';
import { readSubmitted, type Submitted } from '../content.ts';
import { listCorrections } from '../corrections/requests.ts';
import { correctingOf, shownPoints } from '../corrections/shown.ts';
import { whereAsked, whereCorrecting } from '../corrections/texts.ts';
import { estimate } from '../costs.ts';
import { guardianNote } from '../guardian/pages.ts';
import { lateReasonOf } from '../late/links.ts';
import { lateSentence } from '../late/texts.ts';
import { applicationLife } from '../lifecycle.ts';
import { listMembers } from '../members/queries.ts';
import { memberNotes } from '../members/texts.ts';
import { threadFor } from '../messages/access.ts';
import { applicationPaths, fixedSections } from '../paths.ts';
import { whatIsMissing } from '../policy.ts';
import { type ApplicationHead, addressOf, findApplication } from '../queries.ts';
import { aboutOf, decidedTag, decidedText, pageTitles, untitled, whereTexts } from '../texts/pages.ts';
import { stateNames, stateTones } from '../texts.ts';
import { shownContent } from './content.ts';
import { documentItems } from './documents.ts';
import { formChangeOf, leftAnswers } from './form-change.ts';
import { writingOf } from './open.ts';
import { trackOf } from './track.ts';
import { clockAbove, contentsOf, tagOf } from './writing.ts';

/** The home of an application: of a draft for its authors, of a submitted one for them or for those who read it by their role. */
export function homePage(deps: Deps, visit: Visit): Answer {
  const head = findApplication(deps.db, visit.actor, visit.id());
  if (head === undefined) return judgedPage(deps, visit);
  const amends = head.state === 'draft' ? amendedBy(deps.db, head.id) : undefined;
  if (amends?.isOpen === false)
    return amends.wasSent ? redirect(applicationPaths.showOf(amends.applicationId)) : keptPage(deps, visit, amends);
  if (head.state === 'draft' && head.inNameOfLeader) return redirect(applicationPaths.assistanceOf(head.id));
  if (head.state === 'draft') return draftPage(deps, visit);
  const sent = readSubmitted(deps.db, head.id);
  return sent === undefined ? absent : sentPage(deps, visit, head, sent);
}

function draftPage(deps: Deps, visit: Visit): Answer {
  const writing = writingOf(deps, visit);
  const { draft, rules, call, changing } = writing;
  const missing = whatIsMissing(draft, rules);
  const unfinished = writing.sections.find((section) => missing.some((one) => one.section === section.code));
  const address = addressOf(deps.db, visit.personId);
  return view('applications/home', aboutOf(draft.title), {
    h1: draft.title || untitled,
    callTitle: quoted(call.title),
    callHref: callPaths.showOf(call.id),
    changing,
    tag: tagOf(changing),
    where: changing === undefined ? whereTexts.draft : changing.isCorrection ? whereCorrecting : whereChanging,
    points: draft.amends?.correction ? shownPoints(deps.db, draft, draft.amends.correction) : null,
    ...clockAbove(writing, visit.now),
    missing: missing.length,
    next: applicationPaths.sectionOf(draft.id, unfinished?.code ?? fixedSections.check),
    check: applicationPaths.sectionOf(draft.id, fixedSections.check),
    contents: contentsOf(writing, missing),
    requested: estimate(draft.costs, rules.categories).total,
    members: membersOf(deps.db, draft.id),
    membersPage: changing === undefined ? applicationPaths.membersOf(draft.id) : '',
    messages: applicationPaths.messagesOf(draft.amends?.applicationId ?? draft.id),
    mayEdit: allows(writing.right, 'edit'),
    address: { ...address, email: address.confirmed ? address.email : draft.applicant.email || address.email },
    confirmation: applicationPaths.confirmationOf(draft.id),
    formChange: changing?.isCorrection ? null : formChangeOf(deps.db, draft, rules.form),
    leftAnswers: leftAnswers(deps.db, draft, rules.form),
    guardian: guardianNote(deps.db, visit.actor, draft.id),
    printout: {
      action: applicationPaths.printoutOf(draft.id),
      papers: currentPapers(deps.db, printoutSubject(draft.id), 'application_printout'),
    },
  });
}

function sentPage(deps: Deps, visit: Visit, head: ApplicationHead, sent: Submitted): Answer {
  const call = readCall(deps.db, head.callId);
  if (call === undefined) return absent;
  const decided = hasResults(deps.db, call.id) && head.state === 'accepted';
  const receipt = applicationPaths.receiptOf(head.id);
  const offer = amendingOf(deps, visit, head, sent);
  const correcting = correctingOf(deps, visit, head, offer.mayEdit);
  const isAsked = correcting?.isOpen === true;
  const { applicant } = sent.content;
  return view(head.isOwn ? 'applications/sent' : 'applications/reading', pageTitles.sent(sent.code, sent.title), {
    code: sent.code,
    title: sent.title,
    about: quoted(sent.title),
    applicantName: applicant.name,
    callTitle: quoted(call.title),
    tag: decided ? decidedTag : { tone: stateTones[sent.state], text: stateNames[sent.state] },
    where: decided
      ? decidedText
      : isAsked
        ? whereAsked
        : offer.amending === null
          ? whereTexts[sent.state]
          : whereAmendable,
    reason: sent.state === 'rejected' ? reasonOf(deps.db, head.id) : '',
    recheck: head.isOwn && wasRejected(deps.db, head.id) ? applicationPaths.recheckOf(head.id) : '',
    result: decided ? applicationPaths.resultOf(head.id) : '',
    receipt,
    withdrawal:
      head.right !== null &&
      allows(head.right, 'submit') &&
      mayStep(applicationLife, 'withdraw', sent.state) &&
      !hasResults(deps.db, call.id)
        ? applicationPaths.withdrawalOf(head.id)
        : '',
    late: lateNote(deps.db, head.id),
    ...offer,
    submittedAt: sent.submittedAt,
    guardian: guardianNote(deps.db, visit.actor, head.id),
    came: cameOf(deps.db, visit.actor, head.id),
    fingerprint: sent.fingerprint,
    requested: sent.content.requestedGrosze,
    documents: documentItems(deps.db, visit.actor, head.id),
    allDocuments: applicationPaths.documentsOf(head.id),
    correcting,
    track: trackOf({ ...sent, corrections: listCorrections(deps.db, head.id) }, call.stages, visit.now, receipt),
    members: membersOf(deps.db, head.id),
    membersPage: applicationPaths.membersOf(head.id),
    messages: threadFor(deps.db, visit.actor, head.id) === undefined ? '' : applicationPaths.messagesOf(head.id),
    content: shownContent(sent.content),
    list: applicationPaths.list,
    written: head.isOwn
      ? null
      : writtenAbout(deps.db, visit.actor, [{ kind: 'application', id: head.id }], {
          callId: head.callId,
          applicationId: head.id,
          noteCall: applicationPaths.callNoteOf(head.id),
        }),
  });
}

function membersOf(reader: Reader, applicationId: number) {
  return listMembers(reader, applicationId).map(({ name, role, may }) => ({
    name,
    note: role === 'leader' ? memberNotes.leader : memberNotes[may],
  }));
}

function lateNote(reader: Reader, applicationId: number): string {
  const late = lateReasonOf(reader, applicationId);
  return late === undefined ? '' : lateSentence(late);
}

/** Also of one that is checked again: what was asked and answered stays to be read. */
function wasRejected(reader: Reader, applicationId: number): boolean {
  return (
    reader.get(sql`select 1 from formal_cards where application_id = ${applicationId} and outcome = 'rejected'`) !==
    undefined
  );
}

/** Why the formal check ended with a refusal. */
function reasonOf(reader: Reader, applicationId: number): string {
  return (
    reader.get<{ reason: string }>(
      sql`select reason from formal_cards where application_id = ${applicationId} and outcome = 'rejected' and set_aside_at is null`,
    )?.reason ?? ''
  );
}
