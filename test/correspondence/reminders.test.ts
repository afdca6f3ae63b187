import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createApp } from '../../src/app.ts';
import { beginAmendment } from '../../src/features/applications/amendments/commands.ts';
import { submitApplication } from '../../src/features/applications/commands/submit.ts';
import { readDraft } from '../../src/features/applications/drafts.ts';
import { currentCall } from '../../src/features/calls/queries.ts';
import { markOf } from '../../src/features/correspondence/reminders/due.ts';
import { chooseSummary } from '../../src/features/correspondence/reminders/summary.ts';
import { day, instant } from '../../src/lib/days.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client, Page } from '../support/client.ts';
import { root } from '../support/data-folder.ts';
import { completeDraft, type StartedStory, submittedApplication } from '../support/story/applications.ts';
import { issuedAgreement, publishedResults, signedAgreement } from '../support/story/decisions.ts';
import { storyFor } from '../support/story/ground.ts';
import {
  acceptApplication,
  appointedJury,
  declare,
  momentOf,
  nth,
  type StoryJuror,
  score,
} from '../support/story/jury.ts';

let app: TestApp;
/** What the far end answers by recipient; nothing = it takes the letter. */
let answers: Record<string, number | string | undefined>;

beforeEach(async () => {
  answers = {};
  app = await startTestApp({ beginning: 'open', mail: { reject: (to) => answers[to] } });
});
afterEach(() => app.close());

const plain = (text: string) => text.replace(/\s+/gu, ' ');
const words = (page: Page) => plain(page.text);
const callId = () => currentCall(app.deps.db)?.id ?? 0;
const zofia = { leader: 'Zofia Wróbel', email: 'zofia@example.org', title: 'Zielnik babci' };
const birute = { leader: 'Birutė Jurkianis', email: 'birute@example.org', title: 'Dwa języki, jedna półka' };

/** Competition time goes on to a moment, and what is due by then is done; papers and the letters that carry them are told elsewhere. */
async function on(moment: string): Promise<void> {
  app.deps.db.raw.exec(`delete from jobs where kind = 'make_document';
    delete from jobs where unique_key in (select 'letter:' || letter_id from letter_documents)`);
  app.clock.set(instant(moment));
  await app.drain();
}

/** Reminders that arrived so far: to whom, and the words. */
const arrived = (kind = 'reminder') =>
  app.deps.db
    .all<{ to: string; subject: string; body: string; on: string }>(
      sql`select to_address as "to", subject, body, substr(created_at, 1, 10) as "on" from letters where kind = ${kind} order by id`,
    )
    .map((letter) => ({ ...letter, subject: plain(letter.subject), body: plain(letter.body) }));

function sendDraft({ id, actor }: StartedStory): void {
  const sent = submitApplication(app.deps, actor, {
    applicationId: id,
    revision: readDraft(app.deps.db, id)?.revision ?? 0,
  });
  if (!sent.ok) throw new Error(sent.code);
}

