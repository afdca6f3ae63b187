import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { grantRole } from '../../src/features/accounts/commands.ts';
import { readActor } from '../../src/features/accounts/queries.ts';
import { readMeritCriteria } from '../../src/features/calls/criteria.ts';
import { currentCall } from '../../src/features/calls/queries.ts';
import { excludeFrom } from '../../src/features/jury/commands/conflicts.ts';
import { adoptRanking } from '../../src/features/ranking/commands.ts';
import { reopenCard, restoreCard } from '../../src/features/reviews/commands/reopen.ts';
import { saveScoreCard } from '../../src/features/reviews/commands/save.ts';
import { sendScoreCard } from '../../src/features/reviews/commands/send.ts';
import { openPaper } from '../../src/features/reviews/paper/open.ts';
import { readScoreCard } from '../../src/features/reviews/queries.ts';
import { addTime, warsawDay } from '../../src/lib/days.ts';
import { formatAmount, grosze } from '../../src/lib/money.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client, Fields } from '../support/client.ts';
import { paperOn, plain, wordsOf } from '../support/papers.ts';
import {
  coordinatorOf,
  momentOf,
  nth,
  pointsOf,
  type ScoredStory,
  type StoryJuror,
  scored,
} from '../support/story/jury.ts';

const words = 'Ławki stoją przy szkole, a wiersze wybiorą dzieci. Koszty są policzone rozsądnie.';
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let app: TestApp;
let callId: number;
let told: ScoredStory;
let [marianna, tomas, halina, piotr]: StoryJuror[] = [];
let benches: number;
let bonfire: number;
let joanna: Client;
let path: string;

/** Halina scores at her kitchen table and has sent nothing; the others have sent every card, and the time for scoring is not over. */
beforeEach(async () => {
  app = await startTestApp({ beginning: 'open' });
  callId = currentCall(app.deps.db)?.id ?? 0;
  const applications = [
    { leader: 'Birutė Jurkianis', email: 'birute@example.org', title: 'Ławki z wierszem' },
    { leader: 'Jadwiga Sawicka', email: 'jadwiga@example.org', title: 'Dwa języki, jedna półka' },
  ];
  told = scored(app, {
    callId,
    applications,
    given: [
      [5, 3, undefined, 3],
      [3, 3, undefined, 3],
    ],
  });
  [marianna, tomas, halina, piotr] = told.jury;
  [benches, bonfire] = [nth(told.applications, 0).id, nth(told.applications, 1).id];
  joanna = app.as({ id: coordinatorOf(app.deps).personId });
  path = `/wnioski/${benches}/ocena/z-papieru/${halina?.memberId}`;
});
afterEach(() => app.close());

const as = (juror: StoryJuror | undefined): Client => app.as({ id: juror?.personId ?? 0 });
const card = () => readScoreCard(app.deps.db, halina?.memberId ?? 0, benches);
const letters = () =>
  app.deps.db.all<{ id: number; to: string; body: string }>(
    sql`select id, to_address as "to", body from letters where kind = 'card_keyed_in' order by id`,
  );
const scan = { scan: { name: 'karta Haliny.png', content: png } };
const which = () => ({ applicationId: benches, memberId: halina?.memberId ?? 0 });
const mayJoanna = () => openPaper(app.deps.db, coordinatorOf(app.deps), which(), app.clock.now());

/** The paper card: 4 in each weighed criterion, unless a test says otherwise. */
function paper(changed: Fields = {}, each = 4): Fields {
  const points = pointsOf(app.deps, callId, each).map(({ criterionId, points: given }) => [
    `points[k${criterionId}]`,
    String(given),
  ]);
  return { ...Object.fromEntries(points), justification: words, suggestedAmount: '2 500', ...changed };
}

async function keyedIn(who: Client = joanna, changed?: Fields, each?: number) {
  await who.get(path);
  return who.submit(path, paper(changed, each), scan);
}

