import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { axeFindings, hasSidewaysScroll, openBrowser, shot, type Visitor } from '../support/browser.ts';

const browser = openBrowser();
const path = '/pisma/dokumenty/porozumienie-o-wspolpracy-grupa-nieformalna';
let house: TestApp;
let cookie: string;

beforeAll(async () => {
  house = await startTestApp({ listening: true, at: '2024-03-18T11:00:00.000Z' });
  const joanna = house.as(house.person('Joanna Wasilewska', 'joanna@example.org', ['coordinator']));
  cookie = joanna.cookies.get('session') ?? '';
  const form = (await joanna.get(path)).forms.find(({ action }) => action === path);
  const text = String(form?.filled.find(([name]) => name === 'text')?.[1]);
  await joanna.submit(path, { text: text.replace('krótkie sprawozdanie', 'sprawozdanie'), note: 'prościej' });
});
afterAll(() => house.close());

async function joannaAt(width: number, javaScript = true): Promise<Visitor> {
  const visitor = await browser.newVisitor({ origin: house.url, width, javaScript });
  await visitor.context.addCookies([{ name: 'session', value: cookie, url: house.url }]);
  return visitor;
}

describe.each([360, 1280])('at %d pixels', (width) => {
  test('the pages of document texts fit and are accessible', async () => {
    const { page } = await joannaAt(width);
    const addresses = { papers: '/pisma/dokumenty', paper: path, rules: '/pisma/dokumenty/regulamin-konkursu' };
    for (const [name, address] of Object.entries(addresses)) {
      await page.goto(address);
      await page.locator('details').evaluateAll((folds) => {
        for (const fold of folds) fold.setAttribute('open', '');
      });
      await shot(page, `correspondence-${name}-${width}`);
      expect([name, await axeFindings(page), await hasSidewaysScroll(page)]).toEqual([name, [], false]);
    }
  });
});

test('the document follows what Joanna types: a fault with its line first, then the document again', async () => {
  const { page } = await joannaAt(1280);
  await page.goto(path);
  const preview = page.locator('#podglad');
  const area = page.getByLabel('Treść');
  const whole = await area.inputValue();
  await area.fill(whole.replace('[kosztorys]', '[kosztorsy]'));
  await preview.getByText('nie ma części [kosztorsy].').waitFor();
  await page.locator('#stan', { hasText: 'Czy chodziło o [kosztorys]?' }).waitFor();
  await area.fill(whole.replace('## nr {{numer}}, inicjatywa {{tytuł}}', '## nr {{numer}}'));
  await preview.locator('mark', { hasText: 'PB/2024/03/P' }).waitFor();
  await page.locator('#stan', { hasText: 'Tekst jest poprawny.' }).waitFor();
});

test('without JavaScript the same is done with buttons, and the PDF of a typed text comes as a file', async () => {
  const { page } = await joannaAt(360, false);
  await page.goto(path);
  const area = page.getByLabel('Treść');
  const whole = await area.inputValue();
  await area.fill(whole.replace('# Porozumienie', 'Porozumienie'));
  await page.getByRole('button', { name: 'Pokaż PDF' }).click();
  await page.getByRole('link', { name: /Dokument nie ma tytułu/u }).waitFor();
  await shot(page, 'correspondence-paper-refused-360');
  await area.fill(whole);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Pokaż PDF' }).click(),
  ]);
  expect(file.suggestedFilename()).toBe('porozumienie-o-wspolpracy-grupa-nieformalna-proba.pdf');
});