describe('a draft not sent', () => {
  test('is recalled three days and one day before the deadline, after eight in the morning and never twice', async () => {
    const { id } = completeDraft(app.deps, zofia);
    for (const moment of [
      '2024-03-11T08:00:00Z',
      '2024-03-12T06:59:59Z',
      '2024-03-12T07:00:00Z',
      '2024-03-12T12:00:00Z',
      '2024-03-13T07:00:00Z',
      '2024-03-14T07:00:00Z',
      '2024-03-15T07:00:00Z',
      '2024-03-16T07:00:00Z',
    ])
      await on(moment);
    expect(arrived().map((letter) => [letter.on, letter.to, letter.subject])).toEqual([
      ['2024-03-12', 'zofia@example.org', 'Szkic wniosku czeka: termin 15 marca 2024 r., godz. 15.00'],
      ['2024-03-14', 'zofia@example.org', 'Szkic wniosku czeka: termin 15 marca 2024 r., godz. 15.00'],
    ]);
    expect(app.mailbox.letters.find(({ subject }) => subject?.startsWith('Szkic'))?.text).toContain(
      `${app.url}/wnioski/${id}`,
    );
    expect(arrived()[0]?.body).toContain('Wasz szkic wniosku „Zielnik babci”');
  });

  test('sent by then is not recalled, nor is what is left over beside an application sent', async () => {
    const started = completeDraft(app.deps, zofia);
    sendDraft(started);
    completeDraft(app.deps, zofia);
    await on('2024-03-14T07:00:00Z');
    expect(arrived()).toEqual([]);
  });

  test('is for its group alone: no staff reads the letter in the outbox, though it was sent', async () => {
    completeDraft(app.deps, zofia);
    await on('2024-03-14T07:00:00Z');
    expect(arrived()).toHaveLength(1);
    const joanna = app.as(app.person('Joanna Milewska', 'joanna@example.org', ['coordinator', 'administrator']));
    expect(words(await joanna.get('/skrzynka'))).not.toContain('zofia@example.org');
    const { id } = app.deps.db.get<{ id: number }>(sql`select id from letters where kind = 'reminder'`) ?? { id: 0 };
    expect((await joanna.get(`/skrzynka/${id}`)).status).toBe(404);
    expect(words(await joanna.get('/pisma/przypomnienia'))).toContain('Ostatnio: 14 marca 2024 r., 1 osoba.');
  });
});

describe('the clock', () => {
  test('after days of downtime writes today’s letter alone, not those of the days between', async () => {
    completeDraft(app.deps, zofia);
    await on('2024-03-10T08:00:00Z');
    // The server is away from the 11th to the 14th.
    await on('2024-03-14T11:00:00Z');
    await app.drain();
    expect(arrived().map((letter) => letter.on)).toEqual(['2024-03-14']);
  });

  test('moved over half a year at once floods nobody: what is over is not said any more', async () => {
    completeDraft(app.deps, zofia);
    submittedApplication(app.deps, birute);
    await on('2024-09-27T11:00:00Z');
    await app.drain();
    expect(arrived()).toEqual([]);
  });

  test('writes nothing at night: a morning missed until late evening waits for the next', async () => {
    completeDraft(app.deps, zofia);
    await on('2024-03-13T19:00:00Z');
    expect(arrived()).toEqual([]);
    await on('2024-03-14T02:00:00Z');
    expect(arrived()).toEqual([]);
    await on('2024-03-14T07:00:00Z');
    expect(arrived().map((letter) => letter.on)).toEqual(['2024-03-14']);
  });

  test('begun again by another start of the server writes nobody a second letter', async () => {
    completeDraft(app.deps, zofia);
    await on('2024-03-14T07:00:00Z');
    await app.app.close();
    const again = await createApp(app.deps, { root, dataDir: app.dataDir, jobTickMs: 0 });
    await again.runner.drain();
    expect(arrived()).toHaveLength(1);
    expect(
      app.deps.db.all(
        sql`select json_extract(payload, '$.at') as at from jobs where kind = 'daily_post' and state = 'waiting'`,
      ),
    ).toEqual([{ at: '2024-03-15T07:00:00.000Z' }]);
    await again.close();
  });

  test.each([
    ['before', '2024-03-11', undefined],
    ['before', '2024-03-12', '2024-03-15:3'],
    ['before', '2024-03-13', '2024-03-15:3'],
    ['before', '2024-03-14', '2024-03-15:1'],
    ['before', '2024-03-15', '2024-03-15:1'],
    ['before', '2024-03-16', undefined],
    ['after', '2024-03-15', undefined],
    ['after', '2024-03-16', '2024-03-15:1'],
    ['after', '2024-03-20', '2024-03-15:3'],
  ] as const)('%s a date, on %s, finds the nearest day that has come', (side, today, mark) => {
    const now = instant(`${today}T08:00:00Z`);
    expect(markOf(side, [3, 1], day(today), now, instant('2024-03-15T14:00:00Z'))).toBe(mark);
  });
});

