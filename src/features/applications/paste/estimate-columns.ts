import { isOrdinal, mostly, type TableSense } from './columns.ts';
import { type ColumnKind, columnKinds } from './kinds.ts';
import { isNumber } from './numbers.ts';
import { headerWords } from './texts.ts';

/** Columns of an estimate. */
export const estimateSense: TableSense<ColumnKind> = {
  kinds: columnKinds,
  headed: headerWords,
  main: 'name',
  telling: ['price', 'value', 'name'],
  isWords: (cell) => !isNumber(cell),
  guess: guessed,
};

/** Words, then numbers in the order people write them. */
function guessed(columns: readonly (readonly string[])[]): readonly ColumnKind[] {
  const numeric = columns.map((cells) => mostly(cells, isNumber));
  const ordinal = columns.findIndex((cells, column) => column === 0 && columns.length > 2 && isOrdinal(cells));
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
