import { Readable } from 'node:stream';
import { sql } from 'drizzle-orm';
import type { Deps } from '../../../src/deps.ts';
import { readActor } from '../../../src/features/accounts/queries.ts';
import { startForPerson } from '../../../src/features/applications/assistance/start.ts';
import { addAttachments } from '../../../src/features/applications/commands/attach.ts';
import { submitApplication } from '../../../src/features/applications/commands/submit.ts';
import { readDraft } from '../../../src/features/applications/drafts.ts';
import { inviteMember } from '../../../src/features/applications/members/commands.ts';
import { sendMessage } from '../../../src/features/applications/messages/commands.ts';
import { readFormalCriteria } from '../../../src/features/calls/criteria.ts';
import { type ApplicantKind, readCall } from '../../../src/features/calls/queries.ts';
import { rehearsalToken } from '../../../src/features/calls/rehearsal/address.ts';
import { joinRehearsal, moveRehearsalOn, startRehearsal } from '../../../src/features/calls/rehearsal/commands.ts';
import { currentStep } from '../../../src/features/calls/rehearsal/steps.ts';
import { setSecondSignature } from '../../../src/features/calls/second-signature/commands.ts';
import { readCard } from '../../../src/features/checks/card.ts';
import { decideCard } from '../../../src/features/checks/commands/decide.ts';
import { sendCardBack } from '../../../src/features/checks/second/commands.ts';
import { noteCall } from '../../../src/features/correspondence/dispatches.ts';
import { approveDecisions } from '../../../src/features/decisions/commands/approve.ts';
import { prepareDecisions, proposeDecisions } from '../../../src/features/decisions/commands/prepare.ts';
import { publishDecisions } from '../../../src/features/decisions/commands/publish.ts';
import { findSet } from '../../../src/features/decisions/queries.ts';
import { initiativeOf } from '../../../src/features/initiatives/queries.ts';
import { callUpReserve } from '../../../src/features/jury/commands/call-up.ts';
import { signDeclaration } from '../../../src/features/jury/commands/conflicts.ts';
import { appointMember } from '../../../src/features/jury/commands/members.ts';
import { takeOff } from '../../../src/features/jury/commands/take-off.ts';
import { seenPoints } from '../../../src/features/ranking/meeting/changeable.ts';
import { moveAgenda } from '../../../src/features/ranking/meeting/commands/agenda.ts';
import { closeMeeting } from '../../../src/features/ranking/meeting/commands/close.ts';
import { openMeeting } from '../../../src/features/ranking/meeting/commands/open.ts';
import { changePoints } from '../../../src/features/ranking/meeting/commands/points.ts';
import { settleItem } from '../../../src/features/ranking/meeting/commands/settle.ts';
import { saveScoreCard } from '../../../src/features/reviews/commands/save.ts';
import { sendScoreCard } from '../../../src/features/reviews/commands/send.ts';
import type { Actor } from '../../../src/lib/actor.ts';
import type { Result } from '../../../src/lib/result.ts';
import type { TestPerson } from '../house.ts';
import { completeDraft, startedDraft } from './applications.ts';
import type { Telling } from './competition.ts';
import { accountantOf, directorOf, setWith, signedAgreement } from './decisions.ts';
import { coordinatorOf, pointsOf } from './jury.ts';
import { changedTwice, correctionsAsked, guardianAsked, recheckAsked, wroteOfTheCall } from './rehearsal-beside.ts';

/** A word of nobody's real application: where it is read, something of the rehearsal has leaked. */
export const playedWord = 'Kwaśnojabłecznik';

export interface RehearsalCast {
  /** Writes and wins; belongs to no staff. */
  readonly leader: TestPerson;
  readonly jurors: readonly TestPerson[];
}

export interface PlayedRehearsal {
  readonly callId: number;
  readonly applicationId: number;
  readonly initiativeId: number;
}

/** A rehearsal of the call that is open only for those who were given its address: the coordinator of these stories, and the cast. */
export function rehearsalBegun(deps: Deps, realCallId: number, cast: RehearsalCast): number {
  const callId = must(startRehearsal(deps, coordinatorOf(deps), realCallId));
  const token = rehearsalToken(deps.secret, callId);
  for (const { id } of [cast.leader, ...cast.jurors]) must(joinRehearsal(deps, actorOf(deps, id), token));
  for (const actor of [directorOf(deps), accountantOf(deps)]) must(joinRehearsal(deps, actor, token));
  return callId;
}

