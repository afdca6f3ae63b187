import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { currentCall } from '../../src/features/calls/queries.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { axeFindings, hasSidewaysScroll, openBrowser, shot, type Visitor } from '../support/browser.ts';
import type { TestPerson } from '../support/house.ts';
import { preparedMailing, sentMailing } from '../support/story/mailings.ts';

const browser = openBrowser();
let app: TestApp;
let joanna: TestPerson;
let cookie: string;
/** The far end keeps everybody waiting until it opens. */
let isOpen = false;

beforeAll(async () => {
  app = await startTestApp({ listening: true, mail: { reject: () => (isOpen ? undefined : 451) } });
  joanna = app.person('Joanna Wasilewska', 'joanna@example.org', ['coordinator']);
  cookie = app.as(joanna).cookies.get('session') ?? '';
});
afterAll(() => app.close());

const mailing = () => ({
  callId: currentCall(app.deps.db)?.id ?? 0,
  sets: ['team'],
  subject: 'Zebranie zespołu: {{name}}',
  body: 'Dzień dobry!\n\nZebranie w środę. Role: {{roles}}.',
});

async function joannaAt(width: number, javaScript = true): Promise<Visitor> {
  const visitor = await browser.newVisitor({ origin: app.url, width, javaScript });
  await visitor.context.addCookies([{ name: 'session', value: cookie, url: app.url }]);
  return visitor;
}

describe.each([360, 1280])('at %d pixels', (width) => {
  test('the pages of mailings and reminders fit and are accessible', async () => {
    const id = preparedMailing(app.deps, joanna.actor, mailing());
    const { page } = await joannaAt(width);
    for (const [name, address] of Object.entries({
      mailings: '/pisma/wysylki',
      people: `/pisma/wysylki/${id}/adresaci`,
      text: `/pisma/wysylki/${id}/tresc`,
      mailing: `/pisma/wysylki/${id}`,
      reminders: '/pisma/przypomnienia',
      summary: '/pisma/podsumowanie',
    })) {
      await page.goto(address);
      await shot(page, `mailings-${name}-${width}`);
      expect([name, await axeFindings(page), await hasSidewaysScroll(page)]).toEqual([name, [], false]);
    }
    await page.goto(`/pisma/wysylki/${id}`);
    await page.getByRole('link', { name: /Popraw albo pomiń.*Joanna/u }).click();
    expect(await axeFindings(page)).toEqual([]);
  });
});

test('the progress of a mailing changes before one’s eyes, and without JavaScript at a press', async () => {
  const id = sentMailing(app.deps, joanna.actor, mailing());
  const live = await joannaAt(1280);
  const plain = await joannaAt(360, false);
  for (const { page } of [live, plain]) {
    await page.goto(`/pisma/wysylki/${id}`);
    await page.getByText('Listy wychodzą po kolei.').waitFor();
  }
  isOpen = true;
  // The pause after the first refusal is over.
  app.clock.advance({ minutes: 5 });
  await live.page.getByText('E-maile wyszły.').waitFor();
  expect(await axeFindings(live.page)).toEqual([]);
  await plain.page.getByRole('link', { name: 'Odśwież' }).click();
  await plain.page.getByText('E-maile wyszły.').waitFor();
});
