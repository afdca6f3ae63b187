import { sql } from 'drizzle-orm';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { axeFindings, hasSidewaysScroll, openBrowser } from '../support/browser.ts';
import { completeDraft, type StartedStory } from '../support/story/applications.ts';

const browser = openBrowser();
const patiently = { timeout: 8_000 };

let app: TestApp;
let draft: StartedStory;
let jadwiga: { id: number };

beforeEach(async () => {
  app = await startTestApp({ beginning: 'open', at: '2024-03-04T17:40:00.000Z', listening: true });
  draft = completeDraft(app.deps, { leader: 'Birutė Jurkianis', email: 'birute@example.org', title: 'Dwa języki' });
  jadwiga = app.person('Jadwiga Kowalczyk', 'jadwiga@example.org');
  app.deps.db.raw.exec(
    `insert into application_members (application_id, person_id, role, may) values (${draft.id}, ${jadwiga.id}, 'co_author', 'edit')`,
  );
});
afterEach(() => app.close());

async function arrive(person: { id: number }, width: number): Promise<Page> {
  const { context, page } = await browser.newVisitor({ origin: app.url, width });
  const session = app.as(person).cookies.get('session') ?? '';
  await context.addCookies([{ name: 'session', value: session, url: app.url }]);
  return page;
}

const idea = () => `/wnioski/${draft.id}/czesci/idea`;
const need = (page: Page) => page.getByRole('textbox', { name: 'Skąd wiecie, że to potrzebne?' });
const summary = (page: Page) => page.getByRole('textbox', { name: 'Opowiedzcie o pomyśle w kilku zdaniach' });
const line = (page: Page) => page.locator('[data-saved] [data-text]');
const stored = () =>
  Object.fromEntries(
    app.deps.db
      .all<{ question: string; content: string }>(
        sql`select question, content from answers where question in ('need', 'summary')`,
      )
      .map(({ question, content }) => [question, content]),
  );

test('two co-authors in one section: different answers come together, one answer stands in both versions until one of them picks', async () => {
  const birute = await arrive({ id: draft.personId }, 1280);
  const kowalczyk = await arrive(jadwiga, 360);
  await birute.goto(idea());
  await kowalczyk.goto(idea());

  await summary(kowalczyk).fill('Czytamy na głos w dwóch językach.');
  await expect.poll(() => line(kowalczyk).textContent(), patiently).toBe('Zapisano o 18.40.');
  await need(birute).fill('Z rozmów w sklepie i po mszy.');
  await expect.poll(() => line(birute).textContent(), patiently).toBe('Zapisano o 18.40.');
  expect(stored()).toEqual({ need: 'Z rozmów w sklepie i po mszy.', summary: 'Czytamy na głos w dwóch językach.' });

  app.clock.setNow('2024-03-04T17:41:00.000Z');
  await need(kowalczyk).fill('Z ankiety, którą wypełniło 40 osób.');
  await expect.poll(() => line(kowalczyk).textContent(), patiently).toContain('obie wersje są zachowane');
  expect(stored()['need']).toBe('Z rozmów w sklepie i po mszy.');
  await need(kowalczyk).press('Control+End');
  await kowalczyk.keyboard.type(' Wyniki wiszą w czytelni.');
  await kowalczyk.getByRole('button', { name: 'Zapisz', exact: true }).click();
  await kowalczyk.getByRole('heading', { name: 'Dwie wersje tej samej odpowiedzi' }).waitFor();
  await birute.reload();

  const [version] = app.deps.db.all<{ content: string }>(sql`select content from answer_versions`);
  expect(version?.content).toBe('Z ankiety, którą wypełniło 40 osób. Wyniki wiszą w czytelni.');
  const seen: [Page, string, string][] = [
    [kowalczyk, 'Birutė Jurkianis, godz. 18.40', 'Wy, godz. 18.41'],
    [birute, 'Wy, godz. 18.40', 'Jadwiga Kowalczyk, godz. 18.41'],
  ];
  for (const [page, inField, other] of seen) {
    const card = page.locator('#versions-answers-need');
    const words = (await card.innerText()).replaceAll('\u00a0', ' ');
    for (const said of [inField, other, 'Z rozmów w sklepie i po mszy.', 'Wyniki wiszą w czytelni.'])
      expect(words).toContain(said);
    expect(await need(page).inputValue()).toBe('Z rozmów w sklepie i po mszy.');
    expect(await summary(page).inputValue()).toBe('Czytamy na głos w dwóch językach.');
    expect(await hasSidewaysScroll(page)).toBe(false);
    expect(await axeFindings(page)).toEqual([]);
  }

  await birute.goto(`/wnioski/${draft.id}/czesci/sprawdz`);
  await birute.getByRole('link', { name: '„Skąd wiecie, że to potrzebne?”' }).click();
  await birute.getByRole('button', { name: /^Połącz obie/ }).click();
  await birute.getByText('Wybraliście wersję odpowiedzi.').waitFor();
  expect(stored()['need']).toBe(
    'Z rozmów w sklepie i po mszy.\n\nZ ankiety, którą wypełniło 40 osób. Wyniki wiszą w czytelni.',
  );
  await birute.goto(`/wnioski/${draft.id}/czesci/sprawdz`);
  await birute.getByText('Wniosek jest kompletny').waitFor();
});
