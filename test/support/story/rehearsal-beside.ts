import { Readable } from 'node:stream';
import { sql } from 'drizzle-orm';
import type { Deps } from '../../../src/deps.ts';
import { readLink } from '../../../src/features/accounts/links.ts';
import { tokenOf } from '../../../src/features/accounts/tokens.ts';
import { beginAmendment } from '../../../src/features/applications/amendments/commands.ts';
import { marksOf } from '../../../src/features/applications/answers/fields.ts';
import { saveSection } from '../../../src/features/applications/commands/save.ts';
import { submitApplication } from '../../../src/features/applications/commands/submit.ts';
import { readDraft } from '../../../src/features/applications/drafts.ts';
import { askGuardian, printSheet } from '../../../src/features/applications/guardian/asking.ts';
import { consentNow } from '../../../src/features/applications/guardian/content.ts';
import { readGuardianFacts } from '../../../src/features/applications/guardian/queries.ts';
import { endConsent, keepConsent, sayByLink } from '../../../src/features/applications/guardian/saying.ts';
import { storedAs, type TypedSection } from '../../../src/features/applications/typed.ts';
import { addMeeting, callOffMeeting } from '../../../src/features/calls/dates/meetings.ts';
import { editForm, publishForm } from '../../../src/features/calls/form/commands.ts';
import { storeOrder } from '../../../src/features/calls/orders/commands.ts';
import { notePlace } from '../../../src/features/calls/publications/commands.ts';
import { readCall, readQuestions } from '../../../src/features/calls/queries.ts';
import { publishLegal, saveLegal } from '../../../src/features/calls/rules/commands.ts';
import { readWorkingLegal } from '../../../src/features/calls/rules/queries.ts';
import { changeQuestions } from '../../../src/features/calls/setup/faq.ts';
import { askForCorrections, doWithoutCorrections } from '../../../src/features/checks/corrections/commands.ts';
import { answerRecheck } from '../../../src/features/checks/recheck/answering.ts';
import { askRecheck } from '../../../src/features/checks/recheck/asking.ts';
import type { Actor } from '../../../src/lib/actor.ts';
import { addTime, warsawDay } from '../../../src/lib/days.ts';
import type { Result } from '../../../src/lib/result.ts';
import { directorOf } from './decisions.ts';
import { coordinatorOf } from './jury.ts';

/** What staff write of a call while it is played, the word in each: texts, an order, a place, a meeting called off. */
export async function wroteOfTheCall(deps: Deps, callId: number, word: string): Promise<void> {
  const joanna = coordinatorOf(deps);
  const legal = (text: string) => {
    const { text: before, revision } = readWorkingLegal(deps.db, callId, 'rules');
    return must(saveLegal(deps, joanna, { callId, kind: 'rules', revision, text: `${before}\n1. ${text}` }));
  };
  const reason = `Bo ${word}.`;
  must(publishLegal(deps, joanna, { callId, kind: 'rules', revision: legal(`${word} należy się każdemu.`), reason }));
  legal(`${word} do namysłu.`);
  const ready = { name: `Czy ${word} jest potrzebny?`, answer: `Tak, ${word}.`, position: 1 };
  const { version = 0 } = readCall(deps.db, callId) ?? {};
  const stood = readQuestions(deps.db, callId).map(({ id, question, answer }, index) => [
    `k${id}`,
    { name: question, answer, position: index + 2 },
  ]);
  must(
    changeQuestions(deps, joanna, { callId, version, rows: { ...Object.fromEntries(stood), n1: ready }, removed: [] }),
  );
  const edit = { do: 'add_section', code: 's9', title: `${word} do namysłu` } as const;
  must(editForm(deps, joanna, { callId, revision: 0, edit: renamed(deps, callId, word) }));
  must(publishForm(deps, joanna, callId, 1));
  must(editForm(deps, joanna, { callId, revision: 0, edit }));
  await stored(deps, joanna, callId, word);
  const startsAt = addTime(deps.clock.now(), { hours: 30 });
  const meeting = { callId, startsAt, endsAt: addTime(startsAt, { hours: 2 }), place: `Sala ${word}` };
  must(addMeeting(deps, joanna, { ...meeting, kind: 'information_meeting' }));
  must(addMeeting(deps, joanna, { ...meeting, kind: 'information_meeting', place: `Świetlica ${word}` }));
  const stageId = newest(deps, sql`select max(id) as id from call_stages where call_id = ${callId}`);
  must(callOffMeeting(deps, joanna, { callId, stageId, reason }));
}