describe('Joanna keys in Halina’s paper card', () => {
  test('from the page of progress: it is sent at once, Halina gets a letter with every figure and finds the scan on her card', async () => {
    const progress = await joanna.get(`/nabory/${callId}/oceny`);
    expect(progress.html).toContain(`href="/nabory/${callId}/oceny/z-papieru"`);
    const list = await joanna.get(`/nabory/${callId}/oceny/z-papieru`);
    expect(plain(list.text)).toContain('Halina Rapczyńska: 2 karty do wpisania');
    expect(plain(list.text)).not.toContain('Tomas Vaina');
    expect(list.html).toContain(`href="${path}"`);

    const page = await keyedIn();
    expect(plain(page.text)).toContain('Karta wniosku PB/2024/01 jest wpisana i wysłana.');
    expect(plain(page.text)).toContain('Wpisana z papieru przez: Joanna Wasilewska,');
    expect(card()).toMatchObject({
      ...{ state: 'sent', justification: words, suggestedGrosze: 2_500_00, points: pointsOf(app.deps, callId, 4) },
      ...{ keyedBy: coordinatorOf(app.deps).personId, keyedAt: app.clock.now(), sentAt: app.clock.now(), revision: 1 },
    });
    expect(letters()).toMatchObject([{ to: 'halina.r@example.org' }]);
    const told = plain(nth(letters(), 0).body);
    for (const { name, isBonus } of readMeritCriteria(app.deps.db, callId).filter((one) => !one.isBonus))
      expect(told, String(isBonus)).toContain(`${plain(name)}: 4 z 5`);
    for (const part of [words, plain(formatAmount(grosze(2_500_00))), 'Joanna Wasilewska'])
      expect(told).toContain(part);
    expect(
      app.deps.db.get(
        sql`select what, from_state as "from", to_state as "to", actor_person_id as by from events where subject_kind = 'score_card' order by id desc limit 1`,
      ),
    ).toEqual({ what: 'score_card.keyed_in', from: 'draft', to: 'sent', by: coordinatorOf(app.deps).personId });

    const own = await as(halina).get(`/wnioski/${benches}/ocena`);
    expect(plain(own.text)).toContain('Wpisana z papieru przez: Joanna Wasilewska,');
    expect((await as(halina).get(`/pliki/${card().scanFileId}`)).status).toBe(200);
  });

  test('not without the scan, nor with something else than a picture or a PDF; what was typed stays', async () => {
    await joanna.get(path);
    const bare = await joanna.post(path, paper());
    expect(bare.status).toBe(422);
    expect(plain(bare.text)).toContain('Brakuje skanu albo zdjęcia karty.');
    expect(bare.html).toContain(words);
    const page = await joanna.get(path);
    expect(page.status).toBe(200);
    const script = await joanna.post(path, paper(), {
      scan: { name: 'karta.pdf', content: '<script>alert(1)</script>' },
    });
    expect(script.status).toBe(422);
    await joanna.get(path);
    const half = await joanna.post(path, paper({ justification: 'Dobre.' }), scan);
    expect(half.status).toBe(422);
    expect(plain(half.text)).toContain('To uzasadnienie jest za krótkie.');
    expect([card().state, card().id, letters()]).toEqual(['draft', null, []]);
    expect(app.deps.db.get(sql`select count(*) as n from files where subject_kind = 'score_card'`)).toEqual({ n: 0 });
  });

  test('never over what Halina began on the screen, a note of hers included; over an empty card it may', async () => {
    const draft = { applicationId: benches, revision: 0, points: [], justification: '' };
    if (halina === undefined) throw new Error('no Halina');
    saveScoreCard(app.deps, halina.actor, draft);
    expect(mayJoanna()).toMatchObject({ ok: true });
    await joanna.get(path);
    saveScoreCard(app.deps, halina.actor, { ...draft, revision: 1, privateNote: 'zapytać o zgodę szkoły' });
    const refused = await joanna.post(path, paper(), scan);
    expect(plain(refused.text)).toContain('Ta osoba zaczęła już tę kartę na ekranie');
    expect(plain(refused.text)).not.toContain('zgodę szkoły');
    expect(card()).toMatchObject({ state: 'draft', privateNote: 'zapytać o zgodę szkoły', keyedBy: null });
    const page = await joanna.get(path);
    expect(page.forms.map(({ action }) => action)).not.toContain(path);
    expect(plain(page.text)).not.toContain('zgodę szkoły');
  });

  test('twice at once it is keyed in once', async () => {
    const teresa = app.as(app.person('Teresa Sidor', 'teresa@example.org', ['coordinator']));
    await joanna.get(path);
    await teresa.get(path);
    await joanna.post(path, paper(), scan);
    const late = await teresa.post(path, paper({}, 1), scan);
    expect(plain(late.text)).toContain('Ta karta jest już wysłana');
    expect(card().points).toEqual(pointsOf(app.deps, callId, 4));
    expect(letters()).toHaveLength(1);
  });

  test('only while scoring is open, before the ranking, for a juror who declared and is not excluded', async () => {
    app.clock.set(addTime(momentOf(app.deps, callId, 'scoring', 'end'), { hours: 1 }));
    expect(mayJoanna()).toMatchObject({ code: 'scoring_over' });
    expect((await joanna.get(`/nabory/${callId}/oceny`)).html).not.toContain('z-papieru');
    app.clock.set(momentOf(app.deps, callId, 'scoring'));
    if (halina === undefined) throw new Error('no Halina');
    expect(excludeFrom(app.deps, halina.actor, { applicationId: benches, ground: 'kin', note: '' })).toMatchObject({
      ok: true,
    });
    expect(mayJoanna()).toMatchObject({ code: 'absent' });
    expect((await joanna.get(path)).status).toBe(404);
    path = `/wnioski/${bonfire}/ocena/z-papieru/${halina.memberId}`;
    expect((await joanna.get(path)).status).toBe(200);
    const { raw } = app.deps.db;
    raw.exec(
      `update role_grants set revoked_at = '2024-04-02T10:00:00.000Z' where person_id = ${halina.personId} and role = 'juror'`,
    );
    expect((await joanna.get(path)).status).toBe(404);
    const { personId } = halina;
    app.deps.db.write((tx) => grantRole(tx, app.deps, { kind: 'system' }, { personId, role: 'juror', callId: null }));
    expect((await joanna.get(path)).status).toBe(200);
    app.deps.db.raw.exec('pragma foreign_keys = off; drop trigger if exists jury_declarations_no_delete');
    app.deps.db.raw.exec(`delete from jury_declarations where member_id = ${halina.memberId}`);
    expect((await joanna.get(path)).status).toBe(404);
  });
});

