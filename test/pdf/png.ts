import { crc32, deflateSync } from 'node:zlib';

interface Drawing {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and, where `alpha`, opacity: 0–255 each. */
  readonly pixel: (x: number, y: number) => readonly number[];
  readonly alpha?: boolean;
  /** How rows are written (PNG specification, 9): 0 as they are, 1–4 as differences. */
  readonly filter?: number;
  readonly interlaced?: boolean;
  /** Instead of the rows. */
  readonly body?: Buffer;
}

/** A PNG of 8 bits, made here so that no test depends on a picture somebody drew. */
export function png({ width, height, pixel, alpha = false, filter = 0, interlaced = false, body }: Drawing): Buffer {
  const step = alpha ? 4 : 3;
  const rows = Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_, x) => pixel(x, y).slice(0, step)).flat(),
  );
  const at = (y: number, n: number) => rows[y]?.[n] ?? 0;
  const guess = (y: number, n: number): number => {
    const [left, above, corner] = [at(y, n - step), at(y - 1, n), at(y - 1, n - step)];
    if (filter === 4) {
      const nearest = [left, above, corner].map((one) => Math.abs(left + above - corner - one));
      return [left, above, corner][nearest.indexOf(Math.min(...nearest))] ?? 0;
    }
    return [0, left, above, Math.floor((left + above) / 2)][filter] ?? 0;
  };
  const written = rows.flatMap((row, y) => [filter, ...row.map((value, n) => (value - guess(y, n)) & 255)]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, alpha ? 6 : 2, 0, 0, interlaced ? 1 : 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', body ?? deflateSync(Buffer.from(written))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
