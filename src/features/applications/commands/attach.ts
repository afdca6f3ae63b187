import { eq, sql } from 'drizzle-orm';
import type { Reader, Tx } from '../../../db/connection.ts';
import { applications, attachments } from '../../../db/schema/applications.ts';
import type { Deps } from '../../../deps.ts';
import { addFile, nextId } from '../../../files/records.ts';
import { record } from '../../../history/record.ts';
import type { Actor } from '../../../lib/actor.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import type { UploadedFile } from '../../../web/upload.ts';
import { readFormText } from '../../calls/call-texts.ts';
import { isSectionOpen } from '../corrections/policy.ts';
import type { Attachment, Draft } from '../drafts.ts';
import { fixedSections } from '../paths.ts';
import { sectionOf } from '../sections.ts';
import { ownFor } from './own.ts';

/** Files one application may carry, each up to so many bytes. */
export const mostAttachments = 20;
export const attachmentLimitBytes = 15 * 1024 * 1024;

/** The question that files answer and how many it takes. */
export interface AttachmentPlace {
  readonly question: string;
  readonly most: number;
}

const besideQuestions: AttachmentPlace = { question: '', most: mostAttachments };

/**
 * Adds files that already lie in the store. A file sent again to its place is kept once and takes the name it is sent with now.
 * Refuses 'absent', 'not_in_this_state', 'section_not_open', 'file_missing', 'too_many_files' and 'too_many_of_question' (facts most).
 */
export function addAttachments(
  deps: Deps,
  actor: Actor,
  {
    applicationId,
    label,
    files,
    place = besideQuestions,
  }: { applicationId: number; label: string; files: readonly UploadedFile[]; place?: AttachmentPlace },
): Result {
  return deps.db.write((tx) => {
    const own = ownFor(tx, actor, applicationId, 'write');
    if (!own.ok) return own;
    const { draft } = own.value;
    if (!isPlaceOpen(tx, draft, place.question)) return refused('section_not_open');
    if (files.length === 0) return refused('file_missing', { field: 'file' });
    const there = draft.attachments.filter(({ question }) => question === place.question);
    const known = (file: UploadedFile) => there.find((one) => one.sha256 === file.blob.sha256);
    const fresh = onceEach(files.filter((file) => known(file) === undefined));
    if (draft.attachments.length + fresh.length > mostAttachments)
      return refused('too_many_files', { field: 'file', facts: { most: mostAttachments } });
    if (place.question !== '' && there.length + fresh.length > place.most)
      return refused('too_many_of_question', { field: 'file', facts: { most: place.most } });
    for (const file of fresh) addOne(tx, deps, actor, draft, { label, question: place.question }, file);
    for (const one of files.map(known)) if (one !== undefined && label !== '') rename(tx, draft, one, label);
    return done();
  });
}

/** Files of a question belong to its section, the others to the section of attachments. */
function isPlaceOpen(reader: Reader, { amends, formTextId }: Draft, question: string): boolean {
  const correction = amends?.correction ?? null;
  if (correction === null) return true;
  const asked = question === '' ? undefined : sectionOf(readFormText(reader, formTextId), `answers.${question}`);
  return isSectionOpen(correction, asked ?? fixedSections.attachments);
}

function onceEach(files: readonly UploadedFile[]): UploadedFile[] {
  return files.filter(({ blob }, index) => files.findIndex((one) => one.blob.sha256 === blob.sha256) === index);
}

function rename(tx: Tx, draft: Draft, { id, label: before }: Attachment, label: string): void {
  if (label === before) return;
  tx.orm.update(attachments).set({ label }).where(eq(attachments.id, id)).run();
  tx.orm.update(applications).set({ revision: sql`revision + 1` }).where(eq(applications.id, draft.id)).run();
}

function addOne(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  draft: Draft,
  about: { readonly label: string; readonly question: string },
  file: UploadedFile,
): void {
  const id = nextId(tx, attachments);
  const fileId = addFile(tx, deps.clock, actor, file.blob, file.name, { kind: 'attachment', id });
  tx.orm
    .insert(attachments)
    .values({ id, applicationId: draft.id, fileId, ...about, addedAt: deps.clock.now() })
    .run();
  noteChange(tx, deps, actor, draft, 'application.attachment_added', fileId);
}

/** Takes an attachment back; its file stays with the group alone. Refuses 'absent', 'not_in_this_state', 'section_not_open'. */
export function removeAttachment(
  deps: Deps,
  actor: Actor,
  { applicationId, attachmentId }: { applicationId: number; attachmentId: number },
): Result {
  return deps.db.write((tx) => {
    const own = ownFor(tx, actor, applicationId, 'write');
    if (!own.ok) return own;
    const { draft } = own.value;
    const attachment = draft.attachments.find((one) => one.id === attachmentId);
    if (attachment === undefined) return refused('absent');
    if (!isPlaceOpen(tx, draft, attachment.question)) return refused('section_not_open');
    tx.orm.update(attachments).set({ removedAt: deps.clock.now() }).where(eq(attachments.id, attachmentId)).run();
    noteChange(tx, deps, actor, draft, 'application.attachment_removed', attachment.fileId);
    return done();
  });
}

function noteChange(tx: Tx, deps: Deps, actor: Actor, draft: Draft, what: string, fileId: number): void {
  tx.orm.update(applications).set({ revision: sql`revision + 1` }).where(eq(applications.id, draft.id)).run();
  record(tx, deps, actor, {
    what,
    subject: { kind: 'application', id: draft.id },
    callId: draft.callId,
    facts: { file: fileId },
  });
}
