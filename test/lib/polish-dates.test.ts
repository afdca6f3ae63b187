import { describe, expect, it } from 'vitest';
import { day, instant } from '../../src/lib/days.ts';
import {
  dateRange,
  longDate,
  longMoment,
  shortDate,
  shortMoment,
  timeLeft,
  weekdayDate,
} from '../../src/lib/polish-dates.ts';

/** Hard spaces shown as ~, so that a reader of these tests sees them. */
const shown = (text: string) => text.replaceAll('\u00A0', '~');

describe('dates in words', () => {
  it('in full, short, with the weekday', () => {
    expect(shown(longDate(day('2024-03-15')))).toBe('15~marca 2024~r.');
    expect(shown(longDate(day('2024-09-01')))).toBe('1~września 2024~r.');
    expect(shortDate(day('2024-03-05'))).toBe('05.03.2024');
    expect(shown(weekdayDate(day('2024-03-15')))).toBe('piątek, 15~marca 2024~r.');
    expect(shown(weekdayDate(day('2024-12-15')))).toBe('niedziela, 15~grudnia 2024~r.');
  });

  it('with the time of Warsaw, winter and summer', () => {
    expect(shown(longMoment(instant('2024-03-15T14:00:00Z')))).toBe('15~marca 2024~r., godz.~15.00');
    expect(shown(longMoment(instant('2024-07-14T22:05:59Z')))).toBe('15~lipca 2024~r., godz.~0.05');
    expect(shortMoment(instant('2024-12-31T23:30:00Z'))).toBe('01.01.2025, 0.30');
  });

  it.each([
    ['2024-09-30', '2024-09-30', '30~września 2024~r.'],
    ['2024-09-13', '2024-09-30', '13–30~września 2024~r.'],
    ['2024-04-29', '2024-09-30', '29~kwietnia~– 30~września 2024~r.'],
    ['2023-09-30', '2024-09-30', '30~września 2023~r.~– 30~września 2024~r.'],
  ])('from %s to %s: %s', (first, last, text) => {
    expect(shown(dateRange(day(first), day(last)))).toBe(text);
  });
});

describe('time left', () => {
  it.each([
    ['2024-02-28T10:00:00Z', '16~dni i~4~godziny'],
    ['2024-03-14T14:00:00Z', '1~dzień'],
    ['2024-03-13T13:59:00Z', '2~dni'],
    ['2024-03-14T13:00:00Z', '1~dzień i~1~godzina'],
    ['2024-03-15T08:38:00Z', '5~godzin i~22~minuty'],
    ['2024-03-15T12:00:00Z', '2~godziny'],
    ['2024-03-15T13:48:00Z', '12~minut'],
    ['2024-03-15T13:58:30Z', '1~minuta'],
    ['2024-03-15T13:59:01Z', 'mniej niż minuta'],
    ['2024-03-15T14:00:00Z', 'po terminie'],
    ['2024-03-16T14:00:00Z', 'po terminie'],
  ])('at %s: %s', (now, text) => {
    expect(shown(timeLeft(instant(now), instant('2024-03-15T14:00:00Z')))).toBe(text);
  });

  it('counts days by the calendar over the change of clocks', () => {
    expect(shown(timeLeft(instant('2024-03-30T11:00:00Z'), instant('2024-03-31T10:00:00Z')))).toBe('1~dzień');
    expect(shown(timeLeft(instant('2024-10-26T10:00:00Z'), instant('2024-10-27T11:00:00Z')))).toBe('1~dzień');
  });
});
