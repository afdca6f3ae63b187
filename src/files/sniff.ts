export type MediaType = 'application/pdf' | 'image/jpeg' | 'image/png';

const signatures: readonly { mediaType: MediaType; bytes: readonly number[] }[] = [
  { mediaType: 'application/pdf', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { mediaType: 'image/jpeg', bytes: [0xff, 0xd8, 0xff] },
  { mediaType: 'image/png', bytes: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
];

/** The kind of a file by its first bytes, never by its name; undefined for anything but PDF, JPEG and PNG. */
export function sniff(head: Uint8Array): MediaType | undefined {
  return signatures.find(({ bytes }) => bytes.every((byte, index) => head[index] === byte))?.mediaType;
}

/** The ending a file of this kind is served with, whatever it was called. */
export const endings: Readonly<Record<MediaType, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
};
