import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { axeFindings, hasSidewaysScroll, openBrowser, type Visitor } from '../support/browser.ts';
import { completeDraft, type StartedStory, startedDraft, submittedApplication } from '../support/story/applications.ts';

const browser = openBrowser();
const lentyna = { leader: 'Birutė Jurkianis', email: 'birute@example.org', title: 'Dwa języki, jedna półka' };

let app: TestApp;
beforeEach(async () => {
  app = await startTestApp({ beginning: 'open', at: '2024-03-04T17:40:00.000Z', listening: true });
});
afterEach(() => app.close());

async function arrive(
  person: { personId: number } | null,
  options: { width: number; javaScript?: false },
): Promise<Visitor> {
  const visitor = await browser.newVisitor({ origin: app.url, ...options });
  const session = person && app.as({ id: person.personId }).cookies.get('session');
  if (session) await visitor.context.addCookies([{ name: 'session', value: session, url: app.url }]);
  return visitor;
}

const answer = (question: string) =>
  app.deps.db.get<{ content: string }>(sql`select content from answers where question = ${question}`)?.content;
const costs = ({ id }: StartedStory) => `/wnioski/${id}/czesci/kosztorys`;

test('on a phone a visitor begins, and what she writes is saved without a button', async () => {
  const { page } = await arrive(null, { width: 360 });
  await page.goto('/wnioski/nowy?nabor=1');
  await page.getByLabel('Grupa nieformalna: sąsiedzi, przyjaciele, zespół').check();
  await page.getByLabel('Wasz adres e-mail').fill('birute@example.org');
  await page.getByRole('button', { name: 'Zacznijcie pisać' }).click();
  await page.getByRole('heading', { name: '1. Kto składa' }).waitFor();
  await page.getByRole('button', { name: 'Zapisz i przejdź dalej' }).click();
  await page.getByLabel('Skąd wiecie, że to potrzebne?').fill('Z rozmów w sklepie i po mszy.');
  await page.getByText('Zapisano o 18.40.').waitFor();
  expect(answer('need')).toBe('Z rozmów w sklepie i po mszy.');
  await page.getByLabel('Skąd wiecie, że to potrzebne?').press('End');
  await page.keyboard.type(' I z diagnozy.');
  await page.getByRole('button', { name: 'Zapisz i przejdź dalej' }).click();
  await page.getByRole('heading', { name: '3. Ludzie' }).waitFor();
  expect(answer('need')).toBe('Z rozmów w sklepie i po mszy. I z diagnozy.');
  expect(app.deps.db.get(sql`select count(*) as people from people`)).toEqual({ people: 1 });
});

test('sums count themselves while the next field is already being written', async () => {
  const draft = startedDraft(app.deps, lentyna);
  const { page } = await arrive(draft, { width: 360 });
  await page.goto(costs(draft));
  await page.getByLabel('Pozycja 1: za co').fill('Książki');
  await page.getByLabel('Pozycja 1: kategoria').selectOption({ label: 'materiały' });
  await page.getByLabel('Ilość, pozycja 1').fill('25');
  await page.getByLabel('Cena, zł, pozycja 1').fill('1.042,00');
  await page.getByLabel('Jednostka, pozycja 1').click();
  await page.keyboard.type('szt', { delay: 60 });
  await page.getByText('Tylko jeden przecinek, np. 1 234,56').waitFor();
  await page.keyboard.type('uka');
  expect(await page.getByLabel('Jednostka, pozycja 1').inputValue()).toBe('sztuka');
  await page.getByLabel('Cena, zł, pozycja 1').fill('42');
  await page.getByLabel('Jednostka, pozycja 1').click();
  await page.locator('tfoot').getByText('1 050,00 zł').waitFor();
  expect(await page.getByText('Tylko jeden przecinek').count()).toBe(0);
  expect(await page.getByLabel('Cena, zł, pozycja 1').inputValue()).toBe('42');
  await page.getByRole('button', { name: 'Dodaj pozycję' }).click();
  await page.getByLabel('Pozycja 2: za co').waitFor();
  expect(app.deps.db.all(sql`select name, unit, value_grosze as value from cost_lines`)).toEqual([
    { name: 'Książki', unit: 'sztuka', value: 105_000 },
  ]);
});

test('sums count themselves while a price is still being typed; an answer that comes late does not put the old price back', async () => {
  const draft = startedDraft(app.deps, lentyna);
  const { page } = await arrive(draft, { width: 360 });
  await page.goto(costs(draft));
  await page.getByLabel('Ilość, pozycja 1').fill('25');
  const price = page.getByLabel('Cena, zł, pozycja 1');
  await price.click();
  await page.keyboard.type('4');
  await page.locator('tfoot').getByText('100,00 zł').waitFor();
  expect(await price.evaluate((field) => field === document.activeElement)).toBe(true);

  let release = () => {};
  const released = new Promise<void>((done) => {
    release = done;
  });
  await page.route('**/suma', (route) => released.then(() => route.continue()).catch(() => {}), { times: 1 });
  const asked = page.waitForRequest('**/suma');
  await page.keyboard.type('2');
  await asked;
  await page.keyboard.type('0');
  await page.keyboard.press('Tab');
  release();
  await page.locator('tfoot').getByText('10 500,00 zł').waitFor();
  expect(await price.inputValue()).toBe('420');
});

