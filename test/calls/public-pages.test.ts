import { afterEach, describe, expect, test } from 'vitest';
import { announceCall, returnToDraft } from '../../src/features/calls/commands/lifecycle.ts';
import { startTestApp, type TestApp } from '../support/app.ts';

let app: TestApp;
afterEach(() => app.close());

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

async function open(beginning: 'draft' | 'open', at: string): Promise<void> {
  app = await startTestApp({ beginning, at });
}

describe('a visitor at the door', () => {
  test('reads what, who, how much, when, rules, documents, contact and the next date', async () => {
    await open('open', '2024-02-28T10:00:00.000Z');
    const page = await app.visitor().get('/');
    const text = plain(page.text);
    expect(page.status).toBe(200);
    expect(text).toContain('„Para-buch! Biblioteka – w ruch!”');
    expect(text).toContain('Pieniędzy nie wypłacamy – to biblioteka kupuje i płaci.');
    expect(text).toContain('Zostało: 16 dni i 4 godziny');
    expect(text).toContain('Wnioski przyjmujemy do piątku 15 marca 2024 r., godz. 15.00');
    expect(text).toContain('Najbliższy termin: 4 marca 2024 r., godz. 14.00, Konsultacje wniosków.');
    for (const fact of [
      '24 000,00 zł',
      'od 2 000,00 zł do 8 000,00 zł',
      'co najmniej 3 inicjatywy',
      'powiat sejneński',
      '13 maja – 30 września 2024 r.',
    ]) {
      expect(text).toContain(fact);
    }
    expect(text).toContain('Grupa nieformalna: co najmniej 3 osoby, w tym jedna pełnoletnia');
    expect(text).toContain(
      'Konsultacje wniosków: 26 lutego 2024 r., 4 marca 2024 r. i 11 marca 2024 r., godz. 14.00–18.00, czytelnia biblioteki, ul. Łąkowa 1.',
    );
    expect(text).toContain('poczęstunek, do 10% kwoty');
    expect(page.links.get('Zacznij pisać wniosek')).toBe('/wnioski/nowy?nabor=1');
    expect(page.links.get('Regulamin konkursu')).toBe('/nabory/1/regulamin');
    expect(page.links.get('Jak przetwarzamy dane')).toBe('/nabory/1/dane-osobowe');
    expect(page.links.has('Ustawienia konkursu')).toBe(false);
  });

  test('meets no line that ends with a one-letter word, in words of data either', async () => {
    await open('open', '2024-03-04T10:00:00.000Z');
    const found = [];
    for (const path of ['/', '/nabory/1/regulamin', '/pomoc', '/dostepnosc', '/projekt']) {
      const { text } = await app.visitor().get(path);
      found.push(...[...text.matchAll(/(?<![\p{L}\p{N}])[aiouwz] \S+/giu)].map(([words]) => `${path}: ${words}`));
    }
    expect(found).toEqual([]);
  });

  test('before the first day reads when it will open, and finds no button', async () => {
    await open('draft', '2024-02-10T10:00:00.000Z');
    const marta = app.person('Marta Wysocka', 'marta@example.org', ['coordinator']);
    announceCall(app.deps, marta.actor, 1);
    const page = await app.visitor().get('/');
    expect(plain(page.text)).toContain('Do początku naboru: 1 dzień i 13 godzin');
    expect(plain(page.text)).toContain('Wnioski przyjmujemy od poniedziałku 12 lutego 2024 r.');
    expect(page.links.has('Zacznij pisać wniosek')).toBe(false);
  });

  test.each([
    ['a second before the deadline', '2024-03-15T13:59:59.000Z', true],
    ['at the deadline', '2024-03-15T14:00:00.000Z', false],
  ])('%s', async (_when, at, isOpen) => {
    await open('open', at);
    const page = await app.visitor().get('/nabory/1');
    expect(page.links.has('Zacznij pisać wniosek')).toBe(isOpen);
    expect(
      plain(page.text).includes('Nabór wniosków jest zakończony. Teraz: Sprawdzenie formalne, 15–20 marca 2024 r.'),
    ).toBe(!isOpen);
  });

  test('is told nothing of a call in preparation, not even its rules', async () => {
    await open('draft', '2024-02-01T10:00:00.000Z');
    const visitor = app.visitor();
    for (const path of ['/', '/nabory/1']) {
      const page = await visitor.get(path);
      expect([page.status, page.title]).toEqual([200, 'Konkurs w przygotowaniu – Oddolnie']);
      for (const secret of ['24 000', '24\u00a0000', 'Para-buch! Biblioteka – w', 'poczęstunek']) {
        expect(page.html.replace(/<footer[\s\S]*/, '')).not.toContain(secret);
      }
    }
    const absent = await visitor.get('/nabory/99/regulamin');
    for (const path of ['/nabory/1/regulamin', '/nabory/1/dane-osobowe']) {
      const page = await visitor.get(path);
      expect([page.status, page.title]).toEqual([404, absent.title]);
    }
  });

  test('finds no call under a number that was never given, or under no number', async () => {
    await open('open', '2024-02-28T10:00:00.000Z');
    const visitor = app.visitor();
    for (const path of ['/nabory/2', '/nabory/0', '/nabory/jeden', '/nabory/2/regulamin', '/nabory/2/dane-osobowe']) {
      expect((await visitor.get(path)).status).toBe(404);
    }
  });
});

describe('the rules', () => {
  test('are one page, with annexes drawn from the call', async () => {
    await open('open', '2024-02-28T10:00:00.000Z');
    const text = plain((await app.visitor().get('/nabory/1/regulamin')).text);
    expect(text).toContain('§ 1. O konkursie');
    expect(text).toContain('§ 14. Dane osobowe i zmiany regulaminu');
    expect(text).toMatch(/Pula konkursu\s*24 000,00 zł/);
    expect(text).toContain('12 lutego – 15 marca 2024 r., godz. 15.00');
    expect(text).toContain('poczęstunek, najwyżej 10% kwoty inicjatywy (bez alkoholu)');
    expect(text).toContain('Wniosek złożono w terminie');
    expect(text).toContain(
      'Inicjatywa młodzieży: 3 punkty, gdy pomysł wymyślili i prowadzą ludzie do 19 lat; inaczej 0.',
    );
  });

  test('and the privacy clause names the administrator of the data and the office to complain to', async () => {
    await open('open', '2024-02-28T10:00:00.000Z');
    const text = plain((await app.visitor().get('/nabory/1/dane-osobowe')).text);
    expect(text).toContain('Administratorem danych jest Biblioteka Publiczna w Sejnach');
    expect(text).toContain('Prezesa Urzędu Ochrony Danych Osobowych');
  });
});

test('the coordinator sees the draft as it will look, and after taking a call back again', async () => {
  await open('open', '2024-02-28T10:00:00.000Z');
  const marta = app.person('Marta Wysocka', 'marta@example.org', ['coordinator']);
  returnToDraft(app.deps, marta.actor, 1);
  const page = await app.as(marta).get('/');
  expect(plain(page.text)).toContain('To jest szkic');
  expect(plain(page.text)).toContain('24 000,00 zł');
  expect(page.links.get('Przejdź do ustawień konkursu')).toBe('/nabory/1/ustawienia');
  expect(page.links.has('Zacznij pisać wniosek')).toBe(false);
});
