import { describe, expect, it } from 'vitest';
import { draw, pageSize, pageTexts, paragraph, tagTree, type Word, wordsOf } from './inspect.ts';

const margin = 71;
const leading = 16;
const forty = Array.from({ length: 40 }, (_, index) => [
  `PB/2024/${index + 1}`,
  `Inicjatywa numer ${index + 1}`,
  `${60 + index},50`,
]);
const ranking = {
  columns: [
    { head: 'Numer', width: 1 },
    { head: 'Tytuł', width: 3, rowHead: true },
    { head: 'Punkty', width: 1, align: 'right' as const },
  ],
  rows: forty,
  foot: [['', 'Średnia', '80,00']],
};

const placeOf = (words: readonly Word[], text: string): Word => {
  const found = words.find((word) => word.text === text);
  if (found === undefined) throw new Error(`no word ${text}`);
  return found;
};

describe('a table of forty rows', () => {
  it('repeats its head for the eye on the second page, and is one table with one head for the ear', async () => {
    const document = await draw((sheet) => sheet.table(ranking));
    const pages = pageTexts(document);
    expect(pages.map((page) => page.split('Numer Tytuł Punkty').length - 1)).toEqual([1, 1]);
    const tree = tagTree(document);
    expect(tree.match(/^ *Table$/gm)).toHaveLength(1);
    expect(tree.match(/\/Scope \/Column/g)).toHaveLength(3);
    expect([...tree.matchAll(/"(PB\/2024\/\d+)"/g)].map((row) => row[1])).toEqual(forty.map((row) => row[0]));
  });

  it('keeps its sum beside the last two rows', async () => {
    const bottomOf = async (rows: number) => {
      const document = await draw((sheet) => sheet.table({ ...ranking, rows: forty.slice(0, rows) }));
      const words = wordsOf(document);
      return [
        placeOf(words, `PB/2024/${rows - 1}`).page,
        placeOf(words, `PB/2024/${rows}`).page,
        placeOf(words, 'Średnia').page,
      ];
    };
    for (let rows = 24; rows <= 36; rows += 1) {
      const [beforeLast, last, sum] = await bottomOf(rows);
      expect([beforeLast, last]).toEqual([sum, sum]);
    }
  });

  it('never parts a row that fits on a page', async () => {
    const rows = forty
      .slice(0, 12)
      .map(([number, , points], index) => [number ?? '', `początek${index} ${paragraph} koniec${index}`, points ?? '']);
    const document = await draw((sheet) => sheet.table({ ...ranking, rows }));
    const words = wordsOf(document);
    expect(new Set(words.map((word) => word.page)).size).toBeGreaterThan(1);
    rows.forEach((_, index) => {
      expect(placeOf(words, `początek${index}`).page).toBe(placeOf(words, `koniec${index}`).page);
    });
  });

  it('carries a row higher than the page over to the next, losing nothing', async () => {
    const long = Array.from({ length: 900 }, (_, index) => `słowo${index}`);
    const document = await draw((sheet) =>
      sheet.table({
        ...ranking,
        rows: [
          ['PB/2024/1', long.join(' '), '60,50'],
          ['PB/2024/2', 'Krótka', '1,00'],
        ],
      }),
    );
    const words = wordsOf(document);
    expect(words.filter((word) => word.text.startsWith('słowo')).map((word) => word.text)).toEqual(long);
    expect(words.every((word) => word.bottom < pageSize.height - 30)).toBe(true);
    expect(tagTree(document).match(/^ *TR$/gm)).toHaveLength(4);
  });

  it('starts such a row with two lines at least', async () => {
    const started = new Set<number>();
    for (let space = 530; space <= 610; space += 8) {
      const document = await draw((sheet) => {
        sheet.paragraph('Góra strony.');
        sheet.space(space);
        sheet.table({ ...ranking, rows: [...forty.slice(0, 2), ['PB/2024/3', 'słowo '.repeat(600), '60,50']] });
      });
      const lines = wordsOf(document).filter((word) => word.text === 'słowo');
      for (const page of new Set(lines.map((word) => word.page))) {
        expect(new Set(lines.filter((word) => word.page === page).map((word) => word.top)).size).toBeGreaterThan(1);
      }
      started.add(Math.min(...lines.map((word) => word.page)));
    }
    expect([...started]).toEqual([1, 2]);
  });

  it('refuses a row that lacks a cell', async () => {
    await expect(draw((sheet) => sheet.table({ ...ranking, rows: [['PB/2024/1', 'Inicjatywa']] }))).rejects.toThrow(
      'a row of 2 cells in a table of 3 columns',
    );
  });
});

