import type { Reader } from '../db/connection.ts';
import type { Subject } from '../history/record.ts';
import type { Instant } from '../lib/days.ts';
import { type DocumentRecord, documentsOf } from '../pdf/register.ts';

/** A document as the partial `papers` lists it: where it is opened, or what became of it. */
export interface ShownPaper {
  readonly title: string;
  readonly state: DocumentRecord['state'];
  /** '' until it is made. */
  readonly href: string;
  readonly size: number | null;
  readonly askedAt: Instant;
}

/** Every document of this kind about the record, newest first. */
export function papersOf(reader: Reader, subject: Subject, kind: string): ShownPaper[] {
  return documentsOf(reader, subject)
    .filter((document) => document.kind === kind)
    .map(({ title, state, fileId, size, askedAt }) => ({
      ...{ title, state, size },
      href: fileId === null ? '' : `/pliki/${fileId}`,
      askedAt: askedAt as Instant,
    }));
}

/** The newest document of this kind; while it is not made, the last made one stands below it. */
export function currentPapers(reader: Reader, subject: Subject, kind: string): ShownPaper[] {
  const [newest, ...older] = papersOf(reader, subject, kind);
  if (newest === undefined) return [];
  const made = newest.state === 'made' ? undefined : older.find(({ state }) => state === 'made');
  return made === undefined ? [newest] : [newest, made];
}
