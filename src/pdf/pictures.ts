import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** A picture that archival paper takes: whole, opaque, grey or RGB. Sides in pixels, as it is looked at. */
export interface Picture {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}

/** JPEG or PNG, transparency laid on white; undefined for what is corrupt, cut short, interlaced or made for a press (CMYK). */
export function readPicture(bytes: Buffer): Picture | undefined {
  try {
    return bytes.readUInt16BE(0) === 0xffd8 ? readJpeg(bytes) : readPng(bytes);
  } catch {
    return undefined;
  }
}

const notFrames = [0xc4, 0xc8, 0xcc];
const quarterTurn = /Exif\0\0(?:II\*\0|MM\0\*)/;

/** Its frame header (ITU T.81, B.2.2): 8 bits, one component or three. */
function readJpeg(bytes: Buffer): Picture | undefined {
  if (bytes.lastIndexOf(Buffer.from([0xff, 0xd9])) < 4) return undefined;
  for (let at = 2; ; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes.readUInt16BE(at) - 0xff00;
    if (marker < 0xc0 || marker > 0xfe) return undefined;
    if (marker > 0xcf || notFrames.includes(marker)) continue;
    const [bits, height, width] = [bytes[at + 4], bytes.readUInt16BE(at + 5), bytes.readUInt16BE(at + 7)];
    if (bits !== 8 || ![1, 3].includes(bytes[at + 9] ?? 0) || width * height === 0) return undefined;
    return isTurned(bytes.subarray(0, at)) ? { bytes, width: height, height: width } : { bytes, width, height };
  }
}

/** A camera held upright says so in its Exif orientation, 5–8. */
function isTurned(head: Buffer): boolean {
  const found = quarterTurn.exec(head.toString('latin1'));
  if (found === null) return false;
  const tiff = head.subarray(found.index + 6);
  const little = tiff[0] === 0x49;
  const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const first = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let n = 0; n < short(first); n += 1) {
    const entry = first + 2 + n * 12;
    if (short(entry) === 0x112) return short(entry + 8) > 4;
  }
  return false;
}

const channelsOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const mostPixels = 40_000_000;

function readPng(bytes: Buffer): Picture | undefined {
  const chunks = pngChunks(bytes);
  const header = chunks.get('IHDR') ?? Buffer.alloc(0);
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [depth, type, interlace] = [header.readUInt8(8), header.readUInt8(9), header.readUInt8(12)];
  const channels = channelsOf[type];
  if (channels === undefined || interlace !== 0 || width * height === 0 || width * height > mostPixels)
    return undefined;
  const rowBytes = Math.ceil((width * channels * depth) / 8);
  const expected = (rowBytes + 1) * height;
  const raw = inflateSync(chunks.get('IDAT') ?? Buffer.alloc(0), { maxOutputLength: expected });
  if (raw.length !== expected) return undefined;
  const alphas = chunks.get('tRNS');
  if (type < 4 && !(type === 3 && alphas !== undefined)) return { bytes, width, height };

  unfilter(raw, rowBytes, Math.max(1, (channels * depth) / 8));
  const palette = chunks.get('PLTE') ?? Buffer.alloc(0);
  const sample = (x: number, y: number, channel: number): number => {
    const bit = (x * channels + channel) * depth;
    const byte = raw[y * (rowBytes + 1) + 1 + (bit >> 3)] ?? 0;
    return depth < 8 ? (byte >> (8 - depth - (bit & 7))) & ((1 << depth) - 1) : byte;
  };
  const pixel = (x: number, y: number): readonly [r: number, g: number, b: number, alpha: number] => {
    const first = sample(x, y, 0);
    const shade = (at: number) => palette[first * 3 + at] ?? 0;
    if (type === 3) return [shade(0), shade(1), shade(2), alphas?.[first] ?? 255];
    if (type === 4) return [first, first, first, sample(x, y, 1)];
    return [first, sample(x, y, 1), sample(x, y, 2), sample(x, y, 3)];
  };
  return { bytes: opaquePng(width, height, pixel), width, height };
}

/** The chunks by name, those of one name joined. Throws where a checksum does not hold or the end is missing. */
function pngChunks(bytes: Buffer): Map<string, Buffer> {
  const parts = new Map<string, Buffer>();
  if (bytes.toString('latin1', 1, 8) !== 'PNG\r\n\x1a\n') throw new Error('not a PNG');
  for (let at = 8; !parts.has('IEND'); ) {
    const length = bytes.readUInt32BE(at);
    const named = bytes.subarray(at + 4, at + 8 + length);
    if (crc32(named) !== bytes.readUInt32BE(at + 8 + length)) throw new Error('a chunk does not match its checksum');
    const name = named.toString('latin1', 0, 4);
    parts.set(name, Buffer.concat([parts.get(name) ?? Buffer.alloc(0), named.subarray(4)]));
    at += 12 + length;
  }
  return parts;
}

/** Undoes the filters of PNG's rows in place (PNG specification, 9). */
function unfilter(raw: Buffer, rowBytes: number, step: number): void {
  for (let start = 0; start < raw.length; start += rowBytes + 1) {
    const filter = raw[start] ?? 0;
    for (let n = 1; n <= rowBytes; n += 1) {
      const at = start + n;
      const left = n > step ? (raw[at - step] ?? 0) : 0;
      const above = start > 0 ? (raw[at - rowBytes - 1] ?? 0) : 0;
      const corner = n > step && start > 0 ? (raw[at - rowBytes - 1 - step] ?? 0) : 0;
      raw[at] = ((raw[at] ?? 0) + guess(filter, left, above, corner)) & 255;
    }
  }
}

function guess(filter: number, left: number, above: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  return filter === 4 ? nearest(left, above, corner) : 0;
}

function nearest(left: number, above: number, corner: number): number {
  const [toLeft, toAbove] = [Math.abs(above - corner), Math.abs(left - corner)];
  const toCorner = Math.abs(left + above - 2 * corner);
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}

/** An RGB picture without filters; what was transparent lies on white. */
function opaquePng(
  width: number,
  height: number,
  pixel: (x: number, y: number) => readonly [r: number, g: number, b: number, alpha: number],
): Buffer {
  const rows = Buffer.alloc((width * 3 + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [r, g, b, alpha] = pixel(x, y);
      const onWhite = (colour: number) => Math.round((colour * alpha + 255 * (255 - alpha)) / 255);
      rows.set([onWhite(r), onWhite(g), onWhite(b)], y * (width * 3 + 1) + 1 + x * 3);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const chunks = [chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), ...chunks]);
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const bytes = Buffer.alloc(named.length + 8);
  bytes.writeUInt32BE(data.length, 0);
  bytes.set(named, 4);
  bytes.writeUInt32BE(crc32(named), named.length + 4);
  return bytes;
}
