import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readMeritCriteria } from '../../src/features/calls/criteria.ts';
import { type Call, currentCall, readApplicantKinds, readCall } from '../../src/features/calls/queries.ts';
import { stageOf } from '../../src/features/calls/stages.ts';
import { windowText } from '../../src/features/calls/texts.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client } from '../support/client.ts';
import type { TestPerson } from '../support/house.ts';

let app: TestApp;
let joanna: TestPerson;
let browser: Client;

beforeEach(async () => {
  app = await startTestApp({ beginning: 'open', at: '2024-02-28T10:00:00.000Z' });
  joanna = app.person('Joanna Sidor', 'joanna@example.org', ['coordinator']);
  browser = app.as(joanna);
});
afterEach(() => app.close());

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

function call(id: number): Call {
  const found = readCall(app.deps.db, id);
  if (found === undefined) throw new Error('no call');
  return found;
}

/** Eight decisions as the community library of Czarnia took them in 2023, a year on. */
const decided = {
  title: 'Konkurs na inicjatywy oddolne',
  year: '2025',
  code: 'cz',
  pool: '22 000',
  min: '2000',
  max: '12 000',
  kinds: ['person', 'informal_group', 'organisation'],
  deadlineDay: '17.03.2025',
  deadlineHour: '15.00',
  realisationFrom: '1.04.2025',
  realisationTo: '30.10.2025',
  contact: 'Joanna Sidor, biblioteka, od poniedziałku do piątku, godz. 8.00–16.00',
};

async function fromNeutral(changed: Record<string, string | string[]> = {}) {
  await browser.get('/nabory/nowy?od=wzor-neutralny');
  return browser.post('/nabory/nowy', { ...decided, ...changed });
}

