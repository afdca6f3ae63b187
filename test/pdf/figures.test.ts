import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import decodeQr from 'qr/decode.js';
import { describe, expect, it } from 'vitest';
import { readPicture } from '../../src/pdf/pictures.ts';
import { draw, pageTexts, run, tagTree, wordsOf } from './inspect.ts';
import { png } from './png.ts';
import { structureOf } from './structure.ts';

const address = 'https://oddolnie.example.org/wnioski/12345';
const red = (width: number, height: number) => png({ width, height, pixel: () => [200, 16, 46] });
const figuresOf = (drawn: Parameters<typeof structureOf>[0]) =>
  structureOf(drawn).elements.filter(({ name }) => name === 'Figure');

/** The smallest whole JPEG that a header can describe; 4 × 2 pixels. */
function jpeg(changes: { components?: number; orientation?: number } = {}): Buffer {
  const { components = 3, orientation } = changes;
  const exif =
    orientation === undefined
      ? ''
      : `ffe10022${Buffer.from('Exif\0\0').toString('hex')}4d4d002a00000008000101120003000000010${orientation.toString(16).padStart(3, '0')}000000000000`;
  const frame = `ffc0${(8 + 3 * components).toString(16).padStart(4, '0')}0800020004${components.toString(16).padStart(2, '0')}${'011100'.repeat(components)}`;
  return Buffer.from(`ffd8${exif}${frame}ffd9`, 'hex');
}

describe('a QR code', () => {
  it('is read back by a reader from the printed page, and stands in letters beside', async () => {
    const document = await draw((sheet) => {
      sheet.paragraph('Potwierdzenie.');
      sheet.qr(address, 'Strona Waszego wniosku');
    });
    const image = run(
      'pdftoppm',
      '-r',
      '100',
      '-gray',
      '-singlefile',
      document.file,
      document.file.replace('.pdf', ''),
    );
    expect(image).toBe('');
    expect(readGray(document.file.replace('.pdf', '.pgm'))).toBe(address);
    expect(pageTexts(document)[0]).toContain(`Strona Waszego wniosku ${address}`);
    expect(run('pdfimages', '-list', document.file).trim().split('\n')).toHaveLength(2);
  });

  it('is a figure with its words and its place, before the address', async () => {
    const document = await draw((sheet) => sheet.qr(address, 'Strona Waszego wniosku'));
    const [figure] = figuresOf(document);
    expect(figure?.alt).toBe(`Strona Waszego wniosku: ${address}`);
    const [left = 0, bottom = 0, right = 0, top = 0] = figure?.box ?? [];
    expect([right - left, Math.round(top - bottom)]).toEqual([84, 84]);
    expect(structureOf(document).elements.map(({ name }) => name)).toEqual(['Document', 'Figure', 'P', 'P']);
  });
});

function readGray(file: string): string {
  const bytes = readFileSync(file);
  const [, width = '0', height = '0'] = /^P5\s(\d+)\s(\d+)\s255\s/.exec(bytes.toString('latin1', 0, 40)) ?? [];
  const pixels = bytes.subarray(bytes.length - Number(width) * Number(height));
  const data = new Uint8Array(pixels.length * 4);
  pixels.forEach((gray, index) => {
    data.set([gray, gray, gray, 255], index * 4);
  });
  return decodeQr({ width: Number(width), height: Number(height), data });
}

