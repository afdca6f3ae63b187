import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { currentCall } from '../../src/features/calls/queries.ts';
import { prepareDecisions } from '../../src/features/decisions/commands/prepare.ts';
import { decisionsOf, findSet } from '../../src/features/decisions/queries.ts';
import { moveAgenda } from '../../src/features/ranking/meeting/commands/agenda.ts';
import { openMeeting } from '../../src/features/ranking/meeting/commands/open.ts';
import { changePoints } from '../../src/features/ranking/meeting/commands/points.ts';
import { settleItem } from '../../src/features/ranking/meeting/commands/settle.ts';
import { grosze } from '../../src/lib/money.ts';
import { oneLine, run } from '../pdf/inspect.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client } from '../support/client.ts';
import { momentOf, nth, pointsOf, type ScoredStory, scored } from '../support/story/jury.ts';

const groups = [
  { leader: 'Birutė Jurkianis', email: 'birute@example.org', title: 'Ławki z wierszem' },
  { leader: 'Jadwiga Sawicka', email: 'jadwiga@example.org', title: 'Dwa języki, jedna półka' },
];
/** What tells of the first application alone: its title, number, leader, note, amount, words to the group, reason of a change. */
const secrets = [
  'Ławki z wierszem',
  'PB/2024/01',
  'Jurkianis',
  'skrzynia po Jonasie',
  '1 234,56',
  'bez nagłośnienia',
  'bo jest partner',
];

let app: TestApp;
let callId: number;
let story: ScoredStory;
let path: string;

/** Piotr is excluded from the first application; the meeting is open, everybody is in the room, and much was said of it. */
beforeEach(async () => {
  app = await startTestApp({ beginning: 'open' });
  callId = currentCall(app.deps.db)?.id ?? 0;
  path = `/nabory/${callId}/posiedzenie`;
  story = scored(app, {
    callId,
    applications: groups,
    given: [
      [4, 4, 5, null],
      [3, 3, 3, 3],
    ],
  });
  app.clock.set(momentOf(app.deps, callId, 'jury_meeting'));
});
afterEach(() => app.close());

const actorOf = (index: number) => nth(story.jury, index).actor;
const as = (index: number) => app.as({ id: nth(story.jury, index).personId });
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const bodyOf = async (browser: Client, address: string, headers = {}) => {
  const page = await browser.send({ method: 'GET', url: address, headers });
  return { status: page.status, body: plain(page.body.toString('utf8')) };
};

function opened(): void {
  const attendance = story.jury.map(({ memberId }) => memberId);
  const opening = { callId, place: 'czytelnia', agenda: 'ranking', isOnScreen: true, attendance } as const;
  expect(openMeeting(app.deps, actorOf(0), opening).ok).toBe(true);
}

function shown(index: number, revision: number): void {
  const applicationId = nth(story.applications, index).id;
  expect(moveAgenda(app.deps, actorOf(0), { callId, applicationId, revision, areOut: true }).ok).toBe(true);
}

function saidMuch(): void {
  const applicationId = nth(story.applications, 0).id;
  const item = { callId, applicationId, revision: 1, note: 'skrzynia po Jonasie', amount: grosze(1234_56) };
  expect(settleItem(app.deps, actorOf(0), { ...item, forGroup: 'bez nagłośnienia' }).ok).toBe(true);
  const points = app.deps.db.all<{ id: number; criterion: number; given: number }>(sql`
    select k.id, s.criterion_id as criterion, s.points as given from score_cards k join score_points s on s.card_id = k.id
    where k.application_id = ${applicationId} and k.member_id = ${nth(story.jury, 1).memberId} order by s.criterion_id`);
  const seen = points.map(({ criterion, given }) => `${criterion}-${given}`).join('.');
  const change = { callId, cardId: nth(points, 0).id, seen, reason: 'bo jest partner' };
  expect(changePoints(app.deps, actorOf(1), { ...change, points: pointsOf(app.deps, callId, 5) }).ok).toBe(true);
}

