import { Readable } from 'node:stream';
import { sql } from 'drizzle-orm';
import { jobs } from '../../../src/db/schema/jobs.ts';
import { letters } from '../../../src/db/schema/mail.ts';
import type { Deps } from '../../../src/deps.ts';
import { grantRole } from '../../../src/features/accounts/commands.ts';
import { accountsLetters } from '../../../src/features/accounts/letters.ts';
import { readLink } from '../../../src/features/accounts/links.ts';
import { readActor } from '../../../src/features/accounts/queries.ts';
import { tokenOf } from '../../../src/features/accounts/tokens.ts';
import { confirmFunds, openAgreement } from '../../../src/features/agreements/commands/prepare.ts';
import { recordSigned } from '../../../src/features/agreements/commands/sign.ts';
import { beginAmendment } from '../../../src/features/applications/amendments/commands.ts';
import { keepSignedSheet } from '../../../src/features/applications/assistance/confirm.ts';
import { startForPerson } from '../../../src/features/applications/assistance/start.ts';
import { addAttachments } from '../../../src/features/applications/commands/attach.ts';
import { startDraft } from '../../../src/features/applications/commands/start.ts';
import { withdrawApplication } from '../../../src/features/applications/commands/withdraw.ts';
import { printSheet } from '../../../src/features/applications/guardian/asking.ts';
import { keepConsent } from '../../../src/features/applications/guardian/saying.ts';
import { giveLateLink } from '../../../src/features/applications/late/commands.ts';
import { inviteMember } from '../../../src/features/applications/members/commands.ts';
import { joinByLink } from '../../../src/features/applications/members/joining.ts';
import { sendMessage } from '../../../src/features/applications/messages/commands.ts';
import { copyToDraft } from '../../../src/features/budgets/commands/drafts.ts';
import { addTask } from '../../../src/features/budgets/tasks/commands.ts';
import { askQuestion } from '../../../src/features/calls/asked/commands.ts';
import { changeTimetable } from '../../../src/features/calls/commands/timetable.ts';
import { giveOpinion, shareDraftRules } from '../../../src/features/calls/consultation/commands.ts';
import { wholeDraft } from '../../../src/features/calls/consultation/texts.ts';
import { readFormalCriteria } from '../../../src/features/calls/criteria.ts';
import { callDocuments } from '../../../src/features/calls/documents.ts';
import { editForm, publishForm } from '../../../src/features/calls/form/commands.ts';
import { emptyQuestion } from '../../../src/features/calls/form/question-form.ts';
import { currentCall, readCall } from '../../../src/features/calls/queries.ts';
import { setSecondSignature } from '../../../src/features/calls/second-signature/commands.ts';
import { decideCard } from '../../../src/features/checks/commands/decide.ts';
import { askForCorrections, doWithoutCorrections } from '../../../src/features/checks/corrections/commands.ts';
import { enterRecheck } from '../../../src/features/checks/recheck/asking.ts';
import { approveCard } from '../../../src/features/checks/second/commands.ts';
import { saveText } from '../../../src/features/correspondence/commands.ts';
import { contactOf, saveContact } from '../../../src/features/correspondence/contacts.ts';
import { recordDispatch } from '../../../src/features/correspondence/dispatches.ts';
import { saveWording } from '../../../src/features/correspondence/wording-commands.ts';
import { approveDecisions } from '../../../src/features/decisions/commands/approve.ts';
import { prepareDecisions, proposeDecisions } from '../../../src/features/decisions/commands/prepare.ts';
import { publishDecisions } from '../../../src/features/decisions/commands/publish.ts';
import { findSet } from '../../../src/features/decisions/queries.ts';
import { controlExpense } from '../../../src/features/expenses/commands/approvals.ts';
import { askForDescription } from '../../../src/features/expenses/commands/pay.ts';
import { initiativeOf, planLines } from '../../../src/features/initiatives/queries.ts';
import { signDeclaration } from '../../../src/features/jury/commands/conflicts.ts';
import { appointMember } from '../../../src/features/jury/commands/members.ts';
import { readProject } from '../../../src/features/project/queries.ts';
import { keepScenario } from '../../../src/features/ranking/commands/scenarios.ts';
import { moveAgenda } from '../../../src/features/ranking/meeting/commands/agenda.ts';
import { closeMeeting } from '../../../src/features/ranking/meeting/commands/close.ts';
import { openMeeting } from '../../../src/features/ranking/meeting/commands/open.ts';
import { settleItem } from '../../../src/features/ranking/meeting/commands/settle.ts';
import { askForReport } from '../../../src/features/reports/commands.ts';
import { reopenCard, restoreCard } from '../../../src/features/reviews/commands/reopen.ts';
import { saveScoreCard } from '../../../src/features/reviews/commands/save.ts';
import { sendScoreCard } from '../../../src/features/reviews/commands/send.ts';
import { keyInCard } from '../../../src/features/reviews/paper/commands.ts';
import { settleInitiative } from '../../../src/features/settlements/commands.ts';
import { roles } from '../../../src/lib/actor.ts';
import { addTime, day, instant, warsawDay } from '../../../src/lib/days.ts';
import { grosze } from '../../../src/lib/money.ts';
import type { Result } from '../../../src/lib/result.ts';
import { noteTry } from '../../../src/mail/tries.ts';
import { defaultText } from '../../../src/pdf/wording/versions.ts';
import {
  completeDraft,
  type StartedStory,
  type StoryApplication,
  type SubmittedStory,
  submittedApplication,
} from './applications.ts';
import { castStaff, type Group, groups } from './cast.ts';
import type { Telling } from './competition.ts';
import { accountantOf, agreedInitiative, directorOf, issuedAgreement, setWith, signedAgreement } from './decisions.ts';
import { approvedInvoice, bookedInvoice, draftInvoice, paidInvoice, type StoryExpense } from './expenses.ts';
import {
  acceptApplication,
  appointedJury,
  coordinatorOf,
  declare,
  justificationBy,
  momentOf,
  pointsOf,
  score,
} from './jury.ts';
import { preparedMailing, recipientOf, sentMailing } from './mailings.ts';
import { draftPublicationOf, rulesArePublished } from './published.ts';
import { rehearse } from './rehearsal.ts';

