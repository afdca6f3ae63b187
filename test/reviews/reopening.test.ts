import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { grantRole } from '../../src/features/accounts/commands.ts';
import { currentCall } from '../../src/features/calls/queries.ts';
import { excludeFrom } from '../../src/features/jury/commands/conflicts.ts';
import { adoptRanking } from '../../src/features/ranking/commands.ts';
import { reopenCard, restoreCard } from '../../src/features/reviews/commands/reopen.ts';
import { saveScoreCard } from '../../src/features/reviews/commands/save.ts';
import { sendScoreCard } from '../../src/features/reviews/commands/send.ts';
import { readScoreCard, sentCards } from '../../src/features/reviews/queries.ts';
import { addTime, warsawDay } from '../../src/lib/days.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client } from '../support/client.ts';
import { plain } from '../support/papers.ts';
import {
  adopted,
  justificationBy,
  momentOf,
  nth,
  pointsOf,
  type ScoredStory,
  type StoryJuror,
  scored,
} from '../support/story/jury.ts';

const reason = 'Pomyliłam wnioski, proszę o poprawkę.';
const betterWords = 'Po rozmowie z sołtysem widzę, że świetlica jest czynna, więc plan da się wykonać.';

let app: TestApp;
let callId: number;
let told: ScoredStory;
let [marianna, tomas, halina, piotr]: StoryJuror[] = [];
let applicationId: number;
let page: string;

/** Everybody has sent every card, Halina 4 in each criterion; the time for scoring is not over. */
beforeEach(async () => {
  app = await startTestApp({ beginning: 'open' });
  callId = currentCall(app.deps.db)?.id ?? 0;
  const applications = [
    { leader: 'Birutė Jurkianis', email: 'birute@example.org', title: 'Ławki z wierszem' },
    { leader: 'Jadwiga Sawicka', email: 'jadwiga@example.org', title: 'Dwa języki, jedna półka' },
  ];
  const given = [
    [5, 3, 4, 3],
    [3, 3, 3, 3],
  ];
  told = scored(app, { callId, applications, given });
  [marianna, tomas, halina, piotr] = told.jury;
  applicationId = nth(told.applications, 0).id;
  page = `/wnioski/${applicationId}/ocena/otwarcie`;
});
afterEach(() => app.close());

const as = (juror: StoryJuror | undefined): Client => app.as({ id: juror?.personId ?? 0 });
const memberId = () => halina?.memberId ?? 0;
const cardOfHalina = () => readScoreCard(app.deps.db, memberId(), applicationId);
const reopenedByChair = () => {
  if (marianna === undefined) throw new Error('no chair');
  return reopenCard(app.deps, marianna.actor, { applicationId, memberId: memberId(), reason });
};
const totals = () => sentCards(app.deps.db, callId).filter((card) => card.applicationId === applicationId).length;

/** Halina changes all points to `points` and sends again. */
function sendsAgain(points: number) {
  if (halina === undefined) throw new Error('no Halina');
  const card = { applicationId, revision: cardOfHalina().revision, points: pointsOf(app.deps, callId, points) };
  const saved = saveScoreCard(app.deps, halina.actor, { ...card, justification: betterWords });
  return saved.ok ? sendScoreCard(app.deps, halina.actor, { applicationId, revision: saved.value }) : saved;
}

