import { sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { callTexts } from '../../db/schema/calls.ts';
import type { LegalKind, LegalText, StoredLegal } from './definitions.ts';
import type { FormDefinition } from './form/questions.ts';
import { readCall } from './queries.ts';
import { legalValues } from './rules/field-texts.ts';
import { filledLegal } from './rules/language.ts';

type TextKind = typeof callTexts.$inferSelect.kind;

/** One version of a text; an application keeps the ids of the versions it was written under. */
export interface CallText<Content> {
  readonly id: number;
  readonly number: number;
  readonly content: Content;
}

/** The newest questions and consents of the call. */
export function readForm(reader: Reader, callId: number): FormDefinition {
  return readFormVersion(reader, callId).content;
}

/** As `readForm`, with the version's id, for a new application's `form_text_id`. */
export function readFormVersion(reader: Reader, callId: number): CallText<FormDefinition> {
  return newest<FormDefinition>(reader, callId, 'form');
}

/** The questions an application was written under. */
export function readFormText(reader: Reader, formTextId: number): FormDefinition {
  const row = reader.get<{ content: string }>(
    sql`select content from call_texts where id = ${formTextId} and kind = 'form'`,
  );
  if (row === undefined) throw new Error(`There is no form text ${formTextId}`);
  return JSON.parse(row.content) as FormDefinition;
}

/** The newest rules, their fields filled from the call as it stands. */
export function readRules(reader: Reader, callId: number): CallText<LegalText> {
  return filled(reader, callId, readLegalSource(reader, callId, 'rules'));
}

/** The privacy clause; its id goes into a new application's `privacy_text_id`. */
export function readPrivacyClause(reader: Reader, callId: number): CallText<LegalText> {
  return filled(reader, callId, readLegalSource(reader, callId, 'privacy'));
}

/** The newest version as it was written, still with its fields: for its editor and for copies of the call. */
export function readLegalSource(reader: Reader, callId: number, kind: LegalKind): CallText<StoredLegal> {
  return newest<StoredLegal>(reader, callId, kind);
}

/** What was written for a call, with its fields filled from the call as it stands. */
export function filledFor(reader: Reader, callId: number, stored: StoredLegal): LegalText {
  const call = readCall(reader, callId);
  if (call === undefined) throw new Error(`There is no call ${callId}`);
  return filledLegal(stored, legalValues(reader, call));
}

function filled(reader: Reader, callId: number, text: CallText<StoredLegal>): CallText<LegalText> {
  return { ...text, content: filledFor(reader, callId, text.content) };
}

function newest<Content>(reader: Reader, callId: number, kind: TextKind): CallText<Content> {
  const row = reader.get<{ id: number; number: number; content: string }>(sql`
    select id, number, content from call_texts where call_id = ${callId} and kind = ${kind} order by number desc limit 1`);
  if (row === undefined) throw new Error(`The call ${callId} has no text of the kind ${kind}`);
  return { id: row.id, number: row.number, content: JSON.parse(row.content) as Content };
}
