import { Readable } from 'node:stream';
import type { Reader } from '../db/connection.ts';
import type { FileStore } from '../files/store.ts';
import { fingerprint } from '../lib/fingerprint.ts';
import type { DocumentKinds } from './kinds.ts';
import type { MadeDocument } from './register.ts';
import { drawDocument } from './sheet.ts';

const documentLimitBytes = 50 * 1024 * 1024;

/** Loads, draws and stores one document; runs in the worker thread, whose database is read-only. */
export async function drawIntoStore(
  tools: { reader: Reader; files: FileStore; kinds: DocumentKinds },
  kindName: string,
  subjectId: number,
): Promise<MadeDocument> {
  const kind = tools.kinds[kindName];
  if (kind === undefined) throw new Error(`no document kind ${kindName}`);
  const data = kind.load(tools.reader, subjectId);
  const title = kind.title(data);
  const header = kind.letterhead(data);
  const bytes = await drawDocument(
    {
      title,
      lang: 'pl-PL',
      author: header.organisation,
      createdAt: kind.standsAt(data),
      header,
      draft: kind.isDraft(data),
    },
    (sheet) => kind.draw(sheet, data),
  );
  const stored = await tools.files.receive(Readable.from([bytes]), documentLimitBytes);
  if (!stored.ok) throw new Error(`document ${kindName} ${subjectId} was not stored: ${stored.code}`);
  return { blob: stored.value, fileName: kind.fileName(data), title, dataFingerprint: fingerprint(data) };
}
