import { type Day, type Instant, warsawSpan, warsawTime, weekday } from './days.ts';
import { counted, nbsp } from './polish.ts';
import { monthsGenitive, weekdayNames } from './polish-vocabulary.ts';

/** „15 marca 2024 r.”, hard spaces after the day and before „r.”. */
export function longDate(day: Day): string {
  return `${dayAndMonth(day)} ${yearOf(day)}`;
}

/** „15.03.2024” */
export function shortDate(day: Day): string {
  const [year, month, date] = day.split('-');
  return `${date}.${month}.${year}`;
}

/** „15 marca 2024 r., godz. 15.00”, by the clocks in Warsaw. */
export function longMoment(moment: Instant): string {
  const shown = warsawTime(moment);
  return `${longDate(shown.day)}, godz.${nbsp}${hourAndMinute(shown)}`;
}

/** „15.03.2024, 15.00”, for tables. */
export function shortMoment(moment: Instant): string {
  const shown = warsawTime(moment);
  return `${shortDate(shown.day)}, ${hourAndMinute(shown)}`;
}

function hourAndMinute({ hour, minute }: ReturnType<typeof warsawTime>): string {
  return `${hour}.${String(minute).padStart(2, '0')}`;
}

/** „piątek, 15 marca 2024 r.” */
export function weekdayDate(day: Day): string {
  return `${weekdayNames[weekday(day) - 1]}, ${longDate(day)}`;
}

/** The shortest correct form: „13–30 września 2024 r.”, „29 kwietnia – 30 września 2024 r.”, or two full dates. */
export function dateRange(first: Day, last: Day): string {
  if (first === last) return longDate(first);
  if (first.slice(0, 7) === last.slice(0, 7)) return `${Number(first.slice(8))}–${longDate(last)}`;
  const start = first.slice(0, 4) === last.slice(0, 4) ? dayAndMonth(first) : longDate(first);
  return `${start}${nbsp}– ${longDate(last)}`;
}

function dayAndMonth(day: Day): string {
  return `${Number(day.slice(8))}${nbsp}${monthsGenitive[Number(day.slice(5, 7)) - 1]}`;
}

function yearOf(day: Day): string {
  return `${Number(day.slice(0, 4))}${nbsp}r.`;
}

/**
 * What is left until a deadline, by the two largest units of Warsaw's calendar: „16 dni i 4 godziny”,
 * „3 godziny i 5 minut”, „12 minut”, „mniej niż minuta”; „po terminie” from the deadline on.
 */
export function timeLeft(from: Instant, to: Instant): string {
  if (to <= from) return 'po terminie';
  const left = warsawSpan(from, to);
  const days = left.days > 0 ? counted(left.days, 'dzień', 'dni', 'dni') : '';
  const hours = left.hours > 0 ? counted(left.hours, 'godzina', 'godziny', 'godzin') : '';
  const minutes = left.minutes > 0 ? counted(left.minutes, 'minuta', 'minuty', 'minut') : '';
  const parts = (days ? [days, hours] : [hours, minutes]).filter((part) => part !== '');
  return parts.length > 0 ? parts.join(` i${nbsp}`) : 'mniej niż minuta';
}