type Tell = (story: Telling) => void | Promise<void>;

/** Each chapter ends at a moment when somebody has something to do. */
export const chapters = {
  'a call is announced': callIsAnnounced,
  'groups write': groupsWrite,
  'the coordinator checks': submissionEnds,
  'jurors declare': juryIsSeated,
  'jurors score': jurorsDeclare,
  'the jury meets': cardsAreSent,
  'the jury talks': meetingIsOpened,
  'the ranking stands': juryMeets,
  'decisions are prepared': decisionsArePrepared,
  'the director decides': decisionsAreProposed,
  'results wait to be published': decisionsAreApproved,
  'plans are negotiated': resultsArePublished,
  'an agreement waits for its signature': agreementIsIssued,
  'the work goes on': workBegins,
  'an initiative is settled': initiativeIsSettled,
} satisfies Record<string, Tell>;

async function callIsAnnounced(story: Telling): Promise<void> {
  const { deps } = story.house;
  story.note({ call: currentCall(deps.db)?.id ?? 0 });
  castStaff(story);
  textsChanged(story);
  peopleSpeak(story);
  await rulesArePublished(story);
}

/** What visitors said of the call before anybody wrote an application. */
function peopleSpeak(story: Telling): void {
  const { deps } = story.house;
  const asked = {
    callId: story.id('call'),
    name: 'Regina Żuk',
    email: 'regina@example.org',
    trap: '',
    network: '10.0.0.7',
  };
  must(askQuestion(deps, { kind: 'visitor' }, { ...asked, question: 'Czy koło bez rejestracji może złożyć wniosek?' }));
  story.note({ question: deps.db.get<{ id: number }>(sql`select max(id) as id from asked_questions`)?.id ?? 0 });
  must(shareDraftRules(deps, coordinatorOf(deps), story.id('call')));
  const said = { ...asked, organisation: '', named: false, place: wholeDraft, opinion: 'Nabór powinien trwać dłużej.' };
  const now = deps.clock.now();
  story.house.clock.set('2024-02-05T10:00:00.000Z');
  must(giveOpinion(deps, { kind: 'visitor' }, said));
  story.house.clock.set(now);
  story.note({ opinion: deps.db.get<{ id: number }>(sql`select max(id) as id from opinions`)?.id ?? 0 });
  const meeting = deps.db.get<{ id: number }>(
    sql`select max(id) as id from call_stages where call_id = ${story.id('call')} and kind = 'advice'`,
  );
  story.note({ meeting: meeting?.id ?? 0 });
  const { stages, version } = readCall(deps.db, story.id('call')) ?? { stages: [], version: 0 };
  const later = stages
    .filter(({ kind }) => kind === 'jury_meeting')
    .map((stage) => ({ ...stage, place: 'sala na piętrze' }));
  const reason = 'W czytelni trwa remont.';
  const { changeId } = must(
    changeTimetable(deps, coordinatorOf(deps), { callId: story.id('call'), version, stages: later, reason }),
  );
  const untilAt = instant('2024-03-18T11:00:00.000Z');
  const leave = {
    callId: story.id('call'),
    name: 'Regina Żuk',
    email: 'regina@example.org',
    untilAt,
    reason: 'Strona nie działała.',
  };
  const { id } = must(giveLateLink(deps, coordinatorOf(deps), leave));
  const person = deps.db.get<{ id: number }>(sql`select person_id as id from late_links`)?.id ?? 0;
  story.note({ change: changeId ?? 0, 'late link': id });
  story.cast({ 'late person': person });
}

