import { foldText } from '../../../lib/polish.ts';
import type { PastedRow } from './cells.ts';
import { type ColumnKind, columnKinds } from './kinds.ts';
import { isNumber } from './numbers.ts';
import { headerWords } from './texts.ts';

export interface Columns {
  readonly kinds: readonly ColumnKind[];
  /** Index of the row that names the columns; -1 where none does. */
  readonly header: number;
}

/** A header stands near the top, under a title at most. */
const rowsToHeader = 8;

/** The columns as their header names them or, without one, as their contents look: words, then numbers in the order people write them. */
export function findColumns(rows: readonly PastedRow[]): Columns {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const named = rows.slice(0, rowsToHeader).map(({ cells }) => cells.map(kindNamed));
  const header = named.findIndex(
    (kinds) =>
      kinds.filter((kind) => kind !== 'ignored').length >= 2 &&
      (kinds.includes('price') || kinds.includes('value') || kinds.includes('name')),
  );
  if (header === -1) return { kinds: guessed(rows, width), header };
  const kinds = onceEach(named[header] ?? []);
  const all = Array.from({ length: width }, (_, column) => kinds[column] ?? 'ignored');
  return { kinds: all.includes('name') ? all : withName(all, rows.slice(header + 1)), header };
}

/** What is bought is the first column of words when no head says it. */
function withName(kinds: readonly ColumnKind[], rows: readonly PastedRow[]): ColumnKind[] {
  const name = kinds.findIndex(
    (kind, column) => kind === 'ignored' && rows.some(({ cells }) => isWords(cells[column])),
  );
  return kinds.map((kind, column) => (column === name ? 'name' : kind));
}

const isWords = (cell = '') => cell !== '' && !isNumber(cell);

/** The columns as somebody chose them; the header, if there is one, stays where it was found. */
export function chosenColumns(rows: readonly PastedRow[], chosen: readonly string[]): Columns {
  const found = findColumns(rows);
  return {
    ...found,
    kinds: found.kinds.map((kind, column) => columnKinds.find((one) => one === chosen[column]) ?? kind),
  };
}

function kindNamed(cell: string): ColumnKind {
  const folded = foldText(cell);
  return columnKinds.find((kind) => headerWords[kind]?.test(folded)) ?? 'ignored';
}

/** The first column of a kind is that kind; a second „cena” is somebody's note. */
function onceEach(kinds: readonly ColumnKind[]): ColumnKind[] {
  return kinds.map((kind, column) => (kinds.indexOf(kind) === column ? kind : 'ignored'));
}

function guessed(rows: readonly PastedRow[], width: number): ColumnKind[] {
  const columns = Array.from({ length: width }, (_, column) => rows.map(({ cells }) => cells[column] ?? ''));
  const isOrdinal = (cells: readonly string[]) =>
    cells.length > 1 && cells.every((cell, index) => cell.replace(/\.$/, '') === String(index + 1));
  const numeric = columns.map((cells) => {
    const filled = cells.filter((cell) => cell !== '');
    return filled.length > 0 && filled.filter(isNumber).length * 2 > filled.length;
  });
  const ordinal = columns.findIndex((cells, column) => column === 0 && width > 2 && isOrdinal(cells));
  const numbers = numeric.flatMap((is, column) => (is && column !== ordinal ? [column] : []));
  const order: readonly ColumnKind[] = numbers.length === 1 ? ['price'] : ['quantity', 'price', 'value'];
  const words = numeric.flatMap((is, column) => (is ? [] : [column]));
  const second = words[1] !== undefined && isShort(columns[words[1]] ?? []) ? 'unit' : 'category';
  const wordOrder: readonly ColumnKind[] = second === 'unit' ? ['name', 'unit'] : ['name', 'category', 'unit'];
  return columns.map((_, column) => {
    if (column === ordinal) return 'ordinal';
    const kinds = numeric[column] ? order[numbers.indexOf(column)] : wordOrder[words.indexOf(column)];
    return kinds ?? 'ignored';
  });
}

/** Units are a word of a few letters. */
function isShort(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.length <= 10);
}