describe('what was keyed in is given back', () => {
  const back = () => {
    if (marianna === undefined) throw new Error('no chair');
    return reopenCard(app.deps, marianna.actor, {
      ...which(),
      reason: 'Pani Halina mówi, że przy kosztorysie dała 3.',
    });
  };

  test('Joanna keys it in again with a new scan, and Halina gets a second letter', async () => {
    await keyedIn();
    const first = card().scanFileId;
    expect(back()).toMatchObject({ ok: true });
    app.clock.set(addTime(app.clock.now(), { hours: 2 }));
    const page = await keyedIn(joanna, {}, 3);
    expect(plain(page.text)).toContain('jest wpisana i wysłana');
    expect(card()).toMatchObject({ state: 'sent', points: pointsOf(app.deps, callId, 3), isReopened: false });
    expect(card().scanFileId).not.toBe(first);
    expect(letters()).toHaveLength(2);
    expect(app.deps.db.get(sql`select ended_as as ended from score_reopenings`)).toEqual({ ended: 'sent' });
  });

  test('Halina changes it on the screen herself: then nobody keys over it, and the card says both', async () => {
    await keyedIn();
    back();
    if (halina === undefined) throw new Error('no Halina');
    app.clock.set(addTime(app.clock.now(), { hours: 2 }));
    const changed = {
      applicationId: benches,
      revision: 2,
      points: pointsOf(app.deps, callId, 3),
      justification: words,
    };
    expect(saveScoreCard(app.deps, halina.actor, changed)).toMatchObject({ ok: true });
    expect(mayJoanna()).toMatchObject({ code: 'begun_on_screen' });
    expect(sendScoreCard(app.deps, halina.actor, { applicationId: benches, revision: 3 })).toMatchObject({ ok: true });
    expect(plain((await as(halina).get(`/wnioski/${benches}/ocena`)).text)).toContain(
      'skan w aktach; potem poprawiona i wysłana na ekranie.',
    );
  });

  test('put back as it was, it is again as on paper', async () => {
    await keyedIn();
    back();
    if (marianna === undefined) throw new Error('no chair');
    expect(restoreCard(app.deps, marianna.actor, which())).toMatchObject({ ok: true });
    expect(plain((await as(halina).get(`/wnioski/${benches}/ocena`)).text)).toContain('skan w aktach. Skan karty');
  });
});