/** The text of one letter is changed, and will be again when the work begins; the rules have a sentence of the library's own. */
function textsChanged(story: Telling): void {
  const { deps } = story.house;
  const kind = accountsLetters.invitation;
  const text = { subject: 'Nowa rola: {{role}}', body: kind.body, note: 'krócej' };
  must(saveText(deps, coordinatorOf(deps), kind, { ...text, base: 0, inForceFrom: null }));
  const later = { ...text, subject: 'Rola: {{role}}', base: 1, inForceFrom: instant('2024-12-31T23:00:00.000Z') };
  must(saveText(deps, coordinatorOf(deps), kind, later));
  const { call_rules } = callDocuments;
  const words = `${defaultText(call_rules, 'rules')}\n\nPytajcie w czytelni.`;
  const typed = { text: words, note: 'dokąd z pytaniami', base: 0, from: null };
  must(saveWording(deps, coordinatorOf(deps), { kind: call_rules, variant: 'rules' }, typed));
  const next = { ...typed, text: `${words} Zapraszamy.`, base: 1, from: day('2025-01-01') };
  must(saveWording(deps, coordinatorOf(deps), { kind: call_rules, variant: 'rules' }, next));
}

async function groupsWrite(story: Telling): Promise<void> {
  const { deps } = story.house;
  for (const name of Object.keys(groups) as Group[]) {
    if (name === 'draft') continue;
    const written = submittedApplication(deps, tellingOf(story, name));
    story.applications.set(name, written);
    note(story, name, written);
  }
  refuseLetterAbout(deps, story.id('withdrawn'));
  const draft = completeDraft(deps, tellingOf(story, 'draft'));
  note(story, 'draft', draft);
  story.note({ attachment: await attach(deps, draft) });
  const visitor = {
    callId: story.id('call'),
    kind: 'person',
    email: 'anna@example.org',
    userAgent: 'Firefox',
  } as const;
  const begun = must(startDraft(deps, { kind: 'visitor' }, visitor));
  const anna = deps.db.get<{ id: number }>(sql`select max(id) as id from people where email is null`);
  story.note({ begun: begun.applicationId });
  writtenTogether(story, draft);
  const { copyId } = must(beginAmendment(deps, sent(story, 'running').actor, story.id('running')));
  story.note({ amendment: copyId });
  must(sendMessage(deps, sent(story, 'settled').actor, story.id('settled'), 'Czy sala może być w remizie?'));
  await keyedInFromPaper(story);
  await guardianSigned(story);
  must(shareDraftRules(deps, coordinatorOf(deps), story.id('otherCall')));
  story.note({ 'draft publication': draftPublicationOf(deps, story.id('otherCall')) });
  const budget = must(copyToDraft(deps, accountantOf(deps), readProject(deps.db).id));
  must(
    addTask(deps, accountantOf(deps), { versionId: budget, revision: 1, code: '8', name: 'Warsztaty w świetlicach' }),
  );
  story.cast({ applicant: story.person('leader of settled').id, provisional: anna?.id ?? 0 });
  formChanged(deps, story.id('call'));
  rehearse(story);
}

