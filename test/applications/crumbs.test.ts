import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client } from '../support/client.ts';
import { submittedApplication } from '../support/story/applications.ts';

let app: TestApp;
beforeEach(async () => {
  app = await startTestApp({ beginning: 'open', at: '2024-03-04T17:40:00.000Z' });
});
afterEach(() => app.close());

/** „Wnioski (/wnioski) › PB/2024/01”: the words and addresses above a page's title. */
async function crumbs(browser: Client, path: string): Promise<string> {
  const { html } = await browser.get(path);
  const [, line = ''] = /<nav class="crumbs"[^>]*>([\s\S]*?)<\/nav>/u.exec(html) ?? [];
  return [...line.matchAll(/<li[^>]*>(?:<a href="([^"]*)">)?([^<]*)/gu)]
    .map(([, href, label]) => (href === undefined ? label : `${label} (${href})`))
    .join(' › ')
    .replaceAll('\u00a0', ' ');
}

test('a group and its readers find the same way back on every page of a submitted application', async () => {
  const sent = submittedApplication(app.deps, {
    leader: 'Teresa Krakowska',
    email: 'teresa@example.org',
    title: 'Kuchnia babci Anieli',
    kind: 'organisation',
  });
  const home = `/wnioski/${sent.id}`;
  const teresa = app.as({ id: sent.personId });
  const marta = app.as(app.person('Marta Wysocka', 'marta@example.org', ['coordinator']));
  expect(await crumbs(teresa, home)).toBe('Wnioski (/wnioski) › PB/2024/01');
  expect(await crumbs(marta, home)).toBe('Wnioski (/wnioski) › PB/2024/01');
  for (const [page, label] of [
    ['potwierdzenie', 'Potwierdzenie złożenia'],
    ['wycofanie', 'Wycofanie'],
    ['wynik', 'Wynik'],
  ]) {
    expect(await crumbs(teresa, `${home}/${page}`)).toBe(`Wnioski (/wnioski) › PB/2024/01 (${home}) › ${label}`);
  }
});