describe('a juror', () => {
  let jury: StoryJuror[];

  beforeEach(() => {
    const [open, closed] = [submittedApplication(app.deps, birute), submittedApplication(app.deps, zofia)];
    app.clock.set(momentOf(app.deps, callId(), 'formal_check'));
    for (const { id } of [open, closed]) acceptApplication(app.deps, { id, callId: callId() });
    jury = appointedJury(app.deps, callId());
    app.clock.set(momentOf(app.deps, callId(), 'declarations'));
    for (const juror of jury.slice(0, 3)) declare(app.deps, callId(), juror, juror === jury[1] ? [closed] : []);
    for (const { id } of [open, closed]) Object.assign(applied, { [id === open.id ? 'open' : 'closed']: id });
  });
  const applied = { open: 0, closed: 0 };

  test('who has not declared is asked to, and nobody else', async () => {
    await on('2024-03-26T08:00:00Z');
    expect(arrived().map((letter) => [letter.to, letter.subject])).toEqual([
      ['p.maksimowicz@example.org', 'Oświadczenie o bezstronności: termin 27 marca 2024 r., godz. 23.59'],
    ]);
  });

  test('is told how many cards are missing, never of an application she is excluded from', async () => {
    const [chair, excluded, done] = [nth(jury, 0), nth(jury, 1), nth(jury, 2)];
    app.clock.set(momentOf(app.deps, callId(), 'scoring'));
    score(app.deps, callId(), done, applied.open, 4);
    score(app.deps, callId(), done, applied.closed, 4);
    await on('2024-04-12T08:00:00Z');
    const written = arrived().filter(({ subject }) => subject.startsWith('Do wysłania'));
    expect(written.map((letter) => [letter.to, letter.subject.replace(/,.*$/u, '')])).toEqual([
      [chair.email, 'Do wysłania: 2 karty oceny'],
      [excluded.email, 'Do wysłania: 1 karta oceny'],
    ]);
    for (const { body } of written) expect(body).not.toMatch(/Zielnik babci|Dwa języki/u);
    // Her own card is sent: the excluded application is nothing she could still do.
    score(app.deps, callId(), excluded, applied.open, 4);
    await on('2024-04-14T08:00:00Z');
    expect(
      arrived()
        .filter((letter) => letter.on === '2024-04-14')
        .map(({ to }) => to),
    ).toEqual([chair.email]);
  });
});

test('several things for one person are one letter, in the order of the river, and each is recalled once', async () => {
  submittedApplication(app.deps, birute);
  app.deps.db.raw.exec('update calls set applications_per_leader = 2');
  completeDraft(app.deps, { ...birute, title: 'Ławki z wierszem' });
  const second = completeDraft(app.deps, { ...birute, title: 'Zielnik' });
  await on('2024-03-12T08:00:00Z');
  const [letter, ...others] = arrived();
  expect(others).toEqual([]);
  expect(letter?.subject).toBe('Przypominamy o kilku sprawach');
  expect(letter?.body).toMatch(/1\. Szkic wniosku czeka.*„Ławki z wierszem”.*2\. Szkic wniosku czeka.*„Zielnik”/);
  expect(app.deps.db.all(sql`select kind, mark from reminder_items where subject_id = ${second.id}`)).toEqual([
    { kind: 'draft_reminder', mark: '2024-03-15:3' },
  ]);
});

test('changes of what was sent are recalled the day before the deadline, unless they went', async () => {
  const sent = submittedApplication(app.deps, birute);
  await on('2024-03-12T08:00:00Z');
  const changing = beginAmendment(app.deps, sent.actor, sent.id);
  await on('2024-03-13T08:00:00Z');
  expect(arrived()).toEqual([]);
  await on('2024-03-14T08:00:00Z');
  const [letter, ...others] = arrived();
  expect(others).toEqual([]);
  expect([letter?.to, letter?.subject]).toEqual([
    birute.email,
    'Zmiany wniosku czekają na wysłanie: termin 15 marca 2024 r., godz. 15.00',
  ]);
  expect(letter?.body).toContain(`/wnioski/${changing.ok ? changing.value.copyId : ''}`);
});