/** Two groups write under the first version of the form; a second is published, and a third is begun. */
function formChanged(deps: Deps, callId: number): void {
  const marta = coordinatorOf(deps);
  const question = {
    ...emptyQuestion('number'),
    code: 'participants',
    label: 'Ile osób weźmie udział?',
    optional: true,
  };
  const edit = { do: 'add_question', section: 'people', question } as const;
  must(editForm(deps, marta, { callId, revision: 0, edit }));
  must(publishForm(deps, marta, callId, 1));
  const check = { left: 'participants', relation: 'not_more', right: 'helpers', text: 'Za dużo.' } as const;
  const helpers = { ...question, code: 'helpers', label: 'Ile osób pomoże?' };
  must(editForm(deps, marta, { callId, revision: 0, edit: { ...edit, question: helpers } }));
  must(editForm(deps, marta, { callId, revision: 1, edit: { do: 'add_check', check } }));
  must(editForm(deps, marta, { callId, revision: 2, edit: { do: 'add_section', code: 's9', title: 'Do namysłu' } }));
}

/** The leader of the draft invites a neighbour, who comes, and another, who has not answered yet. */
function writtenTogether(story: Telling, { id, actor }: StartedStory): void {
  const { deps } = story.house;
  for (const email of ['dopisana@example.org', 'zaproszona@example.org'])
    must(inviteMember(deps, actor, { applicationId: id, email, may: 'edit' }));
  const [asked, waiting] = deps.db.all<{ id: number; linkId: number }>(
    sql`select id, link_id as linkId from member_invitations where application_id = ${id} order by id`,
  );
  const link = asked === undefined ? undefined : readLink(deps.db, asked.linkId);
  if (link === undefined) throw new Error('nobody was invited');
  must(joinByLink(deps, { kind: 'visitor' }, tokenOf(deps.secret, link), 'Firefox'));
  const member = deps.db.get<{ id: number }>(sql`select id from people where email = 'dopisana@example.org'`);
  story.note({ invitation: waiting?.id ?? 0, 'co-author': member?.id ?? 0 });
}

/** Somebody without a screen brought her application; a librarian keys it in. */
async function keyedInFromPaper(story: Telling): Promise<void> {
  const { deps, clock } = story.house;
  const person = { name: 'Stefania Wróbel', email: 'stefania@example.org', phone: '+48875162011' };
  const home = { street: 'Żegary 14', postalCode: '16-500', city: 'Sejny' };
  const arrival = { arrivedAt: clock.now(), way: 'hand', journalNumber: '88/2024', lateReason: '' } as const;
  const draft = { callId: story.id('call'), kind: 'person', ...person, ...home, arrival } as const;
  const { applicationId } = must(startForPerson(deps, coordinatorOf(deps), draft));
  const blob = must(await deps.files.receive(Readable.from([Buffer.from('%PDF-1.7 podpis')]), 1000));
  const file = { field: 'file', name: 'podpis.pdf', blob };
  const signedOn = warsawDay(clock.now());
  must(keepSignedSheet(deps, coordinatorOf(deps), { applicationId, way: 'paper_form', signedOn, file }));
  const word = deps.db.get<{ id: number }>(sql`select max(id) as id from submission_confirmations`)?.id ?? 0;
  story.note({ 'keyed in': applicationId, word });
}

/** The mother of the leader of the reserve came with a signed sheet; a librarian keeps its scan. */
async function guardianSigned(story: Telling): Promise<void> {
  const { deps, clock } = story.house;
  const applicationId = story.id('reserve');
  must(printSheet(deps, coordinatorOf(deps), applicationId));
  const blob = must(await deps.files.receive(Readable.from([Buffer.from('%PDF-1.7 zgoda mamy')]), 1000));
  const file = { field: 'file', name: 'zgoda-mamy.pdf', blob };
  const signedOn = warsawDay(clock.now());
  must(keepConsent(deps, coordinatorOf(deps), { applicationId, way: 'scan', signedOn, file }));
  story.note({ guardian: deps.db.get<{ id: number }>(sql`select max(id) as id from guardian_consents`)?.id ?? 0 });
}

/** What is left when the mail server has said that nobody has such an address. */
function refuseLetterAbout(deps: Deps, applicationId: number): void {
  const letter = sql`select max(id) as id from letters where subject_kind = 'application' and subject_id = ${applicationId}`;
  const { id } = deps.db.get<{ id: number }>(letter) ?? { id: 0 };
  const said = '550 5.1.1 No such user';
  deps.db.write((tx) => {
    noteTry(tx, deps.clock, id, 'address', said);
    tx.orm.update(letters).set({ state: 'failed', lastError: said }).where(sql`id = ${id}`).run();
    tx.orm
      .update(jobs)
      .set({ state: 'failed' })
      .where(sql`unique_key = ${`letter:${id}`}`)
      .run();
  });
}

