import { warsawDay } from '../../../lib/days.ts';
import { counted, sentence } from '../../../lib/polish.ts';
import { longDate } from '../../../lib/polish-dates.ts';
import type { RefusalTexts } from '../../../web/routes.ts';
import { stageNames, windowText } from '../texts.ts';
import type { DateChange, TimetableChange } from './change.ts';

/** „Termin zmieniono 12 marca 2024 r.” */
export function changeHead({ changedAt, weeks, dates }: TimetableChange): string {
  const on = longDate(warsawDay(changedAt));
  if (weeks !== null)
    return `Cały terminarz przesunięto ${on} o ${counted(Math.abs(weeks), 'tydzień', 'tygodnie', 'tygodni')} ${weeks < 0 ? 'wcześniej' : 'później'}`;
  return dates.length === 1 ? `Termin zmieniono ${on}` : `Terminy zmieniono ${on}`;
}

/** „Nabór wniosków: było 12 lutego – 15 marca 2024 r., godz. 15.00, jest 12 lutego – 18 marca 2024 r., godz. 12.00” */
export function changeLine({ kind, before, after }: DateChange): string {
  const name = stageNames[kind];
  const said = (side: NonNullable<DateChange['after']>, withPlace: boolean) =>
    withPlace && side.place !== '' ? `${windowText(side)}, ${side.place}` : windowText(side);
  if (before === null) return after === null ? name : `${name}: nowy termin, ${said(after, true)}`;
  if (after === null) return `${name}: ${said(before, true)} – odwołano`;
  const withPlace = before.place !== after.place;
  return `${name}: było ${said(before, withPlace)}, jest ${said(after, withPlace)}`;
}

/** A change as pages and letters tell it: head, lines, reason. Of a whole timetable moved, the deadline stands for all. */
export function shownChange(change: TimetableChange) {
  const told = change.weeks === null ? change.dates : change.dates.filter(({ kind }) => kind === 'submission');
  return {
    head: changeHead(change),
    lines: told.map((one) => sentence(changeLine(one))),
    reason: change.reason,
    at: change.changedAt,
  };
}

export const dateMessages = {
  reason_missing:
    'Konkurs jest ogłoszony: napisz jednym zdaniem, dlaczego termin się zmienia. Powód zobaczą wszyscy na stronie konkursu.',
  reason_too_long: 'Powód może mieć najwyżej 500 znaków. Skróć go.',
} as const;

export const meetingTexts = {
  title: 'Spotkania i konsultacje wniosków',
  /** The reason that stands beside a date that was not there before. */
  added: 'Dodatkowy termin.',
  addedFlash: 'Spotkanie jest dodane.',
  calledOffFlash: 'Spotkanie jest odwołane.',
  place_missing: 'Wpisz, gdzie jest spotkanie.',
  day_missing: 'Wpisz dzień spotkania.',
  hour_missing: 'Wpisz godzinę, na przykład 17.00.',
} as const;

export const meetingRefusals: RefusalTexts = {
  ends_before_start: () => 'Koniec musi być później niż początek.',
  meeting_over: () => 'To spotkanie już się odbyło albo jego data minęła. Podaj późniejszą.',
  reason_missing: () => 'Napisz, dlaczego spotkanie jest odwołane. Powód zobaczą wszyscy na stronie konkursu.',
};
