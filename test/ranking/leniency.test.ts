import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { currentCall } from '../../src/features/calls/queries.ts';
import { adjustedMeans, leniencies } from '../../src/features/ranking/leniency.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { nth, type ScoredStory, scored } from '../support/story/jury.ts';

describe('how strict a juror is', () => {
  const sum = (memberId: number, applicationId: number, total: number) => ({ memberId, applicationId, total });
  const sums = [sum(1, 1, 80), sum(2, 1, 70), sum(3, 1, 75), sum(1, 2, 90), sum(2, 2, 70), sum(3, 3, 40)];

  test('is the mean difference to the others on shared applications; a card alone says nothing', () => {
    expect(leniencies(sums)).toEqual([
      // (80 − 72.5 + 90 − 70) / 2; (70 − 77.5 + 70 − 90) / 2; 75 − 75.
      { memberId: 1, cards: 2, leniencyHundredths: 1375, least: 80, most: 90 },
      { memberId: 2, cards: 2, leniencyHundredths: -1375, least: 70, most: 70 },
      { memberId: 3, cards: 2, leniencyHundredths: 0, least: 40, most: 75 },
    ]);
  });

  test('taken away from the cards gives other means', () => {
    expect([...adjustedMeans(sums, leniencies(sums))]).toEqual([
      [1, 7500],
      [2, 8000],
      [3, 4000],
    ]);
  });

  test('equal jurors change nothing', () => {
    const equal = [sum(1, 1, 80), sum(2, 1, 80), sum(1, 2, 60), sum(2, 2, 60)];
    expect([...adjustedMeans(equal, leniencies(equal)).values()]).toEqual([8000, 6000]);
  });
});

describe('the page', () => {
  let app: TestApp;
  let story: ScoredStory;
  let path: string;
  const plain = (text: string) => text.replaceAll('\u00a0', ' ');

  beforeEach(async () => {
    app = await startTestApp({ beginning: 'open' });
    const callId = currentCall(app.deps.db)?.id ?? 0;
    path = `/nabory/${callId}/ranking`;
    story = scored(app, {
      callId,
      applications: [
        { leader: 'Birutė Jurkianis', email: 'birute@example.org', title: 'Ławki z wierszem' },
        { leader: 'Jadwiga Sawicka', email: 'jadwiga@example.org', title: 'Dwa języki, jedna półka' },
      ],
      given: [
        [4, 4, 3, null],
        [5, 3, 3, 3],
      ],
    });
  });
  afterEach(() => app.close());

  test('shows the chair who gives more and who less, with the order beside the official one', async () => {
    const chair = app.as({ id: nth(story.jury, 0).personId });
    const ranking = await chair.get(path);
    expect(ranking.links.get('Surowość ocen')).toBe(`${path}/surowosc`);
    const page = plain((await chair.get(`${path}/surowosc`)).text);
    // Marianna: 80 against 70, 100 against 60; Halina: 60 against 80, 60 against 73.33.
    expect(page).toContain('Marianna Zubrycka\n2\no 25,00 wyżej\nod 80 do 100');
    expect(page).toContain('Halina Rapczyńska\n2\no 16,67 niżej\nrówno 60');
  });

  test('is for the inspector too; not for another juror, the coordinator, or whoever is excluded from an application', async () => {
    const inspector = app.as(app.person('Irena Sawko', 'irena@example.org', ['inspector']));
    expect((await inspector.get(`${path}/surowosc`)).status).toBe(200);
    for (const id of [nth(story.jury, 1).personId, nth(story.jury, 3).personId, story.coordinator.personId]) {
      const answer = await app.as({ id }).get(`${path}/surowosc`);
      expect([403, 404]).toContain(answer.status);
      expect(answer.text).not.toMatch(/wyżej|niżej/u);
    }
  });
});