function tellingOf(story: Telling, name: Group): StoryApplication {
  const answers = { need: `Sąsiedzi pytają o to od lat: ${groups[name].secret}.` };
  return { ...groups[name], answers, ...story.callsItself(name) };
}

function note(story: Telling, name: Group, { id, personId }: StartedStory): void {
  story.note({ [name]: id });
  story.cast({ [`leader of ${name}`]: personId });
}

async function attach(deps: Deps, { id, actor }: StartedStory): Promise<number> {
  const blob = must(await deps.files.receive(Readable.from([Buffer.from('%PDF-1.7 zgoda')]), 1000));
  const files = [{ field: 'file', name: 'zgoda.pdf', blob }];
  must(addAttachments(deps, actor, { applicationId: id, label: 'Zgoda gospodarza', files }));
  return deps.db.get<{ id: number }>(sql`select max(id) as id from attachments`)?.id ?? 0;
}

function submissionEnds(story: Telling): void {
  const { deps, clock } = story.house;
  const withdrawn = sent(story, 'withdrawn');
  must(withdrawApplication(deps, withdrawn.actor, { applicationId: withdrawn.id }));
  for (const name of ['refused', 'rejected'] as const) writtenToOnPaper(story, name);
  clock.set(momentOf(deps, story.id('call'), 'formal_check'));
  const points = [{ section: 'kosztorys', missing: 'Brakuje ceny nagłośnienia.' }];
  const untilAt = addTime(clock.now(), { hours: 24 });
  must(askForCorrections(deps, coordinatorOf(deps), { applicationId: story.id('negotiated'), untilAt, points }));
  // A card signed while the call asked for two signatures waits; it asks for one again, so whoever signed may settle it.
  const callId = story.id('call');
  must(setSecondSignature(deps, coordinatorOf(deps), { callId, isOn: true }));
  acceptApplication(deps, { id: story.id('refused'), callId });
  must(setSecondSignature(deps, coordinatorOf(deps), { callId, isOn: false }));
}

/** A leader who asked for letters by post. */
function writtenToOnPaper(story: Telling, name: Group): void {
  const { deps } = story.house;
  const { personId } = sent(story, name);
  const known = contactOf(deps.db, personId);
  if (known === undefined) throw new Error(`${name} has no leader`);
  const { street, postalCode, city, phone, eDelivery, version } = known;
  const typed = { channel: 'print', street, postalCode, city, phone, eDelivery, version } as const;
  must(saveContact(deps, coordinatorOf(deps), personId, typed));
  story.note({ [`recipient of ${name}`]: personId });
}

/** The letter about the rejected application is posted; the other on paper waits. */
function posted(story: Telling): void {
  const { deps, clock } = story.house;
  const letterOf = (name: Group) =>
    deps.db.get<{ id: number }>(
      sql`select id from letters where channel = 'print' and subject_kind = 'application' and subject_id = ${story.id(name)}`,
    )?.id ?? 0;
  const day = warsawDay(clock.now());
  const facts = { way: 'post', doneOn: day, doneAt: null, deliveredOn: null, doneBy: 'Joanna', withWhom: '' } as const;
  const dispatch = must(
    recordDispatch(deps, coordinatorOf(deps), letterOf('rejected'), { ...facts, number: '7', note: '' }),
  );
  story.note({ posted: letterOf('rejected'), dispatch, 'on paper': letterOf('refused') });
}

