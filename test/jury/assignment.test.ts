import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { currentCall } from '../../src/features/calls/queries.ts';
import { changePlace, drawScorers, fillPlaces } from '../../src/features/jury/assignment/commands.ts';
import { type DrawInputs, drawAssignment, fillHoles } from '../../src/features/jury/assignment/draw.ts';
import { assignedIn, drawOf } from '../../src/features/jury/assignment/queries.ts';
import { excludeFrom } from '../../src/features/jury/commands/conflicts.ts';
import { takeOff } from '../../src/features/jury/commands/take-off.ts';
import { adoptRanking } from '../../src/features/ranking/commands.ts';
import { moveAgenda } from '../../src/features/ranking/meeting/commands/agenda.ts';
import { openMeeting } from '../../src/features/ranking/meeting/commands/open.ts';
import { computeRanking } from '../../src/features/ranking/queries.ts';
import { saveScoreCard } from '../../src/features/reviews/commands/save.ts';
import { cardsOf, onlyReadBy, progressOf } from '../../src/features/reviews/queries.ts';
import { unsentCards } from '../../src/features/reviews/unsent.ts';
import { warsawDay } from '../../src/lib/days.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { momentOf, nth, pointsOf, type ScoredStory, score, scored } from '../support/story/jury.ts';

