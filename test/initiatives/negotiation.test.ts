import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { offendersOf } from '../../src/db/invariant.ts';
import { markSettled } from '../../src/features/initiatives/commands/life.ts';
import { initiativeInvariants } from '../../src/features/initiatives/invariants.ts';
import {
  type InitiativeAction,
  type InitiativeState,
  initiativeLife,
} from '../../src/features/initiatives/lifecycle.ts';
import { planLines, readInitiative } from '../../src/features/initiatives/queries.ts';
import { mayStep } from '../../src/lib/transitions.ts';
import { agreedInitiative, type PublishedStory, publishedResults } from '../support/story/decisions.ts';
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

/** Daiva’s: awarded 2 000,00 of 5 000,00. */
const id = () => ground.told.initiativeOf.get(ground.told.applications[3]?.id ?? 0) ?? 0;
const page = () => `/inicjatywy/${id()}/kosztorys`;
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const coordinator = () => ground.app.as({ id: ground.told.coordinator.personId });
const now = () => readInitiative(ground.app.deps.db, id());
const agreedRows = () =>
  planLines(ground.app.deps.db, id(), 'agreed').map(({ name, categoryName, amount }) => [name, categoryName, amount]);

function reserved(): Record<string, number> {
  const rows = ground.app.deps.db.all<{ category: string; amount: number }>(sql`
    select l.category, sum(e.amount_grosze) as amount from budget_entries e join budget_lines l on l.id = e.line_id
    where e.kind = 'reservation' and e.initiative_id = ${id()} group by l.id having sum(e.amount_grosze) <> 0 order by l.id`);
  return Object.fromEntries(rows.map(({ category, amount }) => [category, amount]));
}

const awarded = [
  ['Koszt: pay', 'wynagrodzenia i honoraria', 1000_00],
  ['Koszt: materials', 'materiały', 500_00],
  ['Koszt: print', 'druk i promocja', 200_00],
  ['Koszt: rental', 'wynajem', 100_00],
  ['Koszt: transport', 'transport', 100_00],
  ['Koszt: catering', 'poczęstunek', 100_00],
];

test('a smaller award begins as the same rows in proportion, to the grosz', () => {
  expect(now()).toMatchObject({
    state: 'negotiation',
    requested: 5000_00,
    awarded: 2000_00,
    agreed: 2000_00,
    agreedIsFinal: false,
  });
  expect(agreedRows()).toEqual(awarded);
});