/** One of the jurors serves the library too, in every role: what she is excluded from stays closed to her in all of them. */
function juryIsSeated(story: Telling): void {
  const { deps, clock } = story.house;
  const callId = story.id('call');
  must(doWithoutCorrections(deps, coordinatorOf(deps), story.id('negotiated')));
  must(approveCard(deps, coordinatorOf(deps), { applicationId: story.id('refused'), revision: 1 }));
  for (const name of scored.filter((one) => one !== 'refused')) acceptApplication(deps, { id: story.id(name), callId });
  // Late enough for the days of asking for a re-check to reach into the next chapter.
  clock.set(momentOf(deps, callId, 'formal_check', 'end'));
  must(decideCard(deps, coordinatorOf(deps), rejection(story)));
  posted(story);
  const [chair, secretary, serving, excluded] = appointedJury(deps, callId);
  if (!chair || !secretary || !serving || !excluded) throw new Error('the jury has four seats');
  story.jury.push(chair, secretary, serving, excluded);
  for (const role of roles.filter((one) => one !== 'juror' && one !== 'administrator'))
    deps.db.write((tx) => grantRole(tx, deps, { kind: 'system' }, { personId: serving.personId, role, callId: null }));
  story.cast({ juror: chair.personId, 'excluded staff': serving.personId, 'excluded juror': excluded.personId });
  story.note({ member: secretary.memberId });
  // The groups' telephone: the chair and the coordinator are asked whether the two have something in common.
  deps.db.raw.exec(`update people set phone = '600 100 200' where id = ${secretary.personId}`);
  const vaiva = {
    name: 'Vaiva Stankevičienė',
    email: 'vaiva@example.org',
    function: 'reserve',
    represents: '',
  } as const;
  story.note({ 'reserve member': must(appointMember(deps, coordinatorOf(deps), { ...vaiva, callId })) });
  writeToGroups(story);
  clock.set(momentOf(deps, callId, 'declarations'));
}

/** One mailing is sent; another waits for its letters to be looked at. Each letter names its group's title. */
function writeToGroups(story: Telling): void {
  const { deps } = story.house;
  const text = { subject: 'O wniosku: {{title}}', body: 'Dzień dobry!\n\nWniosek „{{title}}” czeka na komisję.' };
  const mailing = { callId: story.id('call'), sets: ['submitted'], ...text };
  const sent = sentMailing(deps, coordinatorOf(deps), mailing);
  const draft = preparedMailing(deps, coordinatorOf(deps), mailing);
  story.note({
    'sent mailing': sent,
    'draft mailing': draft,
    'letter of draft mailing': recipientOf(deps, draft, groups.settled.email),
    'letter about running': recipientOf(deps, draft, groups.running.email),
  });
}

function rejection(story: Telling): Parameters<typeof decideCard>[2] {
  const criteria = readFormalCriteria(story.house.deps.db, story.id('call'));
  const answers = criteria.map(({ id, code }) => {
    const isFault = code === 'area';
    return {
      criterionId: id,
      verdict: isFault ? ('no' as const) : ('yes' as const),
      note: isFault ? 'Działania są poza powiatem.' : '',
    };
  });
  const reason = 'Działania odbędą się poza obszarem konkursu.';
  return { applicationId: story.id('rejected'), revision: 0, answers, reason, outcome: 'rejected' };
}

function jurorsDeclare(story: Telling): void {
  const { deps, clock } = story.house;
  const callId = story.id('call');
  for (const juror of story.jury) {
    const closed = scored.filter((name) => isExcluded(story, juror, name));
    declare(
      deps,
      callId,
      juror,
      closed.map((name) => sent(story, name)),
    );
  }
  const reserve = deps.db.get<{ id: number }>(sql`select person_id as id from jury_members where function = 'reserve'`);
  const vaiva = readActor(deps.db, reserve?.id ?? 0);
  if (vaiva === undefined) throw new Error('Nobody is in reserve');
  must(signDeclaration(deps, vaiva, { callId, recusals: [] }));
  const arrivedOn = warsawDay(momentOf(deps, callId, 'formal_check', 'end'));
  const body = 'Szkoła leży w naszym powiecie.';
  must(enterRecheck(deps, coordinatorOf(deps), { applicationId: story.id('rejected'), body, arrivedOn }));
  clock.set(momentOf(deps, callId, 'scoring'));
  // The chair has filled a card in and not sent it yet.
  const chair = chairOf(story);
  const points = pointsOf(deps, callId, pointsGiven.refused);
  const card = {
    applicationId: story.id('refused'),
    revision: 0,
    points,
    justification: `${justificationBy(chair.name)} ${cardMark('refused', chair.name)}`,
  };
  must(saveScoreCard(deps, chair.actor, card));
}

/** Words found on one card alone: what of the cards must not be seen. */
export function cardMark(group: string, juror: string): string {
  return `Notuje ${juror} o grupie ${group}.`;
}

