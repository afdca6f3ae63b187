import { sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import type { Instant } from '../../../lib/days.ts';
import { readLegalSource } from '../call-texts.ts';
import type { LegalKind, StoredLegal } from '../definitions.ts';
import { sourceOf } from './language.ts';

/** A text as staff are writing it. */
export interface WorkingLegal {
  readonly text: string;
  /** Of the newest save; 0 where nobody has written yet. */
  readonly revision: number;
  /** Something stands here that is not published. */
  readonly isChanged: boolean;
  readonly published: { readonly id: number; readonly number: number; readonly text: string };
  readonly savedAt: Instant | null;
  readonly savedBy: string;
}

export interface LegalSave {
  readonly revision: number;
  readonly step: 'saved' | 'published' | 'put_aside';
  readonly content: string;
  readonly savedAt: Instant;
  readonly savedBy: string;
}

export function readWorkingLegal(reader: Reader, callId: number, kind: LegalKind): WorkingLegal {
  const { id, number, content } = readLegalSource(reader, callId, kind);
  const published = { id, number, text: sourceOf(content) };
  const [newest] = readSaves(reader, callId, kind, 1);
  if (newest?.step !== 'saved')
    return {
      ...{ text: published.text, revision: newest?.revision ?? 0, isChanged: false, published },
      ...{ savedAt: null, savedBy: '' },
    };
  const { content: text, revision, savedAt, savedBy } = newest;
  return { text, revision, isChanged: text !== published.text, published, savedAt, savedBy };
}

/** The newest saves of a text, with what was put aside. */
export function readSaves(reader: Reader, callId: number, kind: LegalKind, most: number): LegalSave[] {
  return reader.all<LegalSave>(sql`
    select d.revision, d.step, d.content, d.saved_at as savedAt, p.name as savedBy from legal_drafts d join people p on p.id = d.saved_by
    where d.call_id = ${callId} and d.kind = ${kind} order by d.revision desc limit ${most}`);
}

/** What one save held; undefined where there is none. */
export function readSave(reader: Reader, callId: number, kind: LegalKind, revision: number): LegalSave | undefined {
  return reader.get<LegalSave>(sql`
    select d.revision, d.step, d.content, d.saved_at as savedAt, p.name as savedBy from legal_drafts d join people p on p.id = d.saved_by
    where d.call_id = ${callId} and d.kind = ${kind} and d.revision = ${revision}`);
}

export interface LegalVersion {
  readonly id: number;
  readonly number: number;
  readonly text: string;
  readonly reason: string;
  readonly createdAt: Instant;
  /** '' for what the call was made with. */
  readonly createdBy: string;
}

/** Every version, the newest first. */
export function readLegalVersions(reader: Reader, callId: number, kind: LegalKind): LegalVersion[] {
  const rows = reader.all<Omit<LegalVersion, 'text'> & { content: string }>(sql`
    select t.id, t.number, t.content, t.reason, t.created_at as createdAt, coalesce(p.name, '') as createdBy
    from call_texts t left join people p on p.id = t.created_by where t.call_id = ${callId} and t.kind = ${kind} order by t.number desc`);
  return rows.map(({ content, ...row }) => ({ ...row, text: sourceOf(JSON.parse(content) as StoredLegal) }));
}
