import { inflateSync } from 'node:zlib';

/** What a PDF says of its making beside its pages. */
export interface PdfTraces {
  /** False of a locked file, whose words cannot be read here. */
  readonly isReadable: boolean;
  /** Authors, titles and the like, as they stand; each once, at most `mostTraces`. */
  readonly words: readonly string[];
}

const mostTraces = 20;
const mostInflated = 4 * 1024 * 1024;

/**
 * Authors, titles, subjects and programs written into a PDF: in its plain objects, in its packed ones and in its XMP. Meant for a person who decides; what it
 * does not find may still be there.
 */
export function tracesIn(bytes: Buffer): PdfTraces {
  const plain = bytes.toString('latin1');
  const texts = [plain, ...packedIn(plain)];
  const found = texts.flatMap((text) => [...infoIn(text), ...xmpIn(text)]).map((word) => word.trim());
  const words = [...new Set(found.filter((word) => word !== ''))].slice(0, mostTraces);
  return { isReadable: !/\/Encrypt\s+\d/u.test(plain), words };
}

/** Packed objects and metadata, unpacked; whatever cannot be is passed over. */
function packedIn(plain: string): string[] {
  const streams = plain.matchAll(/<<((?:(?!stream)[\s\S]){0,600})>>\s*stream\r?\n/gu);
  return [...streams].flatMap((match) => {
    const head = match[1] ?? '';
    if (!/\/ObjStm|\/Metadata/u.test(head) || !head.includes('/FlateDecode')) return [];
    const from = match.index + match[0].length;
    const to = plain.indexOf('endstream', from);
    try {
      const packed = Buffer.from(plain.slice(from, to === -1 ? undefined : to), 'latin1');
      return [inflateSync(packed, { maxOutputLength: mostInflated }).toString('latin1')];
    } catch {
      return [];
    }
  });
}

function infoIn(text: string): string[] {
  const entries = text.matchAll(
    /\/(?:Author|Title|Subject|Keywords|Creator|Producer|Company)\s*(?:\(((?:\\[\s\S]|[^\\)]){0,500})\)|<([0-9A-Fa-f\s]{0,2000})>)/gu,
  );
  return [...entries].map(([, literal, hex]) =>
    decoded(literal === undefined ? Buffer.from((hex ?? '').replace(/\s/g, ''), 'hex') : unescaped(literal)),
  );
}

function unescaped(literal: string): Buffer {
  const text = literal.replace(/\\(?:([0-7]{1,3})|([\s\S]))/gu, (_, octal: string | undefined, sign: string) =>
    octal === undefined ? sign : String.fromCharCode(Number.parseInt(octal, 8)),
  );
  return Buffer.from(text, 'latin1');
}

/** UTF-16 with its mark, as most programs write it; else one letter a byte. */
function decoded(bytes: Buffer): string {
  if (bytes[0] !== 0xfe || bytes[1] !== 0xff) return bytes.toString('latin1');
  const even = bytes.subarray(2, bytes.length - (bytes.length % 2));
  return Buffer.from(even).swap16().toString('utf16le');
}

function xmpIn(text: string): string[] {
  const items = text.matchAll(/<(?:dc:(?:creator|title|description)|pdf:(?:Author|Keywords))>([\s\S]{0,2000}?)<\//gu);
  return [...items].map(([, item = '']) => Buffer.from(item.replace(/<[^>]*>/g, ''), 'latin1').toString('utf8'));
}
