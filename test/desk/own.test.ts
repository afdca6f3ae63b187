import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { grantRole } from '../../src/features/accounts/commands.ts';
import { type PublishedStory, publishedResults } from '../support/story/decisions.ts';
import { type Ground, groundOf, storyFor } from '../support/story/ground.ts';

let ground: Ground<PublishedStory>;
beforeAll(async () => {
  ground = await groundOf((app) =>
    publishedResults(app, storyFor(app), [{ index: 3, reason: 'Zostało tyle w puli.' }]),
  );
});
beforeEach(() => ground.begin());
afterEach(() => ground.end());
afterAll(() => ground.app.close());

const result = 'Wynik i\u00a0uzasadnienie';
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const applicationOf = (index: number) => ground.told.applications[index]?.id ?? 0;
const leader = (index: number) => ground.app.as({ id: ground.told.applications[index]?.personId ?? 0 });

test('Daiva, awarded, comes from her home page to the result and the initiative in one step', async () => {
  const home = await leader(3).get('/pulpit');
  const initiative = ground.told.initiativeOf.get(applicationOf(3));
  expect(home.links.get('Strona Waszej inicjatywy')).toBe(`/inicjatywy/${initiative}`);
  expect(home.links.get(result)).toBe(`/wnioski/${applicationOf(3)}/wynik`);
  expect(home.links.get('Inicjatywy')).toBe('/inicjatywy');
  expect(plain(home.text)).toContain('do realizacji przyznano 2 000,00 zł');
  expect(plain((await leader(3).get('/wnioski')).text)).toMatch(/5 000,00 zł\nrozstrzygnięty/);
});

test('Kazimierz, on the reserve list, has a result and is led to no initiative', async () => {
  const home = await leader(4).get('/pulpit');
  expect(plain(home.text)).toContain('na liście rezerwowej wniosek na 3 050,00 zł');
  expect(home.links.get(result)).toBe(`/wnioski/${applicationOf(4)}/wynik`);
  expect([home.links.has('Strona Waszej inicjatywy'), home.links.has('Inicjatywy')]).toEqual([false, false]);
});

test('Ewa, who leads an application and coordinates, reads in the history nothing of how her own was judged', async () => {
  const { app, told } = ground;
  const personId = told.applications[1]?.personId ?? 0;
  const linesOf = async (person: { id: number }) => {
    const pages = await Promise.all([1, 2, 3].map((page) => app.as(person).get(`/historia?strona=${page}`)));
    return pages.map(({ text }) => plain(text)).join('\n');
  };
  app.deps.db.write((tx) =>
    grantRole(tx, app.deps, { kind: 'system' }, { personId, role: 'coordinator', callId: null }),
  );
  const exclusion = /wyłączenie z oceny wniosku\nwniosek PB\/2024\/02/;
  const judged = /wysłano kartę oceny\n.*PB\/2024\/02/;
  const hers = await linesOf({ id: personId });
  const joannas = await linesOf({ id: told.coordinator.personId });
  expect([exclusion.test(joannas), judged.test(joannas)]).toEqual([true, true]);
  expect([exclusion.test(hers), judged.test(hers)]).toEqual([false, false]);
});
