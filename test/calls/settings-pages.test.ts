import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { moveTimetable } from '../../src/features/calls/commands/timetable.ts';
import { type Call, readCall } from '../../src/features/calls/queries.ts';
import { stageOf } from '../../src/features/calls/stages.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client } from '../support/client.ts';
import type { TestPerson } from '../support/house.ts';
import { submittedApplication } from '../support/story/applications.ts';

let app: TestApp;
let marta: TestPerson;
let browser: Client;

beforeEach(async () => {
  app = await startTestApp({ beginning: 'open', at: '2024-02-28T10:00:00.000Z' });
  marta = app.person('Marta Wysocka', 'marta@example.org', ['coordinator']);
  browser = app.as(marta);
});
afterEach(() => app.close());

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

function call(): Call {
  const found = readCall(app.deps.db, 1);
  if (found === undefined) throw new Error('no call');
  return found;
}

const submissionId = () => stageOf(call().stages, 'submission')?.id;

describe('the settings', () => {
  test('let the coordinator take the call back and announce it again', async () => {
    await browser.get('/nabory/1/ustawienia');
    const returned = await browser.submit('/nabory/1/szkic');
    expect(plain(returned.text)).toContain('Konkurs wrócił do szkicu.');
    expect(call().state).toBe('draft');
    const announced = await browser.submit('/nabory/1/ogloszenie');
    expect(plain(announced.text)).toContain('Konkurs jest ogłoszony.');
    expect(call().state).toBe('announced');
  });

  test('say why the deadline forbids announcing', async () => {
    await browser.get('/nabory/1/ustawienia');
    await browser.submit('/nabory/1/szkic');
    app.clock.setNow('2024-03-15T14:00:00.000Z');
    const page = await browser.post('/nabory/1/ogloszenie');
    expect([
      page.status,
      plain(page.text).includes('termin składania wniosków już minął. Przesuń terminarz albo zmień terminy.'),
    ]).toEqual([422, true]);
  });

  test('offer nothing to the inspector, who only reads', async () => {
    const irena = app.person('Irena Sawko', 'irena@example.org', ['inspector']);
    const page = await app.as(irena).get('/nabory/1/ustawienia');
    expect(page.status).toBe(200);
    expect(page.forms.filter((form) => form.action.startsWith('/nabory'))).toEqual([]);
    expect(page.links.has('Zmień terminy')).toBe(false);
    expect(page.links.has('Zmień kwoty i limity')).toBe(false);
  });

  test('are absent for the coordinator of another call', async () => {
    const other = app.person('Ona Žukauskienė', 'ona@example.org', [{ role: 'coordinator', callId: 1 }]);
    expect((await app.as(other).get('/nabory/1/ustawienia')).status).toBe(200);
    const unknown = await app.as(other).get('/nabory/2/ustawienia');
    expect(unknown.status).toBe(404);
  });

  test('with an application submitted say what is fixed', async () => {
    submittedApplication(app.deps, { leader: 'Jonas Vaičiulis', email: 'jonas@example.org', title: 'Łąka opowieści' });
    const page = await browser.get('/nabory/1/ustawienia');
    expect(plain(page.text)).toContain('1 wniosek wpłynął, więc kwot i limitów nie można już zmienić.');
    expect(plain(page.text)).toContain(
      'Wpłynęły już wnioski, więc całego terminarza i stanu konkursu nie można zmienić.',
    );
    const pressed = await browser.send({ method: 'GET', url: '/nabory/1/kwoty' });
    expect(pressed.status).toBe(200);
  });
});

describe('moving the timetable', () => {
  test('is shown first, with the days off named, and done on confirmation', async () => {
    app.clock.setNow('2025-02-26T08:00:00.000Z');
    const preview = await browser.get('/nabory/1/przesuniecie?do=today');
    expect(plain(preview.text)).toContain('Wszystkie terminy przesuną się o 52 tygodnie później.');
    expect(plain(preview.text)).toContain('10 lutego – 14 marca 2025 r., godz. 15.00');
    expect(plain(preview.text)).toContain('Niektóre terminy wypadną w dni wolne');
    expect(plain(preview.text)).toContain('21.04: Poniedziałek Wielkanocny');
    expect(call().movedByWeeks).toBe(0);
    const after = await browser.submit('/nabory/1/przesuniecie', { to: 'today', reason: 'Nowa edycja.' });
    expect(plain(after.text)).toContain('Terminarz jest przesunięty, razem z okresem kosztów i płatności.');
    expect(call().movedByWeeks).toBe(52);
    expect(plain(after.text)).toContain('Terminy z 2024 r.');
  });

  test('back to the original dates is offered only where they were left', async () => {
    const before = await browser.get('/nabory/1/ustawienia');
    expect(plain(before.text)).not.toContain('Terminy z 2024 r.');
    app.clock.setNow('2025-07-01T08:00:00.000Z');
    moveTimetable(app.deps, marta.actor, 1, { to: 'today', reason: 'Nowa edycja.' });
    await browser.get('/nabory/1/przesuniecie?do=original');
    await browser.submit('/nabory/1/przesuniecie', { to: 'original', reason: 'Pomyłka.' });
    expect([call().movedByWeeks, stageOf(call().stages, 'submission')?.endsAt]).toEqual([
      0,
      '2024-03-15T14:00:00.000Z',
    ]);
  });
});

