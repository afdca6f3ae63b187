import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { people } from '../../src/db/schema/accounts.ts';
import { grantRole } from '../../src/features/accounts/commands.ts';
import { agreedInitiative, type PublishedStory, publishedResults } from '../support/story/decisions.ts';
import { type Ground, groundOf, secondCall, storyFor } from '../support/story/ground.ts';

let ground: Ground<PublishedStory>;
beforeAll(async () => {
  ground = await groundOf((app) =>
    publishedResults(app, storyFor(app), [{ index: 3, reason: 'Zostało tyle w puli.' }]),
  );
});
beforeEach(() => ground.begin());
afterEach(() => ground.end());
afterAll(() => ground.app.close());

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const body = ({ text }: { text: string }) => text.replace(/req-\w+/, '').replace(/\/inicjatywy\/\d+/, '');
const idOf = (index: number) => ground.told.initiativeOf.get(ground.told.applications[index]?.id ?? 0) ?? 0;
const leader = (index: number) => ground.app.as({ id: ground.told.applications[index]?.personId ?? 0 });
const titles = ['Dwa języki, jedna półka', 'Opowieści z pogranicza', 'Poczytaj mi, babciu', 'Pociąg do poezji'];

describe('the list', () => {
  test.each(['coordinator', 'director', 'accountant', 'inspector'] as const)(
    'shows the %s every initiative with its amount',
    async (role) => {
      const shown = plain(
        (await ground.app.as(ground.app.person('Irena Sawko', 'irena@example.org', [role])).get('/inicjatywy')).text,
      );
      for (const title of titles) expect(shown).toContain(title);
      expect(shown).toContain('uzgadnianie kosztorysu\n2 000,00');
    },
  );

  test('shows a leader her own and no other', async () => {
    const shown = await leader(3).get('/inicjatywy');
    expect(titles.filter((title) => shown.html.includes(title))).toEqual(['Pociąg do poezji']);
  });

  test('shows a group on the reserve list, and a juror, that there is nothing here', async () => {
    for (const browser of [leader(4), ground.app.as({ id: ground.told.jury[0]?.personId ?? 0 })]) {
      const shown = await browser.get('/inicjatywy');
      expect([shown.status, titles.filter((title) => shown.html.includes(title))]).toEqual([200, []]);
      expect(shown.text).toContain('Nie ma tu jeszcze żadnej inicjatywy');
    }
  });

  test('does not show Tomas the one he is excluded from, though he is now the director', async () => {
    const { app, told } = ground;
    const tomas = told.jury[1]?.personId ?? 0;
    app.deps.db.write((tx) =>
      grantRole(tx, app.deps, { kind: 'system' }, { personId: tomas, role: 'director', callId: null }),
    );
    const browser = app.as({ id: tomas });
    const shown = await browser.get('/inicjatywy');
    expect(titles.filter((title) => shown.html.includes(title))).toEqual(titles.filter((_, index) => index !== 1));
    expect((await browser.get(`/inicjatywy/${idOf(1)}`)).status).toBe(404);
    expect((await browser.get(`/inicjatywy/${idOf(1)}/porozumienie`)).status).toBe(404);
  });

  test('for a coordinator of another call is empty', async () => {
    const { app } = ground;
    const stranger = app.person('Adam Nowik', 'adam@example.org', [{ role: 'coordinator', callId: secondCall(app) }]);
    const shown = await app.as(stranger).get('/inicjatywy');
    expect(titles.filter((title) => shown.html.includes(title))).toEqual([]);
  });
});

describe('the page of one', () => {
  test('sets the three plans side by side and says what is next, differently to group and library', async () => {
    const own = plain((await leader(3).get(`/inicjatywy/${idOf(3)}`)).text);
    expect(own).toContain('materiały\n1 250,00\n500,00\n500,00');
    expect(own).toContain('Razem\n5 000,00\n2 000,00\n2 000,00');
    expect(own).toContain(
      'Uzgodnijcie z biblioteką kosztorys: rozmowy trwają 23 kwietnia – 10 maja 2024 r. Zadzwonimy, a poprawki wpiszemy razem.',
    );
    const staff = plain(
      (await ground.app.as({ id: ground.told.coordinator.personId }).get(`/inicjatywy/${idOf(3)}`)).text,
    );
    expect(staff).toContain('Zadzwoń do grupy, popraw kosztorys');
    expect(staff).toContain('Zarezerwowano\n2 000,00 zł');
  });

  test('keeps the budget’s own entries from the group, and shows it its history', async () => {
    agreedInitiative(ground.app.deps, idOf(3));
    const own = plain((await leader(3).get(`/inicjatywy/${idOf(3)}`)).text);
    expect(own).toContain('Uzgodniono kosztorysJoanna Wasilewska');
    expect(own).not.toContain('Zarezerwowano');
  });

  test('of another group is the same page as no initiative', async () => {
    for (const path of ['', '/porozumienie']) {
      const [foreign, absent] = [
        await leader(0).get(`/inicjatywy/${idOf(3)}${path}`),
        await leader(0).get(`/inicjatywy/987654${path}`),
      ];
      expect([foreign.status, body(foreign)]).toEqual([404, body(absent)]);
      expect(foreign.html).not.toContain('Pociąg do poezji');
    }
  });

  test('is the leader’s too when she wrote the application before her address was known', async () => {
    const { app, told } = ground;
    const daiva = told.applications[3]?.personId ?? 0;
    const known = app.person('Daiva Maksimavičiūtė', 'daiva.m@example.org');
    app.deps.db.write((tx) => tx.orm.update(people).set({ mergedIntoId: known.id }).where(eq(people.id, daiva)).run());
    const shown = await app.as(known).get(`/inicjatywy/${idOf(3)}`);
    expect([shown.status, plain(shown.text)]).toEqual([
      200,
      expect.stringContaining('Uzgodnijcie z biblioteką kosztorys'),
    ]);
  });
});
