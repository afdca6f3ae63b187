import { sql } from 'drizzle-orm';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readActor } from '../../src/features/accounts/queries.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { axeFindings, hasSidewaysScroll, openBrowser, shot, type Visitor } from '../support/browser.ts';
import { fillIn } from '../support/story/applications.ts';
import { coordinatorOf } from '../support/story/jury.ts';
import { codeIn } from './steps/letters.ts';

const browser = openBrowser();
const title = 'Ławka pod lipą na niby';
const email = 'kalina@example.org';

let app: TestApp;
let joanna: Visitor;
let kalina: Visitor;
let address = '';
let home = '';
beforeAll(async () => {
  app = await startTestApp({ beginning: 'open', listening: true, mail: true });
  app.person('Kalina Sidor', email);
});
afterAll(() => app.close());

/** Everything a page must be, on a phone and on a desk. */
async function expectWell(page: Page, name: string): Promise<void> {
  await shot(page, name);
  expect([name, await hasSidewaysScroll(page)]).toEqual([name, false]);
  expect([name, await axeFindings(page)]).toEqual([name, []]);
}

const press = (page: Page, name: string) => page.getByRole('button', { name }).click();

test('Joanna starts the rehearsal and copies its address', async () => {
  joanna = await browser.newVisitor({ origin: app.url });
  const session = app.as({ id: coordinatorOf(app.deps).personId }).cookies.get('session') ?? '';
  await joanna.context.addCookies([{ name: 'session', value: session, url: app.url }]);
  const { page } = joanna;
  await page.goto('/nabory/1/ustawienia');
  await page.getByRole('link', { name: 'Próba generalna' }).click();
  await expectWell(page, 'rehearsal-start');
  await press(page, 'Zacznij próbę');
  await page.getByText('Próba się zaczęła.', { exact: false }).waitFor();
  await expectWell(page, 'rehearsal-hub');
  home = new URL(page.url()).pathname;
  address = (await page.getByRole('link', { name: '/proba/' }).textContent()) ?? '';
  expect(address).toContain(`${app.url}/proba/`);
});

test('a colleague opens it on her phone, signs in and joins', async () => {
  kalina = await browser.newVisitor({ origin: app.url, width: 360 });
  const { page } = kalina;
  await page.goto(new URL(address).pathname);
  await page.getByLabel('e-mail').first().fill(email);
  await press(page, 'Wyślij');
  await page.getByLabel('Kod z listu').waitFor();
  await app.drain();
  const letter = await app.mailbox.waitFor(({ envelope }) => envelope.to.includes(email));
  await page.getByLabel('Kod z listu').fill(codeIn(letter));
  await press(page, 'Wchodzę');
  await page.getByRole('heading', { name: 'Próba generalna' }).waitFor();
  await expectWell(page, 'rehearsal-join');
  await press(page, 'Dołączam do próby');
  await page.getByText('Jesteś w próbie.', { exact: false }).waitFor();
  await expectWell(page, 'rehearsal-hub-phone');
});

test('she applies as a group would', async () => {
  const { page } = kalina;
  await page.getByRole('link', { name: 'Złóż wniosek' }).click();
  await page.getByLabel('Grupa nieformalna').check();
  await expectWell(page, 'rehearsal-apply');
  await press(page, 'Zacznijcie pisać');
  await page.getByRole('heading', { name: '1. Kto składa' }).waitFor();
  const applicationId = Number(/\/wnioski\/(\d+)/.exec(page.url())?.[1]);
  const person = app.deps.db.get<{ id: number }>(sql`select id from people where email = ${email}`)?.id ?? 0;
  const actor = readActor(app.deps.db, person);
  if (actor === undefined) throw new Error('nobody applies');
  fillIn(app.deps, actor, applicationId, { leader: 'Kalina Sidor', email, title });
  await page.goto(`/wnioski/${applicationId}/czesci/sprawdz`);
  await press(page, 'Złóż wniosek');
  await page.getByText('Wniosek PROBA/2024/01 jest złożony.').waitFor();
  await expectWell(page, 'rehearsal-sent');
});

test('Joanna moves it on and reads the letter that went to nobody', async () => {
  await app.drain();
  expect(app.mailbox.letters.filter(({ subject }) => (subject ?? '').includes('PROBA'))).toEqual([]);
  const { page } = joanna;
  await page.goto(home);
  await press(page, 'Przesuń próbę do następnego etapu');
  await page.getByText('Próba przeszła do następnego etapu: Ocena formalna.').waitFor();
  await page.getByRole('link', { name: 'Zobacz listy' }).click();
  await expectWell(page, 'rehearsal-letters');
  await page.getByRole('link', { name: 'Wniosek PROBA/2024/01 złożony' }).click();
  await page.getByText('zatrzymany: próba generalna').first().waitFor();
  await expectWell(page, 'rehearsal-letter');
  await kalina.page.goto(`${home}/listy`);
  await expectWell(kalina.page, 'rehearsal-letters-phone');
});

test('she closes it, and nothing is left to see', async () => {
  const { page } = joanna;
  await page.goto(home);
  await page.getByRole('link', { name: 'Zakończ próbę' }).click();
  await expectWell(page, 'rehearsal-closing');
  await press(page, 'Zakończ próbę i skasuj jej treść');
  await page.getByText('Próba jest zakończona.', { exact: false }).waitFor();
  await expectWell(page, 'rehearsal-over');
  for (const visitor of [joanna, kalina])
    for (const path of [home, `${home}/listy`, '/nabory/2', '/wnioski/1', new URL(address).pathname]) {
      await visitor.page.goto(path);
      await visitor.page.getByRole('heading', { name: 'Nie ma takiej strony' }).waitFor();
    }
  await expectWell(kalina.page, 'rehearsal-gone-phone');
  await kalina.page.goto('/wnioski');
  expect(await kalina.page.getByText(title, { exact: false }).count()).toBe(0);
});