const pointsGiven = {
  settled: 5,
  running: [4, 4, 4, 4, 4, 4, 4, 3, 0],
  negotiated: 4,
  reserve: 3,
  refused: 1,
} as const;
const scored = Object.keys(pointsGiven) as (keyof typeof pointsGiven)[];

function isExcluded(story: Telling, juror: Telling['jury'][number], name: string): boolean {
  if (name === 'settled') return juror === story.jury[3];
  return name === 'running' && juror === story.jury[2];
}

async function cardsAreSent(story: Telling): Promise<void> {
  const { deps, clock } = story.house;
  for (const name of scored) {
    for (const juror of story.jury.filter((one) => !isExcluded(story, one, name))) {
      if (name === 'refused' && juror === story.jury[0])
        must(sendScoreCard(deps, juror.actor, { applicationId: story.id(name), revision: 1 }));
      else if (name === 'running' && juror === story.jury[1]) await keptOnPaper(story, juror);
      else score(deps, story.id('call'), juror, story.id(name), pointsGiven[name], ` ${cardMark(name, juror.name)}`);
    }
  }
  clock.set(momentOf(deps, story.id('call'), 'jury_meeting'));
  const trial = { pool: grosze(20_000_00), thresholdPercent: 60, cap: grosze(3_000_00), skips: true };
  must(keepScenario(deps, coordinatorOf(deps), { callId: story.id('call'), name: 'Mniejsza pula', ...trial }));
  story.note({ scenario: 1 });
  must(reopenCard(deps, coordinatorOf(deps), { ...givenBack(story), reason: 'Przewodnicząca prosi o poprawkę.' }));
}

/** The secretary filled this card in on paper; the coordinator keyed it in with its scan. */
async function keptOnPaper(story: Telling, { memberId, name }: Telling['jury'][number]): Promise<void> {
  const { deps } = story.house;
  const blob = must(await deps.files.receive(Readable.from([Buffer.from('%PDF-1.7 karta z papieru')]), 1000));
  const written = {
    points: pointsOf(deps, story.id('call'), pointsGiven.running),
    justification: `${justificationBy(name)} ${cardMark('running', name)}`,
    ...{ reasons: [], suggestedAmount: '' },
  };
  const scan = { field: 'scan', name: 'karta.pdf', blob };
  const which = { applicationId: story.id('running'), memberId, revision: 0 };
  must(keyInCard(deps, coordinatorOf(deps), { ...which, ...written, scan }));
}

/** The secretary's card that the meeting waits for. */
function givenBack(story: Telling): { applicationId: number; memberId: number } {
  return { applicationId: story.id('reserve'), memberId: story.jury[1]?.memberId ?? 0 };
}

/** The chair opens the meeting with a screen; one application is talked about, from which nobody is excluded. */
function meetingIsOpened(story: Telling): void {
  const { deps } = story.house;
  const chair = chairOf(story);
  const callId = story.id('call');
  const attendance = story.jury.map(({ memberId }) => memberId);
  must(
    openMeeting(deps, chair.actor, {
      callId,
      place: 'czytelnia biblioteki',
      agenda: 'ranking',
      isOnScreen: true,
      attendance,
    }),
  );
  must(moveAgenda(deps, chair.actor, { callId, applicationId: story.id('negotiated'), revision: 1 }));
  const card = deps.db.get<{ id: number }>(
    sql`select id from score_cards where application_id = ${story.id('negotiated')} and member_id = ${story.jury[1]?.memberId}`,
  );
  story.note({ 'card talked about': card?.id ?? 0 });
}

function chairOf(story: Telling): Telling['jury'][number] {
  const [chair] = story.jury;
  if (chair === undefined) throw new Error('the jury has a chair');
  return chair;
}

/** The jury settles one amount and adopts its ranking. */
function juryMeets(story: Telling): void {
  must(restoreCard(story.house.deps, coordinatorOf(story.house.deps), givenBack(story)));
  const { deps } = story.house;
  const chair = chairOf(story);
  const callId = story.id('call');
  const item = { callId, applicationId: story.id('negotiated'), revision: 1, note: 'Scena jest w świetlicy.' };
  must(settleItem(deps, chair.actor, { ...item, amount: grosze(2_500_00), forGroup: 'Bez wynajmu sceny.' }));
  story.note({ ranking: must(closeMeeting(deps, chair.actor, { callId, revision: 2 })) });
}