/** A plain generator, so that a failing case is found again by its number. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * below);
  };
}

function randomInputs(seed: number, excludes: number): DrawInputs {
  const next = numbers(seed);
  const memberIds = Array.from({ length: 2 + next(8) }, (_, index) => index + 1);
  const applicationIds = Array.from({ length: 1 + next(30) }, (_, index) => 100 + index);
  const exclusions = memberIds.flatMap((memberId) =>
    applicationIds.filter(() => next(100) < excludes).map((applicationId) => ({ memberId, applicationId })),
  );
  return { seed: `s${seed}`, memberIds, applicationIds, exclusions, each: 1 + next(memberIds.length) };
}

const loadsOf = ({ memberIds }: DrawInputs, pairs: readonly { memberId: number }[]) =>
  memberIds.map((id) => pairs.filter(({ memberId }) => memberId === id).length);

describe('the draw', () => {
  test('without exclusions gives every application its jurors, each once, and nobody two more than another', () => {
    for (let seed = 1; seed <= 150; seed++) {
      const inputs = randomInputs(seed, 0);
      const { pairs, short } = drawAssignment(inputs);
      const loads = loadsOf(inputs, pairs);
      expect(short, `seed ${seed}`).toEqual([]);
      expect(Math.max(...loads) - Math.min(...loads), `seed ${seed}`).toBeLessThanOrEqual(1);
      for (const id of inputs.applicationIds)
        expect(new Set(pairs.filter((one) => one.applicationId === id).map((one) => one.memberId)).size).toBe(
          inputs.each,
        );
    }
  });

  test('with exclusions asks nobody excluded, names what is impossible, and is as even as any assignment can be', () => {
    for (let seed = 1; seed <= 150; seed++) {
      const inputs = randomInputs(seed, 35);
      const { pairs, short } = drawAssignment(inputs);
      const closed = ({ memberId, applicationId }: { memberId: number; applicationId: number }) =>
        inputs.exclusions.some((one) => one.memberId === memberId && one.applicationId === applicationId);
      expect(pairs.filter(closed), `seed ${seed}`).toEqual([]);
      const able = (id: number) =>
        inputs.memberIds.filter((memberId) => !closed({ memberId, applicationId: id })).length;
      expect(short, `seed ${seed}`).toEqual(inputs.applicationIds.filter((id) => able(id) < inputs.each));
      for (const id of inputs.applicationIds)
        expect(pairs.filter((one) => one.applicationId === id)).toHaveLength(Math.min(inputs.each, able(id)));
      // Nobody could hand an application straight on to somebody with two fewer.
      const loads = new Map(inputs.memberIds.map((id, index) => [id, loadsOf(inputs, pairs)[index] ?? 0]));
      const better = pairs.filter(({ memberId, applicationId }) =>
        inputs.memberIds.some(
          (other) =>
            (loads.get(other) ?? 0) <= (loads.get(memberId) ?? 0) - 2 &&
            !closed({ memberId: other, applicationId }) &&
            !pairs.some((one) => one.memberId === other && one.applicationId === applicationId),
        ),
      );
      expect(better, `seed ${seed}`).toEqual([]);
    }
  });

  test('evens out through a third juror where the two share no application that may be handed on', () => {
    // 1 may score anything; 3 nothing of what 1 alone is left for.
    const applicationIds = [10, 11, 12, 13];
    const closed = (memberId: number, ids: number[]) => ids.map((applicationId) => ({ memberId, applicationId }));
    const exclusions = [...closed(2, [12, 13]), ...closed(3, [10, 11, 12])];
    for (let seed = 1; seed <= 40; seed++) {
      const inputs = { seed: String(seed), memberIds: [1, 2, 3], applicationIds, exclusions, each: 1 };
      expect(loadsOf(inputs, drawAssignment(inputs).pairs).sort(), String(seed)).toEqual([1, 1, 2]);
    }
  });

  test('is the same for the same seed, in whatever order the jury and the applications stand, and another for another seed', () => {
    const inputs = { ...randomInputs(7, 10), memberIds: [1, 2, 3, 4, 5, 6], each: 3 };
    const turned = {
      ...inputs,
      memberIds: [...inputs.memberIds].reverse(),
      applicationIds: [...inputs.applicationIds].reverse(),
    };
    expect(drawAssignment(inputs)).toEqual(drawAssignment(inputs));
    expect(new Set(['a', 'b', 'c'].map((seed) => JSON.stringify(drawAssignment({ ...inputs, seed }).pairs))).size).toBe(
      3,
    );
    expect(drawAssignment(turned).pairs).toEqual(drawAssignment(inputs).pairs);
  });

  test('holes go to the least loaded, and what stands is not moved', () => {
    const inputs = {
      seed: 'x',
      memberIds: [1, 2, 3],
      applicationIds: [10, 11],
      exclusions: [{ memberId: 3, applicationId: 10 }],
      each: 2,
    };
    const standing = [
      { memberId: 1, applicationId: 10 },
      { memberId: 1, applicationId: 11 },
      { memberId: 2, applicationId: 11 },
    ];
    expect(fillHoles(standing, inputs)).toEqual([{ memberId: 2, applicationId: 10 }]);
  });
});

const groups = ['Ławki z wierszem', 'Dwa języki, jedna półka', 'Opowieści z pogranicza', 'Szachy i książka'].map(
  (title, index) => ({
    leader: `Liderka ${['Birutė', 'Jadwiga', 'Antonina', 'Teresa'][index]}`,
    email: `liderka${index}@example.org`,
    title,
  }),
);
const justification = 'Grupa zna swoją wieś i wie, kogo poprosić o pomoc przy ławkach.';
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('in a call where three of four jurors score each application', () => {
  let app: TestApp;
  let callId: number;
  let story: ScoredStory;

  beforeEach(async () => {
    app = await startTestApp({ beginning: 'open' });
    callId = currentCall(app.deps.db)?.id ?? 0;
    app.deps.db.raw.exec(`update calls set cards_per_application = 3 where id = ${callId}`);
    story = scored(app, { callId, applications: groups, given: [] });
  });
  afterEach(() => app.close());

  const card = (applicationId: number) => ({
    applicationId,
    revision: 0,
    points: pointsOf(app.deps, callId, 4),
    justification,
  });
  const draw = () => drawScorers(app.deps, story.coordinator, callId);
  const assigned = (memberId: number) => cardsOf(app.deps.db, memberId).map(({ applicationId }) => applicationId);

  test('nobody scores before the draw; after it each juror has three of the four to score and reads the fourth', async () => {
    const tomas = nth(story.jury, 1);
    expect(saveScoreCard(app.deps, tomas.actor, card(nth(story.applications, 0).id))).toMatchObject({ code: 'absent' });
    expect(plain((await app.as({ id: tomas.personId }).get('/oceny')).text)).toContain(
      'Które z nich ocenisz, pokaże losowanie',
    );
    app.clock.set(momentOf(app.deps, callId, 'jury_meeting'));
    const attendance = story.jury.map(({ memberId }) => memberId);
    const adoption = {
      callId,
      metOn: warsawDay(app.clock.now()),
      place: 'czytelnia',
      attendance,
      despiteMissing: true,
    };
    expect(adoptRanking(app.deps, story.coordinator, adoption)).toMatchObject({ code: 'not_drawn' });
    app.clock.set(momentOf(app.deps, callId, 'scoring'));

    expect(draw()).toEqual({ ok: true, value: 0 });
    for (const { memberId } of story.jury) expect(assigned(memberId)).toHaveLength(3);
    expect(progressOf(app.deps.db, callId).applications.map(({ possible }) => possible)).toEqual([3, 3, 3, 3]);
    expect(progressOf(app.deps.db, callId).members.map(({ toScore }) => toScore)).toEqual([3, 3, 3, 3]);
    const [readOnly] = onlyReadBy(app.deps.db, tomas.memberId);
    expect(unsentCards(app.deps.db, tomas.memberId)).toHaveLength(3);
    const browser = app.as({ id: tomas.personId });
    expect((await browser.get(`/wnioski/${readOnly?.applicationId}`)).status).toBe(200);
    expect((await browser.get(`/wnioski/${readOnly?.applicationId}/ocena`)).status).toBe(404);
    expect(saveScoreCard(app.deps, tomas.actor, card(readOnly?.applicationId ?? 0))).toMatchObject({ code: 'absent' });
    expect(plain((await browser.get('/oceny')).text)).toContain('0 z 3');
  });

  test('the draw follows from its seed and inputs as they were kept, and is repeated only until the first card', () => {
    draw();
    const made = drawOf(app.deps.db, callId);
    if (made === undefined) throw new Error('Nothing was drawn');
    const standing = assignedIn(app.deps.db, callId).map(({ memberId, applicationId }) => ({
      memberId,
      applicationId,
    }));
    expect(drawAssignment(made.inputs).pairs).toEqual(standing);
    expect(draw().ok).toBe(true);
    expect(drawOf(app.deps.db, callId)?.seed).not.toBe(made.seed);
    const tomas = nth(story.jury, 1);
    expect(saveScoreCard(app.deps, tomas.actor, card(assigned(tomas.memberId)[0] ?? 0)).ok).toBe(true);
    expect(draw()).toMatchObject({ code: 'scoring_begun' });
    expect(() =>
      app.deps.db.raw.exec(
        `insert into jury_draws (call_id, seed, inputs, drawn_at, drawn_by) values (${callId}, 'x', '{}', '2024', 1)`,
      ),
    ).toThrow('scoring_begun');
  });

  test('one place changes with a reason, not once the card is begun, and never to somebody excluded', async () => {
    draw();
    const [first] = story.applications;
    const applicationId = first?.id ?? 0;
    const here = assignedIn(app.deps.db, callId).filter((one) => one.applicationId === applicationId);
    const free = story.jury.find(({ memberId }) => !here.some((one) => one.memberId === memberId));
    const [from, begun] = [nth(here, 0), nth(here, 1)];
    const beginner = story.jury.find(({ memberId }) => memberId === begun.memberId);
    if (free === undefined || beginner === undefined) throw new Error('Three of four score it');
    saveScoreCard(app.deps, beginner.actor, card(applicationId));
    const change = { callId, applicationId, reason: 'wyjazd' };
    expect(
      changePlace(app.deps, story.coordinator, { ...change, fromMemberId: begun.memberId, toMemberId: free.memberId }),
    ).toMatchObject({ code: 'card_begun' });
    expect(
      changePlace(app.deps, story.coordinator, { ...change, fromMemberId: from.memberId, toMemberId: begun.memberId }),
    ).toMatchObject({ code: 'cannot_score' });

    const joanna = app.as({ id: story.coordinator.personId });
    const path = `/nabory/${callId}/komisja/przydzial/wnioski/${applicationId}`;
    await joanna.get(path);
    const unsaid = await joanna.post(path, { from: String(from.memberId), to: String(free.memberId), reason: '' });
    expect(plain(unsaid.text)).toContain('Brakuje powodu');
    await joanna.submit(path, { from: String(from.memberId), to: String(free.memberId), reason: 'wyjazd' });
    expect(assigned(free.memberId)).toContain(applicationId);
    expect(assigned(from.memberId)).not.toContain(applicationId);
    expect(app.deps.db.all(sql`select what from events where what = 'jury.place_changed'`)).toHaveLength(1);
  });

  test('an exclusion and a juror taken off leave holes, which one button fills with the least loaded', async () => {
    draw();
    const tomas = nth(story.jury, 1);
    const applicationId = assigned(tomas.memberId)[0] ?? 0;
    expect(excludeFrom(app.deps, tomas.actor, { applicationId, ground: 'kin', note: '' }).ok).toBe(true);
    const joanna = app.as({ id: story.coordinator.personId });
    const path = `/nabory/${callId}/komisja/przydzial`;
    expect(plain((await joanna.get(path)).text)).toContain('1 wniosek ma mniej osób niż 3');
    await joanna.submit(`${path}/braki`);
    expect(assignedIn(app.deps.db, callId).filter((one) => one.applicationId === applicationId)).toHaveLength(3);

    const halina = nth(story.jury, 2);
    const off = { callId, memberId: halina.memberId, cards: null, reason: 'choroba', order: '' };
    expect(takeOff(app.deps, story.coordinator, off).ok).toBe(true);
    fillPlaces(app.deps, story.coordinator, callId);
    // Three are left: each scores whatever no exclusion closes.
    expect(
      progressOf(app.deps.db, callId)
        .applications.map(({ possible }) => possible)
        .sort(),
    ).toEqual([2, 3, 3, 3]);
    expect(fillPlaces(app.deps, story.coordinator, callId)).toMatchObject({ code: 'nobody_to_fill' });
  });

  test('who scores an application is not told to a chair excluded from it', async () => {
    draw();
    const chair = nth(story.jury, 0);
    const applicationId = assigned(chair.memberId)[0] ?? 0;
    const title = groups[story.applications.findIndex(({ id }) => id === applicationId)]?.title ?? '?';
    const browser = app.as({ id: chair.personId });
    const path = `/nabory/${callId}/komisja/przydzial`;
    expect(plain((await browser.get(path)).text)).toContain(title);
    excludeFrom(app.deps, chair.actor, { applicationId, ground: 'kin', note: '' });
    expect(plain((await browser.get(path)).text)).not.toContain(title);
    expect((await browser.get(`${path}/wnioski/${applicationId}`)).status).toBe(404);
    expect((await app.as({ id: nth(story.jury, 1).personId }).get(path)).status).toBe(404);
  });

  test('points of an application that a juror does not score stay hidden from her until the jury talks about it', async () => {
    draw();
    const places = assignedIn(app.deps.db, callId);
    const tomas = nth(story.jury, 1);
    const readOnly = onlyReadBy(app.deps.db, tomas.memberId)[0]?.applicationId ?? 0;
    for (const { memberId, applicationId } of places) {
      const juror = story.jury.find((one) => one.memberId === memberId);
      if (juror !== undefined)
        score(app.deps, callId, juror, applicationId, applicationId === readOnly ? 3 : 4, ' SEKRETNE');
    }
    /** Three cards of 60 points; no amount of money. */
    const result = /(?<!\d)60,00(?!\szł)/u;
    const browser = app.as({ id: tomas.personId });
    for (const path of [`/wnioski/${readOnly}`, '/oceny', `/nabory/${callId}/ranking`]) {
      const page = await browser.get(path);
      expect(page.text, path).not.toContain('SEKRETNE');
      expect(page.text, path).not.toMatch(result);
    }
    expect(computeRanking(app.deps.db, callId).map(({ cards, totalHundredths }) => [cards, totalHundredths])).toEqual([
      [3, 8000],
      [3, 8000],
      [3, 8000],
      [3, 6000],
    ]);

    app.clock.set(momentOf(app.deps, callId, 'jury_meeting'));
    const attendance = story.jury.map(({ memberId }) => memberId);
    openMeeting(app.deps, story.coordinator, {
      callId,
      place: 'czytelnia',
      agenda: 'filing',
      isOnScreen: false,
      attendance,
    });
    expect((await browser.get(`/nabory/${callId}/posiedzenie`)).text).not.toMatch(result);
    moveAgenda(app.deps, story.coordinator, { callId, applicationId: readOnly, revision: 1 });
    const now = plain((await browser.get(`/nabory/${callId}/posiedzenie`)).text);
    expect(now).toMatch(result);
    expect(now).not.toContain('Moja karta');
  });

  test('its forms take nothing forged, bent or of another call', async () => {
    draw();
    const path = `/nabory/${callId}/komisja/przydzial`;
    const applicationId = nth(story.applications, 0).id;
    const before = assignedIn(app.deps.db, callId);
    const joanna = app.as({ id: story.coordinator.personId });
    await joanna.get(`${path}/wnioski/${applicationId}`);
    for (const bent of ['', 'abc', '-1', '1e3', '99999999999999999999', `${nth(story.jury, 0).memberId}; drop`]) {
      const refused = await joanna.post(`${path}/wnioski/${applicationId}`, { from: bent, to: bent, reason: 'wyjazd' });
      expect(refused.status, bent).toBe(422);
    }
    const forged = await app.app.server.inject({
      ...{ method: 'POST', url: `${path}/losowanie`, payload: '_csrf=x&_once=y' },
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        cookie: `session=${joanna.cookies.get('session')}`,
        origin: app.url,
      },
    });
    expect(forged.statusCode).toBe(403);
    const elsewhere = { ...story.coordinator, grants: [{ role: 'coordinator' as const, callId: callId + 1 }] };
    expect(drawScorers(app.deps, elsewhere, callId)).toMatchObject({ code: 'absent' });
    expect(fillPlaces(app.deps, elsewhere, callId)).toMatchObject({ code: 'absent' });
    expect(assignedIn(app.deps.db, callId)).toEqual(before);
  });
});
