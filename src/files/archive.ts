import type { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Instant } from '../lib/days.ts';
import type { FileStore } from './store.ts';

/** One file of an archive: a blob of the store, or words written for it. */
export type ArchiveEntry = {
  /** With `/` between folders. */
  readonly path: string;
  /** What its reader's computer shows as its time. */
  readonly at: Instant;
} & ({ readonly sha256: string; readonly size: number } | { readonly text: string });

/**
 * A ZIP as a stream with its length in bytes. Nothing is compressed, as PDFs and photographs are already, and one blob is open at a time, read no
 * faster than the receiver takes it; destroying the stream closes it. A blob that is gone or of another size breaks the stream off with an error.
 */
export function streamArchive(
  files: Pick<FileStore, 'open'>,
  entries: readonly ArchiveEntry[],
): { stream: Readable; size: number } {
  const zip = new ZipFile();
  const stream = zip.outputStream as Readable;
  let open: Readable | undefined;
  const breakOff = (error: Error) => stream.destroy(error);
  zip.on('error', breakOff);
  stream.once('close', () => open?.destroy());
  for (const entry of entries) {
    const options = { compress: false, mtime: new Date(entry.at) };
    if ('text' in entry) zip.addBuffer(Buffer.from(entry.text), entry.path, options);
    else
      zip.addReadStreamLazy(entry.path, { ...options, size: entry.size }, (take) => {
        open = files.open(entry.sha256).once('error', breakOff);
        take(null, open);
      });
  }
  let size = 0;
  zip.end({ forceZip64Format: isLong(entries), comment: '' }, (total?: number) => {
    size = total ?? 0;
  });
  return { stream, size };
}

/**
 * Whether the list at the archive's end is longer than 64 KiB. yazl 3.3 then counts the longer form of the end into the length it tells, but
 * writes it only when it must; asked for, it is in both.
 */
function isLong(entries: readonly ArchiveEntry[]): boolean {
  const bytes = entries.reduce((sum, { path }) => sum + 55 + Buffer.byteLength(path), 0);
  return bytes >= 0xffff;
}
