import { execFileSync } from 'node:child_process';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { settleInitiative } from '../../src/features/settlements/commands.ts';
import { day } from '../../src/lib/days.ts';
import { grosze } from '../../src/lib/money.ts';
import { exclude, type Ground, newGround, plain } from '../expenses/ground.ts';
import type { Page } from '../support/client.ts';
import { bookedInvoice, lineOf, paidInvoice } from '../support/story/expenses.ts';

let ground: Ground;
beforeAll(async () => {
  ground = await newGround();
  const { deps } = ground.app;
  const { print, materials, ownPromotion } = ground.lines;
  // Last year's training, paid then; this year's bills of two initiatives; one bill still owed.
  ground.app.clock.set('2023-11-20T10:00:00.000Z');
  const training = lineOf(deps, '1', 'prowadzenie i materiały szkoleniowe', 'grant', 2023);
  paidInvoice(deps, {
    parts: [{ lineId: training, initiativeId: null, amount: grosze(3_333_33) }],
    number: 'R 1/2023',
    kind: 'bill',
    sellerName: 'Vaiva Stankevičienė',
    issuedOn: day('2023-11-15'),
    description: 'Szkolenie z diagnozy',
  });
  ground.app.clock.set('2024-06-13T10:00:00.000Z');
  paidInvoice(deps, {
    parts: [
      { lineId: print, initiativeId: ground.shelf, amount: grosze(1_000_00) },
      { lineId: print, initiativeId: ground.benches, amount: grosze(430_00) },
      { lineId: ownPromotion, initiativeId: ground.shelf, amount: grosze(400_00) },
    ],
    outside: grosze(15_00),
    number: 'FV/118/06/2024',
  });
  settleInitiative(deps, ground.accountant, { initiativeId: ground.shelf, note: '' });
  bookedInvoice(deps, {
    parts: [{ lineId: materials, initiativeId: null, amount: grosze(120_00) }],
    number: 'KS 9/2024',
    description: 'Papier',
  });
});
afterAll(() => ground.app.close());

const wordsIn = (pdf: Buffer) =>
  plain(execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf, encoding: 'utf8' })).replace(/\s+/g, ' ');

async function made(path: string, title: string): Promise<string> {
  const teresa = ground.as(ground.accountant);
  await teresa.get('/raporty');
  const waiting = await teresa.submit(path);
  expect(plain(waiting.text)).toContain(`${title}: w przygotowaniu, odśwież stronę za chwilę`);
  await ground.app.drain();
  const ready = await ground.as(ground.inspector).get('/raporty');
  const file = await ground.as(ground.inspector).get(hrefOf(ready, title));
  expect([file.status, file.headers['content-type']]).toEqual([200, 'application/pdf']);
  return wordsIn(file.body);
}

const hrefOf = (page: Page, title: string) => [...page.links].find(([words]) => plain(words) === title)?.[1] ?? '';

describe('the project’s report', () => {
  let words: string;
  beforeAll(async () => {
    words = await made('/raporty/wykonanie', 'Raport z wykonania zadania, stan na 13.06.2024');
  });

  test('counts as carried out only what is paid, by task and source', () => {
    // Trainings: 3 333,33 of 20 000,00 = 16,67%; initiatives 1 430,00 of 24 000,00 = 5,96%, 120,00 owed; promotion own 400,00 of 2 000,00.
    expect(words).toContain('1. Szkolenia zespołu i partnerów dotacja 20 000,00 3 333,33 16,67% 0,00');
    expect(words).toContain('4. Inicjatywy lokalne dotacja 24 000,00 1 430,00 5,96% 120,00');
    expect(words).toContain('6. Promocja wkład własny 2 000,00 400,00 20% 0,00');
    expect(words).toContain('Razem dotacja 119 600,00 4 763,33 3,98% 120,00');
    expect(words).toContain('wkład własny 14 100,00 400,00 2,84% 0,00');
    expect(words).toContain('całość 133 700,00 5 163,33 3,86% 120,00');
  });

  test('names what the own share is a share of', () => {
    expect(words).toContain('W planie 10,55% całkowitej wartości zadania (14 100,00 zł z 133 700,00 zł)');
    expect(words).toContain('W wykonaniu 7,75% całkowitej wartości zadania (400,00 zł z 5 163,33 zł)');
  });

  test('parts the years, of lines and of payments', () => {
    expect(words).toContain('2023 dotacja 52 000,00 3 333,33 3 333,33');
    expect(words).toContain('2024 dotacja 67 600,00 1 430,00 1 430,00');
    expect(words).toContain('2024 wkład własny 9 000,00 400,00 400,00');
    expect(words).toContain('Razem 133 700,00 5 163,33 5 163,33');
  });

  test('lists initiatives with three sums, and the needs they answer', () => {
    expect(words).toMatch(
      /PB\/2024\/01 Dwa języki, jedna półka Grupa „Dwa języki, jedna półka” 2 230,00 2 230,00 1 000,00/,
    );
    expect(words).toMatch(/PB\/2024\/02 Ławki z wierszem Grupa „Ławki z wierszem” 2 415,00 2 415,00 w toku/);
    expect(words).toContain('Razem 4 645,00 4 645,00 1 000,00');
    expect(words).toContain('Opowieści starszych, zanim znikną');
    expect(words).toContain('Finansujący Narodowe Centrum Kultury');
  });
});

