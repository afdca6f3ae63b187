import { crc32 } from 'node:zlib';
import sharp, { type Metadata } from 'sharp';

/** A photograph of a garden as a telephone makes it: held upright, with the camera and the place it was taken at. */
export function photoWithPlace(width = 800, height = 600): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#3a7d44' } })
    .composite([
      { input: { create: { width: width / 2, height: 20, channels: 3, background: '#c0392b' } }, top: 0, left: 0 },
    ])
    .withExif({
      IFD0: { Make: 'Telefon', Model: 'Danuty' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '54/1 6/1 38/1', GPSLongitudeRef: 'E', GPSLongitude: '23/1 20/1 47/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 90 })
    .toBuffer();
}

/** A picture of a few bytes whose head promises this many pixels. */
export async function swollenPicture(width: number, height: number): Promise<Buffer> {
  const png = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#ffffff' } })
    .png()
    .toBuffer();
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  return png;
}

/** A photograph eight pixels wide. */
export const smallPhoto = Buffer.from(
  '/9j/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7gYKBTmCNl4x9lnN+gXz/2wBDARUXFx4aHjshITt8U0ZTfHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHz/wAARCAAIAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAL/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFAEBAAAAAAAAAAAAAAAAAAAAAP/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/ALAB/9k=',
  'base64',
);

export async function widthOf(bytes: Buffer): Promise<number> {
  return (await sharp(bytes).metadata()).width;
}

/** What stands beside the pixels of a stored file. */
export function metadataOf(path: string): Promise<Metadata> {
  return sharp(path).metadata();
}

/** The beginning of a photograph in HEIC, by its first box. */
export const heic = Buffer.concat([
  Buffer.from([0, 0, 0, 0x24]),
  Buffer.from('ftypheic\0\0\0\0mif1MiHEmiafheicheix', 'latin1'),
  Buffer.alloc(2000, 1),
]);
