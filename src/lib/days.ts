import { Temporal } from 'temporal-polyfill';
import { holidaysOf } from './holidays.ts';
import { foldText } from './polish.ts';
import { holidayNames, monthsGenitive, weekdayNames } from './polish-vocabulary.ts';
import { done, type Result, refused } from './result.ts';

declare const instantBrand: unique symbol;
declare const dayBrand: unique symbol;

/** A moment, UTC: `2024-03-15T14:00:00.000Z`. Always this shape, so `<` compares moments. */
export type Instant = string & { readonly [instantBrand]: true };

/** A day of the Warsaw calendar: `2024-03-15`. Always this shape, so `<` compares days. */
export type Day = string & { readonly [dayBrand]: true };

const warsaw = 'Europe/Warsaw';

/** Reads any ISO 8601 moment with a zone. Throws a RangeError on anything else: for values of our own, not for input. */
export function instant(text: string): Instant {
  return isInstant(text) ? text : toInstant(Temporal.Instant.from(text));
}

/** Already of our shape and a real date, as every stored moment is: asked for every row of a list. */
function isInstant(text: string): text is Instant {
  const moment = new Date(text);
  return !Number.isNaN(moment.getTime()) && moment.toISOString() === text;
}

function toInstant(moment: Temporal.Instant): Instant {
  return moment.toString({ fractionalSecondDigits: 3 }) as Instant;
}

/** Reads `YYYY-MM-DD`. Throws a RangeError on anything else: for values of our own; input goes through `parseDay`. */
export function day(text: string): Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new RangeError(`not a day: ${text}`);
  return toDay(Temporal.PlainDate.from(text, { overflow: 'reject' }));
}

function toDay(date: Temporal.PlainDate): Day {
  return date.toString() as Day;
}

/** The moment a span of real time later (or earlier, with negative parts). A day here is 24 hours. */
export function addTime(from: Instant, span: TimeSpan): Instant {
  const { days = 0, hours = 0, minutes = 0, seconds = 0, milliseconds = 0 } = span;
  const wholeMinutes = (days * 24 + hours) * 60 + minutes;
  return new Date(Date.parse(from) + (wholeMinutes * 60 + seconds) * 1000 + milliseconds).toISOString() as Instant;
}

export interface TimeSpan {
  readonly days?: number;
  readonly hours?: number;
  readonly minutes?: number;
  readonly seconds?: number;
  readonly milliseconds?: number;
}

/**
 * The wall clock in Warsaw at a moment, for writing it down. Asked for every row of a list, so each hour is worked out
 * once: Warsaw has kept whole hours from UTC, and changed them on the hour, for over a century.
 */
export function warsawTime(moment: Instant): { readonly day: Day; readonly hour: number; readonly minute: number } {
  const utcHour = moment.slice(0, 13);
  const { day, hour } = shownHours.get(utcHour) ?? workOutHour(utcHour);
  return { day, hour, minute: Number(moment.slice(14, 16)) };
}

type WarsawHour = { readonly day: Day; readonly hour: number };

const shownHours = new Map<string, WarsawHour>();

function workOutHour(utcHour: string): WarsawHour {
  const local = Temporal.Instant.from(`${utcHour}:00Z`).toZonedDateTimeISO(warsaw);
  const shown = { day: toDay(local.toPlainDate()), hour: local.hour };
  if (shownHours.size >= 10_000) shownHours.clear();
  shownHours.set(utcHour, shown);
  return shown;
}

export function warsawDay(moment: Instant): Day {
  return warsawTime(moment).day;
}

/**
 * The moment when Warsaw's clocks show this time (`HH:MM` or `HH:MM:SS`). Refuses `time_not_a_time`, and
 * `time_does_not_exist` in the hour skipped in March. In the hour repeated in October it is the first time the clocks
 * show it, unless told `later`.
 */
export function warsawToInstant(on: Day, time: string, repeated: 'earlier' | 'later' = 'earlier'): Result<Instant> {
  if (!/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.test(time)) return refused('time_not_a_time');
  const wall = Temporal.PlainDate.from(on).toPlainDateTime(time);
  const local = wall.toZonedDateTime(warsaw, { disambiguation: repeated });
  if (!local.toPlainDateTime().equals(wall)) return refused('time_does_not_exist');
  return done(toInstant(local.toInstant()));
}

export function startOfDay(on: Day): Instant {
  return toInstant(Temporal.PlainDate.from(on).toZonedDateTime(warsaw).toInstant());
}