test('an agreement that waits for its signature and the last day of purchases reach the leader, until signed or over', async () => {
  publishedResults(app, storyFor(app), [{ index: 3, reason: 'Zostało tyle w puli.' }]);
  const [first, second] = [...app.deps.db.all<{ id: number }>(sql`select id from initiatives order by id`)];
  issuedAgreement(app.deps, first?.id ?? 0);
  await signedAgreement(app.deps, second?.id ?? 0);
  const address = (initiativeId: number | undefined) =>
    app.deps.db.get<{
      email: string;
    }>(sql`select p.email from initiatives i join application_members m on m.application_id = i.application_id
      join people p on p.id = m.person_id where i.id = ${initiativeId}`)?.email;
  await on('2024-04-28T08:00:00Z');
  expect(arrived()).toEqual([]);
  await on('2024-04-29T08:00:00Z');
  await on('2024-09-17T08:00:00Z');
  expect(arrived().map((letter) => [letter.on, letter.to, letter.subject.replace(/ \S*\/\S*/u, '')])).toEqual([
    ['2024-04-29', address(first?.id), 'Porozumienie czeka na podpis'],
    ['2024-09-17', address(first?.id), 'Porozumienie czeka na podpis'],
    ['2024-09-17', address(second?.id), 'Ostatni dzień zakupów: 30 września 2024 r., godz. 23.59'],
  ]);
});

describe('the switches', () => {
  let joanna: Client;
  const path = '/pisma/przypomnienia/przypomnienie-szkic-wniosku';
  beforeEach(() => {
    joanna = app.as(app.person('Joanna Milewska', 'joanna@example.org', ['coordinator']));
  });

  test('turn a kind off and on and say how many days before', async () => {
    completeDraft(app.deps, zofia);
    await joanna.get('/pisma/przypomnienia');
    await joanna.submit(path, { isOn: null });
    await on('2024-03-12T08:00:00Z');
    expect(arrived()).toEqual([]);
    await joanna.get('/pisma/przypomnienia');
    expect(words(await joanna.submit(path, { isOn: 'tak', days: '2; 5' }))).toContain('Zapisano.');
    await on('2024-03-13T08:00:00Z');
    expect(app.deps.db.all(sql`select mark from reminder_items`)).toEqual([{ mark: '2024-03-15:2' }]);
    expect(app.deps.db.all(sql`select facts from events where what = 'reminder.changed'`)).toEqual([
      { facts: '{"reminder":"draft_reminder","isOn":false,"days":"3 1"}' },
      { facts: '{"reminder":"draft_reminder","isOn":true,"days":"5 2"}' },
    ]);
  });

  test.each(['', 'trzy', '3, 61', '1 2 3 4 5', '-1'])('refuse %j as days and keep what was typed', async (days) => {
    await joanna.get('/pisma/przypomnienia');
    const answer = await joanna.post(path, { days });
    expect(answer.status).toBe(422);
    expect(words(answer)).toContain('Wpisz dni liczbami od 0 do 60');
    expect(app.deps.db.all(sql`select * from reminder_settings`)).toEqual([]);
  });

  test('of two people changing one, the later is shown what stands', async () => {
    const adam = app.as(app.person('Adam Nowik', 'adam@example.org', ['administrator']));
    await joanna.get('/pisma/przypomnienia');
    await adam.get('/pisma/przypomnienia');
    await adam.submit(path, { days: '5' });
    const late = await joanna.post(path, { days: '9' });
    expect(late.status).toBe(409);
    expect(late.forms.find(({ action }) => action === path)?.filled).toContainEqual(['days', '5']);
  });

  test('are shown to a coordinator of one call and changed by her not', async () => {
    const ewa = app.as(app.person('Ewa Rutko', 'ewa@example.org', [{ role: 'coordinator', callId: callId() }]));
    const page = await ewa.get('/pisma/przypomnienia');
    expect(words(page)).toContain('Szkic wniosku włączone');
    expect(page.forms.filter(({ action }) => action.startsWith('/pisma'))).toEqual([]);
  });

  test('stand beside texts that staff change like any other', async () => {
    completeDraft(app.deps, zofia);
    await joanna.get('/pisma/wzory/przypomnienie-szkic-wniosku');
    await joanna.submit('/pisma/wzory/przypomnienie-szkic-wniosku', {
      subject: 'Nie zapomnijcie',
      body: 'Czeka szkic: {{title}}.',
    });
    await on('2024-03-14T08:00:00Z');
    expect(arrived()[0]).toMatchObject({
      subject: 'Nie zapomnijcie',
      body: expect.stringContaining('Czeka szkic: Zielnik babci.'),
    });
  });
});

