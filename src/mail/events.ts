import ical, { ICalCalendarMethod } from 'ical-generator';
import { addDays, type Day, type Instant } from '../lib/days.ts';
import { calendarProducer } from './texts.ts';

/** The date a letter is about: an hour, or whole days of the Warsaw calendar. Worked out when the letter is written and stored with it. */
export interface LetterEvent {
  readonly title: string;
  readonly when:
    | { readonly startsAt: Instant; readonly endsAt: Instant }
    | { readonly firstDay: Day; readonly lastDay: Day };
  readonly place?: string;
  /** A page under the public address. */
  readonly url?: string;
}

/** What a kind of letter says of its date: to staff in words, and a sample to try it on. */
export interface EventKind {
  readonly meaning: string;
  readonly sample: LetterEvent;
}

export interface Carrier {
  /** The same at every sending, so that a calendar knows what it has already. */
  readonly uid: string;
  readonly writtenAt: Instant;
}

/**
 * The calendar file of a letter (RFC 5545, RFC 5546 PUBLISH: for information, nothing to accept). Hours stand in UTC, which every calendar shows in its own
 * zone; whole days stand as dates, the end being the day after the last.
 */
export function calendarFile(event: LetterEvent, carrier: Carrier): string {
  return calendarOf([{ event, carrier }]);
}

/** Several dates in one file, as a page publishes them under one address; `name` is what a calendar calls the list. */
export function calendarOf(
  entries: readonly { readonly event: LetterEvent; readonly carrier: Carrier }[],
  name?: string,
): string {
  const calendar = ical({ method: ICalCalendarMethod.PUBLISH, prodId: calendarProducer });
  if (name !== undefined) calendar.name(name);
  for (const { event, carrier } of entries) {
    const { title, when, place, url } = event;
    const hours = 'startsAt' in when;
    calendar.createEvent({
      id: carrier.uid,
      stamp: new Date(carrier.writtenAt),
      start: hours ? new Date(when.startsAt) : midnight(when.firstDay),
      end: hours ? new Date(when.endsAt) : midnight(addDays(when.lastDay, 1)),
      allDay: !hours,
      summary: title,
      ...(place === undefined || place === '' ? {} : { location: place }),
      ...(url === undefined ? {} : { url }),
    });
  }
  return calendar.toString();
}

function midnight(on: Day): Date {
  return new Date(`${on}T00:00:00.000Z`);
}
