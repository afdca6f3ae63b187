import type { PastedRow } from './cells.ts';

type Facts = Readonly<Record<string, string | number>>;

/** A line that was not understood. `why`: a code of `unreadTexts`. */
export interface Unread {
  readonly line: number;
  readonly text: string;
  readonly why: string;
  readonly facts: Facts;
}

export function unreadRow({ line, cells }: PastedRow, why: string, facts: Facts = {}): Unread {
  return { line, text: cells.filter(Boolean).join(' | ').slice(0, 120), why, facts };
}

/** Of lines below those that are read at all. */
export function linesLeft(lines: number): Unread[] {
  return lines > 0 ? [{ line: 0, text: '', why: 'too_many_lines', facts: { lines } }] : [];
}