test('a juror sees the current application with everybody’s points, fresh by the same address; one without a card sees no points', async () => {
  opened();
  shown(1, 1);
  app.deps.db.raw.exec('drop trigger score_cards_sent_frozen');
  app.deps.db.raw.exec(
    `update score_cards set state = 'draft', sent_at = null where member_id = ${nth(story.jury, 3).memberId} and application_id = ${nth(story.applications, 1).id}`,
  );
  const fragment = await bodyOf(as(2), path, { 'hx-request': 'true' });
  expect(fragment.body).toContain('Teraz: wniosek PB/2024/02');
  expect(fragment.body).toContain('Marianna Zubrycka');
  expect(fragment.body).toContain('60,00');
  expect(fragment.body).not.toContain('<html');
  expect((await bodyOf(as(2), path, { 'hx-request': 'true' })).body, 'unchanged').toBe(fragment.body);
  const without = await bodyOf(as(3), path);
  expect(without.body).toContain('Dwa języki, jedna półka');
  expect(without.body).not.toMatch(/60,00|Marianna Zubrycka/);
});

test('of an application closed to a juror no page and no fragment of the meeting says a word, whatever was said of it', async () => {
  opened();
  shown(0, 1);
  saidMuch();
  const pages = (index: number) => [
    path,
    `${path}/wnioski/${nth(story.applications, index).id}`,
    `${path}/zakonczenie`,
    `${path}/ekran`,
    `/nabory/${callId}/ranking`,
    `/nabory/${callId}/ranking/przyjecie`,
    ...app.deps.db
      .all<{ id: number }>(sql`select id from score_cards where application_id = ${nth(story.applications, index).id}`)
      .map(({ id }) => `${path}/karty/${id}`),
    `/oceny`,
    '/',
  ];
  const chair = (await bodyOf(as(0), `${path}/wnioski/${nth(story.applications, 0).id}`)).body;
  for (const secret of secrets.slice(0, 2)) expect(chair, 'there is something to hide').toContain(secret);
  expect(chair).toContain('skrzynia po Jonasie');
  const during = await Promise.all(pages(0).map((page) => bodyOf(as(3), page)));
  const fragment = await bodyOf(as(3), path, { 'hx-request': 'true' });
  expect(fragment.body).toContain('Ten punkt jest dla Ciebie zamknięty');
  for (const secret of secrets)
    for (const { body } of [...during, fragment]) expect(body.includes(secret), secret).toBe(false);

  const leading = as(0);
  await leading.get(`${path}/zakonczenie`);
  await leading.submit(`${path}/zakonczenie`);
  await app.drain();
  const rankingPage = await bodyOf(as(3), `/nabory/${callId}/ranking`);
  for (const secret of secrets.filter((one) => one !== 'PB/2024/01')) expect(rankingPage.body).not.toContain(secret);
  const minutes = app.deps.db.get<{ id: number }>(sql`select file_id as id from documents where kind = 'jury_minutes'`);
  expect((await as(3).get(`/pliki/${minutes?.id}`)).status).toBe(404);
  expect((await bodyOf(as(3), `/nabory/${callId}/ranking/protokol`)).status).toBe(404);
});

test('the screen shows the result and nobody’s own points, and is not there unless it was asked for', async () => {
  opened();
  shown(0, 1);
  const screen = await bodyOf(as(0), `${path}/ekran`);
  expect(screen.body).toContain('Ławki z wierszem');
  expect(screen.body).toContain('86,67');
  expect(screen.body).not.toMatch(/Tomas Vaina|Halina Rapczyńska|<dd>80<|<dd>100</);
  expect((await bodyOf(as(1), `${path}/ekran`)).status, 'a juror who does not lead').toBe(404);
  app.deps.db.raw.exec('update meetings set on_screen = 0');
  expect((await bodyOf(as(0), `${path}/ekran`)).status).toBe(404);
});

