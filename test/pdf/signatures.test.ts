import { describe, expect, it } from 'vitest';
import type { Sheet } from '../../src/pdf/sheet.ts';
import { draw, paragraph, wordsOf } from './inspect.ts';

const two = [
  { role: 'Biblioteka', name: 'Wasilewska' },
  { role: 'Grupa', name: 'Sidorowicz' },
];
const people = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ role: `Rola${index + 1}`, name: `Podpis${index + 1}` }));

/** Writes at every height of a page and says, for each, on which pages the words stand. */
async function pagesAtEachHeight(write: (sheet: Sheet) => void, words: readonly string[]): Promise<number[][]> {
  const seen: number[][] = [];
  for (let space = 360; space <= 640; space += 20) {
    const document = await draw((sheet) => {
      sheet.paragraph('Góra strony.');
      sheet.space(space);
      write(sheet);
    });
    const printed = wordsOf(document);
    seen.push(words.map((word) => printed.find(({ text, top }) => text === word && top > 70)?.page ?? 0));
  }
  return seen;
}

describe('the places to sign take along', () => {
  const endings: Record<string, (sheet: Sheet) => void> = {
    'a short paragraph': (sheet) => sheet.paragraph('Obowiązuje od podpisania koniec.'),
    'the last lines of a long one': (sheet) => sheet.paragraph(`${paragraph} ${paragraph} koniec.`),
    'the last point of a list': (sheet) => sheet.points(['Pierwszy.', { text: 'Drugi:', points: ['ostatni koniec.'] }]),
    'a note': (sheet) => sheet.note('Odcisk treści:\nkoniec.'),
    'the end of a table and its sum': (sheet) =>
      sheet.table({
        columns: [{ head: 'Pozycja', width: 1, rowHead: true }],
        rows: [['Książki'], ['Wełna'], ['Herbata'], ['Lampa']],
        foot: [['koniec.']],
      }),
    'the last pairs': (sheet) =>
      sheet.pairs([
        ['Kwota', '1'],
        ['Dzień', '2'],
        ['Sprawdzono', 'koniec.'],
      ]),
    'their heading and the paragraph before it': (sheet) => {
      sheet.paragraph('Komisja przyjęła ranking koniec.');
      sheet.heading('Podpisy', 2);
    },
  };

  it.each(Object.entries(endings))('%s', async (_, ending) => {
    const pages = await pagesAtEachHeight(
      (sheet) => {
        ending(sheet);
        sheet.signatures(two);
      },
      ['koniec.', 'Biblioteka', 'Wasilewska', 'Sidorowicz'],
    );
    for (const [end, ...rest] of pages) expect(rest).toEqual([end, end, end]);
    expect(new Set(pages.map(([end]) => end))).toEqual(new Set([1, 2]));
  });

  it('two lines at least of a long paragraph', async () => {
    let parted = 0;
    for (let space = 360; space <= 640; space += 20) {
      const document = await draw((sheet) => {
        sheet.paragraph('Góra strony.');
        sheet.space(space);
        sheet.paragraph(`${paragraph} ${paragraph}`);
        sheet.signatures(two);
      });
      const words = wordsOf(document);
      const signed = words.findLast(({ text }) => text === 'Wasilewska');
      const lines = words.filter(
        ({ page, top, bottom }) => page === signed?.page && top > 75 && bottom < (signed?.top ?? 0) - 60,
      );
      expect(new Set(lines.map(({ top }) => top)).size).toBeGreaterThanOrEqual(2);
      if (signed?.page === 2) parted += 1;
    }
    expect(parted).toBeGreaterThan(3);
  });
});

it('twelve people sign on one page, closer together, under the end of the text', async () => {
  const document = await draw((sheet) => {
    for (let n = 0; n < 4; n += 1) sheet.paragraph(paragraph);
    sheet.paragraph('Na tym protokół zakończono.');
    sheet.signatures(people(12));
  });
  const words = wordsOf(document);
  const pageOf = (word: string) => words.find(({ text }) => text === word)?.page;
  for (const { role, name } of people(12)) expect([pageOf(role), pageOf(name)]).toEqual([2, 2]);
  expect(pageOf('zakończono.')).toBe(2);
});

it('where no page holds all, the first of them stand under the end of the text', async () => {
  const document = await draw((sheet) => {
    sheet.paragraph('Na tym protokół zakończono.');
    sheet.signatures(people(30));
  });
  const words = wordsOf(document);
  const pagesOf = people(30).map(({ name }) => words.find(({ text }) => text === name)?.page ?? 0);
  expect([pagesOf[0], pagesOf[29]]).toEqual([1, 3]);
  expect(words.filter(({ text, top }) => /^Podpis/.test(text) && top > 773)).toEqual([]);
});
