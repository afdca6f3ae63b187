import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { createApp } from '../src/app.ts';
import { openDatabase } from '../src/db/connection.ts';
import { demoFolder } from '../src/demo/folder.ts';
import { sceneOf } from '../src/demo/scene.ts';
import { momentOf, type StageCode, stageNamed } from '../src/demo/stages.ts';
import type { CastKey } from '../src/demo/story/cast.ts';
import { tellStory } from '../src/demo/telling.ts';
import type { Deps } from '../src/deps.ts';
import { openFileStore } from '../src/files/store.ts';
import { clockFrom } from '../src/lib/clock.ts';
import { systemRandom } from '../src/lib/random.ts';
import { readSecret } from '../src/web/secrets.ts';
import { openSession } from '../src/web/session.ts';
import { launchChromium } from '../test/support/chromium.ts';
import { freePort } from '../test/support/free-port.ts';

// `npm run screenshots`: the pictures of README.md, taken at three stages of the told story.
const root = join(import.meta.dirname, '..');
const folder = join(root, 'static/readme');
const mostBytes = 200_000;

const told = demoFolder(mkdtempSync(join(tmpdir(), 'oddolnie-pictures-')));
const server = await launchChromium();
mkdirSync(folder, { recursive: true });
try {
  told.clearTelling();
  await tellStory({
    root,
    dataDir: told.tellingDir,
    snapshotPath: told.snapshotOf,
    onStage: () => {},
    until: 'realisation',
  });
  await takePictures(await chromium.connect(server.wsEndpoint()));
} finally {
  await server.close();
  rmSync(told.dataDir, { recursive: true });
}

async function takePictures(browser: Browser): Promise<void> {
  await at('open', async ({ url }) => {
    const visitor = await openPage(browser, { url, width: 1280, height: 900 });
    await open(visitor, '/');
    await keep(visitor, 'call');
  });
  await at('last_hour', async ({ url, sessionOf, applicationOf }) => {
    const leader = await openPage(browser, { url, width: 360, height: 780, session: sessionOf('maja') });
    await open(leader, `/wnioski/${applicationOf('maja')}/czesci/kosztorys`);
    await leader
      .getByText(/^Pozycja \d+: za co/)
      .last()
      .evaluate((label) => label.scrollIntoView());
    await keep(leader, 'application');
  });
  await at('realisation', async ({ url, sessionOf }) => {
    const accountant = await openPage(browser, { url, width: 1280, height: 1240, session: sessionOf('teresa') });
    await open(accountant, '/budzet?rok=2024');
    await keep(accountant, 'budget');
  });
}

interface Standing {
  readonly url: string;
  readonly sessionOf: (who: CastKey) => string;
  readonly applicationOf: (leader: CastKey) => number;
}

/** A normal server on a stage of the told story. */
async function at(stage: StageCode, take: (standing: Standing) => Promise<void>): Promise<void> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  copyFileSync(told.snapshotOf(stage), told.databasePath);
  const deps: Deps = {
    db: openDatabase(told.databasePath),
    clock: clockFrom(momentOf(stageNamed(stage)?.at ?? '')),
    random: systemRandom,
    files: openFileStore(join(told.dataDir, 'files')),
    secret: readSecret(told.dataDir, systemRandom),
    publicUrl: url,
  };
  const app = await createApp(deps, { root, dataDir: told.dataDir, jobTickMs: 0 });
  await app.server.listen({ host: '127.0.0.1', port });
  const scene = sceneOf(deps);
  try {
    await take({
      url,
      applicationOf: scene.application,
      sessionOf: (who) => deps.db.write((tx) => openSession(tx, deps, scene.actor(who).personId, 'Firefox')),
    });
  } finally {
    await app.close();
    deps.db.close();
  }
}

async function openPage(
  browser: Browser,
  { url, width, height, session }: { url: string; width: number; height: number; session?: string },
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
