import { type Marks, markOf } from './fields.ts';

/** Who saved an answer last: the opened page, its count of savings. */
export interface LastSaving {
  readonly page: string;
  readonly step: number;
}

/** The opened page that saves. */
export interface Saver extends LastSaving {
  /** Its button comes after whatever it saved by itself, also where its savings are not counted. */
  readonly isAutosave: boolean;
}

/**
 * What becomes of one answer: `same` stands there already, `written` takes its place, `unchanged` was not touched by the writer and stays as
 * somebody else left it, `overtaken` was sent before what the same page saved later, `differs` was changed by both.
 */
export type Outcome = 'same' | 'written' | 'unchanged' | 'overtaken' | 'differs';

export interface Meeting {
  readonly stored: string;
  readonly sent: string;
  /** The mark of what the writer saw; of nothing when absent. */
  readonly seen: Marks[string] | undefined;
  readonly last: LastSaving | undefined;
}

/** Three texts of one answer: what the writer saw, what stands there now, what came. Only words that both changed, and differently, differ. */
export function judge({ stored, sent, seen = nothing, last }: Meeting, saver: Saver): Outcome {
  if (sent === stored) return 'same';
  if (isOwn(last, saver)) return comesAfter(last, saver) ? 'written' : 'overtaken';
  if (markOf(sent) === seen) return 'unchanged';
  return markOf(stored) === seen ? 'written' : 'differs';
}

const nothing = markOf('');

/** The page may not know yet that its words were taken: the connection was cut before the answer came. */
export function isOwn<Last extends LastSaving>(last: Last | undefined, saver: Saver): last is Last {
  return last !== undefined && last.page !== '' && last.page === saver.page;
}

export function comesAfter(last: LastSaving, saver: Saver): boolean {
  return !saver.isAutosave || saver.step > last.step;
}

/** What the page has seen once it is told what became of its words. */
export function seenAfter(seen: Marks, field: string, sent: string, outcome: Outcome): Marks {
  return outcome === 'same' || outcome === 'written' ? { ...seen, [field]: markOf(sent) } : seen;
}

/** One answer of a section and what becomes of it. */
export interface Judged {
  readonly field: string;
  readonly sent: string;
  readonly outcome: Outcome;
}
