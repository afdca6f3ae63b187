import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { grantRole } from '../../src/features/accounts/commands.ts';
import { withdrawApplication } from '../../src/features/applications/commands/withdraw.ts';
import { approveDecisions } from '../../src/features/decisions/commands/approve.ts';
import { prepareDecisions, proposeDecisions } from '../../src/features/decisions/commands/prepare.ts';
import { decisionsOf, findSet } from '../../src/features/decisions/queries.ts';
import { directorOf, preparedDecisions, setWith } from '../support/story/decisions.ts';
import { type Ground, groundOf, secondCall, storyFor } from '../support/story/ground.ts';
import { adopted, type ScoredStory, scored } from '../support/story/jury.ts';

let ground: Ground<ScoredStory>;
beforeAll(async () => {
  ground = await groundOf((app) => preparedDecisions(app, storyFor(app)));
});
beforeEach(() => ground.begin());
afterEach(() => ground.end());
afterAll(() => ground.app.close());

const page = () => `/nabory/${ground.told.callId}/rozstrzygniecie`;
const coordinator = () => ground.app.as({ id: ground.told.coordinator.personId });
const director = () => ground.app.as({ id: directorOf(ground.app.deps).personId });
const setNow = () => findSet(ground.app.deps.db, ground.told.callId);
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

function stored(): (string | number | null)[][] {
  const set = setNow();
  return decisionsOf(ground.app.deps.db, set?.id ?? 0).map(({ kind, amount, reservePlace, reason }) => [
    kind,
    amount,
    reservePlace,
    reason,
  ]);
}

const prefilled = [
  ['award', 8000_00, null, ''],
  ['award', 8000_00, null, ''],
  ['award', 6000_00, null, ''],
  ['award', 2000_00, null, ''],
  ['reserve', null, 1, ''],
  ['refusal', null, null, ''],
];
const partReason = 'Zostało tyle w puli. Komisja proponuje dwa spotkania mniej.';

test('Joanna finds the set filled in from the ranking, within the pool', () => {
  expect(stored()).toEqual(prefilled);
});

test('before the jury’s meeting there is nothing to begin with; after it one button begins', async () => {
  const { app, told } = await groundOf((early) => scored(early, storyFor(early)));
  const address = `/nabory/${told.callId}/rozstrzygniecie`;
  const browser = app.as({ id: told.coordinator.personId });
  const early = await browser.get(address);
  expect([early.status, early.forms.some(({ action }) => action.endsWith('/przygotowanie'))]).toEqual([200, false]);
  expect(early.text).toContain('Nie ma jeszcze listy rankingowej');
  adopted(app, told);
  await browser.get(address);
  const ready = await browser.submit(`${address}/przygotowanie`);
  expect(plain(ready.text)).toContain('Przygotowano propozycję z listy rankingowej.');
  expect(app.deps.db.get(sql`select count(*) as decisions from decisions`)).toEqual({ decisions: 6 });
  expect(prepareDecisions(app.deps, told.coordinator, { callId: told.callId })).toMatchObject({
    ok: false,
    code: 'already_prepared',
  });
  await app.close();
});

