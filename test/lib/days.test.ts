import { describe, expect, it } from 'vitest';
import {
  addDays,
  addTime,
  addWorkingDays,
  ageOn,
  type Day,
  day,
  daysBetween,
  endOfDay,
  freeDayName,
  type Instant,
  instant,
  isFreeDay,
  parseDay,
  shiftByWeeks,
  startOfDay,
  warsawDay,
  warsawTime,
  warsawToInstant,
  weekday,
} from '../../src/lib/days.ts';
import { dayMessages } from '../../src/lib/polish-messages.ts';
import { type Result, refused } from '../../src/lib/result.ts';

describe('instants and days', () => {
  it('have one shape, so they can be compared as text', () => {
    expect(instant('2024-03-15T14:00:00Z')).toBe('2024-03-15T14:00:00.000Z');
    expect(instant('2024-03-15T15:00:00.123456+01:00')).toBe('2024-03-15T14:00:00.123Z');
    expect(day('2024-02-29')).toBe('2024-02-29');
  });

  it.each(['2024-03-15', '2024-03-15T14:00:00', '2024-02-30T14:00:00.000Z', 'jutro', ''])(
    '%j is not an instant',
    (text) => {
      expect(() => instant(text)).toThrow(RangeError);
    },
  );

  it.each(['2023-02-29', '2024-3-15', '2024-03-15T00:00:00Z', '15.03.2024', '2024-13-01', ''])(
    '%j is not a day',
    (text) => {
      expect(() => day(text)).toThrow(RangeError);
    },
  );

  it('add spans of real time', () => {
    const before = instant('2024-03-30T12:00:00Z');
    expect(addTime(before, { days: 1 })).toBe('2024-03-31T12:00:00.000Z');
    expect(addTime(before, { hours: -1, minutes: 30, milliseconds: 5 })).toBe('2024-03-30T11:30:00.005Z');
  });
});

