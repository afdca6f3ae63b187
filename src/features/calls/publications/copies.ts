import { eq, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/connection.ts';
import { callPublications } from '../../../db/schema/calls-published.ts';
import type { Deps } from '../../../deps.ts';
import { type Actor, personIdOf } from '../../../lib/actor.ts';
import { askForDocument } from '../../../pdf/register.ts';
import { drawWording } from '../../../pdf/wording/draw.ts';
import { documentText } from '../../../pdf/wording/versions.ts';
import { shownPaper } from '../../../web/shown-paper.ts';
import { readOrganisation } from '../../organisation/queries.ts';
import { letterheadOf } from '../../project/letterhead.ts';
import { consultationSubject, noticeSubject, rulesSubject } from '../access.ts';
import { readPrivacyClause, readRules } from '../call-texts.ts';
import { consultationPaths } from '../consultation/paths.ts';
import type { DateChange } from '../dates/change.ts';
import type { LegalKind, LegalText } from '../definitions.ts';
import { loadRules, pointsOf } from '../documents/rules.ts';
import { drawSummary, loadSummary } from '../documents/summary.ts';
import { callDocuments } from '../documents.ts';
import { callPaths } from '../paths.ts';
import { type Call, readApplicantKinds, readCall } from '../queries.ts';
import { rulesPaths } from '../rules/paths.ts';
import {
  announcementNotice,
  drawNotice,
  type Notice,
  type NoticeFrame,
  noticeTitle,
  timetableNotice,
} from './notice-texts.ts';
import type { KeptCopy, PublicationKind } from './queries.ts';

/** Keeps the announcement of a call, its rules and its privacy clause, in the transaction that announces it. */
export function publishAnnouncement(tx: Tx, deps: Deps, actor: Actor, callId: number): void {
  const call = known(tx, callId);
  const rules = readRules(tx, callId);
  const frame = frameOf(tx, deps, call);
  keepNotice(tx, deps, actor, call, {
    what: 'announcement',
    notice: announcementNotice(call, frame, { rulesNumber: rules.number, kinds: readApplicantKinds(tx, callId) }),
  });
  publishText(tx, deps, actor, { call, kind: 'rules', textId: rules.id });
  publishText(tx, deps, actor, { call, kind: 'privacy', textId: readPrivacyClause(tx, callId).id });
}

/** Keeps the newest version of a text as it reads now; of the rules with the paper asked for just before. */
export function publishText(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  { call, kind, textId }: { call: Pick<Call, 'id'>; kind: LegalKind; textId: number },
): void {
  if (kind === 'rules') keepRules(tx, deps, actor, call.id, 'rules', textId);
  else {
    const { number, content } = readPrivacyClause(tx, call.id);
    const address = rulesPaths.versionOf(call.id, 'privacy', number);
    keep(tx, deps, actor, {
      callId: call.id,
      what: 'privacy',
      textId,
      address,
      content: { shown: shownText(content) },
    });
  }
}

/** Keeps the rules whose amounts or limits changed after the announcement. */
export function publishTerms(tx: Tx, deps: Deps, actor: Actor, callId: number): void {
  keepRules(tx, deps, actor, callId, 'terms', null);
}

/** Keeps the draft rules shown for opinions. */
export function publishDraftRules(tx: Tx, deps: Deps, actor: Actor, callId: number, textId: number): void {
  const content = { shown: shownRules(tx, deps, callId) };
  keep(tx, deps, actor, { callId, what: 'draft_rules', textId, address: consultationPaths.showOf(callId), content });
}

/** Keeps the summary of a consultation, with the paper asked for just before. */
export function publishConsultation(tx: Tx, deps: Deps, actor: Actor, callId: number): void {
  const summary = loadSummary(tx, callId, { askedAt: deps.clock.now(), publicUrl: deps.publicUrl });
  const documentId = newestDocument(tx, 'consultation_summary', consultationSubject(callId).kind, callId);
  const content = { shown: shownPaper((sheet) => drawSummary(sheet, summary)) };
  const address = consultationPaths.showOf(callId);
  keep(tx, deps, actor, { callId, what: 'consultation_summary', documentId, address, content });
}

/** Keeps the notice of changed dates. */
export function publishChange(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  change: { callId: number; changeId: number; reason: string; dates: readonly DateChange[] },
): void {
  const call = known(tx, change.callId);
  const notice = timetableNotice(call, frameOf(tx, deps, call), change);
  keepNotice(tx, deps, actor, call, { what: 'timetable', changeId: change.changeId, notice });
}

function keepRules(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  callId: number,
  what: 'rules' | 'terms',
  textId: number | null,
): void {
  const { number } = readRules(tx, callId);
  const address = what === 'rules' ? rulesPaths.versionOf(callId, 'rules', number) : callPaths.rulesOf(callId);
  const documentId = newestDocument(tx, 'call_rules', rulesSubject(callId).kind, callId);
  const content = { shown: shownRules(tx, deps, callId) };
  keep(tx, deps, actor, { callId, what, textId, documentId, address, content });
}

/** A notice with its paper, which is drawn from the kept row. */
function keepNotice(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  call: Call,
  { notice, ...row }: { what: PublicationKind; changeId?: number; notice: Notice },
): void {
  const content = { shown: shownPaper((sheet) => drawNotice(sheet, notice)), notice };
  const id = keep(tx, deps, actor, { ...row, callId: call.id, address: callPaths.showOf(call.id), content });
  const title = noticeTitle(notice);
  const documentId = askForDocument(tx, deps.clock, actor, 'call_notice', noticeSubject(id), title);
  tx.orm.update(callPublications).set({ documentId }).where(eq(callPublications.id, id)).run();
}

function keep(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  {
    content,
    address,
    ...row
  }: Omit<typeof callPublications.$inferInsert, 'id' | 'content' | 'publishedAt'> & { content: KeptCopy },
): number {
  const { id } = tx.orm
    .insert(callPublications)
    .values({
      ...row,
      address: deps.publicUrl + address,
      content: JSON.stringify(content),
      publishedAt: deps.clock.now(),
      publishedBy: personIdOf(actor),
    })
    .returning({ id: callPublications.id })
    .get();
  return id;
}

/** The rules as their paper says them at this moment. */
function shownRules(tx: Tx, deps: Deps, callId: number): KeptCopy['shown'] {
  const kind = callDocuments.call_rules;
  const data = loadRules(tx, callId, { askedAt: deps.clock.now(), publicUrl: deps.publicUrl });
  const { text } = documentText(tx, deps.clock, kind, 'rules');
  return shownPaper((sheet) => drawWording(sheet, kind.wording, data, text));
}

function shownText({ sections }: LegalText): KeptCopy['shown'] {
  return shownPaper((sheet) => {
    for (const { title, items } of sections) {
      sheet.heading(title, 2);
      sheet.points(pointsOf(items));
    }
  });
}

function newestDocument(tx: Tx, kind: string, subjectKind: string, subjectId: number): number | null {
  const row = tx.get<{ id: number }>(sql`
    select id from documents where kind = ${kind} and subject_kind = ${subjectKind} and subject_id = ${subjectId} order by id desc limit 1`);
  return row?.id ?? null;
}

function known(tx: Tx, callId: number): Call {
  const call = readCall(tx, callId);
  if (call === undefined) throw new Error(`There is no call ${callId}`);
  return call;
}

function frameOf(tx: Tx, deps: Deps, call: Call): NoticeFrame {
  const { name, phone, email } = readOrganisation(tx);
  return {
    letterhead: letterheadOf(tx),
    publishedAt: deps.clock.now(),
    libraryName: name,
    contact: [phone === '' ? '' : `tel. ${phone}`, email].filter((part) => part !== '').join(', '),
    address: deps.publicUrl + callPaths.showOf(call.id),
  };
}
