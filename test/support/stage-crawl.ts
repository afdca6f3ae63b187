import { type CastKey, cast } from '../../src/demo/story/cast.ts';
import type { Client, Page } from './client.ts';
import { crawl } from './crawl.ts';
import type { TestDemo } from './demo.ts';
import type { RegisteredRoute } from './watched.ts';

/** The chooser and the mail are the same for everybody: they are walked as a visitor alone. */
const sameForAll = /^\/demo/;

/** A browser of somebody of the story, entered by the button of the demonstration. */
export async function enterAs(browser: Client, who: CastKey): Promise<Page> {
  const chooser = await browser.get('/demo');
  const button = new RegExp(`action="(/demo/osoby/\\d+)" novalidate>\\s*<button[^>]*>${cast[who].name}<`);
  const action = button.exec(chooser.html)?.[1];
  if (action === undefined) throw new Error(`${who} has no button`);
  return browser.submit(action);
}

export async function moveTo(browser: Client, stage: string): Promise<Page> {
  await browser.get(`/demo/etapy/${stage}`);
  return browser.submit(`/demo/etapy/${stage}`);
}

/** Follows every link that this person meets at the present stage; returns what is wrong with them, and how many answered. */
export async function crawlAs(
  demo: TestDemo,
  routes: readonly RegisteredRoute[],
  who: CastKey | 'visitor',
  perRoute: number,
): Promise<{ faults: string[]; pages: number }> {
  const browser = demo.visitor();
  if (who !== 'visitor') await enterAs(browser, who);
  const from = who === 'visitor' ? ['/', '/demo', '/demo/mail'] : ['/', '/pulpit', '/konto'];
  const { pages, deadLinks } = await crawl(browser, routes, from, perRoute, who === 'visitor' ? undefined : sameForAll);
  const refused = pages
    .filter(({ page }) => page.status >= 400)
    .map(({ path, page }) => `${who}: ${path} answered ${page.status}`);
  return { pages: pages.length, faults: [...refused, ...deadLinks.map((link) => `${who}: nothing answers ${link}`)] };
}