describe('a new call from the neutral preset', () => {
  test('takes eight decisions, and everything else is there: dates around the deadline, costs on their lines, criteria with words', async () => {
    const page = await fromNeutral();
    expect(page.status).toBe(303);
    const made = call(2);
    expect(made).toMatchObject({
      state: 'draft',
      code: 'CZ',
      year: 2025,
      title: 'Konkurs na inicjatywy oddolne',
      poolGrosze: 22_000_00,
      minGrosze: 2_000_00,
      maxGrosze: 12_000_00,
      minInitiatives: 3,
      area: 'powiat sejneński',
    });
    expect(plain(windowText(stageOf(made.stages, 'submission') ?? { startsAt: null, endsAt: null }))).toBe(
      '12 lutego – 17 marca 2025 r., godz. 15.00',
    );
    expect(stageOf(made.stages, 'realisation')).toMatchObject({
      startsAt: '2025-03-31T22:00:00.000Z',
      endsAt: '2025-10-30T22:59:59.999Z',
    });
    expect(readApplicantKinds(app.deps.db, 2).map(({ kind }) => kind)).toEqual(decided.kinds);
    expect(readMeritCriteria(app.deps.db, 2)[0]?.levels).toContainEqual({
      points: 0,
      description: 'Nie wiadomo, dla kogo i po co.',
    });
    expect(
      app.deps.db.get(sql`select count(*) as count from cost_categories k join budget_lines l on l.id = k.budget_line_id
        where k.call_id = 2 and k.is_eligible = 1 and l.category = k.name and l.task_id = ${made.taskId}`),
    ).toEqual({ count: 7 });
    expect(app.deps.db.get(sql`select what, call_id as callId from events order by id desc limit 1`)).toEqual({
      what: 'call.created',
      callId: 2,
    });
  });

  test('is announced at once, and both calls are listed', async () => {
    await fromNeutral();
    const settings = await browser.get('/nabory/2/ustawienia');
    expect(plain(settings.text)).toContain('Wszystko, co potrzebne do ogłoszenia, jest na miejscu.');
    const announced = await browser.submit('/nabory/2/ogloszenie');
    expect(plain(announced.text)).toContain('Konkurs jest ogłoszony.');
    expect(currentCall(app.deps.db)?.id).toBe(2);
    const list = await browser.get('/nabory/zarzadzanie');
    expect(plain(list.text)).toMatch(/Konkurs na inicjatywy oddolne.*CZ\/2025.*Para-buch.*PB\/2024/s);
  });

  test.each([
    [{ title: '' }, 'Wpisz nazwę konkursu.'],
    [{ code: 'C/Z' }, 'Skrót to od 1 do 12 liter'],
    [{ year: '1999' }, 'Wpisz liczbę od 2000 do 2100.'],
    [{ pool: '24 000,01' }, 'W budżecie tego zadania jest 24 000,00 zł'],
    [{ max: '1999' }, 'Największa kwota nie może być niższa niż najmniejsza.'],
    [{ kinds: 'ktokolwiek' }, 'Zaznacz przynajmniej jedną możliwość.'],
    [{ deadlineDay: '31.02.2025' }, 'Nie ma takiej daty.'],
    [{ deadlineHour: '' }, 'Podaj godzinę, na przykład 15.00.'],
    [{ deadlineDay: '30.03.2025', deadlineHour: '2.30' }, 'Tej godziny tego dnia nie ma'],
    [{ realisationFrom: '17.03.2025' }, 'Realizacja zaczyna się przed końcem naboru.'],
    [{ realisationTo: '31.03.2025' }, 'Realizacja kończy się, zanim się zacznie.'],
    [{ code: 'PB', year: '2024' }, 'Konkurs o tym skrócie w tym roku już jest.'],
    [{ task: '999' }, 'Wybierz zadanie z budżetu'],
  ])('is not made with %j, and what was typed stays', async (changed, message) => {
    const page = await fromNeutral(changed);
    expect(page.status).toBe(422);
    expect(plain(page.text)).toContain(message);
    const kept = new Map(page.forms.find(({ action }) => action === '/nabory/nowy')?.filled);
    for (const [name, value] of Object.entries(changed))
      if (name !== 'kinds' && name !== 'task') expect(kept.get(name)).toBe(value);
    expect(readCall(app.deps.db, 2)).toBeUndefined();
  });

  test('is not for the coordinator of one call', async () => {
    const elsewhere = app.as(app.person('Ryszard Wiatr', 'ryszard@example.org', [{ role: 'coordinator', callId: 1 }]));
    expect((await elsewhere.get('/nabory/nowy')).status).toBe(404);
    expect((await elsewhere.get('/nabory/zarzadzanie')).links.has('Nowy konkurs')).toBe(false);
  });
});

describe('a copy of last year’s call', () => {
  test('is proposed a year on, on working days, and takes everything but the applications', async () => {
    app.deps.db.raw.exec('drop trigger calls_guardian_consent_announced');
    app.deps.db.raw.exec("update calls set guardian_consent = 'submission' where id = 1");
    const page = await browser.get('/nabory/nowy?od=nabor-1');
    const proposed = new Map(page.forms.find(({ action }) => action === '/nabory/nowy')?.filled);
    // 15 March 2025 is a Saturday; 13 May and 30 September are working days.
    expect([
      ...['deadlineDay', 'deadlineHour', 'realisationFrom', 'realisationTo'].map((name) => proposed.get(name)),
    ]).toEqual(['17.03.2025', '15.00', '13.05.2025', '30.09.2025']);
    expect(proposed.get('year')).toBe('2025');
    await browser.submit('/nabory/nowy');
    const [before, after] = [call(1), call(2)];
    expect(after).toMatchObject({
      state: 'draft',
      code: 'PB',
      year: 2025,
      maxPoints: before.maxPoints,
      area: before.area,
      guardianConsent: 'submission',
    });
    expect(after.subtitle).toBe('Konkurs na inicjatywy mieszkańców powiatu sejneńskiego, 2025');
    expect(after.stages.map(({ kind }) => kind)).toEqual(before.stages.map(({ kind }) => kind));
    const things = (id: number) => [
      readApplicantKinds(app.deps.db, id),
      readMeritCriteria(app.deps.db, id).map(({ id: _, ...one }) => one),
      app.deps.db.all(
        sql`select code, name, is_eligible, budget_line_id, cap_percent, note from cost_categories where call_id = ${id} order by position`,
      ),
      app.deps.db.all(sql`select kind, content from call_texts where call_id = ${id} and number = 1 order by kind`),
    ];
    expect(things(2)).toEqual(things(1));
    expect(app.deps.db.get(sql`select count(*) as count from applications where call_id = 2`)).toEqual({ count: 0 });
  });
});

