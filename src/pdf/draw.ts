import { Readable } from 'node:stream';
import type { Reader } from '../db/connection.ts';
import type { FileStore } from '../files/store.ts';
import { fingerprint } from '../lib/fingerprint.ts';
import type { DocumentKind, DocumentKinds } from './kinds.ts';
import type { MadeDocument } from './register.ts';
import { drawDocument } from './sheet.ts';

const documentLimitBytes = 50 * 1024 * 1024;

/** The bytes of one document; the same data give the same bytes. */
export function drawKind<Data>(kind: DocumentKind<Data>, data: Data): Promise<Buffer> {
  const header = kind.letterhead(data);
  const properties = {
    title: kind.title(data),
    lang: 'pl-PL',
    author: header.organisation,
    createdAt: kind.standsAt(data),
    header,
    draft: kind.isDraft(data),
  } as const;
  return drawDocument(properties, (sheet) => kind.draw(sheet, data));
}

/** Loads, draws and stores one document; runs in the worker thread, whose database is read-only. */
export async function drawIntoStore(
  tools: { reader: Reader; files: FileStore; kinds: DocumentKinds; publicUrl: string },
  kindName: string,
  subjectId: number,
): Promise<MadeDocument> {
  const kind = tools.kinds[kindName];
  if (kind === undefined) throw new Error(`no document kind ${kindName}`);
  const data = kind.load(tools.reader, subjectId, tools.publicUrl);
  const bytes = await drawKind(kind, data);
  const stored = await tools.files.receive(Readable.from([bytes]), documentLimitBytes);
  if (!stored.ok) throw new Error(`document ${kindName} ${subjectId} was not stored: ${stored.code}`);
  return {
    blob: stored.value,
    fileName: kind.fileName(data),
    title: kind.title(data),
    dataFingerprint: fingerprint(data),
  };
}