describe('the foot of a page', () => {
  it('never holds a heading without two lines of what follows', async () => {
    const turned = new Set<number>();
    for (let space = 380; space <= 640; space += 13) {
      const document = await draw((sheet) => {
        sheet.paragraph('Góra strony.');
        sheet.space(space);
        sheet.heading('Rozdział', 1);
        sheet.heading('Podrozdział', 2);
        sheet.paragraph(`Początek ${paragraph}`);
      });
      const words = wordsOf(document);
      const start = placeOf(words, 'Początek');
      expect([placeOf(words, 'Rozdział').page, placeOf(words, 'Podrozdział').page]).toEqual([start.page, start.page]);
      expect(
        words.filter((word) => word.page === start.page && Math.abs(word.top - start.top - leading) < 1).length,
      ).toBeGreaterThan(3);
      turned.add(start.page);
    }
    expect([...turned].sort()).toEqual([1, 2]);
  });

  it('parts no paragraph so that one line stands alone', async () => {
    for (let space = 560; space <= 680; space += 8) {
      const document = await draw((sheet) => {
        sheet.paragraph('Góra strony.');
        sheet.space(space);
        sheet.paragraph(paragraph);
      });
      const body = wordsOf(document).filter(
        (word) => word.top > 85 && word.top < 775 && word.text !== 'Góra' && word.text !== 'strony.',
      );
      for (const page of [1, 2]) {
        const lines = new Set(body.filter((word) => word.page === page).map((word) => word.top));
        expect(lines.size).not.toBe(1);
      }
    }
  });

  it('keeps the places to sign on one page', async () => {
    const document = await draw((sheet) => {
      sheet.paragraph('Góra strony.');
      sheet.space(560);
      sheet.signatures([
        { role: 'Biblioteka', name: 'Wasilewska' },
        { role: 'Grupa', name: 'Jurkianis' },
        { role: 'Świadek', name: 'Jodzis' },
      ]);
    });
    const words = wordsOf(document);
    for (const name of ['Biblioteka', 'Wasilewska', 'Grupa', 'Jurkianis', 'Świadek', 'Jodzis']) {
      const pages = words.filter((word) => word.text === name && word.top > 80).map((word) => word.page);
      expect(pages).toEqual([2]);
    }
  });
});

describe('a page', () => {
  it('holds a word of 200 letters within its margins, in a paragraph and in a narrow cell', async () => {
    const word = 'źdźbło'.repeat(34).slice(0, 200);
    const document = await draw((sheet) => {
      sheet.paragraph(word);
      sheet.table({ ...ranking, rows: [['PB/2024/1', word, word]] });
      sheet.pairs([[word, word]]);
      sheet.signatures([{ role: word, name: word }]);
    });
    const words = wordsOf(document);
    expect(
      words
        .filter((piece) => /^[źdbło]+$/.test(piece.text))
        .map((piece) => piece.text.length)
        .reduce((sum, one) => sum + one),
    ).toBe(1400);
    for (const piece of words) {
      expect(piece.left).toBeGreaterThanOrEqual(margin - 1);
      expect(piece.right).toBeLessThanOrEqual(pageSize.width - margin + 1);
    }
  });

  it('has no blank page after a break asked for twice', async () => {
    const document = await draw((sheet) => {
      sheet.pageBreak();
      sheet.paragraph('Pierwsza.');
      sheet.pageBreak();
      sheet.pageBreak();
      sheet.heading('Załącznik nr 1', 2);
    });
    expect(pageTexts(document).map((page) => page.match(/Pierwsza\.|Załącznik nr 1|strona \d z \d/g))).toEqual([
      ['Pierwsza.', 'strona 1 z 2'],
      ['Załącznik nr 1', 'strona 2 z 2'],
    ]);
  });

  it('that is the last holds something, wherever the text ends', async () => {
    for (let space = 600; space <= 690; space += 6) {
      const document = await draw((sheet) => {
        sheet.paragraph('Góra strony.');
        sheet.space(space);
        sheet.paragraph('Zakończenie.');
        sheet.space(30);
      });
      expect(pageTexts(document).at(-1)).toContain('Zakończenie.');
    }
  });

  it('ends no line with a word of one letter', async () => {
    const document = await draw((sheet) => sheet.prose(Array.from({ length: 6 }, () => paragraph).join(' ')));
    const words = wordsOf(document);
    const ends = words.filter(
      (word, index) => words[index + 1] !== undefined && Math.abs((words[index + 1]?.top ?? 0) - word.top) > 5,
    );
    expect(ends.length).toBeGreaterThan(20);
    expect(ends.filter((word) => /^[aiouwz]$/i.test(word.text))).toEqual([]);
  });

  it('in a narrow column parts what hard spaces join before it cuts a number', async () => {
    const document = await draw((sheet) =>
      sheet.table({
        columns: [
          { head: 'Zapłata', width: 1.4, rowHead: true },
          { head: 'Za co', width: 10 },
        ],
        rows: [['wyciąg\u00a012/2024', 'książki']],
      }),
    );
    expect(wordsOf(document).map(({ text }) => text)).toEqual(expect.arrayContaining(['wyciąg', '12/2024']));
  });
});
