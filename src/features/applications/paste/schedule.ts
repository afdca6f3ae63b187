import type { TypedActivity } from '../typed.ts';
import { type PastedRow, readCells } from './cells.ts';
import { type Columns, chosenColumns, findColumns, isOrdinal, mostly, type TableSense } from './columns.ts';
import { readWhen } from './dates.ts';
import { type ScheduleKind, scheduleKinds } from './kinds.ts';
import { scheduleWords } from './schedule-texts.ts';
import { linesLeft, type Unread, unreadRow } from './unread.ts';

const scheduleSense: TableSense<ScheduleKind> = {
  kinds: scheduleKinds,
  headed: scheduleWords,
  main: 'activity',
  telling: ['activity', 'when', 'starts'],
  isWords: (cell) => !readWhen(cell).isClear,
  guess: guessed,
};

/** A row of the timetable as understood, ready for the form. */
export interface ReadActivity {
  readonly line: number;
  readonly activity: TypedActivity;
  /** The days were read as days; otherwise they stay as they were written. */
  readonly isClear: boolean;
}

export interface PastedSchedule {
  readonly columns: Columns<ScheduleKind>;
  readonly heads: readonly string[];
  readonly activities: readonly ReadActivity[];
  readonly unread: readonly Unread[];
}

/**
 * Rows of a timetable copied from a spreadsheet. Days that cannot be read as days are kept as written, for their section says what is wrong with them;
 * a line with one filled cell among several columns is a heading.
 */
export function readPastedSchedule(text: string, chosen: readonly string[] = []): PastedSchedule {
  const { rows, unreadLines } = readCells(text);
  const columns = chosen.length > 0 ? chosenColumns(rows, scheduleSense, chosen) : findColumns(rows, scheduleSense);
  const activities: ReadActivity[] = [];
  const unread: Unread[] = [];
  for (const [index, row] of rows.entries()) {
    if (index === columns.header) continue;
    const read = index < columns.header ? unreadRow(row, 'above_header') : readRow(row, columns.kinds);
    if ('why' in read) unread.push(read);
    else activities.push(read);
  }
  unread.push(...linesLeft(unreadLines));
  return { columns, heads: rows[Math.max(columns.header, 0)]?.cells ?? [], activities, unread };
}

function readRow(row: PastedRow, kinds: readonly ScheduleKind[]): ReadActivity | Unread {
  const of = (kind: ScheduleKind) => row.cells[kinds.indexOf(kind)] ?? '';
  const activity = of('activity');
  if (activity === '') return unreadRow(row, 'activity_missing');
  if (kinds.length > 1 && row.cells.filter((cell) => cell !== '').length === 1) return unreadRow(row, 'heading_alone');
  const [starts, ends] = [readWhen(of('starts') || of('when')), readWhen(of('ends'))];
  return {
    line: row.line,
    activity: { activity, starts: starts.starts, ends: ends.starts || starts.ends, place: of('place') },
    isClear: starts.isClear && (of('ends') === '' || ends.isClear),
  };
}

/** Days, one column or two, and words: what is done, then where. */
function guessed(columns: readonly (readonly string[])[]): readonly ScheduleKind[] {
  const isDay = columns.map((cells) => mostly(cells, (cell) => readWhen(cell).isClear));
  const ordinal = columns.findIndex((cells, column) => column === 0 && columns.length > 2 && isOrdinal(cells));
  const days = isDay.flatMap((is, column) => (is ? [column] : []));
  const dayKinds: readonly ScheduleKind[] = days.length === 1 ? ['when'] : ['starts', 'ends'];
  const words = isDay.flatMap((is, column) => (is || column === ordinal ? [] : [column]));
  const wordKinds: readonly ScheduleKind[] = ['activity', 'place'];
  return columns.map((_, column) => {
    if (column === ordinal) return 'ordinal';
    return (isDay[column] ? dayKinds[days.indexOf(column)] : wordKinds[words.indexOf(column)]) ?? 'ignored';
  });
}