/** From the first word to a signed agreement at one moment, with the unmistakable word wherever somebody may write. */
export async function rehearsalPlayed(deps: Deps, realCallId: number, cast: RehearsalCast): Promise<PlayedRehearsal> {
  const callId = rehearsalBegun(deps, realCallId, cast);
  const coordinator = coordinatorOf(deps);
  const applicationId = await applied(deps, callId, cast.leader);
  const child = nth(cast.jurors, 2);
  const refusedId = await applied(deps, callId, child, 'minor');
  await guardianAsked(deps, child.actor, refusedId, playedWord);
  changedTwice(deps, cast.leader.actor, applicationId, playedWord);
  await wroteOfTheCall(deps, callId, playedWord);
  talked(deps, callId, applicationId, cast.leader);
  keyedIn(deps, callId);
  const jurors = cast.jurors.slice(0, 2);
  jurors.forEach(({ name, email }, index) => {
    const seat = { name, email, function: index === 0 ? ('chair' as const) : ('secretary' as const) };
    must(appointMember(deps, coordinator, { ...seat, callId, represents: playedWord }));
  });
  movedOn(deps, callId);
  correctionsAsked(deps, coordinator, applicationId, playedWord);
  must(setSecondSignature(deps, coordinator, { callId, isOn: true }));
  checked(deps, coordinator, callId, applicationId, 'accepted');
  must(setSecondSignature(deps, coordinator, { callId, isOn: false }));
  must(sendCardBack(deps, coordinator, { applicationId, revision: 1, note: `Nie o tym jest ${playedWord}.` }));
  checked(deps, coordinator, callId, applicationId, 'accepted');
  checked(deps, coordinator, callId, refusedId, 'rejected');
  recheckAsked(deps, child.actor, refusedId, playedWord);
  movedOn(deps, callId);
  for (const { id } of jurors) scored(deps, actorOf(deps, id), callId, applicationId);
  calledUpAndTakenOff(deps, callId, child, refusedId);
  movedOn(deps, callId);
  meetingHeld(deps, actorOf(deps, nth(jurors, 0).id), callId, applicationId);
  must(prepareDecisions(deps, coordinator, { callId }));
  const reason = `${playedWord}: bez sceny.`;
  must(proposeDecisions(deps, coordinator, setWith(deps, callId, [{ applicationId, reason }])));
  must(approveDecisions(deps, directorOf(deps), { callId, revision: findSet(deps.db, callId)?.revision ?? 0 }));
  must(publishDecisions(deps, coordinator, { callId }));
  movedOn(deps, callId);
  const initiativeId = initiativeOf(deps.db, applicationId)?.id ?? 0;
  await signedAgreement(deps, initiativeId);
  movedOn(deps, callId);
  return { callId, applicationId, initiativeId };
}

/** Somebody in reserve is called up and taken off again, for reasons with the word. */
function calledUpAndTakenOff(
  deps: Deps,
  callId: number,
  played: RehearsalCast['jurors'][number],
  ownApplication: number,
): void {
  const coordinator = coordinatorOf(deps);
  const seat = { name: played.name, email: played.email, function: 'reserve', represents: playedWord } as const;
  const memberId = must(appointMember(deps, coordinator, { ...seat, callId }));
  const own = { applicationId: ownApplication, kind: 'exclusion', ground: 'own_benefit', note: playedWord } as const;
  must(signDeclaration(deps, actorOf(deps, played.id), { callId, recusals: [own] }));
  must(callUpReserve(deps, coordinator, { callId, memberId, applicationIds: null, reason: `Bo ${playedWord}.` }));
  const words = { reason: `Już nie ${playedWord}.`, order: `${playedWord} 1/2024` };
  must(takeOff(deps, coordinator, { callId, memberId, cards: null, ...words }));
}

/** The jury meets with the system, the word in all that is written down there. */
function meetingHeld(deps: Deps, chair: Actor, callId: number, applicationId: number): void {
  const attendance = deps.db
    .all<{ id: number }>(sql`select id from jury_members where call_id = ${callId} and removed_at is null`)
    .map(({ id }) => id);
  must(openMeeting(deps, chair, { callId, place: playedWord, agenda: 'filing', isOnScreen: false, attendance }));
  must(moveAgenda(deps, chair, { callId, applicationId, revision: 1 }));
  const item = { callId, applicationId, revision: 1, note: `${playedWord} omówiona.`, amount: null };
  must(settleItem(deps, chair, { ...item, forGroup: `${playedWord} warunkiem.`, presenter: `Osoba ${playedWord}` }));
  const points = deps.db.all<{ cardId: number; criterionId: number; points: number }>(sql`
    select s.card_id as cardId, s.criterion_id as criterionId, s.points from score_points s join score_cards k on k.id = s.card_id
    where k.application_id = ${applicationId} and k.member_id = ${nth(attendance, 0)} order by s.criterion_id`);
  const changed = points.map((one, index) => ({ ...one, points: index === 0 ? one.points - 1 : one.points }));
  const { cardId } = nth(points, 0);
  const change = { callId, cardId, seen: seenPoints(points), points: changed, reason: `Przez ${playedWord}.` };
  must(changePoints(deps, chair, change));
  must(closeMeeting(deps, chair, { callId, revision: 2 }));
}

/** A rehearsal goes on beside the call: somebody without a role plays the group, and a letter of hers is caught. */
export function rehearse(story: Telling): void {
  const { deps } = story.house;
  const colleague = story.house.person('Kalina Sidor', 'kalina@example.org');
  const callId = rehearsalBegun(deps, story.id('call'), { leader: colleague, jurors: [] });
  const draft = startedDraft(deps, { leader: colleague.name, email: colleague.email, title: 'Na niby', callId });
  must(inviteMember(deps, draft.actor, { applicationId: draft.id, email: directorsEmail(deps), may: 'edit' }));
  const letter = deps.db.get<{ id: number }>(sql`select id from letters where caught_for = ${callId}`)?.id ?? 0;
  story.cast({ colleague: colleague.id });
  story.note({ rehearsal: callId, 'caught letter': letter, 'played draft': draft.id });
}