test('applicants, visitors and jurors of another call find no meeting', async () => {
  opened();
  shown(0, 1);
  const leader = app.as({ id: nth(story.applications, 0).actor.personId });
  const juror = app.as(app.person('Jonas Vaina', 'jonas@example.org', ['juror']));
  for (const address of [path, `${path}/ekran`, `${path}/wnioski/${nth(story.applications, 0).id}`]) {
    const [group, stranger, visitor] = await Promise.all(
      [leader, juror, app.visitor()].map((who) => bodyOf(who, address)),
    );
    expect([group?.status, stranger?.status].every((status) => status === 403 || status === 404)).toBe(true);
    expect(visitor?.status).not.toBe(200);
    for (const page of [group, stranger, visitor]) expect(page?.body).not.toContain('Ławki z wierszem');
  }
});

test('closing twice adopts once; minutes, signed scan and decisions follow from what was settled', async () => {
  opened();
  shown(0, 1);
  saidMuch();
  const chair = as(0);
  await chair.get(`${path}/zakonczenie`);
  const answers = await Promise.all([chair.post(`${path}/zakonczenie`), chair.post(`${path}/zakonczenie`)]);
  const ranking = `/nabory/${callId}/ranking`;
  expect(answers.map(({ status, location }) => [status, location])).toEqual([
    [303, ranking],
    [303, ranking],
  ]);
  expect(app.deps.db.all(sql`select id from rankings`)).toHaveLength(1);
  await app.drain();
  const minutes = app.deps.db.get<{ id: number }>(sql`select file_id as id from documents where kind = 'jury_minutes'`);
  const file = join(app.dataDir, 'minutes.pdf');
  writeFileSync(file, (await chair.get(`/pliki/${minutes?.id}`)).body);
  const text = plain(oneLine(run('pdftotext', '-raw', file, '-')));
  for (const said of [
    'Godziny od 10.01 do 10.01',
    'Poza salą na czas rozmowy: Piotr Maksimowicz.',
    'skrzynia po Jonasie',
    'Kwota ustalona przez komisję: 1 234,56 zł.',
    'Dla grupy: bez nagłośnienia',
    'PB/2024/01, Tomas Vaina, kryterium „Odpowiedź na potrzeby z diagnozy”: było 4, jest 5. Powód: bo jest partner',
    'PB/2024/01 Ławki z wierszem 80 100 100 wył.',
    'PB/2024/02 Dwa języki, jedna półka 60 60 60 60',
  ])
    expect(text).toContain(said);

  expect((await chair.get(ranking)).text).toContain('skanu jeszcze nie ma');
  const signed = `${ranking}/protokol`;
  await chair.get(signed);
  const early = await chair.post(
    signed,
    { signedOn: '16.04.2024' },
    { scan: { name: 'p.pdf', content: '%PDF-1.7 podpisy' } },
  );
  expect([early.status, early.text.includes('Ten dzień jest przed posiedzeniem.')]).toEqual([422, true]);
  const kept = await chair.submit(
    signed,
    { signedOn: '17.04.2024' },
    { scan: { name: 'p.pdf', content: '%PDF-1.7 podpisy' } },
  );
  expect(plain(kept.text)).toContain('Skan, podpisany 17 kwietnia 2024 r., dodała osoba: Marianna Zubrycka');
  const scan = app.deps.db.get<{ id: number }>(sql`select file_id as id from signed_minutes`);
  expect([(await chair.get(`/pliki/${scan?.id}`)).status, (await as(3).get(`/pliki/${scan?.id}`)).status]).toEqual([
    200, 404,
  ]);

  expect(prepareDecisions(app.deps, story.coordinator, { callId }).ok).toBe(true);
  const decisions = decisionsOf(app.deps.db, findSet(app.deps.db, callId)?.id ?? 0);
  expect(decisions.map(({ kind, amount, reason }) => [kind, amount, reason])).toEqual([
    ['award', 1234_56, 'bez nagłośnienia'],
    ['award', 3050_00, ''],
  ]);
  const page = plain((await app.as({ id: story.coordinator.personId }).get(`/nabory/${callId}/rozstrzygniecie`)).text);
  expect(page).toContain('w protokole 1 234,56');
  expect(page).toContain('z protokołu komisji, podpisanego 17 kwietnia 2024 r.');
});
