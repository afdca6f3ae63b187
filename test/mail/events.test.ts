import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { day, instant } from '../../src/lib/days.ts';
import { calendarFile, type LetterEvent } from '../../src/mail/events.ts';
import { letterKind } from '../../src/mail/kinds.ts';
import { writeLetter } from '../../src/mail/write.ts';
import { letterKinds } from '../../src/registries.ts';
import { openMailbox, openPost } from '../support/post.ts';

const meeting: LetterEvent = {
  title: 'Posiedzenie komisji: „Zażółć gęślą jaźń”; ąčęėįšųūž, 🐈‍⬛ i pięć bardzo długich słów o źdźbłach i żółwiach',
  when: { startsAt: instant('2024-03-31T07:30:00.000Z'), endsAt: instant('2024-03-31T10:00:00.000Z') },
  place: 'Biblioteka, ul. Łąkowa 1;\npiętro, sala nr 2',
  url: 'https://konkurs.example.org/komisja/1/oswiadczenie',
};
const kind = letterKind({
  kind: 'jury_invitation',
  fields: z.object({}),
  subject: 'Zaproszenie',
  body: 'Zapraszamy.',
  sample: {},
  event: { meaning: 'posiedzenie', sample: meeting },
});

/** Sends one letter about the event over real SMTP; gives the file as it arrived. */
async function received(event: LetterEvent) {
  const mailbox = await openMailbox();
  const { house, runner } = await openPost(mailbox);
  house.db.write((tx) =>
    writeLetter(tx, house, kind, {
      to: { personId: null, name: 'Tomas Vaina', address: 'tomas@example.org' },
      fields: {},
      about: { kind: 'application', id: 3 },
      uniqueKey: 'tomas',
      event,
    }),
  );
  house.clock.advance({ hours: 5 });
  await runner.drain();
  const [letter] = mailbox.letters;
  const [file] = letter?.attachments ?? [];
  const text = file?.content.toString('utf8') ?? '';
  return { house, letter, file, text, lines: unfolded(text) };
}

/** RFC 5545, 3.1: a line goes on after a break and one space. */
const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');
const escaped = (text: string) => text.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n');

describe('the date of a letter', () => {
  it('arrives as a calendar file that asks for no answer, in hours that every calendar reads', async () => {
    const { house, letter, file, lines } = await received(meeting);
    expect([file?.filename, file?.contentType]).toEqual(['termin.ics', 'text/calendar']);
    expect(letter?.source).toMatch(/Content-Type: text\/calendar;[\s\S]{0,80}method=PUBLISH/);
    const id = house.db.get<{ id: string }>(sql`select message_id as id from letters`)?.id;
    expect(lines).toEqual(
      expect.arrayContaining([
        'METHOD:PUBLISH',
        `UID:${id}@konkurs.example.org`,
        'DTSTAMP:20240304T090000Z',
        'DTSTART:20240331T073000Z',
        'DTEND:20240331T100000Z',
        `SUMMARY:${escaped(meeting.title)}`,
        `LOCATION:${escaped(meeting.place ?? '')}`,
        'URL;VALUE=URI:https://konkurs.example.org/komisja/1/oswiadczenie',
      ]),
    );
  });

  it('folds lines of Polish letters at 75 octets without cutting one', async () => {
    const { text } = await received(meeting);
    for (const line of text.split('\r\n')) expect([line, Buffer.byteLength(line) <= 75]).toEqual([line, true]);
    expect(text).not.toContain('\uFFFD');
  });

  it('of whole days has no hour and ends the day after, also where the clocks change', async () => {
    const { lines } = await received({
      title: 'Ostatni dzień na podpisanie',
      when: { firstDay: day('2024-03-30'), lastDay: day('2024-03-31') },
    });
    expect(lines.filter((line) => /^DT(START|END)/.test(line))).toEqual([
      'DTSTART;VALUE=DATE:20240330',
      'DTEND;VALUE=DATE:20240401',
    ]);
    expect(lines.some((line) => line.startsWith('LOCATION') || line.startsWith('URL'))).toBe(false);
  });

  it('stays as it was written, and is the same file at every sending', async () => {
    const { house, text } = await received(meeting);
    expect(() => house.db.raw.exec(`update letters set event = null`)).toThrow('letters_event_stays');
    const row = house.db.get<{ event: string; uid: string }>(sql`select event, message_id as uid from letters`);
    const again = calendarFile(JSON.parse(row?.event ?? '') as LetterEvent, {
      uid: `${row?.uid}@konkurs.example.org`,
      writtenAt: instant('2024-03-04T09:00:00.000Z'),
    });
    expect(again).toBe(text.trim());
  });

  it('cannot be put into a letter whose kind has none', async () => {
    const { house } = await openPost(await openMailbox());
    const { event: _event, ...plain } = kind;
    expect(() =>
      house.db.write((tx) =>
        writeLetter(tx, house, plain, {
          to: { personId: null, name: 'Tomas', address: 'tomas@example.org' },
          fields: {},
          about: { kind: 'application', id: 3 },
          uniqueKey: 'tomas',
          event: meeting,
        }),
      ),
    ).toThrow('has no event');
  });
});

it('every registered kind with a date says what it is, and its sample makes a file', () => {
  const dated = Object.values(letterKinds).flatMap(({ kind: name, event }) =>
    event === undefined ? [] : [{ name, event }],
  );
  expect(dated.map(({ name }) => name)).toEqual([
    'formal_outcome',
    'corrections_asked',
    'jury_invitation',
    'result_award',
    'result_smaller_award',
    'agreement_issued',
  ]);
  for (const { event } of dated) {
    expect(event.meaning).toMatch(/^[a-ząćęłńóśźż]/u);
    const file = calendarFile(event.sample, { uid: 'x@example.org', writtenAt: instant('2024-03-04T09:00:00.000Z') });
    expect(unfolded(file)).toContain(`SUMMARY:${escaped(event.sample.title)}`);
  }
});
