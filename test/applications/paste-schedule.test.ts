import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { readWhen } from '../../src/features/applications/paste/dates.ts';
import { type PastedSchedule, readPastedSchedule } from '../../src/features/applications/paste/schedule.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client } from '../support/client.ts';
import { type StartedStory, startedDraft } from '../support/story/applications.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const tabbed = (rows: string[][]) => rows.map((row) => row.join('\t')).join('\n');
const rowsOf = ({ activities }: PastedSchedule) =>
  activities.map(({ activity: { activity, starts, ends, place } }) => [activity, starts, ends, place]);
const unreadOf = ({ unread }: PastedSchedule) => unread.map(({ line, why }) => [line, why]);

describe('days as people write them in one cell', () => {
  it.each([
    ['15.06.2024', '15.06.2024', ''],
    ['2024-06-15', '15.06.2024', ''],
    ['15 czerwca 2024 r.', '15.06.2024', ''],
    ['15–20.06.2024', '15.06.2024', '20.06.2024'],
    ['15.06 - 2.07.2024', '15.06.2024', '02.07.2024'],
    ['15.06.2024-20.06.2024', '15.06.2024', '20.06.2024'],
    ['od 15 do 20 czerwca 2024', '15.06.2024', '20.06.2024'],
    ['28 maja – 3 czerwca 2024 r.', '28.05.2024', '03.06.2024'],
  ])('%s', (text, starts, ends) => expect(readWhen(text)).toEqual({ starts, ends, isClear: true }));

  it.each(['maj 2024', 'co wtorek', '31.06.2024', '15.06', 'maj–czerwiec 2024', ''])('not %s', (text) =>
    expect(readWhen(text)).toEqual({ starts: text, ends: '', isClear: false }),
  );
});

describe('rows of a timetable', () => {
  it('under headers in any order, below a title; a month over its rows is a heading', () => {
    const found = readPastedSchedule(
      tabbed([
        ['Harmonogram „Kuchnia babci Anieli”', '', '', ''],
        ['Lp.', 'Miejsce', 'Termin', 'Działanie'],
        ['1', 'świetlica w Żegarach', '15–20.06.2024', 'Pieczenie sękacza'],
        ['', '', '', 'LIPIEC'],
        ['2', 'biblioteka', 'po żniwach', 'Spisanie przepisów'],
        ['3', 'remiza', '1.09.2024', ''],
      ]),
    );
    expect(rowsOf(found)).toEqual([
      ['Pieczenie sękacza', '15.06.2024', '20.06.2024', 'świetlica w Żegarach'],
      ['Spisanie przepisów', 'po żniwach', '', 'biblioteka'],
    ]);
    expect(found.activities.map(({ isClear }) => isClear)).toEqual([true, false]);
    expect(unreadOf(found)).toEqual([
      [1, 'above_header'],
      [4, 'heading_alone'],
      [6, 'activity_missing'],
    ]);
  });

  it('with the beginning and the end apart', () => {
    const text = tabbed([
      ['Co', 'Od', 'Do', 'Gdzie'],
      ['Próby', '3.06.2024', '28.06.2024', 'remiza'],
      ['Występ', '29.06.2024', '', 'rynek'],
    ]);
    expect(rowsOf(readPastedSchedule(text))).toEqual([
      ['Próby', '03.06.2024', '28.06.2024', 'remiza'],
      ['Występ', '29.06.2024', '', 'rynek'],
    ]);
  });

  it('without headers, from what the columns look like', () => {
    expect(rowsOf(readPastedSchedule('3.06.2024;28.06.2024;Próby;remiza\n29.06.2024;;Występ;rynek'))).toEqual([
      ['Próby', '03.06.2024', '28.06.2024', 'remiza'],
      ['Występ', '29.06.2024', '', 'rynek'],
    ]);
  });

  it('as somebody says what stands in which column', () => {
    const text = 'remiza\tPróby\t3.06.2024';
    expect(rowsOf(readPastedSchedule(text, ['place', 'activity', 'starts']))).toEqual([
      ['Próby', '03.06.2024', '', 'remiza'],
    ]);
  });
});

describe('Teresa has her timetable in a spreadsheet', () => {
  let app: TestApp;
  let draft: StartedStory;
  let teresa: Client;
  const section = () => `/wnioski/${draft.id}/czesci/harmonogram`;
  const address = () => `${section()}/wklejanie`;
  const stored = () =>
    app.deps.db.all(sql`select activity, starts_text as starts, ends_text as ends, place from schedule_items
      where application_id = ${draft.id} order by position`);
  beforeEach(async () => {
    app = await startTestApp({ at: '2024-03-04T10:00:00.000Z' });
    draft = startedDraft(app.deps, { leader: 'Teresa Krakowska', email: 'teresa@example.org', title: 'Kuchnia' });
    teresa = app.as({ id: draft.personId });
    const page = await teresa.get(section());
    expect([...page.links.values()]).toContain(address());
  });
  afterEach(() => app.close());

  test('she sees what was understood before anything is kept, then it stands behind what was there', async () => {
    const first = { activity: 'Zebranie grupy', starts: '13.05.2024', ends: '', place: 'biblioteka' };
    const typed = Object.fromEntries(Object.entries(first).map(([name, value]) => [`rows[0][${name}]`, value]));
    await teresa.submit(section(), { ...typed, stay: '1' });
    await teresa.get(address());
    const text = 'Działanie\tTermin\tMiejsce\n<b>Pieczenie</b>\t15–16.06.2024\tświetlica\nPokaz\tjesienią\trynek';
    const seen = await teresa.post(address(), { text, read: '1' });
    expect(seen.status).toBe(200);
    expect(plain(seen.text)).toContain('tej daty nie umiemy odczytać; poprawicie ją po dodaniu');
    expect(plain(seen.text)).toContain('Dopiszemy je pod tym, co już jest we wniosku (1 działanie).');
    expect(seen.html).not.toContain('<b>Pieczenie');
    expect(stored()).toEqual([first]);

    const page = await teresa.submit(address(), { add: '1' });
    expect(plain(page.text)).toContain('Dodano 2 działania. Sprawdźcie daty i miejsca.');
    expect(stored()).toEqual([
      first,
      { activity: '<b>Pieczenie</b>', starts: '15.06.2024', ends: '16.06.2024', place: 'świetlica' },
      { activity: 'Pokaz', starts: 'jesienią', ends: '', place: 'rynek' },
    ]);
  });

  test('more rows than fit are refused in words, and nothing is kept', async () => {
    await teresa.get(address());
    const text = Array.from({ length: 301 }, (_, n) => `Próba nr ${n}\t3.06.2024\tremiza`).join('\n');
    await teresa.post(address(), { text, read: '1' });
    const many = await teresa.post(address(), { add: '1' });
    expect(many.status).toBe(422);
    expect(plain(many.text)).toContain('Wniosek może mieć najwyżej 300 działań');
    expect(stored()).toEqual([]);
  });
});
