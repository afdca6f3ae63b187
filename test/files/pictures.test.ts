import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { kernel } from '../support/kernel.ts';
import { heic, metadataOf, photoWithPlace, swollenPicture } from '../support/pictures.ts';

const limit = 15 * 1024 * 1024;
const receive = (files: ReturnType<typeof kernel>['files'], bytes: Buffer) =>
  files.receive(Readable.from([bytes]), limit);

describe('B4: a picture that a group sends', () => {
  test('is kept upright, without the place and the telephone it was taken with', async () => {
    const { files } = kernel();
    const photo = await photoWithPlace();
    const before = await sharp(photo).metadata();
    expect([before.orientation, before.exif?.includes('Danuty'), before.width]).toEqual([6, true, 800]);

    const kept = await receive(files, photo);
    if (!kept.ok) throw new Error(kept.code);
    expect(kept.value.mediaType).toBe('image/jpeg');
    const { format, width, height, orientation, exif, xmp, iptc, icc } = await metadataOf(
      files.pathOf(kept.value.sha256),
    );
    expect({ format, width, height, orientation, exif, xmp, iptc, icc }).toEqual({
      format: 'jpeg',
      width: 600,
      height: 800,
    });
    // Orientation 6: what was the left of the upper edge is now the top of the right one.
    const { data, info } = await sharp(files.pathOf(kept.value.sha256)).raw().toBuffer({ resolveWithObject: true });
    const redAt = (x: number, y: number) => data[(y * info.width + x) * info.channels];
    expect([redAt(595, 5), redAt(5, 5), redAt(595, 795)].map((red) => (red ?? 0) > 120)).toEqual([true, false, false]);
  });

  test('sent again is the same file', async () => {
    const { files, folder } = kernel();
    const photo = await photoWithPlace();
    const [first, again] = await Promise.all([receive(files, photo), receive(files, photo)]);
    expect(again).toEqual(first);
    expect(await receive(files, photo)).toEqual(first);
    expect(filesIn(folder)).toHaveLength(1);
  });

  test('is made as large as an A4 page needs, a small one stays as large as it was', async () => {
    const { files } = kernel();
    const large = await receive(files, await photoWithPlace(4800, 3600));
    const small = await receive(files, await photoWithPlace(400, 300));
    if (!large.ok || !small.ok) throw new Error('refused');
    const sides = async (sha256: string) => {
      const { width, height } = await metadataOf(files.pathOf(sha256));
      return [width, height];
    };
    expect([await sides(large.value.sha256), await sides(small.value.sha256)]).toEqual([
      [2250, 3000],
      [300, 400],
    ]);
  });

  test('in PNG keeps what is see-through, in WebP is kept as JPEG', async () => {
    const { files } = kernel();
    const drawn = sharp({
      create: { width: 20, height: 20, channels: 4, background: { r: 10, g: 20, b: 30, alpha: 0.5 } },
    });
    const png = await receive(files, await drawn.clone().png().toBuffer());
    const webp = await receive(files, await drawn.clone().webp().toBuffer());
    if (!png.ok || !webp.ok) throw new Error('refused');
    expect([png.value.mediaType, webp.value.mediaType]).toEqual(['image/png', 'image/jpeg']);
    expect((await metadataOf(files.pathOf(png.value.sha256))).hasAlpha).toBe(true);
  });

  test('that says something behind its last pixel loses it', async () => {
    const { files } = kernel();
    const kept = await receive(
      files,
      Buffer.concat([await photoWithPlace(), Buffer.from('<script>alert(1)</script>')]),
    );
    if (!kept.ok) throw new Error(kept.code);
    expect(readFileSync(files.pathOf(kept.value.sha256)).includes('<script>')).toBe(false);
  });

  test('that promises more pixels than any telephone makes, or is cut, is refused and leaves nothing', async () => {
    const { files, folder } = kernel();
    const bomb = await swollenPicture(7300, 7200);
    expect(bomb.length).toBeLessThan(1000);
    expect(await receive(files, bomb)).toMatchObject({ code: 'picture_too_large', facts: { mostMegapixels: 52 } });
    const photo = await photoWithPlace();
    expect(await receive(files, photo.subarray(0, photo.length / 2))).toMatchObject({ code: 'picture_unreadable' });
    expect(await receive(files, Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]))).toMatchObject({
      code: 'picture_unreadable',
    });
    expect(filesIn(folder)).toEqual([]);
  });
});

test.each([
  ['a photograph of an iPhone', heic, 'file_heic'],
  ['a program', Buffer.from('MZ\x90\0program', 'latin1'), 'file_program'],
  ['a program of another system', Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), 'file_program'],
  ['a script', Buffer.from('#!/bin/sh\nrm -rf ~\n'), 'file_program'],
  [
    'a drawing with a script',
    Buffer.from('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    'file_drawing',
  ],
  ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'file_kind_unknown'],
  ['an old Word document', Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1'), 'file_office'],
  ['a packed file', Buffer.from('\x1f\x8b\x08', 'latin1'), 'file_packed'],
])('B4: %s named .jpg is known for what it is', async (_, bytes, code) => {
  const { files, folder } = kernel();
  expect(await receive(files, bytes)).toMatchObject({ ok: false, code });
  expect(filesIn(folder)).toEqual([]);
});

function filesIn(folder: string): string[] {
  return readdirSync(join(folder, 'files'), { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [entry.name] : [],
  );
}
