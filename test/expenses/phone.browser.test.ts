import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { axeFindings, hasSidewaysScroll, openBrowser } from '../support/browser.ts';
import { accountantOf } from '../support/story/decisions.ts';
import { inRealisation, lineOf, twoGroups } from '../support/story/expenses.ts';
import { photo, plain } from './ground.ts';

const browser = openBrowser();
let app: TestApp;
let shelf: number;
beforeAll(async () => {
  app = await startTestApp({ beginning: 'open', listening: true });
  app.deps.db.raw.pragma('synchronous = off');
  [shelf = 0] = await inRealisation(app, twoGroups);
  app.clock.set('2024-06-13T10:00:00.000Z');
});
afterAll(() => app.close());

test('on a phone: a photograph, a few fields, a split that counts itself, an entry in the budget', async () => {
  const { page, context, close } = await browser.newVisitor({ origin: app.url, width: 360 });
  const session = app.as({ id: accountantOf(app.deps).personId }).cookies.get('session') ?? '';
  await context.addCookies([{ name: 'session', value: session, url: app.url }]);
  const findings: string[] = [];
  const look = async (where: string) => {
    findings.push(...(await axeFindings(page)));
    if (await hasSidewaysScroll(page)) findings.push(`${where} scrolls sideways`);
  };

  await page.goto('/wydatki');
  await look('list');
  await page.click('text=Nowy dokument');
  await look('new');
  await page.setInputFiles('#scan', { name: photo.name, mimeType: photo.type, buffer: photo.content });
  await page.selectOption('#kind', 'invoice');
  await page.fill('#number', 'FV/118/06/2024');
  await page.fill('#sellerName', 'Pracownia Druku „Hańcza”');
  await page.fill('#sellerNip', '1234563218');
  await page.fill('#issuedOn', '12.06.2024');
  await page.fill('#total', '1845');
  await page.fill('#description', 'Zakładki i plakaty');
  await page.selectOption('#initiative', String(shelf));
  await page.click('text=Zapisz i przejdź do podziału');
  await page.waitForURL(/wydatki\/\d+/);

  await look('split');
  const sums = page.locator('#suma');
  await page.fill('#rows-0-amount', '1 230,00');
  await expect.poll(async () => plain(await sums.innerText())).toMatch(/Zostaje do podziału\s+615,00 zł/);
  await page.click('text=Dodaj część');
  await page.selectOption('#rows-1-line', String(lineOf(app.deps, '6', 'druk i promocja', 'own')));
  await page.fill('#rows-1-amount', '600');
  await page.fill('#outside', '15,00');
  await expect.poll(async () => plain(await sums.innerText())).toContain('Wszystko podzielone co do grosza.');
  await look('split in parts');
  await page.click('text=Zapisz podział');

  await look('document');
  await page.click('text=Zaksięguj');
  await look('booking');
  await page.click('button:has-text("Zaksięguj")');
  await page.waitForSelector('h1:has-text("do wstępnej kontroli")');
  await look('booked document');
  expect(findings).toEqual([]);
  expect(
    app.deps.db.all(sql`select source, sum(owed_grosze) as owed from budget_balances group by source order by source`),
  ).toEqual([
    { source: 'grant', owed: 123000 },
    { source: 'own', owed: 60000 },
  ]);
  await close();
});
