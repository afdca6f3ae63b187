import { foldText } from '../../../lib/polish.ts';
import type { PastedRow } from './cells.ts';

export interface Columns<Kind extends string> {
  readonly kinds: readonly Kind[];
  /** Index of the row that names the columns; -1 where none does. */
  readonly header: number;
}

/** How the columns of one sort of table are known: an estimate's, a timetable's. Columns that go nowhere are `ignored`. */
export interface TableSense<Kind extends string> {
  readonly kinds: readonly (Kind | 'ignored')[];
  /** How people head their columns, folded; the first kind that fits is meant. */
  readonly headed: Readonly<Partial<Record<Kind, RegExp>>>;
  /** What a row is about: the first column of words where no head says it. */
  readonly main: Kind;
  /** One of these makes a row of names a header. */
  readonly telling: readonly Kind[];
  /** Whether a cell is words, which the main column is. */
  readonly isWords: (cell: string) => boolean;
  /** What columns hold by the look of them; each column is its cells. */
  readonly guess: (columns: readonly (readonly string[])[]) => readonly (Kind | 'ignored')[];
}

/** A header stands near the top, under a title at most. */
const rowsToHeader = 8;

/** The columns as their header names them or, without one, as their contents look. */
export function findColumns<Kind extends string>(
  rows: readonly PastedRow[],
  sense: TableSense<Kind>,
): Columns<Kind | 'ignored'> {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const named = rows.slice(0, rowsToHeader).map(({ cells }) => cells.map((cell) => kindNamed(cell, sense)));
  const header = named.findIndex(
    (kinds) =>
      kinds.filter((kind) => kind !== 'ignored').length >= 2 &&
      sense.telling.some((kind) => kinds.some((one) => one === kind)),
  );
  if (header === -1) return { kinds: sense.guess(columnsOf(rows, width)), header };
  const kinds = onceEach(named[header] ?? []);
  const all = Array.from({ length: width }, (_, column) => kinds[column] ?? 'ignored');
  const hasMain = all.some((kind) => kind === sense.main);
  return { kinds: hasMain ? all : withMain(all, rows.slice(header + 1), sense), header };
}

function columnsOf(rows: readonly PastedRow[], width: number): string[][] {
  return Array.from({ length: width }, (_, column) => rows.map(({ cells }) => cells[column] ?? ''));
}

function withMain<Kind extends string>(
  kinds: readonly (Kind | 'ignored')[],
  rows: readonly PastedRow[],
  { main, isWords }: TableSense<Kind>,
): (Kind | 'ignored')[] {
  const hasWords = (cell = '') => cell !== '' && isWords(cell);
  const found = kinds.findIndex(
    (kind, column) => kind === 'ignored' && rows.some(({ cells }) => hasWords(cells[column])),
  );
  return kinds.map((kind, column) => (column === found ? main : kind));
}

/** The columns as somebody chose them; the header, if there is one, stays where it was found. */
export function chosenColumns<Kind extends string>(
  rows: readonly PastedRow[],
  sense: TableSense<Kind>,
  chosen: readonly string[],
): Columns<Kind | 'ignored'> {
  const found = findColumns(rows, sense);
  return {
    ...found,
    kinds: found.kinds.map((kind, column) => sense.kinds.find((one) => one === chosen[column]) ?? kind),
  };
}

function kindNamed<Kind extends string>(cell: string, { kinds, headed }: TableSense<Kind>): Kind | 'ignored' {
  const folded = foldText(cell);
  return kinds.find((kind) => kind !== 'ignored' && headed[kind]?.test(folded)) ?? 'ignored';
}

/** The first column of a kind is that kind; a second „cena” is somebody's note. */
function onceEach<Kind extends string>(kinds: readonly (Kind | 'ignored')[]): (Kind | 'ignored')[] {
  return kinds.map((kind, column) => (kinds.indexOf(kind) === column ? kind : 'ignored'));
}

/** Numbers of rows, in the first column of a table. */
export function isOrdinal(cells: readonly string[]): boolean {
  return cells.length > 1 && cells.every((cell, index) => cell.replace(/\.$/, '') === String(index + 1));
}

/** Most of the filled cells are like this. */
export function mostly(cells: readonly string[], like: (cell: string) => boolean): boolean {
  const filled = cells.filter((cell) => cell !== '');
  return filled.length > 0 && filled.filter(like).length * 2 > filled.length;
}
