import type { NewCall } from '../features/calls/commands/create.ts';
import { day, endOfDay, type Instant, startOfDay, warsawToInstant } from '../lib/days.ts';

const readingRoom = 'czytelnia biblioteki, ul. Łąkowa 1';

/** The timetable of 2024; a bare day at the end of a stage means the whole of that day. */
export const timetable: NewCall['stages'] = [
  { kind: 'rules_consultation', startsAt: start('2024-02-01'), endsAt: end('2024-02-09') },
  { kind: 'announcement', startsAt: start('2024-02-12'), endsAt: end('2024-02-12') },
  {
    kind: 'information_meeting',
    startsAt: at('2024-02-21', '17:00'),
    endsAt: at('2024-02-21', '18:30'),
    place: readingRoom,
  },
  { kind: 'advice', startsAt: at('2024-02-26', '14:00'), endsAt: at('2024-02-26', '18:00'), place: readingRoom },
  { kind: 'advice', startsAt: at('2024-03-04', '14:00'), endsAt: at('2024-03-04', '18:00'), place: readingRoom },
  { kind: 'advice', startsAt: at('2024-03-11', '14:00'), endsAt: at('2024-03-11', '18:00'), place: readingRoom },
  { kind: 'submission', startsAt: start('2024-02-12'), endsAt: at('2024-03-15', '15:00') },
  { kind: 'formal_check', startsAt: at('2024-03-15', '15:00'), endsAt: end('2024-03-20') },
  { kind: 'corrections', startsAt: start('2024-03-21'), endsAt: end('2024-03-27') },
  { kind: 'declarations', startsAt: start('2024-03-21'), endsAt: end('2024-03-27') },
  { kind: 'scoring', startsAt: start('2024-04-02'), endsAt: end('2024-04-15') },
  { kind: 'jury_meeting', startsAt: at('2024-04-17', '10:00'), endsAt: at('2024-04-17', '14:00'), place: readingRoom },
  { kind: 'results', startsAt: start('2024-04-22'), endsAt: end('2024-04-22') },
  { kind: 'negotiation', startsAt: start('2024-04-23'), endsAt: end('2024-05-10') },
  { kind: 'realisation', startsAt: start('2024-05-13'), endsAt: end('2024-09-30') },
  { kind: 'last_purchase', endsAt: end('2024-09-30') },
  { kind: 'group_report', endsAt: end('2024-10-14') },
  { kind: 'last_contract_bill', endsAt: end('2024-10-15') },
  { kind: 'payments', endsAt: end('2024-11-15') },
  { kind: 'funder_report', endsAt: end('2024-12-13') },
];

function start(on: string): Instant {
  return startOfDay(day(on));
}

function end(on: string): Instant {
  return endOfDay(day(on));
}

function at(on: string, time: string): Instant {
  const moment = warsawToInstant(day(on), time);
  if (!moment.ok) throw new RangeError(`no such time: ${on} ${time}`);
  return moment.value;
}