/** Whoever is invited to write along plays too. */
function directorsEmail(deps: Deps): string {
  const { personId } = directorOf(deps);
  return deps.db.get<{ email: string }>(sql`select email from people where id = ${personId}`)?.email ?? '';
}

async function applied(
  deps: Deps,
  callId: number,
  { name, email }: TestPerson,
  kind: ApplicantKind = 'informal_group',
): Promise<number> {
  const started = completeDraft(deps, {
    ...{ leader: name, email, callId, kind, title: `${playedWord} po sąsiedzku` },
    ...(kind === 'minor' ? { applicant: { guardianName: `Teresa ${playedWord}` } } : {}),
    answers: { summary: `${playedWord} co niedzielę.` },
    groupName: `Grupa ${playedWord}`,
  });
  const blob = must(await deps.files.receive(Readable.from([Buffer.from(`%PDF-1.7 ${playedWord} ${email}`)]), 1000));
  const files = [{ field: 'file', name: `${playedWord}.pdf`, blob }];
  must(addAttachments(deps, started.actor, { applicationId: started.id, label: playedWord, files }));
  must(inviteMember(deps, started.actor, { applicationId: started.id, email: directorsEmail(deps), may: 'edit' }));
  const revision = readDraft(deps.db, started.id)?.revision ?? 0;
  must(submitApplication(deps, started.actor, { applicationId: started.id, revision }));
  return started.id;
}

function talked(deps: Deps, callId: number, applicationId: number, leader: TestPerson): void {
  const coordinator = coordinatorOf(deps);
  must(sendMessage(deps, coordinator, applicationId, `Ile osób zje ${playedWord}?`));
  must(sendMessage(deps, leader.actor, applicationId, `${playedWord} zje czterdzieści osób.`));
  const said = {
    callId,
    withWhom: leader.name,
    doneBy: 'Joanna',
    note: `Rozmowa o ${playedWord}`,
    at: deps.clock.now(),
  };
  must(
    noteCall(deps, coordinator, { ...said, about: { kind: 'application', id: applicationId }, personId: leader.id }),
  );
}

/** Somebody made up, without an account. */
function keyedIn(deps: Deps, callId: number): void {
  const person = { name: `Zofia ${playedWord}`, email: '', phone: '+48875162011' };
  const home = { street: `${playedWord} 14`, postalCode: '16-500', city: 'Sejny' };
  const arrival = { arrivedAt: deps.clock.now(), way: 'hand', journalNumber: playedWord, lateReason: '' } as const;
  must(startForPerson(deps, coordinatorOf(deps), { callId, kind: 'person', ...person, ...home, arrival }));
}

function checked(
  deps: Deps,
  coordinator: Actor,
  callId: number,
  applicationId: number,
  outcome: 'accepted' | 'rejected',
): void {
  const answers = readFormalCriteria(deps.db, callId).map(({ id }, index) => ({
    criterionId: id,
    verdict: outcome === 'rejected' && index === 0 ? ('no' as const) : ('yes' as const),
    note: playedWord,
  }));
  const reason = outcome === 'rejected' ? `Za mało: ${playedWord}.` : '';
  const { revision } = readCard(deps.db, applicationId);
  must(decideCard(deps, coordinator, { applicationId, revision, answers, reason, outcome }));
}

function scored(deps: Deps, juror: Actor, callId: number, applicationId: number): void {
  must(signDeclaration(deps, juror, { callId, recusals: [] }));
  const justification = `${playedWord} jest potrzebny, dobrze policzony i łączy sąsiadów, którzy dotąd się nie znali.`;
  const points = pointsOf(deps, callId, 5);
  const reasons = points.map(({ criterionId }) => ({ criterionId, reason: `Bo ${playedWord}.` }));
  const privateNote = `Zapytać o ${playedWord}.`;
  const card = { applicationId, revision: 0, points, justification, reasons, privateNote };
  const revision = must(saveScoreCard(deps, juror, card));
  must(sendScoreCard(deps, juror, { applicationId, revision }));
}

/** By the coordinator's button. */
export function movedOn(deps: Deps, callId: number): void {
  const call = readCall(deps.db, callId);
  if (call === undefined) throw new Error('there is no rehearsal');
  must(moveRehearsalOn(deps, coordinatorOf(deps), callId, currentStep(call.stages, deps.clock.now())));
}

function actorOf(deps: Deps, personId: number): Extract<Actor, { kind: 'person' }> {
  const actor = readActor(deps.db, personId);
  if (actor?.kind !== 'person') throw new Error('nobody');
  return actor;
}

function nth<Item>(items: readonly Item[], index: number): Item {
  const item = items[index];
  if (item === undefined) throw new Error(`there is no number ${index}`);
  return item;
}

function must<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result.value;
}
