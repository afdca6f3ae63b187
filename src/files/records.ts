import { eq, type SQL, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Reader, Tx } from '../db/connection.ts';
import { blobs, files } from '../db/schema/files.ts';
import type { Subject } from '../history/record.ts';
import { type Actor, personIdOf } from '../lib/actor.ts';
import type { Clock } from '../lib/clock.ts';
import { endings, type MediaType } from './sniff.ts';
import type { StoredBlob } from './store.ts';

export interface FileRecord {
  readonly id: number;
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: MediaType;
  readonly size: number;
  readonly subjectKind: string;
  readonly subjectId: number;
  readonly storedAt: string;
}

/**
 * Whether the actor may read the files that belong to this record; of one file among them, whoever opens or lists it says which (`fileId`). Each room answers for
 * its own kinds of record.
 */
export type FileAccess = Readonly<
  Record<string, (reader: Reader, actor: Actor, subjectId: number, fileId?: number) => boolean>
>;

/** Writes the rows of a blob already in the store. Returns the file's id, the only name it is served under. */
export function addFile(tx: Tx, clock: Clock, actor: Actor, blob: StoredBlob, name: string, subject: Subject): number {
  const storedAt = clock.now();
  tx.orm.insert(blobs).values({ sha256: blob.sha256, size: blob.size, storedAt }).onConflictDoNothing().run();
  return tx.orm
    .insert(files)
    .values({
      sha256: blob.sha256,
      name: safeName(name, blob.mediaType),
      mediaType: blob.mediaType,
      subjectKind: subject.kind,
      subjectId: subject.id,
      storedAt,
      storedBy: personIdOf(actor),
    })
    .returning({ id: files.id })
    .get().id;
}

/**
 * The id that the next row of a table will have, for rows that name their file while the file names them. Only of tables from which nothing is ever deleted,
 * so that no id was anybody's before.
 */
export function nextId(tx: Tx, table: SQLiteTable): number {
  return (tx.get<{ last: number | null }>(sql`select max(id) as last from ${table}`)?.last ?? 0) + 1;
}

export function readFileRecord(reader: Reader, id: number): FileRecord | undefined {
  return reader.get<FileRecord>(sql`
    select f.id, f.sha256, f.name, f.media_type as mediaType, b.size, f.subject_kind as subjectKind, f.subject_id as subjectId, f.stored_at as storedAt
    from files f join blobs b on b.sha256 = f.sha256 where f.id = ${id} and f.erased_at is null`);
}

/** Whether content is still some file's: the same bytes may have been uploaded elsewhere too. */
export function isBlobUsed(reader: Reader, sha256: string): boolean {
  return reader.get(sql`select 1 from files where sha256 = ${sha256} and erased_at is null`) !== undefined;
}

/**
 * Erases the files of the records that `which` names, a condition over the aliases of `files` f: their names go at once and nothing serves them any more;
 * content that no other file has leaves the store by the sweep a day later. Returns how many.
 */
export function eraseFiles(tx: Tx, clock: Clock, which: SQL): number {
  const found = tx.all<{ id: number }>(sql`select f.id from files f where f.erased_at is null and ${which}`);
  for (const { id } of found)
    tx.orm.update(files).set({ name: erasedName, erasedAt: clock.now() }).where(eq(files.id, id)).run();
  return found.length;
}

const erasedName = '–';

/** The sender's name for a file without path, control or reserved characters, and with the ending of what it really is. */
export function safeName(name: string, mediaType: MediaType): string {
  const ending = endings[mediaType];
  const stem = name
    .normalize('NFC')
    .replace(/^[\s\S]*[\\/]/u, '')
    .replace(/\p{C}|[<>:"|?*]/gu, '')
    .replace(/\.(pdf|jpe?g|png|webp)$/iu, '')
    .trim();
  return `${Array.from(stem).slice(0, 120).join('') || 'plik'}.${ending}`;
}
