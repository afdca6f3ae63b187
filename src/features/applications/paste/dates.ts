import { type Day, parseDay } from '../../../lib/days.ts';
import { shortDate } from '../../../lib/polish-dates.ts';

export interface When {
  readonly starts: string;
  /** '' for one day. */
  readonly ends: string;
  /** False where the text was not read as a day or as two; then it stands in `starts` as it was written. */
  readonly isClear: boolean;
}

/**
 * One day or two as people write them in one cell: `15.06.2024`, `15–20.06.2024`, `15.06 - 2.07.2024`, `od 15 czerwca 2024 do 20 czerwca 2024`. A year or a
 * month said once is the later day's.
 */
export function readWhen(text: string): When {
  const written = text.replace(/^od\s+/i, '').trim();
  const one = dayOf(written);
  if (one !== undefined) return { starts: shortDate(one), ends: '', isClear: true };
  const [, first = '', second = ''] = /^(.+?)\s*(?:[–—-]|\sdo\s)\s*(\d.+)$/i.exec(written) ?? [];
  const ends = dayOf(second);
  const starts = ends === undefined ? undefined : (dayOf(first) ?? dayBefore(first, ends));
  if (ends === undefined || starts === undefined) return { starts: text, ends: '', isClear: false };
  return { starts: shortDate(starts), ends: shortDate(ends), isClear: true };
}

function dayOf(text: string): Day | undefined {
  const read = parseDay(text);
  return read.ok ? read.value : undefined;
}

/** `15`, `15.06` or `28 maja`, whose month and year the other day says. */
function dayBefore(text: string, other: Day): Day | undefined {
  const [year, month] = other.split('-');
  if (/^\d{1,2}\.?$/.test(text)) return dayOf(`${text.replace('.', '')}.${month}.${year}`);
  return dayOf(`${text.replace(/\.$/, '')}${/\p{L}/u.test(text) ? ' ' : '.'}${year}`);
}
