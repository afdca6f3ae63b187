import type { CastKey } from '../../src/demo/story/cast.ts';
import { axeFindings, hasSidewaysScroll, type TestBrowser } from './browser.ts';
import { crawl } from './crawl.ts';
import type { TestDemo } from './demo.ts';
import { enterAs } from './stage-crawl.ts';
import type { RegisteredRoute } from './watched.ts';

/** Somebody of each role; of the groups one awarded, one on the reserve list, one refused, one still writing. */
export const oneOfEach: readonly (CastKey | 'visitor')[] = [
  'visitor',
  'joanna',
  'dorota',
  'teresa',
  'pawel',
  'irena',
  'marianna',
  'tomas',
  'wieslawa',
  'romuald',
  'remigiusz',
  'lukasz',
];

/**
 * Opens one page of each route that this person meets, on a phone of 360 px. Returns what axe finds, pages that scroll sideways, and whatever a
 * browser complains of: console messages, foreign requests, failed assets.
 */
export async function lookAs(
  demo: TestDemo,
  routes: readonly RegisteredRoute[],
  browser: TestBrowser,
  who: CastKey | 'visitor',
): Promise<{ findings: string[]; shapes: string[] }> {
  const walker = demo.visitor();
  if (who !== 'visitor') await enterAs(walker, who);
  const { pages } = await crawl(
    walker,
    routes,
    ['/', '/pulpit', '/konto'],
    1,
    who === 'visitor' ? undefined : /^\/demo/,
  );
  const shown = pages.filter(({ page }) => page.html !== '' && page.status === 200);
  const reader = await browser.newVisitor({ origin: demo.url, width: 360 });
  const session = walker.cookies.get('session');
  if (session !== undefined) await reader.context.addCookies([{ name: 'session', value: session, url: demo.url }]);
  const findings: string[] = [];
  for (const { path, route } of shown) {
    await reader.page.goto(path);
    const found = await axeFindings(reader.page);
    if (await hasSidewaysScroll(reader.page)) found.push('scrolls sideways');
    findings.push(...found.map((one) => `${who}, ${route}, ${path}: ${one}`));
  }
  findings.push(...reader.faults.splice(0).map((fault) => `${who}: ${fault}`));
  await reader.close();
  return { findings, shapes: shown.map(({ route }) => route) };
}
