import type { Reader } from '../../../db/connection.ts';
import type { FileStore } from '../../../files/store.ts';
import type { Actor } from '../../../lib/actor.ts';
import type { Clock } from '../../../lib/clock.ts';
import { mayAskAgain, type Rights } from '../../../pdf/ask-again.ts';
import {
  type Change,
  changeSince,
  type ShelvedDocument,
  type ShelvedFile,
  type ShelvedUpload,
  shelvedDocuments,
  shelvedUploads,
} from '../../../pdf/shelf.ts';
import { type Place, placesOf, type ShelfName } from './places.ts';

/** One kind of document about one record: the newest, and those it superseded. */
export interface ShelvedPaper {
  readonly current: ShelvedDocument;
  /** Why the newest would say something else today. */
  readonly changed: Change | null;
  /** The reader may have it made again now. */
  readonly mayAsk: boolean;
  readonly earlier: readonly ShelvedDocument[];
}

export interface ShelvedRecord extends Omit<Place, 'subjects'> {
  readonly papers: readonly ShelvedPaper[];
  readonly uploads: readonly ShelvedUpload[];
}

export interface Shelf {
  readonly records: readonly ShelvedRecord[];
  /** Ids of files whose content is not in the store, or not whole. */
  readonly lacking: readonly number[];
}

export interface ShelfTools extends Rights {
  readonly reader: Reader;
  readonly files: Pick<FileStore, 'sizeOf'>;
  readonly clock: Pick<Clock, 'now'>;
}

/**
 * What lies on a shelf for this reader: of every record exactly the files that `/pliki/:id` would give, by the same conditions. Slow with a
 * whole call, so it is read in the worker thread; the answer is plain data.
 */
export function readShelf(tools: ShelfTools, actor: Actor, name: ShelfName): Shelf {
  const records = placesOf(tools.reader, name).flatMap((place) => recordOf(tools, actor, place));
  const files = records.flatMap(filesOf);
  return {
    records,
    lacking: files.filter((file) => tools.files.sizeOf(file.sha256) !== file.size).map(({ id }) => id),
  };
}

export function liesOn({ records }: Shelf, documentId: number): boolean {
  return records.some(({ papers }) =>
    papers.some(({ current, earlier }) => [current, ...earlier].some(({ id }) => id === documentId)),
  );
}

/** Every file of a record, the newest of each kind first. */
export function filesOf({ papers, uploads }: ShelvedRecord): ShelvedFile[] {
  const made = papers.flatMap(({ current, earlier }) => [current, ...earlier]).flatMap(({ file }) => file ?? []);
  return [...made, ...uploads];
}

function recordOf(tools: ShelfTools, actor: Actor, { subjects, ...place }: Place): ShelvedRecord[] {
  const { reader, fileAccess } = tools;
  const found = subjects.flatMap((subject) => {
    const all = shelvedDocuments(reader, subject);
    const uploads = shelvedUploads(reader, subject);
    const mayOpen = fileAccess[subject.kind];
    if (all.length + uploads.length === 0 || mayOpen?.(reader, actor, subject.id) !== true) return [];
    const documents = all.filter(({ file }) => file === null || mayOpen(reader, actor, subject.id, file.id));
    return [{ papers: byKind(documents).map((same) => paperOf(tools, actor, same)), uploads }];
  });
  if (found.length === 0) return [];
  return [
    { ...place, papers: found.flatMap(({ papers }) => papers), uploads: found.flatMap(({ uploads }) => uploads) },
  ];
}

/** In the order in which the first of each kind was asked for; within a kind the newest first. */
function byKind(newestFirst: readonly ShelvedDocument[]): ShelvedDocument[][] {
  const kinds = new Map<string, ShelvedDocument[]>();
  for (const document of newestFirst) kinds.set(document.kind, [...(kinds.get(document.kind) ?? []), document]);
  return [...kinds.values()].sort((a, b) => (a.at(-1)?.id ?? 0) - (b.at(-1)?.id ?? 0));
}

function paperOf(tools: ShelfTools, actor: Actor, [current, ...earlier]: ShelvedDocument[]): ShelvedPaper {
  if (current === undefined) throw new Error('a kind without documents');
  const { kind, subject, title, state } = current;
  const isOver = state === 'queued' || [current, ...earlier].some(({ isFinal }) => isFinal);
  const about = { kind, subjectKind: subject.kind, subjectId: subject.id, title };
  return {
    current,
    earlier,
    changed: changeSince(tools.reader, tools.clock, tools.kinds, current),
    mayAsk: !isOver && mayAskAgain(tools.reader, tools, actor, about),
  };
}