describe('the pages of the set-up', () => {
  beforeEach(async () => {
    await fromNeutral();
  });

  const rowsOf = async (path: string) => {
    const page = await browser.get(path);
    return new Map(page.forms.find(({ action }) => action === path)?.filled);
  };
  const keyOf = (fields: Map<string, string>, name: string) =>
    [...fields].find(([field, value]) => field.endsWith('[name]') && value === name)?.[0].replace('[name]', '') ?? '';
  const costs = () =>
    app.deps.db.all<{ name: string }>(
      sql`select name, is_eligible as ok, cap_percent as cap, unit_threshold_grosze as threshold from cost_categories where call_id = 2 order by position, id`,
    );

  test('Joanna names the call, says who may apply, and reads it on the call’s page', async () => {
    await browser.get('/nabory/2/opis');
    await browser.submit('/nabory/2/opis', {
      title: 'Czarnia razem',
      subtitle: 'Konkurs gminy Czarnia, 2025',
      lead: 'Zróbmy coś.',
    });
    await browser.get('/nabory/2/kto');
    const saved = await browser.submit('/nabory/2/kto', {
      kinds: ['person', 'informal_group'],
      'notes[informal_group]': 'co najmniej dwie osoby z gminy',
      minGroupSize: '2',
      area: 'gmina Czarnia',
      guardianConsent: 'submission',
    });
    expect(plain(saved.text)).toContain('Zapisano, kto może złożyć wniosek.');
    expect(call(2)).toMatchObject({ title: 'Czarnia razem', minGroupSize: 2, area: 'gmina Czarnia' });
    expect(call(2).guardianConsent).toBe('submission');
    const page = await browser.get('/nabory/2');
    expect(plain(page.text)).toContain('co najmniej dwie osoby z gminy');
    expect(plain(page.text)).not.toContain('Organizacja:');
  });

  test('a kind without its terms is asked for them', async () => {
    await browser.get('/nabory/2/kto');
    const page = await browser.post('/nabory/2/kto', { 'notes[organisation]': '' });
    expect([page.status, plain(page.text).includes('Napisz, kto to jest i na jakich warunkach.')]).toEqual([422, true]);
  });

  test('costs are renamed, capped, moved, taken away and added', async () => {
    const fields = await rowsOf('/nabory/2/koszty');
    const [materials, licences, catering] = ['materiały', 'licencje', 'poczęstunek'].map((name) => keyOf(fields, name));
    await browser.submit('/nabory/2/koszty', {
      [`${materials}[name]`]: 'materiały i książki',
      [`${materials}[position]`]: '1',
      [`${materials}[threshold]`]: '10 000',
      [`${catering}[cap]`]: '15',
      [`${catering}[isPay]`]: 'tak',
      [`${keyOf(fields, 'wynagrodzenia i honoraria')}[isPay]`]: null,
      [`${licences}[remove]`]: 'tak',
      more: '1',
    });
    const pay = sql`select name from cost_categories where call_id = 2 and is_pay = 1`;
    expect(app.deps.db.all(pay)).toEqual([{ name: 'poczęstunek' }]);
    const again = await browser.get('/nabory/2/koszty?dodaj=1');
    expect(again.forms.some(({ names }) => names.has('rows[n1][name]'))).toBe(true);
    const line = app.deps.db.get<{ id: number }>(sql`select id from budget_lines where category = 'transport'`)?.id;
    await browser.submit('/nabory/2/koszty', {
      'rows[n1][name]': 'ubezpieczenie',
      'rows[n1][line]': String(line),
      'rows[n1][position]': '2',
    });
    const now = costs();
    expect(now.slice(0, 3).map(({ name }) => name)).toEqual([
      'wynagrodzenia i honoraria',
      'materiały i książki',
      'ubezpieczenie',
    ]);
    expect(now).toContainEqual({ name: 'materiały i książki', ok: 1, cap: null, threshold: 10_000_00 });
    expect(now).toContainEqual({ name: 'poczęstunek', ok: 1, cap: 15, threshold: null });
    expect(now.map(({ name }) => name)).not.toContain('licencje');
    const page = await browser.get('/nabory/2');
    expect(plain(page.text)).toContain('jedna rzecz najwyżej 10 000,00 zł');
  });

  test('a cost without its budget line keeps the call from being announced, with the way to mend it', async () => {
    const fields = await rowsOf('/nabory/2/koszty');
    await browser.submit('/nabory/2/koszty', { [`${keyOf(fields, 'transport')}[line]`]: '' });
    const settings = await browser.get('/nabory/2/ustawienia');
    expect(plain(settings.text)).toContain('Te koszty nie mają pozycji budżetu: transport.');
    expect(settings.links.get('Popraw rodzaje kosztów')).toBe('/nabory/2/koszty');
    const refused = await browser.post('/nabory/2/ogloszenie');
    expect([refused.status, call(2).state]).toEqual([422, 'draft']);
  });

  test('criteria of merit take a minimum, words for points and an order of ties; the most points follow', async () => {
    const fields = await rowsOf('/nabory/2/kryteria');
    const key = keyOf(fields, 'Co zostanie');
    const [sense, budget] = ['Po co i dla kogo', 'Kosztorys'].map((name) => keyOf(fields, name));
    await browser.submit('/nabory/2/kryteria', {
      [`${key}[weight]`]: '3',
      [`${key}[minPoints]`]: '2',
      [`${key}[levels][p1]`]: 'Zostanie wspomnienie.',
      [`${sense}[tieOrder]`]: '2',
      [`${budget}[tieOrder]`]: '1',
    });
    expect(call(2).maxPoints).toBe(105);
    expect(readMeritCriteria(app.deps.db, 2).at(-1)).toMatchObject({
      weight: 3,
      minPoints: 2,
      levels: [
        { points: 0, description: 'Nic nie zostanie.' },
        { points: 1, description: 'Zostanie wspomnienie.' },
        { points: 3, description: 'Zostanie rzecz albo nagranie.' },
        { points: 5, description: 'Ludzie będą to robić dalej sami.' },
      ],
    });
    const rules = await browser.get('/nabory/2/regulamin');
    expect(plain(rules.text)).toContain('Zostanie wspomnienie.');
    expect(plain(rules.text)).toContain('Co najmniej 2 punkty.');
    expect(plain(rules.text)).toContain('Przy równej liczbie punktów decyduje kolejno: Kosztorys, Po co i dla kogo.');
  });

  test.each([
    [{ maxPoints: '4' }, 'Skala kończy się na 4.'],
    [{ minPoints: '6' }, 'Najwyżej tyle, ile ma skala: 5.'],
    [{ tieOrder: '2' }, 'To miejsce ma już inne kryterium.'],
    [{ name: 'KOSZTORYS' }, 'Ta nazwa jest już na liście.'],
    [{ weight: '0' }, 'Wpisz liczbę od 1 do 20.'],
    [{ description: '' }, 'Napisz, o co pyta to kryterium.'],
  ])('a criterion with %j is refused at its field', async (changed, message) => {
    const fields = await rowsOf('/nabory/2/kryteria');
    const key = keyOf(fields, 'Co zostanie');
    const [[name, value] = ['', '']] = Object.entries(changed);
    const page = await browser.post('/nabory/2/kryteria', { [`${key}[${name}]`]: value });
    expect(page.status).toBe(422);
    expect(plain(page.text)).toContain(message);
    expect(call(2).maxPoints).toBe(100);
  });

  test('without a single weighted criterion nothing is saved', async () => {
    const fields = await rowsOf('/nabory/2/kryteria');
    const keys = [...fields.keys()]
      .filter((field) => field.endsWith('[name]'))
      .map((field) => field.replace('[name]', '[remove]'));
    const page = await browser.post('/nabory/2/kryteria', Object.fromEntries(keys.map((field) => [field, 'tak'])));
    expect(plain(page.text)).toContain('Musi zostać choć jedno kryterium z wagą.');
    expect(readMeritCriteria(app.deps.db, 2)).toHaveLength(5);
  });

  test('a formal criterion the system knows may be taken away and comes back by its code', async () => {
    const inTime = keyOf(await rowsOf('/nabory/2/kryteria-formalne'), 'Wniosek złożono w terminie');
    await browser.submit('/nabory/2/kryteria-formalne', { [`${inTime}[remove]`]: 'tak' });
    await browser.get('/nabory/2/kryteria-formalne?dodaj=1');
    await browser.submit('/nabory/2/kryteria-formalne', {
      'rows[n1][name]': 'Wpłynął na czas',
      'rows[n1][knownBy]': 'in_time',
    });
    expect(
      app.deps.db.get(
        sql`select code, known_by as knownBy, name from formal_criteria where call_id = 2 order by position desc limit 1`,
      ),
    ).toEqual({
      code: 'in_time',
      knownBy: 'system',
      name: 'Wpłynął na czas',
    });
  });

  test('stages nobody needs are gone from the call’s page, meetings may be several', async () => {
    await browser.get('/nabory/2/etapy');
    const without: Record<string, string | null> = {
      'counts[corrections]': null,
      'counts[advice]': '0',
      'counts[information_meeting]': '2',
    };
    await browser.submit('/nabory/2/etapy', without);
    const kinds = call(2).stages.map(({ kind }) => kind);
    expect(kinds).not.toContain('corrections');
    expect(kinds).not.toContain('advice');
    expect(kinds.filter((kind) => kind === 'information_meeting')).toHaveLength(2);
    expect(plain((await browser.get('/nabory/2')).text)).not.toContain('Poprawki wniosków');
  });

  test('of two who edit at once the second sees that somebody was faster', async () => {
    const second = app.as(joanna);
    await second.get('/nabory/2/opis');
    await browser.get('/nabory/2/opis');
    await browser.submit('/nabory/2/opis', { title: 'Czarnia razem' });
    expect((await second.post('/nabory/2/opis', { title: 'Razem w Czarni' })).status).toBe(409);
    expect(call(2).title).toBe('Czarnia razem');
  });

  test('once announced, what people write by stands, and the page says why', async () => {
    const second = app.as(joanna);
    await second.get('/nabory/2/kryteria');
    await browser.get('/nabory/2/ustawienia');
    await browser.submit('/nabory/2/ogloszenie');
    for (const path of ['opis', 'kto', 'etapy', 'koszty', 'kryteria-formalne', 'kryteria']) {
      const page = await browser.get(`/nabory/2/${path}`);
      expect(plain(page.text)).toContain('Konkurs jest ogłoszony: ludzie piszą wnioski według tych zasad');
      expect(page.forms.filter(({ action }) => action === `/nabory/2/${path}`)).toEqual([]);
    }
    const late = await second.post('/nabory/2/kryteria');
    expect([late.status, plain(late.text).includes('Konkurs jest ogłoszony')]).toEqual([422, true]);
    expect(() => app.deps.db.raw.exec('update merit_criteria set weight = 9 where call_id = 2')).toThrow(
      'call_announced',
    );
    expect(call(2).guardianConsent).toBe('agreement');
    expect(() => app.deps.db.raw.exec("update calls set guardian_consent = 'submission' where id = 2")).toThrow(
      'call_announced',
    );
  });
});