/** A guardian consents at the door of a letter, takes it back at the desk, and signs a sheet in the end; the word in her name and her scan. */
export async function guardianAsked(deps: Deps, child: Actor, applicationId: number, word: string): Promise<void> {
  const joanna = coordinatorOf(deps);
  must(askGuardian(deps, child, { applicationId, email: 'mama@example.org' }));
  const linkId = newest(
    deps,
    sql`select max(link_id) as id from guardian_requests where application_id = ${applicationId}`,
  );
  const [link, facts] = [readLink(deps.db, linkId), readGuardianFacts(deps.db, applicationId)];
  if (link === undefined || facts === undefined) throw new Error('nobody was asked');
  const seen = consentNow(deps.db, deps.clock, facts).fingerprint;
  must(sayByLink(deps, { token: tokenOf(deps.secret, link), word: 'given', seen }));
  must(endConsent(deps, joanna, { applicationId, reason: `Mama wolała ${word}.` }));
  must(printSheet(deps, child, applicationId));
  const signedOn = warsawDay(deps.clock.now());
  const file = { field: 'file', name: `${word}.pdf`, blob: await blobOf(deps, `%PDF-1.7 zgoda ${word}`) };
  must(keepConsent(deps, joanna, { applicationId, way: 'scan', signedOn, file }));
}

/** What was sent is changed and sent again; a further change, with an answer in two versions, is left lying. */
export function changedTwice(deps: Deps, leader: Actor, applicationId: number, word: string): void {
  const { copyId } = must(beginAmendment(deps, leader, applicationId));
  wrote(deps, leader, copyId, `${word} co sobotę.`, 'own');
  const revision = readDraft(deps.db, copyId)?.revision ?? 0;
  must(submitApplication(deps, leader, { applicationId: copyId, revision }));
  const { copyId: left } = must(beginAmendment(deps, leader, applicationId));
  wrote(deps, leader, left, `${word} co drugą sobotę.`, 'own');
  wrote(deps, leader, left, `${word} nigdy.`, 'older');
}

/** Corrections are asked for and not needed in the end, the word in what was missing. */
export function correctionsAsked(deps: Deps, checker: Actor, applicationId: number, word: string): void {
  const untilAt = addTime(deps.clock.now(), { hours: 48 });
  const points = [{ section: 'kosztorys', missing: `Ile kosztuje ${word}?` }];
  must(askForCorrections(deps, checker, { applicationId, untilAt, points }));
  must(doWithoutCorrections(deps, checker, applicationId));
}

/** The rejected group asks for a re-check, the word in its sentence; the director upholds the rejection with the same word. */
export function recheckAsked(deps: Deps, leader: Actor, applicationId: number, word: string): void {
  must(askRecheck(deps, leader, applicationId, `To pomyłka, ${word} jest na miejscu.`));
  const answer = `Nie, ${word} jest gdzie indziej.`;
  must(answerRecheck(deps, directorOf(deps), { applicationId, outcome: 'upheld', answer }));
}

/** Saves one answer, having seen the one that stands or an older one. */
function wrote(deps: Deps, actor: Actor, applicationId: number, summary: string, saw: 'own' | 'older'): void {
  const draft = readDraft(deps.db, applicationId);
  if (draft === undefined) throw new Error('there is no draft');
  const typed: TypedSection = { kind: 'questions', title: null, answers: { summary } };
  const older: TypedSection = { ...typed, answers: { summary: 'Dawniej' } };
  const seen = marksOf(saw === 'own' ? storedAs(draft, typed) : older);
  must(
    saveSection(deps, actor, { applicationId, section: 'idea', seen, page: saw, step: 1, isAutosave: false, typed }),
  );
}

async function stored(deps: Deps, joanna: Actor, callId: number, word: string): Promise<void> {
  const day = warsawDay(deps.clock.now());
  const facts = { number: '7/2024', signedOn: day, concerns: 'jury', about: null, note: word, isPublic: true } as const;
  const scan = async (what: string) => ({ blob: await blobOf(deps, `%PDF-1.7 ${what} ${word}`), name: `${word}.pdf` });
  must(storeOrder(deps, joanna, { callId, facts, scan: await scan('zarządzenie') }));
  const publicationId = newest(deps, sql`select max(id) as id from call_publications where call_id = ${callId}`);
  const place = { publicationId, isResults: false, place: 'notice_board', placedOn: day } as const;
  const written = { ...place, address: `Tablica ${word}`, note: word };
  must(notePlace(deps, joanna, { callId, facts: written, scan: await scan('zdjęcie') }));
}

function renamed(deps: Deps, callId: number, word: string) {
  const { content } = deps.db.get<{ content: string }>(
    sql`select content from call_texts where call_id = ${callId} and kind = 'form'`,
  ) ?? { content: '{"sections":[]}' };
  const [section] = (JSON.parse(content) as { sections: { code: string }[] }).sections;
  return { do: 'rename_section', section: section?.code ?? '', title: `Pomysł na ${word}` } as const;
}

function newest(deps: Deps, which: ReturnType<typeof sql>): number {
  return deps.db.get<{ id: number }>(which)?.id ?? 0;
}

async function blobOf(deps: Deps, content: string) {
  return must(await deps.files.receive(Readable.from([Buffer.from(content)]), 1000));
}

function must<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result.value;
}
