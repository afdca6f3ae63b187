import { sql } from 'drizzle-orm';
import type { Database, Reader, Tx } from '../db/connection.ts';
import { documents } from '../db/schema/pdf.ts';
import { addFile } from '../files/records.ts';
import type { StoredBlob } from '../files/store.ts';
import type { Subject } from '../history/record.ts';
import { type ClaimedJob, enqueue } from '../jobs/queue.ts';
import { GiveUp, type JobKind } from '../jobs/runner.ts';
import type { Workshop } from '../jobs/worker.ts';
import { type Actor, personIdOf } from '../lib/actor.ts';
import type { Clock } from '../lib/clock.ts';
import type { Instant } from '../lib/days.ts';

export interface DocumentRecord {
  readonly id: number;
  readonly kind: string;
  readonly title: string;
  readonly state: 'queued' | 'made' | 'failed';
  readonly fileId: number | null;
  readonly size: number | null;
  readonly askedAt: string;
}

/**
 * Asks for a document in the transaction that causes it; a job makes it in the worker thread. `textId` is the version of its text in force now (`documentText`):
 * what is changed before it is made changes other documents. Returns the document's id.
 */
export function askForDocument(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  kind: string,
  subject: Subject,
  title: string,
  textId: number | null = null,
): number {
  const { id } = tx.orm
    .insert(documents)
    .values({
      kind,
      subjectKind: subject.kind,
      subjectId: subject.id,
      title,
      askedAt: clock.now(),
      askedBy: personIdOf(actor),
      textId,
      isFinal: 0,
    })
    .returning({ id: documents.id })
    .get();
  enqueue(tx, clock, { kind: 'make_document', uniqueKey: `document:${id}`, payload: { documentId: id } });
  return id;
}

/** The documents of one record, newest first. */
export function documentsOf(reader: Reader, subject: Subject): DocumentRecord[] {
  return reader.all<DocumentRecord>(sql`
    select d.id, d.kind, d.title, d.state, d.file_id as fileId, b.size, d.asked_at as askedAt
    from documents d left join files f on f.id = d.file_id left join blobs b on b.sha256 = f.sha256
    where d.subject_kind = ${subject.kind} and d.subject_id = ${subject.id} order by d.id desc`);
}

/** Whether a final document of this kind stands about the record: it is not made again. */
export function hasFinal(reader: Reader, kind: string, subject: Subject): boolean {
  return (
    reader.get(sql`select 1 from documents where kind = ${kind} and subject_kind = ${subject.kind}
      and subject_id = ${subject.id} and state = 'made' and is_final = 1`) !== undefined
  );
}

/** What the worker thread answers to `{ task: 'document' }`. */
export interface MadeDocument {
  readonly blob: StoredBlob;
  readonly fileName: string;
  readonly title: string;
  readonly dataFingerprint: string;
  /** As asked for; null where that version no longer fits, so that the default text was taken. */
  readonly textId: number | null;
  readonly pageCount: number;
  readonly isFinal: boolean;
}

type Tools = { readonly db: Database; readonly clock: Clock; readonly workshop: Workshop };

/** The job `make_document`: a document that cannot be made says so, to its pages and to the letters that wait for it. */
export function makeDocument(tools: Tools): JobKind {
  return {
    run: (payload) => make(tools, payload),
    onFailed(tx, payload, message) {
      const failed = { state: 'failed', lastError: message } as const;
      tx.orm.update(documents).set(failed).where(sql`id = ${payload.documentId} and state = 'queued'`).run();
    },
  };
}

/** Draws in the worker, then writes the rows. A document already made is left as it is. */
async function make(tools: Tools, payload: ClaimedJob['payload']): Promise<void> {
  const row = tools.db.get<{
    id: number;
    kind: string;
    state: string;
    subjectKind: string;
    subjectId: number;
    textId: number | null;
    askedAt: Instant;
    rehearsed: number;
  }>(sql`
    select id, kind, state, subject_kind as subjectKind, subject_id as subjectId, text_id as textId, asked_at as askedAt,
      exists (select 1 from rehearsed_records r where r.kind = subject_kind and r.id = subject_id) as rehearsed
    from documents where id = ${payload.documentId}`);
  if (row === undefined) throw new GiveUp(`no document ${payload.documentId}`);
  if (row.state === 'made' || isErased(tools.db, row)) return;
  const made = (await tools.workshop.run({
    task: 'document',
    kind: row.kind,
    subjectId: row.subjectId,
    textId: row.textId,
    askedAt: row.askedAt,
    isRehearsed: row.rehearsed === 1,
  })) as MadeDocument;
  tools.db.write((tx) => {
    // Closed while it was being drawn: what was drawn belongs to nobody, and the sweep takes it.
    if (isErased(tx, row)) return;
    const fileId = addFile(tx, tools.clock, { kind: 'system' }, made.blob, made.fileName, {
      kind: row.subjectKind,
      id: row.subjectId,
    });
    tx.orm
      .update(documents)
      .set({
        state: 'made',
        fileId,
        title: made.title,
        dataFingerprint: made.dataFingerprint,
        textId: made.textId,
        pageCount: made.pageCount,
        isFinal: made.isFinal ? 1 : 0,
        madeAt: tools.clock.now(),
      })
      .where(sql`id = ${row.id}`)
      .run();
  });
}

/** The rehearsal of the record was closed: nothing is made of it any more. */
function isErased(reader: Reader, { subjectKind, subjectId }: { subjectKind: string; subjectId: number }): boolean {
  return (
    reader.get(sql`select 1 from rehearsed_records where kind = ${subjectKind} and id = ${subjectId}
      and call_id in (select id from closed_rehearsals)`) !== undefined
  );
}