/** The day's last millisecond. */
export function endOfDay(on: Day): Instant {
  return addTime(startOfDay(addDays(on, 1)), { milliseconds: -1 });
}

export function addDays(on: Day, n: number): Day {
  return toDay(Temporal.PlainDate.from(on).add({ days: n }));
}

/** The same date in another year; 29 February becomes the 28th where there is none. */
export function addYears(on: Day, n: number): Day {
  return toDay(Temporal.PlainDate.from(on).add({ years: n }));
}

/** The day itself when people work on it, or the next one on which they do. */
export function workingDayFrom(on: Day): Day {
  return isFreeDay(on) ? addWorkingDays(on, 1) : on;
}

/** The n-th working day after the given one, which itself is not counted; backwards with a negative n. */
export function addWorkingDays(on: Day, n: number): Day {
  const direction = Math.sign(n);
  let reached = on;
  for (let left = Math.abs(n); left > 0; ) {
    reached = addDays(reached, direction);
    if (!isFreeDay(reached)) left -= 1;
  }
  return reached;
}

/** Saturday, Sunday or a public holiday. */
export function isFreeDay(on: Day): boolean {
  return freeDayName(on) !== null;
}

/** The holiday's Polish name, „sobota”, „niedziela”, or null on a working day. */
export function freeDayName(on: Day): string | null {
  const holiday = holidaysOf(Number(on.slice(0, 4))).get(on);
  if (holiday) return holidayNames[holiday];
  const number = weekday(on);
  return number >= 6 ? (weekdayNames[number - 1] ?? null) : null;
}

/** 1 Monday … 7 Sunday. */
export function weekday(on: Day): number {
  return Temporal.PlainDate.from(on).dayOfWeek;
}

/** How many days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days;
}

/** What lies between two moments by Warsaw's calendar and clocks: a day over the change of clocks is still one day. */
export function warsawSpan(from: Instant, to: Instant): { days: number; hours: number; minutes: number } {
  const { days, hours, minutes } = inWarsaw(from).until(inWarsaw(to), { largestUnit: 'day' });
  return { days, hours, minutes };
}

function inWarsaw(moment: Instant): Temporal.ZonedDateTime {
  return Temporal.Instant.from(moment).toZonedDateTimeISO(warsaw);
}

/** Whole weeks later at the same time on Warsaw's clocks; a time skipped there by the change of clocks moves on an hour. */
export function shiftByWeeks(moment: Instant, weeks: number): Instant {
  return toInstant(inWarsaw(moment).add({ weeks }).toInstant());
}

/** Full years of age. Born on 29 February: in other years older on the 28th (civil code art. 112). */
export function ageOn(birth: Day, on: Day): number {
  const born = Temporal.PlainDate.from(birth);
  const date = Temporal.PlainDate.from(on);
  const birthday = born.with({ year: date.year });
  return date.year - born.year - (Temporal.PlainDate.compare(date, birthday) < 0 ? 1 : 0);
}

/**
 * Reads a day as people write it: `15.03.2024`, `15.3.2024`, `2024-03-15`, `15 marca 2024 r.`. Years 1900–2199.
 * Refuses `day_missing`, `day_not_a_date`.
 */
export function parseDay(text: string): Result<Day> {
  const written = foldText(text).replace(/\s+/g, ' ').trim();
  if (written === '') return refused('day_missing');
  const parts = dayParts(written);
  if (!parts || parts.year < 1900 || parts.year > 2199) return refused('day_not_a_date');
  try {
    return done(toDay(Temporal.PlainDate.from(parts, { overflow: 'reject' })));
  } catch {
    return refused('day_not_a_date');
  }
}

function dayParts(written: string): { year: number; month: number; day: number } | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(written);
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) };
  // A Polish phone's number keypad offers only a comma; a space serves those who find neither.
  const numbers = /^(\d{1,2})([., /-]) ?(\d{1,2})\2 ?(\d{4})(?: ?r\.?)?$/.exec(written);
  if (numbers) return { year: Number(numbers[4]), month: Number(numbers[3]), day: Number(numbers[1]) };
  const words = /^(\d{1,2}) ([a-z]+) (\d{4})(?: ?r\.?)?$/.exec(written);
  const month = foldedMonths.indexOf(words?.[2] ?? '') + 1;
  return words && month > 0 ? { year: Number(words[3]), month, day: Number(words[1]) } : undefined;
}

const foldedMonths = monthsGenitive.map(foldText);
