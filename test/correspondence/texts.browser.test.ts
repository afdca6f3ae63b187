import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { axeFindings, hasSidewaysScroll, openBrowser, shot, type Visitor } from '../support/browser.ts';

const browser = openBrowser();
const path = '/pisma/wzory/wynik-oceny-formalnej';
let house: TestApp;
let cookie: string;

beforeAll(async () => {
  house = await startTestApp({ listening: true, at: '2024-03-18T11:00:00.000Z' });
  const joanna = house.as(house.person('Joanna Wasilewska', 'joanna@example.org', ['coordinator']));
  cookie = joanna.cookies.get('session') ?? '';
  await joanna.get(path);
  await joanna.submit(path, { subject: 'Wniosek {{number}} po ocenie formalnej', note: 'prościej' });
});
afterAll(() => house.close());

async function joannaAt(width: number, javaScript = true): Promise<Visitor> {
  const visitor = await browser.newVisitor({ origin: house.url, width, javaScript });
  await visitor.context.addCookies([{ name: 'session', value: cookie, url: house.url }]);
  return visitor;
}

describe.each([360, 1280])('at %d pixels', (width) => {
  test('the pages of letter texts fit and are accessible', async () => {
    const { page } = await joannaAt(width);
    for (const [name, address] of Object.entries({
      texts: '/pisma/wzory',
      text: path,
      settings: '/pisma/ustawienia',
    })) {
      await page.goto(address);
      await page.locator('details').evaluateAll((folds) => {
        for (const fold of folds) fold.setAttribute('open', '');
      });
      await shot(page, `correspondence-${name}-${width}`);
      expect([name, await axeFindings(page), await hasSidewaysScroll(page)]).toEqual([name, [], false]);
    }
  });
});

test('the letter follows what Joanna types: a fault with its line first, then the letter again', async () => {
  const { page } = await joannaAt(1280);
  await page.goto(path);
  const preview = page.locator('#podglad');
  await page.getByLabel('Treść').fill('Dzień dobry!\n\n{{tytul}}');
  await preview.getByText('Linia 3: nie ma pola {{tytul}}.').waitFor();
  await page.locator('#stan', { hasText: 'Linia 3: nie ma pola {{tytul}}.' }).waitFor();
  await shot(page, 'correspondence-fault-1280');
  await page.getByLabel('Treść').fill('Dzień dobry!\n\nWniosek „{{title}}” jest u nas.');
  await preview.locator('mark', { hasText: 'Ławki z wierszem' }).waitFor();
  await page.locator('#stan', { hasText: 'Tekst jest poprawny.' }).waitFor();
  expect(await page.getByLabel('Treść').inputValue()).toContain('jest u nas.');
});

test('without JavaScript the same is done with a button, and what was typed stays', async () => {
  const { page } = await joannaAt(360, false);
  await page.goto(path);
  await page.getByLabel('Treść').fill('Wniosek {{tytul}}');
  await page.getByRole('button', { name: 'Zapisz jako nową wersję' }).click();
  await page.getByRole('link', { name: /Linia 1: nie ma pola/u }).waitFor();
  await shot(page, 'correspondence-refused-360');
  await page.getByLabel('Treść').fill('Wniosek {{title}}');
  await page.getByRole('button', { name: 'Pokaż podgląd' }).click();
  await page.locator('#podglad mark', { hasText: 'Ławki z wierszem' }).waitFor();
  expect(await page.getByLabel('Treść').inputValue()).toBe('Wniosek {{title}}');
});
