import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readMeritCriteria } from '../../src/features/calls/criteria.ts';
import { currentCall } from '../../src/features/calls/queries.ts';
import { progressOf, sentCards } from '../../src/features/reviews/queries.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client, Fields } from '../support/client.ts';
import { momentOf, nth, pointsOf, type ScoredStory, score, scored } from '../support/story/jury.ts';

const groups = [
  { leader: 'Birutė Jurkianis', email: 'birute@example.org', title: 'Ławki z wierszem' },
  { leader: 'Jadwiga Sawicka', email: 'jadwiga@example.org', title: 'Dwa języki, jedna półka' },
];
const sentences = 'Licealiści nagrywają sami, koło gospodyń prowadzi wieczory. Role partnerów są opisane jasno.';

let app: TestApp;
let callId: number;
let story: ScoredStory;
let halina: Client;
let card: string;

/** Halina Rapczyńska with two applications before her; nobody has scored yet. */
beforeEach(async () => {
  app = await startTestApp({ beginning: 'open' });
  callId = currentCall(app.deps.db)?.id ?? 0;
  story = scored(app, { callId, applications: groups, given: [] });
  halina = app.as({ id: nth(story.jury, 2).personId });
  card = `/wnioski/${nth(story.applications, 0).id}/ocena`;
});
afterEach(() => app.close());

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

/** Radios of the form for these points, in the order of the criteria. */
function ticked(...points: (number | null)[]): Fields {
  const criteria = readMeritCriteria(app.deps.db, callId);
  return Object.fromEntries(
    criteria.flatMap(({ id }, index) => (points[index] == null ? [] : [[`points[k${id}]`, String(points[index])]])),
  );
}

const full = () => ticked(5, 4, 4, 3, 3, 2, 1, 3, 0);

function storedCards() {
  return app.deps.db.all(sql`select k.state, k.revision, k.justification,
    (select group_concat(points, ' ') from (select points from score_points p where p.card_id = k.id order by criterion_id)) as points from score_cards k order by k.id`);
}