describe('Joanna edits', () => {
  test('a reason and an amount, saved as written; the others stay', async () => {
    const browser = coordinator();
    await browser.get(page());
    await browser.submit(page(), { 'rows[3][amount]': '1 950,50', 'rows[3][reason]': partReason, do: 'save' });
    expect(stored()).toEqual(prefilled.map((row, index) => (index === 3 ? ['award', 1950_50, null, partReason] : row)));
    expect(setNow()).toMatchObject({ state: 'draft', revision: 2 });
  });

  test('an amount left empty is the whole request', async () => {
    const browser = coordinator();
    await browser.get(page());
    await browser.submit(page(), { 'rows[4][kind]': 'award', 'rows[4][amount]': '', do: 'save' });
    expect(stored()[4]).toEqual(['award', 3050_00, null, '']);
  });

  test('moving one to the reserve renumbers it by the ranking', async () => {
    const browser = coordinator();
    await browser.get(page());
    await browser.submit(page(), { 'rows[1][kind]': 'reserve', do: 'save' });
    expect(stored().map(([kind, , place]) => [kind, place])).toEqual([
      ['award', null],
      ['reserve', 1],
      ['award', null],
      ['award', null],
      ['reserve', 2],
      ['refusal', null],
    ]);
  });

  test.each([
    ['1.234,56', 'W kwocie jest więcej niż jeden przecinek lub kropka.'],
    ['-5', 'Kwota nie może być ujemna.'],
    ['1e3', 'To nie jest kwota.'],
    ['0', 'Kwota wynosi zero.'],
  ])('B1: the amount %s is answered at its field, and nothing changes', async (typed, words) => {
    const browser = coordinator();
    await browser.get(page());
    const again = await browser.post(page(), { 'rows[0][amount]': typed, 'rows[0][reason]': 'Notatka', do: 'save' });
    expect([again.status, plain(again.text)]).toEqual([422, expect.stringContaining(words)]);
    const form = again.forms.find(({ action }) => action === page());
    expect(form?.filled).toEqual(
      expect.arrayContaining([
        ['rows[0][amount]', typed],
        ['rows[0][reason]', 'Notatka'],
      ]),
    );
    expect(stored()).toEqual(prefilled);
  });

  test('“Przelicz” counts what is typed and stores nothing', async () => {
    const browser = coordinator();
    await browser.get(page());
    const counted = await browser.post(page(), { 'rows[3][amount]': '2 500,00', do: 'recount' });
    expect([counted.status, plain(counted.text)]).toEqual([200, expect.stringContaining('O 500,00 zł za dużo.')]);
    expect(plain(counted.text)).toContain('Suma przyznanych kwot przekracza pulę.');
    expect(stored()).toEqual(prefilled);
  });

  test('a budget line that could not bear it is told before anything is handed on', async () => {
    const browser = coordinator();
    await browser.get(page());
    const counted = await browser.post(page(), {
      'rows[0][kind]': 'reserve',
      'rows[4][kind]': 'award',
      'rows[3][amount]': '5 000,00',
      do: 'recount',
    });
    // 3 000 + 2 000 + 2 500 + 1 500 for pay fit into 9 000; materials: 2 000 + 1 500 + 1 250 + 1 050 into 6 000.
    expect(plain(counted.text)).not.toContain('W pozycji budżetu');
    const short = await browser.post(page(), { 'rows[0][kind]': 'award', 'rows[4][kind]': 'award', do: 'recount' });
    expect(plain(short.text)).toContain(
      'W pozycji budżetu „Inicjatywy lokalne: wynagrodzenia i honoraria, 2024, dotacja” zostaje 9 000,00 zł, a te kwoty wymagają 12 000,00 zł.',
    );
  });
});

