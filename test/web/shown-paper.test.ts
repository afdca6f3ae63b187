import { expect, it } from 'vitest';
import { shownPaper } from '../../src/web/shown-paper.ts';
import { inMarks, linesOf } from '../../src/web/shown-text.ts';

const wordsOf = (lines: readonly (readonly { readonly text: string }[])[]) =>
  lines.map((line) => line.map(({ text }) => text).join('')).join('\n');

it('shows what a document writes in its order: headings in levels, points with their marks, tables with their heads', () => {
  const shown = shownPaper((sheet) => {
    sheet.title('Porozumienie', 'nr 7');
    sheet.section('§ 1', 'Kwota');
    sheet.points(['Najpierw:', { text: 'w tym', points: [{ text: 'książki', points: ['polskie', 'litewskie'] }] }], 3);
    sheet.heading('Niżej', 3);
    sheet.list(['jeden']);
    sheet.table({
      columns: [
        { head: 'Pozycja', width: 2, rowHead: true },
        { head: 'Kwota, zł', width: 1, align: 'right' },
      ],
      rows: [['Książki', '960,00']],
      foot: [['Razem', '960,00']],
    });
    sheet.prose('Pierwszy.\n\nDrugi.');
    sheet.pageBreak();
    sheet.annex('Terminarz');
    sheet.signatures([{ role: 'Za Grupę', name: 'Birutė Jurkianis' }]);
  });
  const told = shown.map((block) => ('lines' in block ? `${block.is}: ${wordsOf(block.lines)}` : block.is));
  expect(told).toEqual([
    ...[
      'title: Porozumienie',
      'subtitle: nr\u00a07',
      'heading: §\u00a01. Kwota',
      'points',
      'subheading: Niżej',
      'points',
    ],
    ...['table', 'paragraph: Pierwszy.', 'paragraph: Drugi.', 'heading: Terminarz', 'signatures'],
  ]);
  expect(shown[3]).toMatchObject({
    points: [
      { label: '3.', points: [] },
      { label: '4.', points: [{ label: '1)', points: [{ label: 'a)' }, { label: 'b)' }] }] },
    ],
  });
  expect(shown[5]).toMatchObject({ points: [{ label: '–' }] });
  expect(shown[6]).toMatchObject({
    heads: [{ isRight: false }, { isRight: true }],
    rows: [
      { isSum: false, cells: [{ isHead: true }, { isHead: false, isRight: true }] },
      { isSum: true, cells: [{}, {}] },
    ],
  });
});

it('tells values from words, line by line, and makes links of the house’s own addresses', () => {
  expect(linesOf(`Strona ${inMarks('https://example.org/a\ndruga linia')}.`, 'https://example.org')).toEqual([
    [
      { text: 'Strona ', mark: false, href: '' },
      { text: 'https://example.org/a', mark: true, href: 'https://example.org/a' },
    ],
    [
      { text: 'druga linia', mark: true, href: '' },
      { text: '.', mark: false, href: '' },
    ],
  ]);
});

it('a value cannot end its own mark', () => {
  expect(linesOf(inMarks('a\uE001b'))).toEqual([[{ text: 'ab', mark: true, href: '' }]]);
});
