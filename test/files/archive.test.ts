import { execFileSync } from 'node:child_process';
import { readdirSync, readlinkSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { type ArchiveEntry, streamArchive } from '../../src/files/archive.ts';
import type { FileStore } from '../../src/files/store.ts';
import { instant } from '../../src/lib/days.ts';
import { kernel } from '../support/kernel.ts';
import { unzipped } from '../support/zip.ts';

const { files, folder } = kernel();
const at = instant('2024-05-06T10:00:00.000Z');

async function blob(path: string, content: Buffer): Promise<Extract<ArchiveEntry, { sha256: string }>> {
  const stored = await files.receive(Readable.from([Buffer.concat([Buffer.from('%PDF-1.7\n'), content])]), 10_000_000);
  if (!stored.ok) throw new Error(stored.code);
  return { path, at, sha256: stored.value.sha256, size: stored.value.size };
}

/** Blobs of this store that the process holds open. */
const openBlobs = () =>
  readdirSync('/proc/self/fd').filter((fd) => {
    try {
      return (
        readlinkSync(`/proc/self/fd/${fd}`).startsWith(folder) && !/sqlite/.test(readlinkSync(`/proc/self/fd/${fd}`))
      );
    } catch {
      return false;
    }
  });

it('holds words and blobs under their Polish names, as long as it said, and a common tool opens it', async () => {
  const minutes = await blob('2 Komisja/Protokół – żółw „Ąžuolas”.pdf', Buffer.alloc(200_000, 7));
  const { stream, size } = streamArchive(files, [{ path: 'SHA256SUMS', at, text: 'zażółć\n' }, minutes]);
  const bytes = await buffer(stream);
  expect(bytes.length).toBe(size);
  const found = await unzipped(bytes);
  expect([...found.keys()]).toEqual(['SHA256SUMS', '2 Komisja/Protokół – żółw „Ąžuolas”.pdf']);
  expect(found.get('SHA256SUMS')?.toString()).toBe('zażółć\n');
  expect(found.get(minutes.path)?.length).toBe(200_009);
  const file = join(folder, 'archive.zip');
  writeFileSync(file, bytes);
  expect(execFileSync('python3', ['-m', 'zipfile', '-t', file], { encoding: 'utf8' })).toContain('Done testing');
});

it.each([1, 600, 1500])('says its true length with %d files', async (count) => {
  const one = await blob('', Buffer.from('one'));
  const entries = Array.from({ length: count }, (_, n) => ({ ...one, path: `3 Wnioski/${'ż'.repeat(30)} ${n}.pdf` }));
  const { stream, size } = streamArchive(files, entries);
  const bytes = await buffer(stream);
  expect(bytes.length).toBe(size);
  expect((await unzipped(bytes)).size).toBe(count);
});

it('reads no further than it is taken, and leaves nothing open when it is dropped half-way', async () => {
  const entries = await Promise.all([1, 2, 3].map((n) => blob(`${n}.pdf`, Buffer.alloc(3_000_000, n))));
  const opened: string[] = [];
  const watched: Pick<FileStore, 'open'> = {
    open(sha256) {
      opened.push(sha256);
      return files.open(sha256);
    },
  };
  const { stream } = streamArchive(watched, entries);
  stream.read(1);
  await pause(100);
  expect([opened.length, openBlobs().length]).toEqual([1, 1]);
  stream.destroy();
  await expect.poll(openBlobs).toEqual([]);
  expect(opened).toHaveLength(1);
});

it('breaks off, rather than lie, when a blob goes or shrinks under it', async () => {
  const gone = await blob('gone.pdf', Buffer.alloc(50_000, 1));
  rmSync(files.pathOf(gone.sha256));
  await expect(buffer(streamArchive(files, [gone]).stream)).rejects.toThrow('ENOENT');
  const cut = await blob('cut.pdf', Buffer.alloc(50_000, 2));
  truncateSync(files.pathOf(cut.sha256), 100);
  await expect(buffer(streamArchive(files, [cut]).stream)).rejects.toThrow('unexpected number of bytes');
  expect([files.sizeOf(gone.sha256), files.sizeOf(cut.sha256)]).toEqual([undefined, 100]);
});