describe('the daily summary', () => {
  test('tells a coordinator what waits, and who asked for it what is new and near, on working days, once', async () => {
    app.person('Joanna Milewska', 'joanna@example.org', ['coordinator']);
    const { id: dorota } = app.person('Dorota Milewska', 'dorota@example.org', ['director']);
    app.person('Teresa Krupa', 'teresa@example.org', ['accountant']);
    chooseSummary(app.deps, dorota, true);
    // Nothing is new and no date is near: who has no duty is not written to.
    await on('2024-02-28T07:00:00Z');
    expect(arrived('daily_summary').map(({ to }) => to)).toEqual(['joanna@example.org']);
    app.clock.advance({ hours: 1 });
    submittedApplication(app.deps, birute);
    await on('2024-02-29T07:00:00Z');
    await on('2024-02-29T12:00:00Z');
    // A Saturday.
    await on('2024-03-02T07:00:00Z');
    const [, joannas, dorotas, ...others] = arrived('daily_summary');
    expect(others).toEqual([]);
    expect([joannas?.to, joannas?.subject]).toEqual([
      'joanna@example.org',
      'Konkurs dziś: czwartek, 29 lutego 2024 r.',
    ]);
    expect(joannas?.body).toMatch(/Czeka na Ciebie .*– Oceń formalnie: 1 wniosek/);
    const news =
      'Nowe od poprzedniego podsumowania – 1 złożony wniosek Terminy w najbliższych siedmiu dniach – Konsultacje wniosków, początek: 4 marca 2024 r., godz. 14.00';
    expect(joannas?.body).toContain(news);
    expect([dorotas?.to, dorotas?.body]).toEqual([
      'dorota@example.org',
      expect.stringMatching(`^Dzień dobry! ${news}`),
    ]);
    for (const letter of [joannas, dorotas]) expect(letter?.body).not.toContain(birute.title);
  });

  test('tells of an address refused for good, and does not count what was called back', async () => {
    app.person('Joanna Milewska', 'joanna@example.org', ['coordinator']);
    answers = { 'birute@example.org': '550 5.1.1 No such user' };
    submittedApplication(app.deps, birute);
    app.deps.db.raw.exec('delete from letter_documents');
    await on('2024-02-27T12:00:00Z');
    await on('2024-02-28T07:00:00Z');
    expect(arrived('daily_summary')[0]?.body).toContain('Nie doszło: 1 list. Zadzwoń do tych osób');
  });

  test('is everybody’s own switch: a director turns it on, a coordinator off', async () => {
    const joanna = app.as(app.person('Joanna Milewska', 'joanna@example.org', ['coordinator']));
    const dorota = app.as(app.person('Dorota Milewska', 'dorota@example.org', ['director']));
    submittedApplication(app.deps, birute);
    await joanna.get('/pisma/podsumowanie');
    expect(words(await joanna.submit('/pisma/podsumowanie', { isWanted: null }))).toContain(
      'Nie będziesz już dostawać',
    );
    const page = await dorota.get('/pisma/podsumowanie');
    expect(words(page)).toContain('Tak brzmiałoby teraz Nowe od poprzedniego podsumowania 1 złożony wniosek');
    await dorota.submit('/pisma/podsumowanie', { isWanted: 'tak' });
    await on('2024-02-28T07:00:00Z');
    expect(arrived('daily_summary').map(({ to }) => to)).toEqual(['dorota@example.org']);
  });
});
