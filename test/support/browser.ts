import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, inject } from 'vitest';

export interface VisitorOptions {
  /** `http://127.0.0.1:PORT`: where relative addresses lead; every other origin is foreign. */
  origin: string;
  /** CSS pixels; 360 is the narrowest phone we promise, 1280 a desk. */
  width?: number;
  javaScript?: boolean;
  colorScheme?: 'light' | 'dark';
}

/** One person with a browser of their own: own cookies, one page, and a list of what went wrong behind the page. */
export interface Visitor {
  page: Page;
  context: BrowserContext;
  /** Console errors, uncaught exceptions, broken assets, 5xx answers and requests that left the origin. */
  faults: string[];
  /** Leaves; throws when there were faults. */
  close(): Promise<void>;
}

export interface TestBrowser {
  newVisitor(options: VisitorOptions): Promise<Visitor>;
}

/**
 * The run's browser for one test file, connected at the first visitor. Call it at the top of the file: after the last
 * test everyone who is still there is sent home, and their faults fail the file.
 */
export function openBrowser(): TestBrowser {
  let connection: Promise<Browser> | undefined;
  const present = new Set<Visitor>();

  afterAll(async () => {
    const faults: unknown[] = [];
    for (const visitor of present) await visitor.close().catch((error: unknown) => faults.push(error));
    await (await connection)?.close();
    if (faults.length > 0) throw new AggregateError(faults, faults.map(String).join('\n'));
  });

  return {
    async newVisitor(options) {
      connection ??= chromium.connect(inject('browserEndpoint'));
      const visitor = await arrive(await connection, options, () => present.delete(visitor));
      present.add(visitor);
      return visitor;
    },
  };
}

const scriptless = new WeakSet<BrowserContext>();

async function arrive(browser: Browser, options: VisitorOptions, left: () => void): Promise<Visitor> {
  const width = options.width ?? 1280;
  const context = await browser.newContext({
    baseURL: options.origin,
    viewport: { width, height: width < 600 ? 740 : 900 },
    hasTouch: width < 600,
    javaScriptEnabled: options.javaScript ?? true,
    colorScheme: options.colorScheme ?? 'light',
    locale: 'pl-PL',
    timezoneId: 'Europe/Warsaw',
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(10_000);
  if (options.javaScript === false) scriptless.add(context);
  const faults: string[] = [];
  listen(context, options.origin, faults);
  return {
    context,
    page: await context.newPage(),
    faults,
    async close() {
      left();
      await context.close();
      if (faults.length > 0) throw new Error(`behind the page:\n${faults.join('\n')}`);
    },
  };
}

function listen(context: BrowserContext, origin: string, faults: string[]): void {
  context.on('console', (message) => {
    // Chromium also reports every 4xx answer here; those of pages are refusals, those of assets are caught below.
    const text = message.text();
    if (message.type() === 'error' && !text.startsWith('Failed to load resource')) faults.push(`console: ${text}`);
  });
  context.on('weberror', (event) => faults.push(`uncaught: ${event.error().message}`));
  context.on('request', (request) => {
    const url = request.url();
    if (/^https?:|^wss?:/.test(url) && new URL(url).origin !== origin) faults.push(`foreign request: ${url}`);
  });
  context.on('response', (response) => {
    const isPage = ['document', 'fetch', 'xhr'].includes(response.request().resourceType());
    if (response.status() >= (isPage ? 500 : 400)) faults.push(`${response.status()}: ${response.url()}`);
  });
}

/**
 * What axe finds on the page as it stands (WCAG 2.0–2.2 A and AA, and best practice), one line each:
 * rule, what is wrong, which elements. Axe is itself a script: the visitor must have JavaScript.
 */
export async function axeFindings(page: Page): Promise<string[]> {
  if (scriptless.has(page.context())) throw new Error('axe cannot run for a visitor without JavaScript');
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    // Our pages have no frames, so the findings need not be put together on a blank page of their own: half the time.
    .setLegacyMode(true)
    .analyze();
  return violations.map(
    (found) => `${found.id}: ${found.help} – ${found.nodes.map((node) => node.target.join(' ')).join(', ')}`,
  );
}

/** Whether a reader has to scroll the page sideways (WCAG 1.4.10). */
export function hasSidewaysScroll(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}

/** Keeps a picture of the whole page in the temporary folder `oddolnie-shots` and returns its path, to be looked at. */
export async function shot(page: Page, name: string): Promise<string> {
  const path = join(tmpdir(), 'oddolnie-shots', `${name}.png`);
  await page.screenshot({ path, fullPage: true, timeout: 30_000 });
  return path;
}