describe('the form of the timetable', () => {
  const field = (name: string) => `stages[s${submissionId()}][${name}]`;

  test('changes the deadline by day and hour of Warsaw', async () => {
    await browser.get('/nabory/1/terminarz');
    const page = await browser.submit('/nabory/1/terminarz', {
      [field('endDay')]: '18.03.2024',
      [field('endHour')]: '16.30',
      reason: 'Awaria prądu.',
    });
    expect(plain(page.text)).toContain('Terminy są zapisane.');
    expect(stageOf(call().stages, 'submission')?.endsAt).toBe('2024-03-18T15:30:00.000Z');
  });

  test('without an hour takes the whole day', async () => {
    await browser.get('/nabory/1/terminarz');
    await browser.submit('/nabory/1/terminarz', { [field('endHour')]: '', reason: 'Awaria prądu.' });
    expect(stageOf(call().stages, 'submission')?.endsAt).toBe('2024-03-15T22:59:59.999Z');
  });

  test.each([
    [
      { endDay: '31.03.2024', endHour: '2.30' },
      'Tej godziny tego dnia nie ma: zegary przestawia się wtedy na czas letni.',
    ],
    [{ endDay: '30.02.2024' }, 'Nie ma takiej daty.'],
    [{ endHour: '25.00' }, 'To nie jest godzina.'],
    [{ endDay: '', endHour: '15.00' }, 'Podaj także dzień tej godziny.'],
    [{ endDay: '12.02.2024', endHour: '0.00' }, 'Koniec musi być później niż początek.'],
    [{ place: 'ą'.repeat(201) }, 'Miejsce może mieć najwyżej 200 znaków.'],
  ])('refuses %j at its field and keeps what was typed', async (typed, message) => {
    const before = call().stages;
    await browser.get('/nabory/1/terminarz');
    const fields = Object.fromEntries(Object.entries(typed).map(([name, value]) => [field(name), value]));
    const page = await browser.post('/nabory/1/terminarz', fields);
    expect(page.status).toBe(422);
    expect(plain(page.text)).toContain(message);
    const kept = new Map(page.forms.find((form) => form.action === '/nabory/1/terminarz')?.filled);
    for (const [name, value] of Object.entries(fields)) expect(kept.get(name)).toBe(value);
    expect(call().stages).toEqual(before);
  });

  test('shows both versions to the second of two editors', async () => {
    const second = app.as(marta);
    await second.get('/nabory/1/terminarz');
    await browser.get('/nabory/1/terminarz');
    await browser.submit('/nabory/1/terminarz', { [field('endDay')]: '19.03.2024', reason: 'Awaria prądu.' });
    const clash = await second.post('/nabory/1/terminarz', {
      [field('endDay')]: '18.03.2024',
      reason: 'Awaria prądu.',
    });
    expect(clash.status).toBe(409);
    expect(plain(clash.text)).toContain('Teraz zapisane: 12 lutego – 19 marca 2024 r., godz. 15.00');
    expect(
      new Map(clash.forms.find((form) => form.action === '/nabory/1/terminarz')?.filled).get(field('endDay')),
    ).toBe('18.03.2024');
    await second.submit('/nabory/1/terminarz');
    expect(stageOf(call().stages, 'submission')?.endsAt).toBe('2024-03-18T14:00:00.000Z');
  });
});

describe('the form of pool and limits', () => {
  test('takes amounts as people write them', async () => {
    await browser.get('/nabory/1/kwoty');
    await browser.submit('/nabory/1/kwoty', { pool: '23 999,5 zł', max: '7000', minInitiatives: '4' });
    expect(call()).toMatchObject({
      poolGrosze: 23_999_50,
      maxGrosze: 7_000_00,
      minGrosze: 2_000_00,
      minInitiatives: 4,
    });
  });

  test.each([
    ['pool', '1.234,56', 'W kwocie jest więcej niż jeden przecinek lub kropka.'],
    ['pool', '1,155', 'Po przecinku lub kropce są więcej niż dwie cyfry.'],
    ['min', '-5', 'Kwota nie może być ujemna.'],
    ['max', '1e3', 'To nie jest kwota.'],
    ['pool', '1000000000000000', 'Ta kwota jest za duża.'],
    ['min', '', 'Brakuje kwoty.'],
    ['min', '0', 'Kwota musi być większa od zera.'],
    ['pool', '24 000,01', 'W budżecie zadania jest na to 24 000,00 zł z dotacji.'],
    ['quorum', '0', 'Wpisz liczbę od 1 do 99.'],
    ['thresholdPercent', '101', 'Wpisz liczbę od 0 do 100.'],
  ])('refuses %s „%s” and keeps it', async (name, value, message) => {
    await browser.get('/nabory/1/kwoty');
    const page = await browser.post('/nabory/1/kwoty', { [name]: value });
    expect(page.status).toBe(422);
    expect(plain(page.text)).toContain(message);
    expect(new Map(page.forms.find((form) => form.action === '/nabory/1/kwoty')?.filled).get(name)).toBe(value);
    expect(call()).toMatchObject({ poolGrosze: 24_000_00, version: call().version });
  });
});
