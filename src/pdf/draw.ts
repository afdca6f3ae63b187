import { Readable } from 'node:stream';
import type { Reader } from '../db/connection.ts';
import type { FileStore } from '../files/store.ts';
import { dataFingerprint } from './data-fingerprint.ts';
import { type DocumentKind, type DocumentKinds, isWorded, type Occasion } from './kinds.ts';
import type { MadeDocument } from './register.ts';
import { drawDocument } from './sheet.ts';
import { rehearsedFileName, rehearsedTitle } from './texts.ts';
import { textOfVersion } from './wording/versions.ts';

const documentLimitBytes = 50 * 1024 * 1024;

/** What stands under or over the text of every page. */
interface Marks {
  readonly isDraft?: boolean;
  readonly isRehearsed?: boolean;
}

/** The bytes of one document; the same data and text give the same bytes. */
export function drawKind<Data>(
  kind: DocumentKind<Data>,
  data: Data,
  text?: string,
  { isDraft = kind.isDraft(data), isRehearsed = false }: Marks = {},
): Promise<Buffer> {
  const header = kind.letterhead(data);
  const properties = {
    title: isRehearsed ? rehearsedTitle(kind.title(data)) : kind.title(data),
    lang: 'pl-PL',
    author: header.organisation,
    createdAt: kind.standsAt(data),
    header,
    draft: isDraft,
    rehearsed: isRehearsed,
  } as const;
  return drawDocument(properties, (sheet) => kind.draw(sheet, data, text));
}

/** Loads, draws and stores one document; runs in the worker thread, whose database is read-only. */
export async function drawIntoStore(
  tools: { reader: Reader; files: FileStore; kinds: DocumentKinds },
  kindName: string,
  subjectId: number,
  { textId, isRehearsed }: { readonly textId: number | null; readonly isRehearsed: boolean },
  occasion: Occasion,
): Promise<MadeDocument> {
  const kind = tools.kinds[kindName];
  if (kind === undefined) throw new Error(`no document kind ${kindName}`);
  // Taken before the data: what changes between the two is told as a change, never missed.
  const madeFrom = dataFingerprint(kind, tools.reader, subjectId);
  const data = kind.load(tools.reader, subjectId, occasion);
  const isFrozen = kind.wording?.isFrozen === true;
  const text = isWorded(kind) && !isFrozen ? textOfVersion(tools.reader, kind, textId) : undefined;
  const bytes = await drawKind(kind, data, text, { isRehearsed });
  const stored = await tools.files.receive(Readable.from([bytes]), documentLimitBytes);
  if (!stored.ok) throw new Error(`document ${kindName} ${subjectId} was not stored: ${stored.code}`);
  return {
    blob: stored.value,
    fileName: isRehearsed ? rehearsedFileName(kind.fileName(data)) : kind.fileName(data),
    title: isRehearsed ? rehearsedTitle(kind.title(data)) : kind.title(data),
    pageCount: pagesIn(bytes),
    isFinal: kind.isFinal,
    dataFingerprint: madeFrom,
    textId: isFrozen || text !== undefined ? textId : null,
  };
}

/** Each page of a finished file is one object of its own, never packed into another (PDF 1.7, 7.7.3.3). */
function pagesIn(bytes: Buffer): number {
  return [...bytes.toString('latin1').matchAll(/\/Type \/Page\b/g)].length;
}

/** A preview of a text that is not saved, or of a kind that has none: on this record, or on the sample of a variant. It carries the mark of a draft, and nothing is stored. */
export function drawTrial(
  tools: { reader: Reader; kinds: DocumentKinds },
  { kind: kindName, variant, subjectId, text }: Trial,
  occasion: Occasion,
): Promise<Buffer> {
  const kind = tools.kinds[kindName];
  if (kind === undefined) throw new Error(`no document kind ${kindName}`);
  const sample = isWorded(kind) ? kind.wording.variants[variant]?.sample : kind.sample;
  const data = subjectId === null ? sample : kind.load(tools.reader, subjectId, occasion);
  return drawKind(kind, data, isWorded(kind) ? text : undefined, { isDraft: true });
}

/** What the worker thread is asked with `{ task: 'trial' }`. */
export interface Trial {
  readonly kind: string;
  readonly variant: string;
  readonly subjectId: number | null;
  readonly text: string;
}
