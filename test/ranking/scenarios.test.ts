import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { currentCall } from '../../src/features/calls/queries.ts';
import { playScenario } from '../../src/features/ranking/scenario.ts';
import { grosze } from '../../src/lib/money.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client } from '../support/client.ts';
import { nth, type ScoredStory, scored } from '../support/story/jury.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('where the money would go', () => {
  const row = (wanted: number, meritHundredths = 8000, missedMinimums: string[] = []) => ({
    ...{ wanted: grosze(wanted), meritHundredths, missedMinimums },
  });
  const scenario = { pool: grosze(900), thresholdPercent: 60, cap: null, skips: false };
  const rows = [row(500), row(600), row(400, 7000), row(300, 5900), row(10, 9000, ['budget'])];

  test('ends at the first that does not fit, as the line of the ranking does', () => {
    expect(playScenario(rows, scenario, 6000)).toEqual({
      ...{ amounts: [500, null, null, null, null], funded: 1, left: 400 },
    });
  });

  test('goes on down the list when what does not fit is passed over, never to whoever does not qualify', () => {
    expect(playScenario(rows, { ...scenario, skips: true }, 6000)).toEqual({
      ...{ amounts: [500, null, 400, null, null], funded: 2, left: 0 },
    });
    expect(playScenario(rows, { ...scenario, skips: true, pool: grosze(5000) }, 6000).left).toBe(3500);
  });

  test('gives each no more than the cap, and to a lower threshold more of them', () => {
    expect(playScenario(rows, { ...scenario, cap: grosze(300) }, 5000)).toEqual({
      ...{ amounts: [300, 300, 300, null, null], funded: 3, left: 0 },
    });
  });

  test('gives nothing when the pool is smaller than the first', () => {
    expect(playScenario(rows, { ...scenario, pool: grosze(499) }, 6000)).toMatchObject({ funded: 0, left: 499 });
  });
});

describe('on the page of the ranking', () => {
  let app: TestApp;
  let story: ScoredStory;
  let path: string;
  const as = (id: number): Client => app.as({ id });
  const kept = () =>
    app.deps.db.all(sql`select name, pool_grosze as pool, cap_grosze as cap, skips from ranking_scenarios`);

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
        [3, 3, 3, 3],
      ],
    });
  });
  afterEach(() => app.close());

  test('the chair tries a smaller pool, keeps it by name, and finds it again; the ranking is what it was', async () => {
    const chair = as(nth(story.jury, 0).personId);
    const tried = await chair.get(`${path}?pula=4+000%2C00&prog=60&najwyzej=&pomijaj=`);
    expect(plain(tried.text)).toContain(
      'Przy puli 4 000,00 zł i progu 60% pieniądze wystarczą na 1 inicjatywę: odpada „Dwa języki, jedna półka”. Zostaje 950,00 zł.',
    );
    const page = await chair.submit(`${path}/warianty`, { name: 'Bez dołożonych środków' });
    expect(kept()).toEqual([{ name: 'Bez dołożonych środków', pool: 4000_00, cap: null, skips: 0 }]);
    expect(plain(page.text)).toContain('Pula 24 000,00 zł wystarcza na 2 inicjatywy w całości.');
    expect(page.links.get('Bez dołożonych środków')).toBe(`${path}?pula=4+000%2C00&prog=60#coby`);
    expect(app.deps.db.all(sql`select * from rankings`)).toEqual([]);

    const gone = await as(story.coordinator.personId).get(path);
    expect(plain(gone.text)).toContain('Bez dołożonych środków');
    const coordinator = as(story.coordinator.personId);
    await coordinator.get(path);
    await coordinator.submit(`${path}/warianty/1/usuniecie`);
    expect(kept()).toEqual([]);
  });

  test('kept again under the same name it takes the place of the first; without a name or with a wrong sum it comes back as typed', async () => {
    const coordinator = as(story.coordinator.personId);
    for (const pool of ['4000', '5000']) {
      await coordinator.get(`${path}?pula=${pool}&prog=60&pomijaj=1`);
      await coordinator.submit(`${path}/warianty`, { name: 'Druga tura' });
    }
    expect(kept()).toEqual([{ name: 'Druga tura', pool: 5000_00, cap: null, skips: 1 }]);
    await coordinator.get(`${path}?pula=6000&prog=50&najwyzej=1000`);
    const unnamed = await coordinator.post(`${path}/warianty`);
    expect([unnamed.status, plain(unnamed.text).includes('Nazwij ten wariant')]).toEqual([422, true]);
    expect(unnamed.html).toContain('value="6000"');
    const bent = await coordinator.post(`${path}/warianty`, { name: 'Zła', pula: '6 zł 1' });
    expect(bent.status).toBe(422);
    expect(kept()).toHaveLength(1);
  });

  test('whoever is excluded from an application sees no sums and no scenarios, and keeps none', async () => {
    await as(story.coordinator.personId).get(`${path}?pula=4000&prog=60`);
    const coordinator = as(story.coordinator.personId);
    await coordinator.get(`${path}?pula=4000&prog=60`);
    await coordinator.submit(`${path}/warianty`, { name: 'Bez „Ławek z wierszem”' });
    const excluded = nth(story.jury, 3);
    app.deps.db.raw.exec(
      `insert into role_grants (person_id, role, granted_at) values (${excluded.personId}, 'coordinator', '2024-04-01T00:00:00.000Z')`,
    );
    const browser = as(excluded.personId);
    const page = await browser.get(`${path}?pula=4000&prog=60`);
    expect(page.status).toBe(200);
    expect(page.text).not.toMatch(/Ław|4 000,00|A gdyby/u);
    expect(page.forms.filter(({ action }) => action.includes('warianty'))).toEqual([]);
  });
});