describe('a juror with two applications', () => {
  test('finds them on one page, with how long they may take and which is next', async () => {
    const list = await halina.get('/oceny');
    expect(plain(list.text)).toContain('0 z 2, ok. 30 min.\nCzas na oceny: do poniedziałku 15 kwietnia 2024 r.');
    expect(list.links.get('Oceń następny: PB/2024/01')).toBe(card);
    expect(list.links.get('Ławki z wierszem')).toBe(card);
  });

  test('saves an unfinished card, recounts it without saving, reviews it and sends it for good', async () => {
    await halina.get(card);
    const saved = await halina.submit(card, { ...ticked(5, 4), act: 'save' });
    expect(plain(saved.text)).toContain('Razem: 2 z 7 kryteriów 36 / 100');
    expect(storedCards()).toEqual([{ state: 'draft', revision: 1, justification: '', points: '5 4' }]);

    const counted = await halina.post(card, { ...full(), act: 'count' });
    expect(counted.status).toBe(200);
    expect(plain(counted.text)).toContain('Razem: 7 z 7 kryteriów 73 / 100\nZ punktami dodatkowymi (3): 76.');
    expect(storedCards()).toHaveLength(1);
    expect(storedCards()).toMatchObject([{ revision: 1, points: '5 4' }]);

    const review = await halina.submit(card, { ...full(), justification: sentences, act: 'send' });
    expect(review.title).toContain('Wysłać ocenę wniosku PB/2024/01?');
    expect(plain(review.text)).toContain(sentences);
    const next = await halina.submit(`${card}/wyslanie`);
    expect(plain(next.text)).toContain('Karta wniosku PB/2024/01 wysłana.');
    expect(next.text).toContain('„Dwa języki, jedna półka”');

    expect(storedCards()).toEqual([
      { state: 'sent', revision: 2, justification: sentences, points: '5 4 4 3 3 2 1 3 0' },
    ]);
    expect(plain((await halina.get('/oceny')).text)).toContain('1 z 2, ok. 15 min.');
    expect(plain((await halina.get(card)).text)).toContain('Nie można jej już zmienić.');
  });

  test('B4: a double click on „Wysyłam kartę” sends once', async () => {
    await halina.get(card);
    await halina.submit(card, { ...full(), justification: sentences, act: 'send' });
    const [first, second] = await Promise.all([halina.post(`${card}/wyslanie`), halina.post(`${card}/wyslanie`)]);
    expect([first.status, second.status]).toEqual([303, 303]);
    expect(second.location).toBe(first.location);
    expect(app.deps.db.get(sql`select count(*) as times from events where what = 'score_card.sent'`)).toEqual({
      times: 1,
    });
  });

  test('is told beside each field what is missing; what was typed stays and nothing is stored', async () => {
    await halina.get(card);
    const wrong = await halina.post(card, {
      ...ticked(5, 4, 4, 3, 3, null, 1, 0),
      justification: 'Ładne.',
      act: 'send',
    });
    expect(wrong.status).toBe(422);
    const [, , , , , lasting, , , encounter] = readMeritCriteria(app.deps.db, callId);
    for (const id of [lasting?.id, encounter?.id]) expect(wrong.html).toContain(`href="#points-k${id}"`);
    expect(wrong.text).toContain('To uzasadnienie jest za krótkie. Proszę napisać co najmniej 40 znaków.');
    expect(wrong.html).toContain('Ładne.</textarea>');
    expect(storedCards()).toEqual([]);
  });

  test('has the sums from the server while choosing, every criterion and the total in one fragment', async () => {
    const page = await halina.get(card);
    const csrf = page.forms.find(({ action }) => action === card)?.filled.find(([name]) => name === '_csrf')?.[1] ?? '';
    const body = new URLSearchParams({
      _csrf: csrf,
      revision: '0',
      justification: '',
      ...(ticked(5, 0, 3) as Record<string, string>),
    });
    const fragment = await halina.send({
      method: 'POST',
      url: `${card}/punkty`,
      headers: {
        origin: app.url,
        'sec-fetch-site': 'same-origin',
        'hx-request': 'true',
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: body.toString(),
    });
    expect(fragment.status).toBe(200);
    expect(fragment.html).not.toContain('<main');
    expect(plain(fragment.text)).toContain('32 / 100');
    const [needs, reading] = readMeritCriteria(app.deps.db, callId);
    expect(fragment.html).toContain(`hx-target="#worth-k${needs?.id}" hx-swap="innerHTML">5 × 4 = <b>20</b>`);
    expect(fragment.html).toContain(`hx-target="#worth-k${reading?.id}" hx-swap="innerHTML">0 × 4 = <b>0</b>`);
    expect(storedCards()).toEqual([]);
  });
});

describe('two windows of one card', () => {
  test('the later one gets both versions and may save its own knowingly', async () => {
    await halina.get(card);
    const other = app.as({ id: nth(story.jury, 2).personId });
    await other.get(card);
    await other.submit(card, { ...ticked(1), justification: 'Zapisane w drugim oknie.', act: 'save' });

    const conflict = await halina.post(card, {
      ...ticked(5),
      justification: 'Zapisane w pierwszym oknie.',
      act: 'save',
    });
    expect(conflict.status).toBe(409);
    expect(plain(conflict.text)).toContain('Zapisane w drugim oknie.');
    expect(conflict.html).toContain('Zapisane w pierwszym oknie.</textarea>');
    expect(storedCards()).toMatchObject([{ revision: 1, justification: 'Zapisane w drugim oknie.', points: '1' }]);

    await halina.submit(card, { act: 'save' });
    expect(storedCards()).toMatchObject([{ revision: 2, justification: 'Zapisane w pierwszym oknie.', points: '5' }]);
  });

  test('autosave keeps a draft with its revision and stops when another window was faster', async () => {
    const page = await halina.get(card);
    const csrf = page.forms.find(({ action }) => action === card)?.filled.find(([name]) => name === '_csrf')?.[1] ?? '';
    const autosave = (revision: string, justification: string) =>
      halina.send({
        method: 'POST',
        url: `${card}/szkic`,
        headers: {
          origin: app.url,
          'sec-fetch-site': 'same-origin',
          'hx-request': 'true',
          'content-type': 'application/x-www-form-urlencoded',
        },
        payload: new URLSearchParams({ _csrf: csrf, revision, justification }).toString(),
      });
    const first = await autosave('0', 'Pierwsze');
    expect(JSON.parse(first.body.toString())).toEqual({ saved: '0.01', revision: 1 });
    const late = await autosave('0', 'Spóźnione');
    expect(late.status).toBe(409);
    expect(storedCards()).toMatchObject([{ revision: 1, justification: 'Pierwsze' }]);
  });

  test('a card changed after its review is not sent unseen', async () => {
    await halina.get(card);
    await halina.submit(card, { ...full(), justification: sentences, act: 'send' });
    const other = app.as({ id: nth(story.jury, 2).personId });
    await other.get(card);
    await other.submit(card, { ...ticked(0, 0, 0, 0, 0, 0, 0, 0, 0), act: 'save' });
    const refused = await halina.post(`${card}/wyslanie`);
    expect(refused.status).toBe(409);
    expect(storedCards()).toMatchObject([{ state: 'draft', points: '0 0 0 0 0 0 0 0 0' }]);
  });
});

describe('the scoring time', () => {
  test('before it one reads and does not score', async () => {
    app.clock.set(momentOf(app.deps, callId, 'declarations'));
    const page = await halina.get(card);
    expect(page.status).toBe(200);
    expect(plain(page.text)).toContain('Czytać można już teraz, oceniać od wtorku 2 kwietnia 2024 r.');
    expect(page.forms.map(({ action }) => action)).not.toContain(card);
  });

  test('after it a card opened in time is refused with words, and what was typed comes back', async () => {
    await halina.get(card);
    app.clock.set(momentOf(app.deps, callId, 'jury_meeting'));
    const late = await halina.post(card, { ...full(), justification: sentences, act: 'save' });
    expect(late.status).toBe(422);
    expect(plain(late.text)).toContain('Oceny przyjmowaliśmy do 15 kwietnia 2024 r., godz. 23.59.');
    expect(plain(late.text)).toContain(`To uzasadnienie nie zostało zapisane:\n${sentences}`);
    expect(storedCards()).toEqual([]);
  });
});

describe('points are secret', () => {
  test('from other jurors until their own card is sent, and from staff who see counts alone', async () => {
    const [marianna, , own] = story.jury;
    const application = nth(story.applications, 0);
    score(app.deps, callId, nth(story.jury, 0), application.id, [5, 4, 4, 4, 4, 4, 4, 0, 0]);

    const before = await halina.get(card);
    expect(before.text).not.toMatch(/Marianna|Inne wysłane karty/);
    expect(before.text).not.toContain(`Oceniła osoba: ${marianna?.name}`);

    const staff = app.as({ id: story.coordinator.personId });
    const progress = plain((await staff.get(`/nabory/${callId}/oceny`)).text);
    expect(progress).toContain('Wysłano 1 z 8 kart.');
    expect(progress).toContain('Marianna Zubrycka\nzłożone\n1 z 2');
    expect(progress).toContain('Ławki z wierszem\nPB/2024/01\njeszcze nie, potrzeba 3\n1 z 4');
    expect(progress).not.toMatch(/84/);
    expect((await staff.get(card)).status, 'no door to a card without the role').toBe(403);
    expect(
      app.deps.db
        .all(sql`select facts from events where what like 'score_card.%'`)
        .map((row) => JSON.stringify(row))
        .join(),
    ).not.toMatch(/points/);

    score(app.deps, callId, nth(story.jury, 2), application.id, 3);
    expect(plain((await halina.get(card)).text)).toContain('Inne wysłane karty\nMarianna Zubrycka\n84');
    expect(own?.name).toBe('Halina Rapczyńska');
  });
});

describe('a sent card', () => {
  test('is frozen by the database itself, points and words', () => {
    score(app.deps, callId, nth(story.jury, 2), nth(story.applications, 0).id, 3);
    const { raw } = app.deps.db;
    for (const statement of [
      "update score_cards set justification = 'inne'",
      "update score_cards set state = 'draft', sent_at = null",
      'delete from score_cards',
      'update score_points set points = 5',
      'delete from score_points',
      'insert into score_points (card_id, criterion_id, points) values (1, 999, 1)',
    ]) {
      expect(() => raw.exec(statement), statement).toThrow('score_card_sent');
    }
  });

  test('stands in the cards that count, and in the progress', () => {
    const juror = nth(story.jury, 2);
    const application = nth(story.applications, 0);
    score(app.deps, callId, juror, application.id, [5, 4, 4, 3, 3, 2, 1, 3, 0]);
    expect(sentCards(app.deps.db, callId)).toEqual([
      {
        applicationId: application.id,
        memberId: juror.memberId,
        points: pointsOf(app.deps, callId, [5, 4, 4, 3, 3, 2, 1, 3, 0]),
        justification: expect.stringContaining('Halina Rapczyńska'),
      },
    ]);
    expect(progressOf(app.deps.db, callId)).toMatchObject({
      applications: [
        { sent: 1, possible: 4 },
        { sent: 0, possible: 4 },
      ],
      members: [
        { sent: 0, toScore: 2 },
        { sent: 0, toScore: 2 },
        { memberId: juror.memberId, sent: 1, toScore: 2 },
        { sent: 0, toScore: 2 },
      ],
    });
  });
});
