import { sql } from 'drizzle-orm';
import type { Reader } from '../db/connection.ts';
import type { FileRecord } from '../files/records.ts';
import type { Subject } from '../history/record.ts';
import type { Clock } from '../lib/clock.ts';
import type { Instant } from '../lib/days.ts';
import { fingerprintOf, noOccasion } from './data-fingerprint.ts';
import type { DocumentKinds } from './kinds.ts';
import { textIdFor } from './wording/versions.ts';

/** A file as it lies on a shelf: served by its id, known by its hash. */
export type ShelvedFile = Pick<FileRecord, 'id' | 'name' | 'sha256' | 'size' | 'mediaType'>;

/** A document with everything that can be said of it. */
export interface ShelvedDocument {
  readonly id: number;
  readonly kind: string;
  readonly subject: Subject;
  readonly title: string;
  readonly state: 'queued' | 'made' | 'failed';
  readonly isFinal: boolean;
  /** Null for one made before pages were counted. */
  readonly pageCount: number | null;
  readonly askedAt: Instant;
  /** Null where the house itself asked. */
  readonly askedBy: string | null;
  readonly madeAt: Instant | null;
  readonly dataFingerprint: string | null;
  /** The version of its text that staff wrote, and its number; null for the default text and for kinds without one. */
  readonly textId: number | null;
  readonly textNumber: number | null;
  /** Null until it is made. */
  readonly file: ShelvedFile | null;
}

/** What people sent about a record: attachments and scans. */
export interface ShelvedUpload extends ShelvedFile {
  readonly storedAt: Instant;
}

type DocumentRow = Omit<ShelvedDocument, 'isFinal' | 'subject' | 'file'> &
  Omit<ShelvedFile, 'id'> & { readonly isFinal: number; readonly fileId: number | null };

/** The documents of one record, newest first. Whose eyes they are for is the caller's question. */
export function shelvedDocuments(reader: Reader, subject: Subject): ShelvedDocument[] {
  const rows = reader.all<DocumentRow>(sql`
    select d.id, d.kind, d.title, d.state, d.is_final as isFinal, d.page_count as pageCount, d.asked_at as askedAt, p.name as askedBy,
      d.made_at as madeAt, d.data_fingerprint as dataFingerprint, d.text_id as textId, t.number as textNumber,
      f.id as fileId, f.name, f.media_type as mediaType, b.sha256, b.size
    from documents d left join files f on f.id = d.file_id left join blobs b on b.sha256 = f.sha256 left join people p on p.id = d.asked_by
      left join document_texts t on t.id = d.text_id
    where d.subject_kind = ${subject.kind} and d.subject_id = ${subject.id} order by d.id desc`);
  return rows.map(({ fileId, name, mediaType, sha256, size, isFinal, ...row }) => ({
    ...row,
    subject,
    isFinal: isFinal === 1,
    file: fileId === null ? null : { id: fileId, name, mediaType, sha256, size },
  }));
}

/** The files of one record that nobody here made, in the order they came. */
export function shelvedUploads(reader: Reader, subject: Subject): ShelvedUpload[] {
  return reader.all<ShelvedUpload>(sql`
    select f.id, f.name, f.media_type as mediaType, b.sha256, b.size, f.stored_at as storedAt from files f join blobs b on b.sha256 = f.sha256
    where f.subject_kind = ${subject.kind} and f.subject_id = ${subject.id}
      and not exists (select 1 from documents d where d.file_id = f.id) order by f.id`);
}

/** Why a document would say something else today: its data, or the text that staff have reworded since. */
export type Change = 'data' | 'text';

/** The data of the document's kind are read again. What a final one says does not change. */
export function changeSince(
  reader: Reader,
  clock: Pick<Clock, 'now'>,
  kinds: DocumentKinds,
  { kind, subject, isFinal, dataFingerprint: madeFrom, textId }: ShelvedDocument,
): Change | null {
  const known = kinds[kind];
  if (isFinal || madeFrom === null || known === undefined) return null;
  try {
    const data = known.load(reader, subject.id, noOccasion);
    if (fingerprintOf(known, data) !== madeFrom) return 'data';
    return textIdFor(reader, clock, known, { data, textId }) === textId ? null : 'text';
  } catch {
    // What it told of cannot be told any more.
    return 'data';
  }
}
