import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { createApp } from '../src/app.ts';
import type { Deps } from '../src/deps.ts';
import { grosze } from '../src/lib/money.ts';
import { launchChromium } from '../test/support/chromium.ts';
import { testClock } from '../test/support/clock.ts';
import { freePort } from '../test/support/free-port.ts';
import { completeDraft } from '../test/support/story/applications.ts';
import { accountantOf, publishedResults, signedAgreement } from '../test/support/story/decisions.ts';
import { approvedInvoice, bookedInvoice, lineOf, paidInvoice } from '../test/support/story/expenses.ts';
import { momentOf } from '../test/support/story/jury.ts';
import { openTemporaryHouse, root } from './temporary-house.ts';

// `npm run screenshots`: the pictures of README.md, taken of a competition of its own on days of 2024.
const folder = join(root, 'static/readme');
const mostBytes = 200_000;

const clock = testClock('2024-02-27T11:00:00.000Z');
const port = await freePort();
const url = `http://127.0.0.1:${port}`;
const house = openTemporaryHouse(clock, url, { hasty: true });
const app = await createApp(house.deps, { root, dataDir: house.dataDir, jobTickMs: 0 });
await app.server.listen({ host: '127.0.0.1', port });
const server = await launchChromium();
mkdirSync(folder, { recursive: true });
try {
  await takePictures(await chromium.connect(server.wsEndpoint()));
} finally {
  await server.close();
  await app.close();
  house.close();
  house.remove();
}

/** In the order of the story: the clock only moves forward. */
async function takePictures(browser: Browser): Promise<void> {
  const visitor = await openPage(browser, { width: 1280, height: 900 });
  await open(visitor, '/');
  await keep(visitor, 'call');

  const { id, personId } = completeDraft(house.deps, {
    leader: 'Zofia Wróbel',
    email: 'zofia.wrobel@example.org',
    title: 'Zielnik babci',
    groupName: 'Koło Gospodyń „Znad Marychy”',
  });
  const leader = await openPage(browser, { width: 360, height: 780, session: house.session(personId) });
  await open(leader, `/wnioski/${id}/czesci/kosztorys`);
  await leader.getByText('Pozycja 4: za co').evaluate((label) => label.scrollIntoView());
  await keep(leader, 'application');

  await spend(house.deps);
  const session = house.session(accountantOf(house.deps).personId);
  const accountant = await openPage(browser, { width: 1280, height: 1240, session });
  await open(accountant, '/budzet?rok=2024');
  await keep(accountant, 'budget');
}

/** Two groups at work, a third with its results alone, and bills on every step between the desk and the bank. */
async function spend(deps: Deps): Promise<void> {
  const callId = 1;
  const applications = [
    { leader: 'Birutė Jurkianis', email: 'birute@example.org', title: 'Dwa języki, jedna półka' },
    { leader: 'Jadwiga Sawicka', email: 'jadwiga@example.org', title: 'Teatr z szuflady' },
    { leader: 'Kazimierz Nevulis', email: 'kazimierz@example.org', title: 'Sad sąsiedzki' },
  ];
  const given = [5, 4, 3].map((points) => [points, points, points, points]);
  const { initiativeOf } = publishedResults({ deps, clock }, { callId, applications, given });
  clock.set(momentOf(deps, callId, 'realisation'));
  clock.advance({ days: 3, hours: 10 });
  const [first = 0, second = 0] = [...initiativeOf.values()];
  for (const initiativeId of [first, second]) await signedAgreement(deps, initiativeId);

  const bill = (
    task: string,
    category: string,
    source: 'grant' | 'own',
    amount: number,
    initiativeId: number | null,
  ) => ({
    parts: [{ lineId: lineOf(deps, task, category, source), initiativeId, amount: grosze(amount) }],
  });
  paidInvoice(deps, bill('4', 'druk i promocja', 'grant', 260_00, first));
  paidInvoice(deps, bill('4', 'materiały', 'grant', 1050_00, second));
  approvedInvoice(deps, bill('4', 'poczęstunek', 'grant', 120_00, second));
  paidInvoice(deps, bill('3', 'prowadzenie, materiały i książki', 'grant', 8400_00, null));
  paidInvoice(deps, bill('3', 'prowadzenie, materiały i książki', 'own', 1200_00, null));
  bookedInvoice(deps, bill('6', 'druk i promocja', 'grant', 1230_00, null));
  paidInvoice(deps, bill('7', 'koordynacja i księgowość', 'own', 2500_00, null));
}

async function openPage(
  browser: Browser,
  { width, height, session }: { width: number; height: number; session?: string },
): Promise<Page> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width, height },
    deviceScaleFactor: width < 600 ? 2 : 1,
    hasTouch: width < 600,
    locale: 'pl-PL',
    timezoneId: 'Europe/Warsaw',
    reducedMotion: 'reduce',
  });
  if (session !== undefined) await context.addCookies([{ name: 'session', value: session, url }]);
  return context.newPage();
}

async function open(page: Page, path: string): Promise<void> {
  const status = (await page.goto(path))?.status();
  if (status !== 200) throw new Error(`${path} answered ${status}`);
}

/** What a reader sees first. Throws when the picture is too heavy for a repository. */
async function keep(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  const picture = await page.screenshot();
  if (picture.length > mostBytes)
    throw new Error(`${name}.png would have ${picture.length} bytes; ${mostBytes} are allowed`);
  writeFileSync(join(folder, `${name}.png`), picture);
  process.stdout.write(`${name}.png: ${Math.round(picture.length / 1000)} kB\n`);
}
