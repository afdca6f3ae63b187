import type { Point } from '../../src/pdf/lists.ts';
import type { Sheet } from '../../src/pdf/sheet.ts';

/** One text that a document asks its sheet to print. */
export interface Written {
  readonly as: 'heading' | 'text' | 'cell' | 'place to sign';
  readonly text: string;
  /** Of a cell: which table, and which row of its body. */
  readonly table?: number;
  readonly row?: number;
}

/** Everything a document writes, in its order, without drawing it. */
export function writtenBy(write: (sheet: Sheet) => void): Written[] {
  const written: Written[] = [];
  let tables = 0;
  const add = (as: Written['as'], text: string, place: { table?: number; row?: number } = {}) => {
    if (text.trim() !== '') written.push({ as, text, ...place });
  };
  const texts = (list: readonly string[]) => {
    for (const text of list) add('text', text);
  };
  const points = (list: readonly Point[]) => {
    for (const point of list) {
      add('text', typeof point === 'string' ? point : point.text);
      if (typeof point !== 'string') points(point.points);
    }
  };
  const rows = (list: readonly (readonly string[])[], isBody: boolean) => {
    list.forEach((cells, row) => {
      for (const cell of cells) add('cell', cell, isBody ? { table: tables, row } : { table: tables });
    });
  };
  write({
    title(text, subtitle) {
      add('heading', text);
      if (subtitle !== undefined) add('heading', subtitle);
    },
    poster(title, subtitle) {
      add('heading', title);
      add('heading', subtitle);
    },
    panel: (big, small) => texts([big, small]),
    addressee: texts,
    heading: (text) => add('heading', text),
    section: (number, title) => add('heading', title === undefined ? number : `${number}. ${title}`),
    paragraph: (text) => add('text', text),
    points,
    numbered: points,
    list: texts,
    pairs(list) {
      tables += 1;
      rows(list, true);
    },
    table({ columns, rows: body, foot = [], caption = '' }) {
      tables += 1;
      add('text', caption);
      rows([columns.map(({ head }) => head)], false);
      rows(body, true);
      rows(foot, false);
    },
    note: (text) => add('text', text),
    signatures(list) {
      for (const { role, name } of list) {
        add('place to sign', role);
        add('place to sign', name);
      }
    },
    image: () => {},
    writingLines: () => {},
    boxes: texts,
    qr: (address, label) => texts([label, address]),
    annex: (title) => add('heading', title),
    prose: (text) => add('text', text),
    lang: (_code, text) => add('text', text),
    space: () => {},
    part: () => {},
    pageBreak: () => {},
  });
  return written;
}