describe('a picture', () => {
  it('is a figure with its words, within the text, in its own proportions', async () => {
    const document = await draw((sheet) => {
      sheet.paragraph('Logo finansującego:');
      sheet.image(red(300, 100), { alt: 'Logo: czerwony prostokąt 🧵', width: 900 });
      sheet.image(red(300, 100), { alt: 'To samo bez miary' });
      sheet.image(red(30, 60), { alt: 'Wąski prostokąt', width: 50 });
    });
    const figures = figuresOf(document);
    expect(figures.map(({ alt }) => alt)).toEqual([
      'Logo: czerwony prostokąt □',
      'To samo bez miary',
      'Wąski prostokąt',
    ]);
    const sizes = figures.map(({ box: [left = 0, bottom = 0, right = 0, top = 0] = [] }) => [
      right - left,
      top - bottom,
    ]);
    expect(sizes[0]?.[0]).toBeCloseTo(453.28, 1);
    expect((sizes[0]?.[0] ?? 0) / (sizes[0]?.[1] ?? 1)).toBeCloseTo(3, 2);
    expect(sizes.slice(1).map((size) => size.map(Math.round))).toEqual([
      [144, 48],
      [50, 100],
    ]);
    expect(run('qpdf', '--check', document.file)).toContain('No syntax or stream encoding errors found');
    expect(tagTree(document)).not.toContain('Tu miał być obraz');
  });

  it('goes overleaf whole, and no higher than a page', async () => {
    const document = await draw((sheet) => {
      sheet.paragraph('Góra strony.');
      sheet.space(500);
      sheet.image(red(100, 100), { alt: 'Czerwony kwadrat', width: 300 });
      sheet.image(red(10, 1000), { alt: 'Czerwona tyczka', width: 300 });
      sheet.paragraph('Dół.');
    });
    expect(wordsOf(document).find(({ text }) => text === 'Dół.')?.page).toBe(4);
    const heights = figuresOf(document).map(({ box: [, bottom = 0, , top = 0] = [] }) => top - bottom);
    expect(heights[1]).toBeLessThan(700);
  });

  it('with see-through parts lies on white, as archival paper asks', () => {
    const half = readPicture(png({ width: 2, height: 2, alpha: true, pixel: (x) => [200, 0, 0, x === 0 ? 255 : 51] }));
    expect(
      half?.bytes.equals(png({ width: 2, height: 2, pixel: (x) => (x === 0 ? [200, 0, 0] : [244, 204, 204]) })),
    ).toBe(true);
    for (const filter of [1, 2, 3, 4]) {
      const filtered = png({ width: 5, height: 4, alpha: true, filter, pixel: (x, y) => [x * 40, y * 60, 7, 255] });
      const plain = png({ width: 5, height: 4, pixel: (x, y) => [x * 40, y * 60, 7] });
      expect(readPicture(filtered)?.bytes.equals(plain), `filter ${filter}`).toBe(true);
    }
  });

  it('from a camera held upright is as high as it looks', () => {
    expect(readPicture(jpeg())).toMatchObject({ width: 4, height: 2 });
    expect(readPicture(jpeg({ orientation: 3 }))).toMatchObject({ width: 4, height: 2 });
    expect(readPicture(jpeg({ orientation: 6 }))).toMatchObject({ width: 2, height: 4 });
  });

  it('B5: that cannot be read leaves a note with its words, and the document is made', async () => {
    const whole = red(8, 8);
    const broken = Buffer.from(whole);
    broken[50] = (broken[50] ?? 0) ^ 255;
    const unreadable = {
      'an empty file': Buffer.alloc(0),
      'a letter': Buffer.from('Dzień dobry, to nie jest obraz.'),
      'a PNG cut short': whole.subarray(0, whole.length - 20),
      'a PNG with a changed byte': broken,
      'a PNG with too few rows': png({
        width: 8,
        height: 8,
        pixel: () => [0, 0, 0],
        body: deflateSync(Buffer.alloc(20)),
      }),
      'an interlaced PNG': png({ width: 8, height: 8, interlaced: true, pixel: () => [0, 0, 0] }),
      'a JPEG cut short': jpeg().subarray(0, 18),
      'a JPEG for a press': jpeg({ components: 4 }),
    };
    for (const [name, bytes] of Object.entries(unreadable)) expect(readPicture(bytes), name).toBeUndefined();
    const document = await draw((sheet) => {
      for (const bytes of Object.values(unreadable)) sheet.image(bytes, { alt: 'zdjęcie półki' });
      sheet.paragraph('Koniec.');
    });
    expect(figuresOf(document)).toEqual([]);
    const [page = ''] = pageTexts(document);
    expect(page.split('Tu miał być obraz: zdjęcie półki. Jego pliku nie da się odczytać.')).toHaveLength(9);
    expect(page).toContain('Koniec.');
  });
});

describe('annexes', () => {
  it('begin on pages of their own, and are listed where the main text ends', async () => {
    const document = await draw((sheet) => {
      sheet.title('Regulamin konkursu');
      sheet.section('§ 1', 'Cel');
      sheet.paragraph('Cel konkursu.');
      sheet.annex('Formularz wniosku');
      sheet.paragraph('Treść formularza.');
      sheet.annex('Karta oceny');
      sheet.paragraph('Treść karty.');
    });
    expect(pageTexts(document).map((page) => page.replace(/^.*pogranicza”\. | Porozumienie nr.*$/g, ''))).toEqual([
      'Regulamin konkursu § 1. Cel Cel konkursu. Załączniki 1) Formularz wniosku 2) Karta oceny',
      'Załącznik nr 1. Formularz wniosku Treść formularza.',
      'Załącznik nr 2. Karta oceny Treść karty.',
    ]);
    const headings = structureOf(document).elements.flatMap(({ name }) => (name.startsWith('H') ? [name] : []));
    expect(headings).toEqual(['H1', 'H2', 'H2', 'H1', 'H1']);
  });
});
