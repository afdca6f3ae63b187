import { afterEach, beforeEach, expect, test } from 'vitest';
import { readOrganisation } from '../../src/features/organisation/queries.ts';
import { warsawDay } from '../../src/lib/days.ts';
import { words } from '../accounts/door.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Page } from '../support/client.ts';

let house: TestApp;

beforeEach(async () => {
  house = await startTestApp({
    beginning: 'draft',
    at: '2024-03-15T11:00:00.000Z',
    publicUrl: 'https://konkurs.example.org',
  });
});
afterEach(() => house.close());

function headings(page: Page): string[] {
  return [...page.html.matchAll(/<h([1-6])\b[^>]*>([^<]*)</g)].map(
    ([, level, words = '']) => `h${level} ${words.replaceAll('\u00a0', ' ')}`,
  );
}

// The list of the technical conditions for accessibility declarations, version 2.0 of 31 July 2024.
const mandatory = [
  'a11y-wstep',
  'a11y-podmiot',
  'a11y-zakres',
  'a11y-url',
  'a11y-data-publikacja',
  'a11y-data-aktualizacja',
  'a11y-status',
  'a11y-data-sporzadzenie',
  'a11y-kontakt',
  'a11y-email',
  'a11y-telefon',
  'a11y-procedura',
  'a11y-architektura',
  'a11y-komunikacja',
];

test('the accessibility declaration has every mandatory id once and the headings in their order', async () => {
  const page = await house.visitor().get('/dostepnosc');
  const ids = [...page.html.matchAll(/\bid="(a11y-[\w-]+)"/g)].map(([, id]) => id);
  expect(ids.sort()).toEqual([...mandatory].sort());
  expect(headings(page)).toEqual([
    'h1 Deklaracja dostępności',
    'h2 Stan dostępności cyfrowej',
    'h2 Niedostępne treści',
    'h3 Niezgodność z załącznikiem do ustawy',
    'h2 Przygotowanie deklaracji dostępności',
    'h2 Udogodnienia, ograniczenia i inne informacje',
    'h2 Skróty klawiszowe',
    'h2 Informacje zwrotne i dane kontaktowe',
    'h2 Obsługa wniosków i skarg związanych z dostępnością',
    'h2 Pozostałe informacje',
    'h3 Aplikacje mobilne',
    'h3 Dostępność architektoniczna',
    'h3 Dostępność komunikacyjno-informacyjna',
  ]);
  expect(page.html).toContain('<a id="a11y-url" href="https://konkurs.example.org">');
  const begunOn = warsawDay(readOrganisation(house.deps.db).createdAt);
  expect(page.html).toContain(`<time id="a11y-data-sporzadzenie" datetime="${begunOn}">`);
});

test('what staff wrote of the building, and their review, stand in the declaration', async () => {
  const joanna = house.as(house.person('Joanna Wasilewska', 'joanna@example.org', ['coordinator']));
  await joanna.get('/administracja/instytucja');
  await joanna.post('/administracja/instytucja', {
    buildingAccess: 'Wejście od ul. Łąkowej, bez progu.\n\nToaleta na parterze.',
    knownBarriers: 'Mapa partnerów to obraz <bez opisu>.',
    accessibilityReviewedOn: '1 marca 2024 r.',
  });
  const page = await house.visitor().get('/dostepnosc');
  expect(words(page)).toContain('Wejście od ul. Łąkowej, bez progu.\nToaleta na parterze.');
  expect(words(page)).not.toContain('Opisu budynku jeszcze tu nie ma.');
  expect(page.html).toContain('Mapa partnerów to obraz &lt;bez opisu&gt;.');
  expect(page.html).toContain('<time id="a11y-data-przeglad" datetime="2024-03-01">');
});

test('the privacy notice names the administrator, the officer, the funder and the right to complain', async () => {
  const page = (await house.visitor().get('/dane-osobowe')).text.replaceAll('\u00a0', ' ');
  expect(page).toContain('Administratorem danych jest Biblioteka Publiczna w Sejnach, ul. Łąkowa 1, 16-500 Sejny.');
  expect(page).toContain('do osoby, która ich u nas pilnuje: Inspektor ochrony danych, iod@sejny.example.org.');
  expect(page).toContain('Narodowe Centrum Kultury');
  expect(page).toContain('skargę do Prezesa Urzędu Ochrony Danych Osobowych');
  expect(page).toContain('art. 399 Prawa komunikacji elektronicznej');
});

test('the pages are linked from the foot of every page', async () => {
  const { links } = await house.visitor().get('/wejscie');
  expect([
    links.get('Deklaracja dostępności'),
    links.get('Ochrona danych osobowych'),
    links.get('Pomoc i\u00a0kontakt'),
  ]).toEqual(['/dostepnosc', '/dane-osobowe', '/pomoc']);
});
