export type MediaType = 'application/pdf' | 'image/jpeg' | 'image/png';

/** What is taken, as it arrives; a WebP picture is kept as JPEG. */
export type ReceivedType = MediaType | 'image/webp';

/** How much of a file's beginning `sniff` and `kindRefused` look at. */
export const headBytes = 512;

const taken: readonly (readonly [start: string, mediaType: MediaType])[] = [
  ['%PDF-', 'application/pdf'],
  ['\xff\xd8\xff', 'image/jpeg'],
  ['\x89PNG\r\n\x1a\n', 'image/png'],
];

/** The kind of a file by its first bytes, never by its name; undefined for anything but PDF, JPEG, PNG and WebP. */
export function sniff(head: Uint8Array): ReceivedType | undefined {
  if (begins(head, 'RIFF') && textAt(head, 8, 4) === 'WEBP') return 'image/webp';
  return taken.find(([start]) => begins(head, start))?.[1];
}

export type RefusedKind =
  | 'file_heic'
  | 'file_office'
  | 'file_packed'
  | 'file_drawing'
  | 'file_program'
  | 'file_kind_unknown';

const programs = [
  'MZ',
  '\x7fELF',
  '#!',
  '\xfe\xed\xfa\xce',
  '\xfe\xed\xfa\xcf',
  '\xcf\xfa\xed\xfe',
  '\xca\xfe\xba\xbe',
];
const packed = ['PK\x03\x04', 'PK\x05\x06', '\x1f\x8b', 'Rar!', '7z\xbc\xaf', 'BZh', '\xfd7zXZ'];
const heicBrands = ['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1'];

/** What a file that is not taken is instead, so that its person learns how to send it. Nothing packed is ever unpacked. */
export function kindRefused(head: Uint8Array): RefusedKind {
  const text = textAt(head, 0, headBytes);
  if (textAt(head, 4, 4) === 'ftyp' && heicBrands.includes(textAt(head, 8, 4))) return 'file_heic';
  if (programs.some((start) => begins(head, start))) return 'file_program';
  // Word, Excel and LibreOffice name their first entry so; the older Word and Excel have a container of their own.
  if (begins(head, 'PK') && /\[Content_Types\]\.xml|mimetypeapplication\/vnd\.oasis|(?:word|xl|ppt|_rels)\//.test(text))
    return 'file_office';
  if (begins(head, '\xd0\xcf\x11\xe0') || begins(head, '{\\rtf')) return 'file_office';
  if (packed.some((start) => begins(head, start))) return 'file_packed';
  return /<svg[\s>]/i.test(text) ? 'file_drawing' : 'file_kind_unknown';
}

function begins(head: Uint8Array, start: string): boolean {
  return textAt(head, 0, start.length) === start;
}

/** Bytes as letters one for one. */
function textAt(head: Uint8Array, from: number, length: number): string {
  return Buffer.from(head.subarray(from, from + length)).toString('latin1');
}

/** The ending a file of this kind is served with, whatever it was called. */
export const endings: Readonly<Record<MediaType, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
};
