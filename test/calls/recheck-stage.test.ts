import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CallFeed } from '../../src/features/calls/public/feed.ts';
import { readCall } from '../../src/features/calls/queries.ts';
import { type Stage, stageOf } from '../../src/features/calls/stages.ts';
import { timetable } from '../../src/seed/timetable.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client } from '../support/client.ts';
import { submittedApplication } from '../support/story/applications.ts';
import { coordinatorOf } from '../support/story/jury.ts';

let app: TestApp;
let joanna: Client;

beforeEach(async () => {
  app = await startTestApp({ beginning: 'open', at: '2024-02-28T10:00:00.000Z' });
  joanna = app.as({ id: coordinatorOf(app.deps).personId });
});
afterEach(() => app.close());

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const name = 'Prośby o ponowne sprawdzenie';
const recheckOf = (callId: number): Stage | undefined =>
  stageOf(readCall(app.deps.db, callId)?.stages ?? [], 'recheck');

/** A call of the neutral preset for the next year, with the stage switched on and dated by the library. */
async function withRecheck() {
  await joanna.get('/nabory/nowy?od=wzor-neutralny');
  await joanna.post('/nabory/nowy', {
    ...{ title: 'Konkurs na inicjatywy oddolne', year: '2025', code: 'cz', pool: '22 000', min: '2000', max: '12 000' },
    ...{ kinds: ['person', 'informal_group'], deadlineDay: '17.03.2025', deadlineHour: '15.00' },
    ...{ realisationFrom: '12.05.2025', realisationTo: '30.09.2025', contact: 'Joanna Sidor, biblioteka' },
  });
  await joanna.get('/nabory/2/etapy');
  await joanna.submit('/nabory/2/etapy', { 'counts[recheck]': '1' });
}

const dated = (from: string, to: string) => ({
  [`stages[s${recheckOf(2)?.id}][startDay]`]: from,
  [`stages[s${recheckOf(2)?.id}][endDay]`]: to,
});

describe('a call that takes requests for a re-check', () => {
  test('is none until the library says so: no preset has the stage, no page speaks of it', async () => {
    expect(timetable.map(({ kind }) => kind)).not.toContain('recheck');
    for (const path of ['/', '/nabory/1/regulamin', '/calls.json', '/nabory/1/terminy.ics'])
      expect(plain(String((await app.visitor().get(path)).body)), path).not.toContain(name);
  });

  test('has it after the corrections, in its draft, on the day the corrections end until somebody dates it', async () => {
    await withRecheck();
    const stages = readCall(app.deps.db, 2)?.stages ?? [];
    const kinds = stages.map(({ kind }) => kind);
    expect(kinds[kinds.indexOf('recheck') - 1]).toBe('corrections');
    expect(recheckOf(2)?.endsAt).toBe(stageOf(stages, 'corrections')?.endsAt);
  });

  test('may not stop taking them before the corrections are in', async () => {
    await withRecheck();
    await joanna.get('/nabory/2/terminarz');
    const refused = await joanna.post('/nabory/2/terminarz', dated('17.03.2025', '18.03.2025'));
    expect(refused.status).toBe(422);
    expect(plain(refused.text)).toContain('Ten etap nie może skończyć się wcześniej niż „Poprawki wniosków”.');
  });

  test('tells everybody when: page, rules, calendar, calls.json; and a changed date with its reason', async () => {
    await withRecheck();
    await joanna.get('/nabory/2/terminarz');
    await joanna.submit('/nabory/2/terminarz', dated('31.03.2025', '2.04.2025'));
    await joanna.get('/nabory/2/ustawienia');
    await joanna.submit('/nabory/2/ogloszenie');
    const visitor = app.visitor();
    for (const path of ['/nabory/2', '/nabory/2/regulamin']) {
      const text = plain((await visitor.get(path)).text);
      expect(text, path).toContain(name);
      expect(text, path).toContain('31 marca – 2 kwietnia 2025 r.');
    }
    expect(String((await visitor.get('/nabory/2/terminy.ics')).body)).toContain('DTSTART;VALUE=DATE:20250331');
    const feed = JSON.parse(String((await visitor.get('/calls.json')).body)) as CallFeed;
    expect(feed.calls.find(({ id }) => id === 2)?.stages).toContainEqual({
      ...{ kind: 'recheck', name, place: '' },
      ...{ startsAt: '2025-03-30T22:00:00.000Z', endsAt: '2025-04-02T21:59:59.999Z' },
    });

    await joanna.get('/nabory/2/terminarz');
    const reason = 'Dłuższy czas dla grup, które wyjeżdżają na ferie.';
    expect((await joanna.post('/nabory/2/terminarz', { ...dated('31.03.2025', '4.04.2025'), reason })).status).toBe(
      303,
    );
    expect(plain((await visitor.get('/nabory/2')).text)).toContain(
      `${name}: było 31 marca – 2 kwietnia 2025 r., jest 31 marca – 4 kwietnia 2025 r.`,
    );
  });
});

describe('a group whose application was rejected', () => {
  async function rejectedOn(day: string) {
    const { id } = submittedApplication(app.deps, {
      leader: 'Birutė Jurkianis',
      email: 'birute@example.org',
      title: 'Ławki z wierszem',
    });
    app.clock.set(`${day}T10:00:00.000Z`);
    // A session of February is over by then.
    joanna = app.as({ id: coordinatorOf(app.deps).personId });
    const path = `/wnioski/${id}/ocena-formalna`;
    await joanna.get(path);
    const area = app.deps.db.get<{ id: number }>(
      sql`select id from formal_criteria where call_id = 1 and code = 'area'`,
    );
    const answers = { [`answers[k${area?.id}][verdict]`]: 'no', reason: 'Działania odbędą się w Suwałkach.' };
    await joanna.submit(path, { ...answers, outcome: 'rejected', act: 'decide' });
    const birute = app.deps.db.get<{ id: number }>(sql`select id from people where email = 'birute@example.org'`);
    const page = await app.as({ id: birute?.id ?? 0 }).get(`/wnioski/${id}`);
    const letter = app.deps.db.get<{ body: string; event: string }>(
      sql`select body, event from letters where kind = 'formal_outcome'`,
    );
    return { track: plain(page.text), letter: plain(letter?.body ?? ''), event: letter?.event ?? '' };
  }
  const announceRecheck = () =>
    app.deps.db.raw.exec(
      "insert into call_stages (call_id, kind, starts_at, ends_at) values (1, 'recheck', '2024-03-27T23:00:00.000Z', '2024-04-02T21:59:59.999Z')",
    );

  test('has three working days where the timetable says nothing', async () => {
    const { track, letter } = await rejectedOn('2024-03-19');
    expect(letter).toContain('do 22 marca 2024 r. możecie poprosić o ponowne sprawdzenie');
    expect(track).not.toContain(name);
  });

  test('reads the announced days in the letter, in its calendar and on its way', async () => {
    announceRecheck();
    const { track, letter, event } = await rejectedOn('2024-03-19');
    expect(letter).toContain('do 2 kwietnia 2024 r. możecie poprosić o ponowne sprawdzenie');
    expect(event).toContain('2024-04-02');
    expect(track).toContain(name);
    expect(track).toContain('28 marca – 2 kwietnia 2024 r.');
  });

  test('told on the last announced day, still has three working days', async () => {
    announceRecheck();
    expect((await rejectedOn('2024-04-02')).letter).toContain('do 5 kwietnia 2024 r. możecie poprosić');
  });
});
