import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, mkdirSync, type ReadStream, statSync } from 'node:fs';
import { open, readdir, rename, rm, stat, unlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { done, type Result, refused } from '../lib/result.ts';
import { openDarkroom, type Picture } from './pictures.ts';
import { headBytes, kindRefused, type MediaType, sniff } from './sniff.ts';

/** Content that lies safely in the store but that no row refers to yet. */
export interface StoredBlob {
  readonly sha256: string;
  readonly size: number;
  readonly mediaType: MediaType;
}

export interface FileStore {
  /**
   * Streams into the store. A picture is drawn anew, without the place it was taken at; the same bytes give the same blob. Refuses 'file_empty',
   * 'file_too_large' (facts.limitMegabytes), what `kindRefused` and the darkroom say. Throws when the disk is full or the sender breaks off.
   */
  receive(source: Readable, limitBytes: number): Promise<Result<StoredBlob>>;
  open(sha256: string): ReadStream;
  pathOf(sha256: string): string;
  has(sha256: string): boolean;
  /** Bytes on the disk; undefined when the blob is not there. */
  sizeOf(sha256: string): number | undefined;
  /** Removes blobs for which `isUsed` is false and whose file is older than a day; returns their number. */
  sweep(isUsed: (sha256: string) => boolean, machineNow: Date): Promise<number>;
}

/** Content-addressed store: streamed to a temporary name while hashing, fsync, rename; the row comes after. */
export function openFileStore(folder: string): FileStore {
  const incoming = join(folder, 'incoming');
  mkdirSync(incoming, { recursive: true });
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256);
  const darkroom = openDarkroom();

  const keep = async (path: string, { sha256, size }: Measured, mediaType: MediaType): Promise<StoredBlob> => {
    await moveSafely(path, pathOf(sha256));
    return { sha256, size, mediaType };
  };

  const keepPicture = async ({ bytes, mediaType }: Picture): Promise<StoredBlob> => {
    const drawn = join(incoming, randomUUID());
    try {
      await writeFile(drawn, bytes, { flag: 'wx', mode: 0o600 });
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      return await keep(drawn, { sha256, size: bytes.length }, mediaType);
    } finally {
      await rm(drawn, { force: true });
    }
  };

  return {
    pathOf,
    has: (sha256) => existsSync(pathOf(sha256)),
    sizeOf: (sha256) => statSync(pathOf(sha256), { throwIfNoEntry: false })?.size,
    open: (sha256) => createReadStream(pathOf(sha256)),
    async receive(source, limitBytes) {
      const temporary = join(incoming, randomUUID());
      try {
        const seen = await writeHashed(source, temporary, limitBytes);
        if (seen.size > limitBytes)
          return refused('file_too_large', { facts: { limitMegabytes: Math.floor(limitBytes / 1024 / 1024) } });
        if (seen.size === 0) return refused('file_empty');
        const received = sniff(seen.head);
        if (received === undefined) return refused(kindRefused(seen.head));
        if (received === 'application/pdf') return done(await keep(temporary, seen, received));
        const picture = await darkroom(temporary, received);
        return picture.ok ? done(await keepPicture(picture.value)) : picture;
      } finally {
        await rm(temporary, { force: true });
      }
    },
    sweep: (isUsed, machineNow) => sweepFolder(folder, isUsed, machineNow),
  };
}

/** Stops reading at the first byte past the limit, so that a huge upload costs no more disk than a permitted one. */
async function writeHashed(source: Readable, path: string, limitBytes: number) {
  const hash = createHash('sha256');
  let size = 0;
  let head = Buffer.alloc(0);
  const watch = new Transform({
    transform(chunk: Buffer, _encoding, next) {
      size += chunk.length;
      if (head.length < headBytes) head = Buffer.concat([head, chunk]).subarray(0, headBytes);
      if (size > limitBytes) return next();
      hash.update(chunk);
      next(null, chunk);
    },
  });
  await pipeline(source, watch, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  return { sha256: hash.digest('hex'), size, head };
}

interface Measured {
  readonly sha256: string;
  readonly size: number;
}

async function moveSafely(temporary: string, path: string): Promise<void> {
  await sync(temporary);
  mkdirSync(dirname(path), { recursive: true });
  await rename(temporary, path);
  await sync(dirname(path));
}

async function sync(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

async function sweepFolder(folder: string, isUsed: (sha256: string) => boolean, machineNow: Date): Promise<number> {
  const dayAgo = machineNow.getTime() - 24 * 60 * 60 * 1000;
  let removed = 0;
  for (const group of await readdir(folder)) {
    for (const name of await readdir(join(folder, group))) {
      const path = join(folder, group, name);
      if (group !== 'incoming' && isUsed(name)) continue;
      if ((await stat(path)).mtimeMs > dayAgo) continue;
      await unlink(path);
      removed += 1;
    }
  }
  return removed;
}