describe('a card given back', () => {
  test('by the chair, with a reason: its juror changes it and sends it again, and both versions stay', async () => {
    const chair = as(marianna);
    expect(
      (await chair.get(`/wnioski/${applicationId}/ocena`)).links.get('Ponowne otwarcie wysłanych kart tego wniosku'),
    ).toBe(page);
    await chair.get(page);
    const silent = await chair.post(page, { member: String(memberId()), reason: '' });
    expect(silent.status).toBe(422);
    expect(plain(silent.text)).toContain('Proszę napisać, dlaczego karta wraca.');
    expect(cardOfHalina().state).toBe('sent');
    await chair.get(page);
    await chair.submit(page, { member: String(memberId()), reason });
    expect(cardOfHalina()).toMatchObject({ state: 'draft', sentAt: null, isReopened: true });
    expect(totals()).toBe(3);

    const own = plain((await as(halina).get(`/wnioski/${applicationId}/ocena`)).text);
    expect(own).toContain('Ta karta jest otwarta ponownie');
    expect(own).toContain('(Marianna Zubrycka). Powód: „Pomyliłam wnioski, proszę o poprawkę.”');
    expect(own).toContain('Po wysłaniu widać było już 3 inne karty tego wniosku. Teraz są schowane');
    expect(own).not.toContain('Inne wysłane karty');
    expect(sendsAgain(2)).toMatchObject({ ok: true });
    expect(totals()).toBe(4);
    expect(
      app.deps.db.all(
        sql`select what, from_state as "from", to_state as "to", json_extract(facts, '$.othersSeen') as seen from events where what like 'score_card.re%'`,
      ),
    ).toEqual([{ what: 'score_card.reopened', from: 'sent', to: 'draft', seen: 3 }]);

    const read = plain((await app.as({ id: told.coordinator.personId }).get(page)).text);
    expect(read).toContain('Razem\n80\n40');
    expect(read).not.toContain('.”.');
    expect(read).toContain(justificationBy('Halina Rapczyńska'));
    expect(read).toContain(betterWords);
  });

  test('tells no points of it to whoever still scores, the chair and a coordinator among jurors too', async () => {
    const other = nth(told.applications, 1);
    // The coordinator who sits on the jury and the chair have one own card each to send again.
    app.deps.db.write((tx) =>
      grantRole(
        tx,
        app.deps,
        { kind: 'system' },
        { personId: tomas?.personId ?? 0, role: 'coordinator', callId: null },
      ),
    );
    for (const juror of [marianna, tomas])
      reopenCard(app.deps, told.coordinator, { applicationId: other.id, memberId: juror?.memberId ?? 0, reason });
    reopenedByChair();
    sendsAgain(2);
    for (const juror of [marianna, tomas]) {
      const seen = await as(juror).get(page);
      expect(plain(seen.text)).toContain('Halina Rapczyńska');
      expect(plain(seen.text)).toContain('Punkty obu wersji zobaczysz, gdy ocena się skończy.');
      expect(seen.text).not.toMatch(/Razem|sołtysem|Oceniła osoba/);
      const progress = await as(tomas).get(`/nabory/${callId}/oceny`);
      expect(progress.text).not.toContain('Od najniższej do najwyższej karty');
    }
    app.clock.set(momentOf(app.deps, callId, 'jury_meeting'));
    expect((await as(tomas).get(page)).text, 'a card given back is still hers after the time').not.toContain('Razem');
    restoreCard(app.deps, told.coordinator, { applicationId: other.id, memberId: tomas?.memberId ?? 0 });
    expect(plain((await as(tomas).get(page)).text)).toContain('Razem\n80\n40');
    expect(plain((await as(tomas).get(`/nabory/${callId}/oceny`)).text)).toContain('40–100');
  });

  test('is sent also after the time for scoring, until the ranking is adopted; another card is not', () => {
    reopenedByChair();
    app.clock.set(momentOf(app.deps, callId, 'jury_meeting'));
    expect(sendsAgain(5)).toMatchObject({ ok: true });
    expect(sendsAgain(5)).toMatchObject({ code: 'scoring_over' });
  });

  test('is closed again once its juror is excluded, and holds nobody up', () => {
    reopenedByChair();
    if (halina === undefined) throw new Error('no Halina');
    expect(excludeFrom(app.deps, halina.actor, { applicationId, ground: 'kin', note: '' }).ok).toBe(true);
    expect(sendsAgain(5)).toMatchObject({ code: 'absent' });
    expect(adopted(app, told)).toBeGreaterThan(0);
  });
});

describe('who gives a card back', () => {
  test('only the chair and the coordinator; nobody their own; nobody of an application closed to them', () => {
    const asked = { applicationId, memberId: memberId(), reason };
    for (const juror of [tomas, halina, piotr])
      expect(reopenCard(app.deps, nth([juror], 0)?.actor ?? { kind: 'visitor' }, asked)).toMatchObject({
        code: 'absent',
      });
    const chair = marianna ?? nth(told.jury, 0);
    expect(reopenCard(app.deps, chair.actor, { ...asked, memberId: chair.memberId })).toMatchObject({
      code: 'own_card',
    });
    excludeFrom(app.deps, chair.actor, { applicationId, ground: 'kin', note: '' });
    expect(reopenCard(app.deps, chair.actor, asked)).toMatchObject({ code: 'absent' });
    expect(
      reopenCard(app.deps, told.coordinator, { ...asked, memberId: chair.memberId }),
      'a card that no longer counts',
    ).toMatchObject({
      code: 'card_not_sent',
    });
    expect(reopenCard(app.deps, told.coordinator, asked)).toMatchObject({ ok: true });
    expect(reopenCard(app.deps, told.coordinator, asked)).toMatchObject({ code: 'card_not_sent' });
  });

  test('an excluded chair learns nothing of it: no page, no name, no count', async () => {
    const chair = marianna ?? nth(told.jury, 0);
    excludeFrom(app.deps, chair.actor, { applicationId, ground: 'kin', note: '' });
    reopenCard(app.deps, told.coordinator, { applicationId, memberId: memberId(), reason });
    for (const path of [page, `/wnioski/${applicationId}/ocena`, '/oceny']) {
      const seen = await as(chair).get(path);
      expect(seen.html).not.toMatch(/Pomyliłam|Ławki z wierszem/);
    }
    expect((await as(chair).get(page)).status).toBe(404);
  });
});