describe('handing on to the director', () => {
  test('a sum over the pool by a grosz is refused at once, with the place to go to', async () => {
    const browser = coordinator();
    await browser.get(page());
    const again = await browser.post(page(), {
      'rows[3][amount]': '2 000,01',
      'rows[3][reason]': partReason,
      do: 'propose',
    });
    expect([again.status, plain(again.text)]).toEqual([
      422,
      expect.stringContaining('Suma przyznanych kwot przekracza pulę.'),
    ]);
    expect([setNow()?.state, stored()]).toEqual(['draft', prefilled]);
  });

  test('a smaller award without a reason is answered at the reason’s field', async () => {
    const browser = coordinator();
    await browser.get(page());
    const again = await browser.post(page(), { do: 'propose' });
    expect(again.status).toBe(422);
    expect(
      again.links.get(
        'PB/2024/04 „Pociąg do poezji”: Kwota jest mniejsza niż wnioskowana. Napisz dlaczego: przeczyta to grupa.',
      ),
    ).toBe('#rows-3-reason');
  });

  test('goes through, is the director’s turn, and is no longer the coordinator’s to change', async () => {
    const browser = coordinator();
    await browser.get(page());
    const shown = await browser.submit(page(), { 'rows[3][reason]': partReason, do: 'propose' });
    expect(plain(shown.text)).toContain('Rozstrzygnięcie czeka na dyrektora.');
    expect(shown.forms.map(({ action }) => action)).not.toContain(page());
    expect(setNow()).toMatchObject({ state: 'proposed', proposedBy: ground.told.coordinator.personId, revision: 2 });
    const stale = await browser.send({
      method: 'POST',
      url: page(),
      headers: { origin: ground.app.url, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams({
        _csrf: shown.forms[0]?.filled.find(([name]) => name === '_csrf')?.[1] ?? '',
        _once: 'po-czasie',
        revision: '2',
        do: 'save',
      }).toString(),
    });
    expect(stale.status).toBe(422);
    expect(stored()[3]).toEqual(['award', 2000_00, null, partReason]);
  });

  test('B6: two coordinators at once: the second sees what the first saved, keeps her own words, and decides', async () => {
    const other = ground.app.person('Marta Wysocka', 'marta@example.org', ['coordinator']);
    const [joanna, marta] = [coordinator(), ground.app.as(other)];
    await joanna.get(page());
    await marta.get(page());
    await joanna.submit(page(), { 'rows[3][reason]': partReason, do: 'save' });
    const conflict = await marta.post(page(), { 'rows[3][reason]': 'Za mało pieniędzy.', do: 'save' });
    expect(conflict.status).toBe(409);
    expect(plain(conflict.text)).toContain(partReason);
    expect(conflict.forms.find(({ action }) => action === page())?.filled).toContainEqual([
      'rows[3][reason]',
      'Za mało pieniędzy.',
    ]);
    expect(stored()[3]?.[3]).toBe(partReason);
    await marta.submit(page(), { do: 'save' });
    expect(stored()[3]?.[3]).toBe('Za mało pieniędzy.');
  });
});

describe('the director', () => {
  const proposed = async () => {
    const browser = coordinator();
    await browser.get(page());
    await browser.submit(page(), { 'rows[3][reason]': partReason, do: 'propose' });
  };

  test('approves the whole with one button; it stands in the history that she did not score', async () => {
    await proposed();
    const browser = director();
    await browser.get(page());
    const shown = await browser.submit(`${page()}/zatwierdzenie`);
    expect(plain(shown.text)).toContain('Zatwierdzono. Wyników nikt jeszcze nie widzi');
    expect(setNow()).toMatchObject({ state: 'approved', approvedBy: directorOf(ground.app.deps).personId });
    const event = ground.app.deps.db.get<{ facts: string; fromState: string; toState: string }>(sql`
      select facts, from_state as fromState, to_state as toState from events where what = 'decisions.approved'`);
    expect({ ...event, facts: JSON.parse(event?.facts ?? '{}') }).toEqual({
      fromState: 'proposed',
      toState: 'approved',
      facts: { awarded: 24_000_00, scored: false, excluded: false },
    });
  });

  test('who scored and is excluded from one application may approve, and the history says so', async () => {
    await proposed();
    const tomas = ground.told.jury[1];
    if (tomas === undefined) throw new Error('Tomas is not on the jury');
    ground.app.deps.db.write((tx) =>
      grantRole(tx, ground.app.deps, { kind: 'system' }, { personId: tomas.personId, role: 'director', callId: null }),
    );
    const browser = ground.app.as({ id: tomas.personId });
    const shown = await browser.get(page());
    expect(plain(shown.text)).toContain('PB/2024/02, wyłączenie z oceny');
    expect(plain(shown.text)).not.toContain('Stowarzyszenie „Brzeg”');
    expect(shown.links.has('Opowieści z pogranicza')).toBe(false);
    await browser.submit(`${page()}/zatwierdzenie`);
    const event = ground.app.deps.db.get<{ facts: string }>(
      sql`select facts from events where what = 'decisions.approved'`,
    );
    expect(JSON.parse(event?.facts ?? '{}')).toMatchObject({ scored: true, excluded: true });
  });

  test('returns it with a word; Joanna reads it and may edit again', async () => {
    await proposed();
    const browser = director();
    await browser.get(page());
    const silent = await browser.post(`${page()}/zwrot`, { reason: '' });
    expect([silent.status, plain(silent.text)]).toEqual([422, expect.stringContaining('Napisz, co poprawić.')]);
    await browser.submit(`${page()}/zwrot`, { reason: 'Sprawdźmy jeszcze raz kwotę dla „Pociągu do poezji”.' });
    expect(setNow()).toMatchObject({ state: 'draft', approvedBy: null });
    const shown = await coordinator().get(page());
    expect(plain(shown.text)).toContain('Sprawdźmy jeszcze raz kwotę dla „Pociągu do poezji”.');
    expect(shown.forms.map(({ action }) => action)).toContain(page());
  });

  test('does not approve what somebody has changed since she opened the page', async () => {
    await proposed();
    const browser = director();
    await browser.get(page());
    const { told, app } = ground;
    const other = app.as(app.person('Zofia Rekuć', 'zofia@example.org', ['director']));
    await other.get(page());
    await other.submit(`${page()}/zwrot`, { reason: 'Do poprawy.' });
    const again = coordinator();
    await again.get(page());
    await again.submit(page(), { 'rows[3][amount]': '1 900,00', do: 'propose' });
    const late = await browser.post(`${page()}/zatwierdzenie`);
    expect([late.status, findSet(app.deps.db, told.callId)?.state]).toEqual([409, 'proposed']);
  });

  test('a group that withdraws meanwhile stops the approval', () => {
    const { app, told } = ground;
    const [birute, , , daiva] = told.applications;
    if (birute === undefined || daiva === undefined) throw new Error('nobody applied');
    const changed = setWith(app.deps, told.callId, [{ applicationId: daiva.id, reason: partReason }]);
    expect(proposeDecisions(app.deps, told.coordinator, changed)).toMatchObject({ ok: true });
    expect(withdrawApplication(app.deps, birute.actor, { applicationId: birute.id })).toMatchObject({ ok: true });
    const outcome = approveDecisions(app.deps, directorOf(app.deps), {
      callId: told.callId,
      revision: setNow()?.revision ?? 0,
    });
    expect(outcome).toMatchObject({ ok: false, code: 'withdrawn_meanwhile' });
  });
});

test('Tomas, excluded from one application, prepares the rest; that one keeps its decision whatever is sent', async () => {
  const { app, told } = ground;
  const tomas = told.jury[1];
  if (tomas === undefined) throw new Error('Tomas is not on the jury');
  app.deps.db.write((tx) =>
    grantRole(tx, app.deps, { kind: 'system' }, { personId: tomas.personId, role: 'coordinator', callId: null }),
  );
  const browser = app.as({ id: tomas.personId });
  const shown = await browser.get(page());
  const form = shown.forms.find(({ action }) => action === page());
  expect([...(form?.names ?? [])].filter((name) => name.startsWith('rows[1]'))).toEqual(['rows[1][application]']);
  expect(plain(shown.text)).not.toContain('Stowarzyszenie „Brzeg”');
  await browser.submit(page(), { 'rows[3][reason]': partReason, do: 'save' });
  expect(stored().map(([kind]) => kind)).toEqual(prefilled.map(([kind]) => kind));
  expect(stored()[3]?.[3]).toBe(partReason);
});

test('a coordinator of another call meets the same page as for no call at all', async () => {
  const { app } = ground;
  const stranger = app.as(
    app.person('Adam Nowik', 'adam@example.org', [{ role: 'coordinator', callId: secondCall(app) }]),
  );
  const body = ({ text }: { text: string }) => text.replace(/req-\w+/, '').replace(/\/nabory\/\d+/, '');
  const [foreign, absent] = [await stranger.get(page()), await stranger.get('/nabory/987654/rozstrzygniecie')];
  expect([foreign.status, body(foreign)]).toEqual([404, body(absent)]);
});