describe('Joanna talks the plan over with the group', () => {
  test('and sees what the group said of its sum for work, as it was sent', async () => {
    expect(plain((await coordinator().get(page())).text)).toContain('Koszt: pay: pełny koszt policzy biblioteka');
  });

  test('another amount, another category, a row less; saved, still open', async () => {
    const browser = coordinator();
    await browser.get(page());
    const materials = planLines(ground.app.deps.db, id(), 'agreed')[1]?.categoryId;
    const removed = await browser.post(page(), { do: 'remove:3' });
    expect([removed.status, agreedRows()]).toEqual([200, awarded]);
    await browser.submit(page(), {
      'rows[2][category]': String(materials),
      'rows[0][quantity]': '2',
      'rows[0][price]': '450,00',
      'rows[0][amount]': '',
      do: 'save',
    });
    expect(agreedRows()).toEqual([
      ['Koszt: pay', 'wynagrodzenia i honoraria', 900_00],
      ['Koszt: materials', 'materiały', 500_00],
      ['Koszt: print', 'materiały', 200_00],
      ['Koszt: transport', 'transport', 100_00],
      ['Koszt: catering', 'poczęstunek', 100_00],
    ]);
    expect(now()).toMatchObject({ state: 'negotiation', agreed: 1800_00, revision: 2 });
    expect(reserved()).toMatchObject({ wynajem: 100_00 });
  });

  test('a row added and left empty is no row', async () => {
    const browser = coordinator();
    await browser.get(page());
    const grown = await browser.post(page(), { do: 'add' });
    expect(grown.forms.find(({ action }) => action === page())?.names.has('rows[6][name]')).toBe(true);
    await browser.submit(page(), { do: 'save' });
    expect(agreedRows()).toEqual(awarded);
  });

  test('“Przelicz” shows the sum, what is left, a passed limit, and stores nothing', async () => {
    const browser = coordinator();
    await browser.get(page());
    const counted = plain(
      (await browser.post(page(), { 'rows[0][amount]': '600,00', 'rows[5][amount]': '300,00', do: 'recount' })).text,
    );
    expect(counted).toContain('Razem z 2 000,00 zł1 800,00 zł');
    expect(counted).toContain('Do przyznanej kwoty zostaje 200,00 zł.');
    expect(counted).toContain('poczęstunek: ponad 10% kosztorysu');
    expect(counted).toContain('Jest 300,00 zł, a przy tej sumie najwyżej 180,00 zł.');
    expect(agreedRows()).toEqual(awarded);
  });

  test('the live sum answers with the same words as a fragment alone', async () => {
    const browser = coordinator();
    const { forms } = await browser.get(page());
    const filled =
      forms.find(({ action }) => action === page())?.filled.filter(([name]) => name !== 'rows[0][amount]') ?? [];
    const answer = await browser.send({
      method: 'POST',
      url: `${page()}/suma`,
      headers: { origin: ground.app.url, 'hx-request': 'true', 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams([...filled, ['rows[0][amount]', '1 000,01']]).toString(),
    });
    expect([answer.status, answer.html.startsWith('<section class="stack" id="suma"')]).toEqual([200, true]);
    expect(plain(answer.text)).toContain('O 0,01 zł za dużo');
    expect(answer.html).not.toContain('<html');
  });

  test('above the award by a grosz is refused, with what was typed', async () => {
    const browser = coordinator();
    await browser.get(page());
    const again = await browser.post(page(), { 'rows[0][amount]': '1 000,01', do: 'agree' });
    expect([again.status, plain(again.text)]).toEqual([
      422,
      expect.stringContaining('Razem jest 2 000,01 zł, a przyznana kwota to 2 000,00 zł. Zmniejsz pozycje o 0,01 zł.'),
    ]);
    expect(again.forms.find(({ action }) => action === page())?.filled).toContainEqual(['rows[0][amount]', '1 000,01']);
    expect([now()?.state, agreedRows()]).toEqual(['negotiation', awarded]);
  });

  test.each<[string, string, string, string]>([
    ['rows[1][quantity]', 'dwa', '#rows-1-quantity', 'To nie jest liczba.'],
    ['rows[1][price]', '-5', '#rows-1-price', 'Kwota nie może być ujemna.'],
    ['rows[1][amount]', '1.234,56', '#rows-1-amount', 'W kwocie jest więcej niż jeden przecinek lub kropka.'],
    ['rows[1][amount]', '0', '#rows-1-amount', 'Kwota wynosi zero.'],
    ['rows[1][name]', '', '#rows-1-name', 'Brakuje nazwy.'],
    ['rows[1][name]', 'ą'.repeat(201), '#rows-1-name', 'Nazwa ma więcej niż 200 znaków.'],
    ['rows[1][unit]', '', '#rows-1-unit', 'Wpisz jednostkę'],
    ['rows[1][category]', '', '#rows-1-category', 'Wybierz rodzaj kosztu'],
  ])('%s with “%s” is answered at %s', async (field, typed, place, words) => {
    const browser = coordinator();
    await browser.get(page());
    const again = await browser.post(page(), { [field]: typed, do: 'save' });
    expect([again.status, plain(again.text)]).toEqual([422, expect.stringContaining(words)]);
    expect([...again.links.values()]).toContain(place);
    expect(again.forms.find(({ action }) => action === page())?.filled).toContainEqual([field, typed]);
    expect(agreedRows()).toEqual(awarded);
  });

  test('B6: a second editor is shown what the first saved, keeps her own rows and decides', async () => {
    const [joanna, marta] = [
      coordinator(),
      ground.app.as(ground.app.person('Marta Wysocka', 'marta@example.org', ['coordinator'])),
    ];
    await joanna.get(page());
    await marta.get(page());
    await joanna.submit(page(), { 'rows[0][name]': 'Aktorka czytająca wiersze', do: 'save' });
    const conflict = await marta.post(page(), { 'rows[0][name]': 'Lektorka', do: 'save' });
    expect([conflict.status, conflict.text.includes('Aktorka czytająca wiersze')]).toEqual([409, true]);
    expect(conflict.forms.find(({ action }) => action === page())?.filled).toContainEqual([
      'rows[0][name]',
      'Lektorka',
    ]);
    expect(agreedRows()[0]?.[0]).toBe('Aktorka czytająca wiersze');
    await marta.submit(page(), { do: 'save' });
    expect(agreedRows()[0]?.[0]).toBe('Lektorka');
  });
});

describe('“Uzgodnione”', () => {
  const agree = async () => {
    const browser = coordinator();
    await browser.get(page());
    const pay = planLines(ground.app.deps.db, id(), 'agreed')[0]?.categoryId;
    return browser.submit(page(), { 'rows[3][category]': String(pay), 'rows[0][amount]': '800,00', do: 'agree' });
  };

  test('closes the plan, and the reservation follows its rows to other budget lines', async () => {
    expect(reserved()).toMatchObject({ 'wynagrodzenia i honoraria': 1000_00, wynajem: 100_00, transport: 100_00 });
    const shown = await agree();
    expect(plain(shown.text)).toContain('Kosztorys jest uzgodniony.');
    expect(now()).toMatchObject({ state: 'agreed', awarded: 2000_00, agreed: 1800_00, agreedIsFinal: true });
    expect(reserved()).toEqual({
      'wynagrodzenia i honoraria': 900_00,
      materiały: 500_00,
      'druk i promocja': 200_00,
      transport: 100_00,
      poczęstunek: 100_00,
    });
    const broken = initiativeInvariants.filter((invariant) => offendersOf(ground.app.deps.db, invariant).length > 0);
    expect(broken.map(({ name }) => name)).toEqual([]);
  });

  test('stands in the history with its sums, and nothing of it changes any more', async () => {
    await agree();
    const event = ground.app.deps.db.get<{ facts: string; fromState: string; toState: string; actor: number }>(sql`
      select facts, from_state as fromState, to_state as toState, actor_person_id as actor from events where what = 'initiative.plan_agreed'`);
    expect({ ...event, facts: JSON.parse(event?.facts ?? '{}') }).toEqual({
      fromState: 'negotiation',
      toState: 'agreed',
      actor: ground.told.coordinator.personId,
      facts: { awarded: 2000_00, agreed: 1800_00, rows: 6 },
    });
    expect(() =>
      ground.app.deps.db.raw.exec(
        `update plans set total_grosze = 1 where initiative_id = ${id()} and kind = 'agreed'`,
      ),
    ).toThrow('plan_frozen');
    expect(() => ground.app.deps.db.raw.exec('update plan_lines set amount_grosze = 1')).toThrow('plan_frozen');
    expect(() => ground.app.deps.db.raw.exec('delete from plan_lines')).toThrow('plan_frozen');
  });

  test('from a page left open meanwhile is refused in words', async () => {
    const late = coordinator();
    await late.get(page());
    await agree();
    const again = await late.post(page(), { do: 'agree' });
    expect([again.status, plain(again.text)]).toEqual([
      422,
      expect.stringContaining('Kosztorys jest już uzgodniony i nie można go zmieniać.'),
    ]);
    const gone = await coordinator().get(page());
    expect([gone.status, gone.location]).toEqual([303, `/inicjatywy/${id()}`]);
  });

  test('a line that cannot bear the new rows refuses it all, and the old reservation stands', async () => {
    const browser = coordinator();
    await browser.get(page());
    const licences = ground.app.deps.db.get<{ id: number }>(
      sql`select id from cost_categories where code = 'licences'`,
    )?.id;
    const again = await browser.post(page(), { 'rows[3][category]': String(licences), do: 'agree' });
    expect([again.status, plain(again.text)]).toEqual([
      422,
      expect.stringContaining(
        'W pozycji „Inicjatywy lokalne: licencje, 2024, dotacja” zostaje 0,00 zł, a potrzeba 100,00 zł.',
      ),
    ]);
    expect([now()?.state, reserved()['wynajem']]).toEqual(['negotiation', 100_00]);
  });
});

describe('the life of an initiative', () => {
  const open: Record<InitiativeState, InitiativeAction[]> = {
    negotiation: ['edit_plan', 'agree_plan'],
    agreed: ['start'],
    realisation: ['settle'],
    settled: [],
    withdrawn: [],
  };

  test.each(Object.entries(open) as [InitiativeState, InitiativeAction[]][])('in %s allows %j', (state, actions) => {
    expect(
      (Object.keys(initiativeLife) as InitiativeAction[]).filter((action) => mayStep(initiativeLife, action, state)),
    ).toEqual(actions);
  });

  test('is not settled before it was carried out', () => {
    const { app, told } = ground;
    agreedInitiative(app.deps, id());
    expect(app.deps.db.write((tx) => markSettled(tx, app.deps, told.coordinator, id()))).toMatchObject({
      ok: false,
      code: 'not_in_this_state',
    });
  });
});
