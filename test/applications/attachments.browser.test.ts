import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { axeFindings, hasSidewaysScroll, openBrowser } from '../support/browser.ts';
import { heic, photoWithPlace } from '../support/pictures.ts';
import { startedDraft } from '../support/story/applications.ts';

const browser = openBrowser();

let app: TestApp;
beforeEach(async () => {
  app = await startTestApp({ beginning: 'open', at: '2024-03-04T17:40:00.000Z', listening: true });
});
afterEach(() => app.close());

async function openAttachments(options: { javaScript?: false } = {}) {
  const draft = startedDraft(app.deps, {
    leader: 'Birutė Jurkianis',
    email: 'birute@example.org',
    title: 'Dwa języki, jedna półka',
  });
  const visitor = await browser.newVisitor({ origin: app.url, width: 360, ...options });
  const session = app.as({ id: draft.personId }).cookies.get('session') ?? '';
  await visitor.context.addCookies([{ name: 'session', value: session, url: app.url }]);
  await visitor.page.goto(`/wnioski/${draft.id}/czesci/zalaczniki`);
  return visitor;
}

const labels = () =>
  app.deps.db.all<{ label: string }>(sql`select label from attachments order by id`).map(({ label }) => label);

test('on a phone Birutė sees her photograph going, a refused one says why at its field, and a cut one goes again once', async () => {
  const visitor = await openAttachments();
  const { page, faults } = visitor;
  await page.getByLabel('Co to jest?').fill('Ogród');
  await page.setInputFiles('#file', [
    { name: 'IMG_0412.heic', mimeType: 'image/heic', buffer: heic },
    { name: 'ogród.jpg', mimeType: 'image/jpeg', buffer: await photoWithPlace() },
  ]);
  await page.getByRole('button', { name: 'Dodaj', exact: true }).click();
  const said = page.getByRole('alert');
  await said.waitFor();
  expect(await said.textContent()).toMatch(
    /^IMG_0412\.heic: To\szdjęcie w\sformacie HEIC.*Pozostałe wybrane pliki są już dodane\.$/,
  );
  expect(labels(), 'the good one of the two').toEqual(['Ogród']);
  expect(await page.getByLabel('Co to jest?').inputValue()).toBe('Ogród');
  expect([await axeFindings(page), await hasSidewaysScroll(page)]).toEqual([[], false]);

  // The second time the connection goes in the middle.
  const photo = { name: 'ogród.jpg', mimeType: 'image/jpeg', buffer: await photoWithPlace(3000, 2000) };
  await page.setInputFiles('#file', photo);
  let tries = 0;
  await page.route('**/zalaczniki', async (route) => {
    tries += 1;
    return tries === 1 ? route.abort() : route.continue();
  });
  await page.getByRole('button', { name: 'Dodaj', exact: true }).click();
  await page.getByText('Połączenie się przerwało i plik nie dotarł.').waitFor();
  expect(labels()).toEqual(['Ogród']);
  await page.getByRole('button', { name: 'Dodaj', exact: true }).click();
  await page.getByText('Dodano załącznik.').waitFor();
  expect([labels(), await page.getByRole('link', { name: 'Ogród' }).count()]).toEqual([['Ogród', 'Ogród'], 2]);
  // Nothing but the connection that was cut and the refusal stands behind the page.
  expect(faults.filter((fault) => !/422|ERR_FAILED/.test(fault))).toEqual([]);
  faults.length = 0;
  // A socket the browser opened in advance would keep the server from closing.
  await visitor.close();
});

test('without JavaScript the same form adds the same photograph', async () => {
  const { page } = await openAttachments({ javaScript: false });
  await page.setInputFiles('#file', { name: 'ogród.jpg', mimeType: 'image/jpeg', buffer: await photoWithPlace() });
  await page.getByRole('button', { name: 'Dodaj', exact: true }).click();
  await page.getByText('Dodano załącznik.').waitFor();
  expect(labels()).toEqual(['']);
});