describe('Warsaw', () => {
  it('is a day ahead late in the evening', () => {
    expect(warsawDay(instant('2024-03-14T22:59:59.999Z'))).toBe('2024-03-14');
    expect(warsawDay(instant('2024-03-14T23:00:00Z'))).toBe('2024-03-15');
    expect(warsawDay(instant('2024-07-14T22:00:00Z'))).toBe('2024-07-15');
    expect(warsawTime(instant('2024-07-14T22:05:59Z'))).toEqual({ day: '2024-07-15', hour: 0, minute: 5 });
  });

  it('shows every half hour of the days when clocks change as the platform does', () => {
    const platform = new Intl.DateTimeFormat('sv', {
      timeZone: 'Europe/Warsaw',
      dateStyle: 'short',
      timeStyle: 'short',
    });
    for (const start of ['2024-03-30T20:00:00Z', '2024-10-26T20:00:00Z', '1977-04-02T20:00:00Z']) {
      for (let half = 0; half < 20; half += 1) {
        const moment = addTime(instant(start), { minutes: 30 * half });
        const { day: on, hour, minute } = warsawTime(moment);
        const shown = `${on} ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
        expect(shown).toBe(platform.format(new Date(moment)));
      }
    }
  });

  it.each([
    ['2024-03-15', '15:00', '2024-03-15T14:00:00.000Z'],
    ['2024-07-15', '15:00:30', '2024-07-15T13:00:30.000Z'],
    ['2024-03-31', '01:59:59', '2024-03-31T00:59:59.000Z'],
    ['2024-03-31', '03:00', '2024-03-31T01:00:00.000Z'],
    ['2024-10-27', '01:59', '2024-10-26T23:59:00.000Z'],
    ['2024-10-27', '02:30', '2024-10-27T00:30:00.000Z'],
    ['2024-10-27', '03:00', '2024-10-27T02:00:00.000Z'],
  ])('%s at %s is %s', (on, time, moment) => {
    expect(warsawToInstant(day(on), time)).toEqual({ ok: true, value: moment });
  });

  it('skips an hour in March, from its first second to its last', () => {
    for (const time of ['02:00', '02:30', '02:59:59']) {
      expect(warsawToInstant(day('2024-03-31'), time)).toEqual(refused('time_does_not_exist'));
    }
  });

  it('repeats an hour in October: the earlier unless told later', () => {
    const repeated = day('2024-10-27');
    expect(warsawToInstant(repeated, '02:00', 'earlier')).toEqual({ ok: true, value: '2024-10-27T00:00:00.000Z' });
    expect(warsawToInstant(repeated, '02:00', 'later')).toEqual({ ok: true, value: '2024-10-27T01:00:00.000Z' });
    expect(warsawToInstant(repeated, '15:00', 'later')).toEqual({ ok: true, value: '2024-10-27T14:00:00.000Z' });
  });

  it.each(['', '24:00', '15', '15:60', '15.00', '3:00', '15:00:00.5', '15:00Z'])('%j is not a time', (time) => {
    expect(warsawToInstant(day('2024-03-15'), time)).toEqual(refused('time_not_a_time'));
  });

  it('begins and ends its days, 23, 24 or 25 hours long', () => {
    expect([startOfDay(day('2024-03-15')), endOfDay(day('2024-03-15'))]).toEqual([
      '2024-03-14T23:00:00.000Z',
      '2024-03-15T22:59:59.999Z',
    ]);
    const hours = (on: Day) => (Date.parse(endOfDay(on)) + 1 - Date.parse(startOfDay(on))) / 3_600_000;
    expect(['2024-03-30', '2024-03-31', '2024-10-27'].map((on) => hours(day(on)))).toEqual([24, 23, 25]);
  });
});

describe('counting days', () => {
  it('crosses months, leap days and years', () => {
    expect(addDays(day('2024-02-28'), 1)).toBe('2024-02-29');
    expect(addDays(day('2024-01-01'), -1)).toBe('2023-12-31');
    expect(daysBetween(day('2024-02-28'), day('2024-03-01'))).toBe(2);
    expect(daysBetween(day('2024-03-30'), day('2024-04-01'))).toBe(2);
    expect(daysBetween(day('2024-04-01'), day('2024-03-30'))).toBe(-2);
    expect(weekday(day('2024-03-15'))).toBe(5);
    expect(weekday(day('2024-03-17'))).toBe(7);
  });

  it('counts working days from the next one, over Easter and May', () => {
    expect(addWorkingDays(day('2024-03-27'), 3)).toBe('2024-04-02');
    expect(addWorkingDays(day('2024-04-30'), 1)).toBe('2024-05-02');
    expect(addWorkingDays(day('2024-05-02'), 1)).toBe('2024-05-06');
    expect(addWorkingDays(day('2024-05-06'), -2)).toBe('2024-04-30');
    expect(addWorkingDays(day('2024-03-30'), 0)).toBe('2024-03-30');
  });

  it.each([
    ['2006-03-15', '2024-03-14', 17],
    ['2006-03-15', '2024-03-15', 18],
    ['2008-02-29', '2024-02-28', 15],
    ['2008-02-29', '2024-02-29', 16],
    ['2008-02-29', '2026-02-27', 17],
    ['2008-02-29', '2026-02-28', 18],
    ['1949-12-31', '2024-01-01', 74],
  ])('born on %s, on %s is %i', (birth, on, age) => {
    expect(ageOn(day(birth), day(on))).toBe(age);
  });
});

describe('moving by weeks', () => {
  it('keeps the time on the clocks in Warsaw', () => {
    const deadline = instant('2024-03-15T14:00:00Z');
    expect(shiftByWeeks(deadline, 1)).toBe('2024-03-22T14:00:00.000Z');
    expect(shiftByWeeks(deadline, 4)).toBe('2024-04-12T13:00:00.000Z');
    expect(shiftByWeeks(instant('2024-04-12T13:00:00Z'), -4)).toBe(deadline);
  });

  it('of any moment, forth and back, is the same moment and weekday', () => {
    expect(unkept(shiftByWeeks)).toEqual([]);
  });

  it('mutant: adding seven times 24 hours is caught by the same property', () => {
    expect(unkept((moment, weeks) => addTime(moment, { days: 7 * weeks }))).not.toEqual([]);
  });
});

function unkept(shift: (moment: Instant, weeks: number) => Instant): string[] {
  const moments = Array.from({ length: 120 }, (_, n) =>
    addTime(instant('2024-01-01T11:30:00Z'), { days: 3 * n, hours: n % 9 }),
  );
  return moments.filter((moment) => {
    const moved = shift(moment, 13);
    const [was, is] = [warsawTime(moment), warsawTime(moved)];
    return is.hour !== was.hour || is.day !== addDays(was.day, 91) || shift(moved, -13) !== moment;
  });
}

describe('free days', () => {
  it.each([
    ['2024-01-01', 'Nowy Rok'],
    ['2024-01-06', 'Święto Trzech Króli'],
    ['2024-03-31', 'Wielkanoc'],
    ['2024-04-01', 'Poniedziałek Wielkanocny'],
    ['2025-04-21', 'Poniedziałek Wielkanocny'],
    ['2024-05-01', 'Święto Pracy'],
    ['2024-05-03', 'Święto Konstytucji 3 Maja'],
    ['2024-05-19', 'Zielone Świątki'],
    ['2024-05-30', 'Boże Ciało'],
    ['2026-06-04', 'Boże Ciało'],
    ['2024-08-15', 'Wniebowzięcie Najświętszej Maryi Panny'],
    ['2024-11-01', 'Wszystkich Świętych'],
    ['2024-11-11', 'Narodowe Święto Niepodległości'],
    ['2025-12-24', 'Wigilia Bożego Narodzenia'],
    ['2024-12-25', 'Boże Narodzenie'],
    ['2024-12-26', 'drugi dzień Bożego Narodzenia'],
    ['2024-03-16', 'sobota'],
    ['2024-12-15', 'niedziela'],
  ])('%s: %s', (on, name) => {
    expect(freeDayName(day(on))).toBe(name);
    expect(isFreeDay(day(on))).toBe(true);
  });

  it.each(['2024-03-15', '2024-12-24', '2024-05-02', '2024-05-20', '2010-01-06'])('%s is a working day', (on) => {
    expect(freeDayName(day(on))).toBeNull();
    expect(isFreeDay(day(on))).toBe(false);
  });

  it.each([
    [1990, '1990-04-15'],
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2011, '2011-04-24'],
    [2019, '2019-04-21'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
    [2049, '2049-04-18'],
  ])('Easter of %i is on %s', (_year, on) => {
    expect(freeDayName(day(on))).toBe('Wielkanoc');
  });
});

describe('reading a day', () => {
  it.each([
    '15.03.2024',
    '15.3.2024',
    ' 15. 03. 2024 r. ',
    '2024-03-15',
    '15-03-2024',
    '15/3/2024',
    '15,03,2024',
    '15 3 2024',
    '15 marca 2024',
    '15 Marca 2024 r.',
    '15\u00A0marca 2024\u00A0r.',
  ])('%j is 15 March 2024', (text) => {
    expect(parseDay(text)).toEqual({ ok: true, value: '2024-03-15' });
  });

  it.each([
    ['30 września 2024', '2024-09-30'],
    ['1 pazdziernika 2024', '2024-10-01'],
    ['29.02.2024', '2024-02-29'],
  ])('%j is %s', (text, on) => {
    expect(parseDay(text)).toEqual({ ok: true, value: on });
  });

  it.each([
    ['', 'day_missing'],
    ['  ', 'day_missing'],
    ['29.02.2023', 'day_not_a_date'],
    ['31 kwietnia 2024', 'day_not_a_date'],
    ['00.03.2024', 'day_not_a_date'],
    ['03/15/2024', 'day_not_a_date'],
    ['15.03.24', 'day_not_a_date'],
    ['15.03.0024', 'day_not_a_date'],
    ['15.03', 'day_not_a_date'],
    ['15 march 2024', 'day_not_a_date'],
    ['piętnasty marca', 'day_not_a_date'],
    ['2024-03-15T14:00', 'day_not_a_date'],
    ['15.03-2024', 'day_not_a_date'],
  ])('%j is refused: %s', (text, code) => {
    expect(parseDay(text)).toEqual(refused(code));
    expect(dayMessages).toHaveProperty(code);
  });

  it('reads every day of a leap and of a common year back, and no other', () => {
    expect(misread(parseDay)).toEqual([]);
  });

  it('mutant: a reader that lets the date overflow is caught by the same property', () => {
    const overflowing = (text: string): Result<Day> => {
      const [date, month, year] = text.split('.').map(Number);
      return {
        ok: true,
        value: new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, date)).toISOString().slice(0, 10) as Day,
      };
    };
    expect(misread(overflowing)).not.toEqual([]);
  });
});

function misread(read: (text: string) => Result<Day>): string[] {
  const wrong: string[] = [];
  for (const year of [2024, 2025]) {
    for (let month = 1; month <= 12; month += 1) {
      const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
      for (let date = 1; date <= 31; date += 1) {
        const text = `${date}.${month}.${year}`;
        const result = read(text);
        const iso = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
        if (date <= length ? !(result.ok && result.value === iso) : result.ok) wrong.push(text);
      }
    }
  }
  return wrong;
}
