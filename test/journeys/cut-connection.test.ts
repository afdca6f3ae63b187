import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { openBrowser, type Visitor } from '../support/browser.ts';
import { type StartedStory, startedDraft } from '../support/story/applications.ts';

const browser = openBrowser();
const patiently = { timeout: 8_000 };

let app: TestApp;
let draft: StartedStory;
let visitor: Visitor;

beforeEach(async () => {
  app = await startTestApp({ beginning: 'open', at: '2024-03-04T17:40:00.000Z', listening: true });
  draft = startedDraft(app.deps, { leader: 'Wiesława Krakowska', email: 'wieslawa@example.org', title: 'Śpiewnik' });
  visitor = await browser.newVisitor({ origin: app.url, width: 360 });
  const session = app.as({ id: draft.personId }).cookies.get('session') ?? '';
  await visitor.context.addCookies([{ name: 'session', value: session, url: app.url }]);
});
afterEach(() => app.close());

const section = (code: string) => `/wnioski/${draft.id}/czesci/${code}`;
const said = () => visitor.page.locator('[data-saved] [data-text]').textContent();
const kept = () => visitor.page.evaluate(() => Object.entries(localStorage).join());
const need = () => visitor.page.getByLabel('Skąd wiecie, że to potrzebne?');
const answer = () =>
  app.deps.db.get<{ content: string }>(sql`select content from answers where question = 'need'`)?.content;
const beside = () => app.deps.db.all(sql`select content from answer_versions`);

/** The page is closed without a connection and opened again with one. */
async function comeBack(address: string): Promise<void> {
  await visitor.page.close({ runBeforeUnload: false });
  await visitor.context.setOffline(false);
  visitor.page = await visitor.context.newPage();
  visitor.page.on('dialog', (dialog) => dialog.accept());
  await visitor.page.goto(address);
}

test('a long answer outlives a connection cut in its middle, a closed page, and leaves nothing in the browser after signing out', async () => {
  await visitor.page.goto(section('idea'));
  await need().fill('W diagnozie biblioteki co trzecia osoba pisała, że nie zna sąsiadów.');
  await expect.poll(said, patiently).toBe('Zapisano o 18.40.');
  expect(await kept()).toBe('');

  await visitor.context.setOffline(true);
  await need().press('Control+End');
  await visitor.page.keyboard.type(' Pytaliśmy też w sklepie i po mszy.');
  await expect.poll(said, patiently).toContain('Nie zapisano, kopia jest w tej przeglądarce');
  await visitor.page.keyboard.type(' Wszyscy mówili to samo.');
  expect(answer()).toBe('W diagnozie biblioteki co trzecia osoba pisała, że nie zna sąsiadów.');
  expect(await kept()).toContain('Wszyscy mówili to samo.');

  await comeBack(section('idea'));
  await visitor.page.getByText('Tekst, którego nie udało się wtedy zapisać, jest już zapisany').waitFor();
  const whole =
    'W diagnozie biblioteki co trzecia osoba pisała, że nie zna sąsiadów. Pytaliśmy też w sklepie i po mszy. Wszyscy mówili to samo.';
  expect([answer(), await need().inputValue(), beside(), await kept()]).toEqual([whole, whole, [], '']);

  await visitor.context.setOffline(true);
  await need().press('Control+End');
  await visitor.page.keyboard.type(' Naprawdę.');
  await expect.poll(kept, patiently).toContain('Naprawdę.');
  await visitor.context.setOffline(false);
  await expect.poll(said, patiently).toBe('Zapisano o 18.40.');
  expect([answer(), await kept()]).toEqual([`${whole} Naprawdę.`, '']);

  await visitor.page.route('**/szkic', (route) => route.abort());
  await visitor.page.keyboard.type(' I jeszcze coś.');
  await expect.poll(kept, patiently).toContain('I jeszcze coś.');
  visitor.page.on('dialog', (dialog) => dialog.accept().catch(() => {}));
  await visitor.page.getByRole('button', { name: 'Wyloguj się' }).click();
  await visitor.page.waitForURL((url) => !url.pathname.includes('czesci'));
  expect([await kept(), await visitor.page.evaluate(() => sessionStorage.length)]).toEqual(['', 0]);
});

test('a saving that arrived, its answer cut off on the way back, is no stranger’s change', async () => {
  await visitor.page.goto(section('idea'));
  await visitor.page.route('**/szkic', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await need().fill('Z rozmów');
  await expect.poll(said, patiently).toContain('Nie zapisano, kopia jest w tej przeglądarce');
  expect(answer()).toBe('Z rozmów');
  await visitor.page.unroute('**/szkic');
  await need().fill('Z rozmów w sklepie.');
  await expect.poll(said, patiently).toBe('Zapisano o 18.40.');
  expect([answer(), beside()]).toEqual(['Z rozmów w sklepie.', []]);
});

test('what was written without a connection meets what was written elsewhere meanwhile, and both are shown', async () => {
  await visitor.page.goto(section('idea'));
  await visitor.context.setOffline(true);
  await need().fill('Z rozmów po mszy.');
  await expect.poll(kept, patiently).toContain('Z rozmów po mszy.');
  const atHome = app.as({ id: draft.personId });
  await atHome.get(section('idea'));
  await atHome.submit(section('idea'), { 'answers[need]': 'Z diagnozy.', title: 'Śpiewnik na nowo' });
  await comeBack(section('idea'));
  await visitor.page.getByRole('heading', { name: 'Dwie wersje tej samej odpowiedzi' }).waitFor();
  expect(await visitor.page.getByLabel('Tytuł inicjatywy').inputValue()).toBe('Śpiewnik na nowo');
  expect([answer(), beside(), await kept()]).toEqual(['Z diagnozy.', [{ content: 'Z rozmów po mszy.' }], '']);
});

test('rows of a table come through too, also in a row that the opened page does not have', async () => {
  await visitor.page.goto(section('kosztorys'));
  await visitor.page.getByLabel('Pozycja 1: za co').fill('Śpiewniki');
  await visitor.page.getByRole('button', { name: 'Dodaj pozycję' }).click();
  await visitor.page.getByLabel('Pozycja 2: za co').waitFor();
  await visitor.context.setOffline(true);
  await visitor.page.getByLabel('Pozycja 2: za co').fill('Herbata');
  await visitor.page.getByLabel('Pozycja 2: kategoria').selectOption({ label: 'materiały' });
  await visitor.page.getByLabel('Ilość, pozycja 2').fill('6');
  await expect.poll(kept, patiently).toContain('Herbata');
  await comeBack(section('kosztorys'));
  await visitor.page.getByText('jest już zapisany').waitFor();
  expect(await visitor.page.getByLabel('Pozycja 2: za co').inputValue()).toBe('Herbata');
  expect(
    app.deps.db.all(
      sql`select name, category_id is not null as sorted, quantity_text as quantity from cost_lines order by position`,
    ),
  ).toEqual([
    { name: 'Śpiewniki', sorted: 0, quantity: '' },
    { name: 'Herbata', sorted: 1, quantity: '6' },
  ]);
  expect(await kept()).toBe('');
});