describe('B7: the ranking and a card given back', () => {
  test('is not adopted until the card is sent again, or put back as it was: points, words, moment; the new words stay with their juror', async () => {
    const before = cardOfHalina();
    reopenedByChair();
    if (halina === undefined) throw new Error('no Halina');
    const draft = { applicationId, revision: cardOfHalina().revision, points: pointsOf(app.deps, callId, 1) };
    expect(saveScoreCard(app.deps, halina.actor, { ...draft, justification: betterWords }).ok).toBe(true);
    app.clock.set(momentOf(app.deps, callId, 'jury_meeting'));
    const meeting = { callId, metOn: warsawDay(app.clock.now()), place: 'czytelnia biblioteki' };
    const attendance = told.jury.map((juror) => juror.memberId);
    expect(adoptRanking(app.deps, told.coordinator, { ...meeting, attendance })).toMatchObject({
      code: 'card_reopened',
    });

    const joanna = app.as({ id: told.coordinator.personId });
    await joanna.get(page);
    await joanna.submit(`/wnioski/${applicationId}/ocena/przywrocenie`);
    const { revision, ...after } = cardOfHalina();
    const { revision: earlier, ...was } = before;
    expect(after).toEqual(was);
    expect(revision).toBeGreaterThan(earlier);
    expect(plain((await as(halina).get(`/wnioski/${applicationId}/ocena`)).text)).toContain(betterWords);
    for (const browser of [joanna, as(marianna), as(piotr)])
      for (const path of [page, `/wnioski/${applicationId}/ocena`])
        expect((await browser.get(path)).text).not.toContain('sołtysem');
    expect(adopted(app, told)).toBeGreaterThan(0);
    expect(reopenedByChair()).toMatchObject({ code: 'ranking_adopted' });
    expect((await joanna.get(page)).forms.map(({ action }) => action)).not.toContain(page);
  });
});

test('the database itself gives no card back without its reopening, keeps what was sent, and knows of the adoption', () => {
  const { raw } = app.deps.db;
  expect(() => raw.exec("update score_cards set state = 'draft', sent_at = null")).toThrow('score_card_sent');
  reopenedByChair();
  for (const statement of [
    "update score_reopenings set reason = 'inny'",
    "update score_reopenings set points = '[]'",
    'delete from score_reopenings',
  ])
    expect(() => raw.exec(statement), statement).toThrow('reopening_frozen');
  app.clock.set(addTime(app.clock.now(), { minutes: 5 }));
  sendsAgain(3);
  expect(() => raw.exec("update score_reopenings set ended_as = 'restored'")).toThrow('reopening_frozen');
  adopted(app, told);
  expect(() =>
    raw.exec(`insert into score_reopenings (card_id, revision, was_sent_at, points, reasons, justification, suggested_amount, reason, others_seen, reopened_by, reopened_at)
      select id, revision, sent_at, '[]', '[]', '', '', 'późno', 0, 1, sent_at from score_cards limit 1`),
  ).toThrow('ranking_adopted');
});

test('B4: a card sent twice after being given back is sent once', () => {
  reopenedByChair();
  expect(sendsAgain(2)).toMatchObject({ ok: true });
  const { revision } = cardOfHalina();
  expect(sendScoreCard(app.deps, nth(told.jury, 2).actor, { applicationId, revision })).toMatchObject({
    code: 'card_sent',
  });
  expect(
    app.deps.db.get(
      sql`select count(*) as times from events where what = 'score_card.sent' and subject_id = ${cardOfHalina().id}`,
    ),
  ).toEqual({ times: 2 });
});