test('the register has every part with its payment, and sums by source', async () => {
  const words = await made('/raporty/zestawienie', 'Zestawienie dokumentów księgowych, stan na 13.06.2024');
  expect(words).toContain('Vaiva Stankevičienė');
  expect(words).toContain('nie zapłacono');
  expect(words).toContain('Zapłacono z dotacji 4 763,33 zł');
  expect(words).toContain('Zapłacono z wkładu własnego 400,00 zł');
  expect(words).toContain('Do zapłaty 120,00 zł');
  // 3 333,33 + 1 000,00 + 430,00 + 400,00 + 120,00.
  expect(words).toMatch(/Razem 5 283,33 w tym z dotacji 4 883,33 w tym z wkładu własnego 400,00/);
  expect(words).toContain('wyciąg 7');
  expect(words).toContain('FV/118/06/2024, część 3 6. druk i promocja, 2024, PB/2024/01 wkład własny');
});

test('the printed settlement says the same as its row', async () => {
  await ground.app.drain();
  const page = await ground.as(ground.coordinator).get(`/inicjatywy/${ground.shelf}/rozliczenie`);
  const href = hrefOf(page, 'Rozliczenie inicjatywy PB/2024/01');
  const words = wordsIn((await ground.as(ground.coordinator).get(href)).body);
  expect(words).toContain('Kwota uzgodniona 2 230,00 zł (słownie: dwa tysiące dwieście trzydzieści złotych 00/100)');
  expect(words).toContain('Zapłacono z dotacji 1 000,00 zł (słownie: tysiąc złotych 00/100)');
  expect(words).toContain('Niewykorzystano 1 230,00 zł');
  expect(words).toContain('Dołożono z wkładu własnego 400,00 zł');
  expect(words).toContain('faktura FV/118/06/2024 z 13.06.2024');
  expect(words).toContain('Teresa Krupińska');
  const leader = ground.app.deps.db.get<{ id: number }>(
    sql`select person_id as id from application_members limit 1`,
  ) ?? { id: 0 };
  expect((await ground.app.as(leader).get(href)).status).toBe(404);
});

test('the register opens to nobody from whom one of its documents is closed; the report does', async () => {
  const fileOf = (kind: string) =>
    `/pliki/${ground.app.deps.db.get<{ id: number }>(sql`select file_id as id from documents where kind = ${kind}`)?.id}`;
  const regina = ground.as(ground.director);
  expect((await regina.get(fileOf('document_register'))).status).toBe(200);
  exclude(ground, ground.director, ground.shelf);
  expect((await regina.get(fileOf('document_register'))).status).toBe(404);
  expect((await regina.get(fileOf('project_report'))).status).toBe(200);
  const page = plain((await regina.get('/raporty')).text);
  expect(page).toContain('całe zestawienie otwierają inne osoby');
  expect(page).not.toContain('Zestawienie dokumentów księgowych, stan na');
  expect((await ground.as(ground.inspector).get(fileOf('document_register'))).status).toBe(200);
});

test('only staff of the whole organisation opens reports', async () => {
  const { fileId } = ground.app.deps.db.get<{ fileId: number }>(
    sql`select file_id as fileId from documents where kind = 'project_report'`,
  ) ?? { fileId: 0 };
  const elsewhere = ground.app.person('Ryszard Wiatr', 'ryszard@example.org', [{ role: 'director', callId: 1 }]);
  expect((await ground.app.as(elsewhere).get(`/pliki/${fileId}`)).status).toBe(404);
  expect((await ground.app.visitor().get(`/pliki/${fileId}`)).status).toBe(404);
  expect(
    (await ground.as(ground.inspector).get('/raporty')).forms.filter((form) => form.action.startsWith('/raporty')),
  ).toEqual([]);
});