test('without a script „Przelicz”, „Dodaj pozycję” and „Usuń” do the same', async () => {
  const draft = startedDraft(app.deps, lentyna);
  const { page } = await arrive(draft, { width: 1280, javaScript: false });
  await page.goto(costs(draft));
  await page.getByLabel('Pozycja 1: za co').fill('Książki');
  await page.getByLabel('Ilość, pozycja 1').fill('25');
  await page.getByLabel('Cena, zł, pozycja 1').fill('41');
  await page.getByLabel('Cena, zł, pozycja 1').press('Enter');
  await page.getByLabel('Cena, zł, pozycja 1').fill('42');
  await page.getByRole('button', { name: 'Przelicz' }).click();
  expect(await page.locator('tfoot').innerText()).toContain('1\u00a0050,00');
  await page.getByRole('button', { name: 'Dodaj pozycję' }).click();
  await page.getByLabel('Pozycja 2: za co').fill('Herbata');
  await page.getByRole('button', { name: 'Usuń pozycję 1: Książki' }).click();
  expect(await page.getByLabel('Pozycja 1: za co').inputValue()).toBe('Herbata');
  expect(app.deps.db.all(sql`select name from cost_lines`)).toEqual([{ name: 'Herbata' }]);
});

test('on a phone without a script rows are pasted from a spreadsheet, looked at and added', async () => {
  const draft = startedDraft(app.deps, lentyna);
  const { page } = await arrive(draft, { width: 360, javaScript: false });
  await page.goto(costs(draft));
  await page.getByRole('link', { name: 'Wklejcie z arkusza' }).click();
  await page.getByLabel('Wklejcie z arkusza').fill('Nazwa\tIlość\tCena\nKsiążki\t25\t1 042,00 zł\nRazem\t\t26 050');
  await page.getByRole('button', { name: 'Odczytajcie' }).click();
  await page.getByRole('heading', { name: 'Tak to rozumiemy' }).waitFor();
  expect(await page.getByRole('listitem').filter({ hasText: 'Wiersz 3' }).innerText()).toContain('policzymy ją sami');
  expect(await hasSidewaysScroll(page)).toBe(false);
  await page.getByRole('button', { name: 'Dodajcie 1 pozycję do kosztorysu' }).click();
  expect(await page.getByLabel('Cena, zł, pozycja 1').inputValue()).toBe('1 042,00');
  expect(app.deps.db.get(sql`select value_grosze as value from cost_lines`)).toEqual({ value: 2_605_000 });
});

test('every page of an application is accessible and fits a narrow phone', async () => {
  const draft = completeDraft(app.deps, {
    ...lentyna,
    costs: [{ name: 'Książki', category: 'materials', quantity: 'dwa', unit: 'szt.', price: '9000' }],
  });
  const sent = submittedApplication(app.deps, {
    leader: 'Teresa Krakowska',
    email: 'teresa@example.org',
    title: 'Kuchnia babci Anieli',
    kind: 'organisation',
  });
  const marta = app.person('Marta Wysocka', 'marta@example.org', ['coordinator']);
  const sections = ['wnioskodawca', 'harmonogram', 'kosztorys', 'kosztorys/wklejanie', 'sprawdz'];
  const walks = [
    [
      null,
      [
        ...['/wnioski/nowy?nabor=1', '/nabory/1/czy-mozesz?sprawdz=1', `/odcisk/${'0'.repeat(64)}`],
        '/nabory/1/czy-mozesz?kto=person&wiek=young&miejsce=tu&sprawdz=1',
      ],
    ],
    [
      draft,
      ['/wnioski', `/wnioski/${draft.id}`, ...sections.map((code) => `/wnioski/${draft.id}/czesci/${code}?braki=1`)],
    ],
    [sent, ['', '/potwierdzenie', '/wycofanie'].map((path) => `/wnioski/${sent.id}${path}`)],
    [{ personId: marta.id }, ['/wnioski', `/wnioski/${sent.id}`]],
  ] as const;
  for (const [person, paths] of walks) {
    const { page } = await arrive(person, { width: 360 });
    for (const path of paths) {
      await page.goto(path);
      expect({ path, sideways: await hasSidewaysScroll(page), findings: await axeFindings(page) }).toEqual({
        path,
        sideways: false,
        findings: [],
      });
    }
  }
});
