import { sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import { type Day, daysBetween, type Instant, warsawDay } from '../../../lib/days.ts';
import type { ReminderAsked, ReminderKind, Undone } from '../reminder-kinds.ts';
import { settingOf } from './settings.ts';

/** One thing to recall today. */
export interface DueThing extends Undone {
  readonly kind: ReminderKind;
  /** The date and the number of days: it is recalled once for each. */
  readonly mark: string;
}

/** Everything to recall today, by person in the order of the kinds. What was recalled for the same mark, or is done by now, is not there. */
export function dueToday(kinds: readonly ReminderKind[], asked: ReminderAsked): Map<number, DueThing[]> {
  const today = warsawDay(asked.now);
  const byPerson = new Map<number, DueThing[]>();
  for (const kind of kinds) {
    const { isOn, days } = settingOf(asked.reader, kind);
    for (const thing of isOn ? kind.undone(asked) : []) {
      const mark = markOf(kind.side, days, today, asked.now, thing.date);
      if (mark === undefined || isRecalled(asked.reader, kind, thing, mark)) continue;
      byPerson.set(thing.personId, [...(byPerson.get(thing.personId) ?? []), { ...thing, kind, mark }]);
    }
  }
  return byPerson;
}

/**
 * The nearest of the days that has come: after days of downtime the later letter alone goes. Undefined while none has come, and once a date to be
 * kept is past.
 */
export function markOf(
  side: ReminderKind['side'],
  days: readonly number[],
  today: Day,
  now: Instant,
  date: Instant,
): string | undefined {
  const on = warsawDay(date);
  const away = side === 'before' ? daysBetween(today, on) : daysBetween(on, today);
  if (side === 'before' && date <= now) return undefined;
  const come = days.filter((day) => (side === 'before' ? away <= day : away >= day));
  if (come.length === 0) return undefined;
  return `${on}:${side === 'before' ? Math.min(...come) : Math.max(...come)}`;
}

function isRecalled(reader: Reader, { text }: ReminderKind, { personId, about }: Undone, mark: string): boolean {
  return (
    reader.get(sql`select 1 from reminder_items where kind = ${text.kind} and person_id = ${personId}
      and subject_kind = ${about.kind} and subject_id = ${about.id} and mark = ${mark}`) !== undefined
  );
}