function decisionsArePrepared(story: Telling): void {
  const { deps, clock } = story.house;
  clock.set(momentOf(deps, story.id('call'), 'results'));
  must(prepareDecisions(deps, coordinatorOf(deps), { callId: story.id('call') }));
}

function decisionsAreProposed(story: Telling): void {
  const { deps } = story.house;
  const reason = 'Bez wynajmu sceny: jest w świetlicy.';
  const changes = [
    { applicationId: story.id('negotiated'), kind: 'award' as const, amount: grosze(2_500_00), reason },
    { applicationId: story.id('reserve'), kind: 'reserve' as const, amount: null },
  ];
  must(proposeDecisions(deps, coordinatorOf(deps), setWith(deps, story.id('call'), changes)));
}

function decisionsAreApproved(story: Telling): void {
  const { deps } = story.house;
  const callId = story.id('call');
  must(approveDecisions(deps, directorOf(deps), { callId, revision: findSet(deps.db, callId)?.revision ?? 0 }));
}

function resultsArePublished(story: Telling): void {
  const { deps } = story.house;
  must(publishDecisions(deps, coordinatorOf(deps), { callId: story.id('call') }));
  for (const name of ['settled', 'running', 'negotiated'])
    story.note({ [`initiative ${name}`]: initiativeOf(deps.db, story.id(name))?.id ?? 0 });
}

/** One agreement is issued; of the other two initiatives one has agreed its plan, one waits for the accountant. */
function agreementIsIssued(story: Telling): void {
  const { deps } = story.house;
  issuedAgreement(deps, story.id('initiative running'));
  agreedInitiative(deps, story.id('initiative settled'));
  agreedInitiative(deps, story.id('initiative negotiated'));
  must(openAgreement(deps, coordinatorOf(deps), { initiativeId: story.id('initiative negotiated') }));
}

/** Both agreements are signed; one group's bills stand at each of their stages, the other's only one is paid. */
async function workBegins(story: Telling): Promise<void> {
  const { deps, clock } = story.house;
  clock.set(momentOf(deps, story.id('call'), 'realisation'));
  must(confirmFunds(deps, accountantOf(deps), { initiativeId: story.id('initiative negotiated') }));
  const scan = must(await deps.files.receive(Readable.from([Buffer.from('%PDF-1.7 podpisane')]), 1000));
  const running = { initiativeId: story.id('initiative running'), signedOn: warsawDay(clock.now()) };
  must(recordSigned(deps, coordinatorOf(deps), { ...running, scan: { blob: scan, name: 'podpisane.pdf' } }));
  await signedAgreement(deps, story.id('initiative settled'));
  story.note({
    'draft expense': draftInvoice(deps, bill(story, 'running', 100_00)),
    'booked expense': bookedInvoice(deps, bill(story, 'running', 150_00)),
    'controlled expense': controlledInvoice(deps, bill(story, 'running', 200_00)),
    'approved expense': approvedInvoice(deps, bill(story, 'running', 250_00)),
    'paid expense': paidInvoice(deps, bill(story, 'settled', 300_00)),
  });
  must(askForDescription(deps, accountantOf(deps), story.id('booked expense')));
  askForReport(deps, accountantOf(deps), 'project_report');
}

function controlledInvoice(deps: Deps, story: StoryExpense): number {
  const id = bookedInvoice(deps, story);
  must(controlExpense(deps, accountantOf(deps), id));
  return id;
}

function bill(story: Telling, name: 'running' | 'settled', amount: number): StoryExpense {
  const initiativeId = story.id(`initiative ${name}`);
  const [line] = planLines(story.house.deps.db, initiativeId, 'agreed');
  if (line === undefined) throw new Error('the agreed plan has rows');
  return { parts: [{ lineId: line.budgetLineId, initiativeId, amount: grosze(amount) }] };
}

function initiativeIsSettled(story: Telling): void {
  const { deps } = story.house;
  const initiativeId = story.id('initiative settled');
  const settlement = must(settleInitiative(deps, accountantOf(deps), { initiativeId, note: 'Bez uwag.' }));
  story.note({ settlement });
}

function sent(story: Telling, name: Group): SubmittedStory {
  const found = story.applications.get(name);
  if (found === undefined) throw new Error(`the story has no application ${name}`);
  return found;
}

function must<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result.value;
}
