import { execFileSync } from 'node:child_process';
import { sql } from 'drizzle-orm';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { axeFindings, hasSidewaysScroll, openBrowser } from '../support/browser.ts';
import type { Client } from '../support/client.ts';
import type { TestPerson } from '../support/house.ts';
import { fillIn } from '../support/story/applications.ts';
import { scan } from './papers.ts';

/** Mrs Stefania, 75, has a telephone, a house number and no e-mail. She brings the paper form on 13 March and comes back two days later. */
const browser = openBrowser();
const stefania = 'Stefania Wróbel';

let app: TestApp;
let joanna: TestPerson;
let files: Client;
let page: Page;

beforeAll(async () => {
  app = await startTestApp({ beginning: 'open', at: '2024-03-13T10:00:00.000Z', listening: true });
  joanna = app.person('Joanna Wasilewska', 'joanna@example.org', ['coordinator']);
  files = app.as(joanna);
  const desk = await browser.newVisitor({ origin: app.url });
  await desk.context.addCookies([{ name: 'session', value: files.cookies.get('session') ?? '', url: app.url }]);
  page = desk.page;
});
afterAll(() => app.close());

const press = async (name: string) => {
  await page.getByRole('button', { name, exact: true }).click();
  await page.waitForLoadState();
};
const sees = (text: string) => page.getByText(text, { exact: false }).first().waitFor();
const expectWell = async () => {
  expect([page.url(), await hasSidewaysScroll(page)]).toEqual([page.url(), false]);
  expect([page.url(), await axeFindings(page)]).toEqual([page.url(), []]);
};

/** The words of the newest paper of this kind. */
async function paper(kind: string): Promise<string> {
  await app.drain();
  const row = app.deps.db.get<{ id: number }>(
    sql`select file_id as id from documents where kind = ${kind} order by id desc limit 1`,
  );
  const pdf = await files.send({ method: 'GET', url: `/pliki/${row?.id}` });
  const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf.body, encoding: 'utf8' });
  return text.replaceAll('\u00a0', ' ').replace(/\s+/gu, ' ');
}

const versions = () =>
  app.deps.db.all(sql`select v.number, v.content ->> 'title' as title from application_versions v order by v.id`);

test('the form is printed blank, with every question on it', async () => {
  await page.goto('/nabory/1/ustawienia');
  await press('Przygotuj formularz w PDF jeszcze raz');
  const words = await paper('blank_form');
  for (const asked of ['Opowiedzcie o pomyśle w kilku zdaniach', 'Kosztorys', 'podpis']) expect(words).toContain(asked);
});

test('Joanna keys in what came on paper, keeps the signed sheet and sends it in the name of Mrs Stefania', async () => {
  await page.goto('/nabory/1/w-imieniu');
  await page.getByLabel('Przepisuję wniosek z papieru', { exact: false }).check();
  await page.getByLabel('Grupa nieformalna', { exact: false }).check();
  await page.getByLabel('Imię i nazwisko').fill(stefania);
  await page.getByLabel('Telefon').fill('87 516 20 11');
  await page.getByLabel('Ulica i numer', { exact: false }).fill('Żegary 14');
  await page.getByLabel('Kod pocztowy').fill('16-500');
  await page.getByLabel('Miejscowość').fill('Sejny');
  await page.getByLabel('Dzień wpływu').fill('13.03.2024');
  await page.getByLabel('Godzina wpływu').fill('10.30');
  await page.getByLabel('Przyniesiono', { exact: false }).check();
  await expectWell();
  await press('Zacznij wpisywać');
  await sees('W imieniu: Stefania Wróbel');
  const story = { leader: stefania, email: '', title: 'Obrus na sto lat', groupName: 'Koło z Łąki' };
  fillIn(app.deps, joanna.actor, 1, { ...story, applicant: { email: '', street: 'Żegary 14' } });

  await page.goto('/wnioski/1/czesci/sprawdz');
  await sees('Najpierw potrzebna jest zgoda osoby.');
  await page.getByRole('link', { name: 'Dołącz podpis albo wpisz kod' }).click();
  await sign('13.03.2024', 'wniosek-z-podpisem.pdf');
  await expectWell();
  await page.goto('/wnioski/1/czesci/sprawdz');
  await press('Złóż wniosek');
  await sees('Wniosek jest złożony');
  await sees('13 marca 2024 r., godz. 10.30');
  expect(versions()).toEqual([{ number: 1, title: 'Obrus na sto lat' }]);
});

test('her receipt waits to be printed, with her postal address', async () => {
  const words = await paper('letter');
  for (const part of [stefania, 'Żegary 14', 'PB/2024/01']) expect(words).toContain(part);
  await page.goto('/skrzynka/do-wydruku');
  await sees(stefania);
  await expectWell();
});

test('she comes back before the deadline, and what changes is printed, signed and sent under the same number', async () => {
  app.clock.set('2024-03-15T09:00:00.000Z');
  await page.goto('/wnioski/1');
  await press('Zmieńcie w imieniu osoby');
  await sees('Zmieniacie złożony wniosek PB/2024/01');
  const copy = new URL(page.url()).pathname.replace('/w-imieniu', '');
  await page.goto(`${copy}/czesci/idea`);
  await page.locator('[name=title]').fill('Obrus na sto dwa lata');
  await page
    .getByRole('button', { name: /Zapisz/ })
    .first()
    .click();
  await page.waitForLoadState();
  await page.goto(`${copy}/w-imieniu`);
  await press('Przygotuj wydruk tego, co jest teraz');
  expect(await paper('application_printout')).toContain('Obrus na sto dwa lata');
  await page.goto(`${copy}/w-imieniu`);
  await page.getByLabel('Na wydruku tego, co jest wpisane').check();
  await sign('15.03.2024', 'zmiany-z-podpisem.pdf');
  await page.goto(`${copy}/czesci/sprawdz`);
  await expectWell();
  await press('Wyślij zmiany');
  await sees('Zmiany wniosku są złożone');
  expect(versions()).toEqual([
    { number: 1, title: 'Obrus na sto lat' },
    { number: 2, title: 'Obrus na sto dwa lata' },
  ]);
  expect(await paper('letter')).toContain('To jest teraz wersja 2');
});

async function sign(signedOn: string, name: string): Promise<void> {
  await page.getByLabel('Dzień podpisania').fill(signedOn);
  await page.getByLabel('Skan albo zdjęcie podpisanych kartek').setInputFiles(await scan(name, 'podpis odreczny'));
  await Promise.all([
    page.waitForEvent('framenavigated'),
    page.getByRole('button', { name: 'Dołącz podpis', exact: true }).click(),
  ]);
  await page.waitForLoadState();
  await page
    .getByText(/Podpis na/u)
    .first()
    .waitFor();
}