describe('who reads it before the ranking', () => {
  test('the scan and the letter: Halina and Joanna; no other coordinator, director, inspector or juror', async () => {
    await keyedIn();
    const teresa = app.as(app.person('Teresa Sidor', 'teresa@example.org', ['coordinator']));
    const people: Record<string, Client> = {
      ...{
        halina: as(halina),
        joanna,
        teresa,
        tomas: as(tomas),
        leader: app.as({ id: nth(told.applications, 0).personId }),
      },
      director: app.as(app.person('Irena Dąbrowska', 'irena@example.org', ['director'])),
      inspector: app.as(app.person('Ryszard Wiatr', 'ryszard@example.org', ['inspector'])),
      visitor: app.visitor(),
    };
    const open: string[] = [];
    for (const [who, browser] of Object.entries(people)) {
      if ((await browser.get(`/pliki/${card().scanFileId}`)).status === 200) open.push(`${who}: scan`);
      if ((await browser.get(`/skrzynka/${nth(letters(), 0).id}`)).status === 200) open.push(`${who}: letter`);
      const log = await browser.get('/skrzynka');
      if (log.status === 200 && log.text.includes('jest wpisana z papieru')) open.push(`${who}: log`);
      if (who !== 'halina') expect((await browser.get(path)).text, who).not.toContain(words);
    }
    expect(open).toEqual(['halina: scan', 'joanna: scan', 'joanna: letter', 'joanna: log']);
    expect(plain((await teresa.get(path)).text)).not.toContain('Wpisana z papieru');
    // What is counted and shown to staff is what it was: no points while cards are waited for.
    expect(plain((await joanna.get(`/nabory/${callId}/oceny`)).text)).toContain('Na razie widać tylko liczby kart.');
  });

  test('a coordinator who sits on the jury keys in nothing of an application that she has yet to judge', async () => {
    if (tomas === undefined || piotr === undefined) throw new Error('no Tomas');
    app.deps.db.write((tx) => {
      for (const { personId } of [tomas, halina].flatMap((one) => (one === undefined ? [] : [one])))
        grantRole(tx, app.deps, { kind: 'system' }, { personId, role: 'coordinator', callId: null });
    });
    const [both, herself] = [readActor(app.deps.db, tomas.personId), readActor(app.deps.db, halina?.personId ?? 0)];
    if (both === undefined || herself === undefined) throw new Error('nobody');
    // Tomas has sent his card of the benches; Halina her own she fills in on the screen.
    expect(openPaper(app.deps.db, both, which(), app.clock.now())).toMatchObject({ ok: true });
    expect(openPaper(app.deps.db, herself, which(), app.clock.now())).toMatchObject({ code: 'absent' });
    const chair = marianna?.actor;
    if (chair === undefined) throw new Error('no chair');
    expect(
      reopenCard(app.deps, chair, { applicationId: benches, memberId: tomas.memberId, reason: 'Pomyłka.' }),
    ).toMatchObject({ ok: true });
    expect(
      openPaper(app.deps.db, readActor(app.deps.db, tomas.personId) ?? both, which(), app.clock.now()),
    ).toMatchObject({
      code: 'own_card_first',
    });
    const page = await app.as({ id: tomas.personId }).get(path);
    expect(plain(page.text)).toContain('Najpierw wyślij własną kartę');
    expect(page.forms.map(({ action }) => action)).not.toContain(path);
    expect(plain((await app.as({ id: tomas.personId }).get(`/nabory/${callId}/oceny/z-papieru`)).text)).toContain(
      'Halina Rapczyńska: 1 karta do wpisania',
    );
  });
});

test('once the ranking stands the card’s PDF and the minutes say who keyed it in, and the staff open the scan', async () => {
  await keyedIn();
  if (marianna === undefined) throw new Error('no chair');
  app.clock.set(momentOf(app.deps, callId, 'jury_meeting'));
  const present = told.jury.map(({ memberId }) => memberId);
  const adopting = { callId, metOn: warsawDay(app.clock.now()), place: 'czytelnia', attendance: present };
  expect(adoptRanking(app.deps, marianna.actor, adopting)).toMatchObject({ ok: true });
  await app.drain();
  const director = app.as(app.person('Irena Dąbrowska', 'irena@example.org', ['director']));
  expect((await director.get(`/pliki/${card().scanFileId}`)).status).toBe(200);
  await joanna.get(`/nabory/${callId}/oceny`);
  await joanna.submit(`/nabory/${callId}/oceny/wydruki`);
  await app.drain();
  const cards = await joanna.get(`/nabory/${callId}/oceny`);
  const paperCard = await wordsOf(joanna, paperOn(cards, 'Karta oceny PB/2024/01 – Halina Rapczyńska'));
  expect(paperCard).toContain('Karta z papieru Wpisana z papieru przez: Joanna Wasilewska,');
  expect(paperCard).not.toContain('Podpis, jeśli karta jest także na papierze');
  const minutesFile = app.deps.db.get<{ id: number }>(
    sql`select file_id as id from documents where kind = 'jury_minutes'`,
  );
  const minutes = await wordsOf(joanna, `/pliki/${minutesFile?.id}`);
  expect(minutes).toContain('PB/2024/01, Halina Rapczyńska: Wpisana z papieru przez: Joanna Wasilewska,');
});
