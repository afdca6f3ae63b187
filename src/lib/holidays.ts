import { Temporal } from 'temporal-polyfill';
import type { holidayNames } from './polish-vocabulary.ts';

export type Holiday = keyof typeof holidayNames;

/** Public holidays of a year, `YYYY-MM-DD` → which one. Christmas Eve is free since 2025 (Dz.U. 2024 poz. 1965). */
export function holidaysOf(year: number): ReadonlyMap<string, Holiday> {
  const known = computed.get(year);
  if (known) return known;
  const holidays = new Map([...fixedHolidays(year), ...movableHolidays(easterSunday(year))]);
  computed.set(year, holidays);
  return holidays;
}

const computed = new Map<number, ReadonlyMap<string, Holiday>>();

const fixed: readonly (readonly [monthDay: string, holiday: Holiday, firstYear: number])[] = [
  ['01-01', 'newYear', 0],
  ['01-06', 'epiphany', 2011],
  ['05-01', 'labourDay', 0],
  ['05-03', 'constitutionDay', 0],
  ['08-15', 'assumption', 0],
  ['11-01', 'allSaints', 0],
  ['11-11', 'independenceDay', 0],
  ['12-24', 'christmasEve', 2025],
  ['12-25', 'christmas', 0],
  ['12-26', 'christmasSecond', 0],
];

function fixedHolidays(year: number): [string, Holiday][] {
  const written = String(year).padStart(4, '0');
  return fixed
    .filter(([, , firstYear]) => year >= firstYear)
    .map(([monthDay, holiday]) => [`${written}-${monthDay}`, holiday]);
}

function movableHolidays(easter: Temporal.PlainDate): [string, Holiday][] {
  const after = (days: number) => easter.add({ days }).toString();
  return [
    [after(0), 'easter'],
    [after(1), 'easterMonday'],
    [after(49), 'pentecost'],
    [after(60), 'corpusChristi'],
  ];
}

/** Anonymous Gregorian computus (Meeus, Jones, Butcher). */
function easterSunday(year: number): Temporal.PlainDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const marchDay = epact + toSunday - 7 * late + 22;
  return Temporal.PlainDate.from({ year, month: 3, day: 1 }).add({ days: marchDay - 1 });
}
