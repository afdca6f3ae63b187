import type { Client, Page } from './client.ts';
import { decode, type PageForm } from './html.ts';
import type { RegisteredRoute } from './watched.ts';

export interface FoundPage {
  readonly route: RegisteredRoute;
  readonly path: string;
  readonly page: Page;
}

export interface FoundForm {
  /** The route that takes it. */
  readonly route: RegisteredRoute;
  readonly page: string;
  readonly form: PageForm;
}

export interface Crawl {
  readonly pages: FoundPage[];
  /** One of each kind on each page. */
  readonly forms: FoundForm[];
  /** Links that no route answers: `page → address`. */
  readonly deadLinks: string[];
}

/** Follows every link of ours from the given pages, at most `perRoute` of one pattern, and collects what it meets. Addresses that fit `leaveOut` are not opened. */
export async function crawl(
  browser: Client,
  routes: readonly RegisteredRoute[],
  from: readonly string[],
  perRoute = 6,
  leaveOut?: RegExp,
): Promise<Crawl> {
  const found: Crawl = { pages: [], forms: [], deadLinks: [] };
  const seen = new Set<string>();
  const counts = new Map<string, number>();
  const waiting = from.map((path) => ({ path, on: '' }));
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { path, on } = next;
    if (seen.has(path) || leaveOut?.test(path)) continue;
    seen.add(path);
    const route = routeOf(routes, 'GET', path);
    if (route === undefined) {
      found.deadLinks.push(`${on} → ${path}`);
      continue;
    }
    const count = counts.get(route) ?? 0;
    if (count >= perRoute) continue;
    counts.set(route, count + 1);
    const page = await browser.get(path);
    found.pages.push({ route, path, page });
    waiting.push(...linksIn(page).map((link) => ({ path: link, on: path })));
    for (const form of page.forms.flatMap((one, place) => [one, ...alsoSent(page.html, one, place)])) {
      if (form.method !== 'post') continue;
      const taker = routeOf(routes, 'POST', form.action);
      if (taker === undefined) throw new Error(`${path} has a form that nobody takes: ${form.action}`);
      found.forms.push({ route: taker, page: path, form });
    }
  }
  return found;
}

/** What the page's scripts send from the same form to other addresses: sums while typing, what saves itself. */
function alsoSent(html: string, form: PageForm, place: number): PageForm[] {
  const [markup = ''] = [...html.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/g)][place] ?? [];
  const addresses = [...markup.matchAll(/\b(?:hx-post|data-autosave)="([^"]*)"/g)].map(([, address = '']) =>
    decode(address),
  );
  return [...new Set(addresses)].filter((address) => address !== form.action).map((action) => ({ ...form, action }));
}

/** Addresses of our pages in the order of the page, without fragments; where a redirect leads counts as a link. */
function linksIn(page: Page): string[] {
  const hrefs = [...page.html.matchAll(/<a\b[^>]*\bhref="([^"]*)"/g)].map(([, href = '']) => href);
  return [...(page.location === undefined ? [] : [page.location]), ...hrefs]
    .map((href) => decode(href).replace(/#.*$/, ''))
    .filter((href) => href.startsWith('/'));
}

/** The route that answers a path: of several that fit, the one with the fewest parameters. */
export function routeOf(
  routes: readonly RegisteredRoute[],
  method: 'GET' | 'POST',
  path: string,
): RegisteredRoute | undefined {
  const bare = path.replace(/\?.*$/, '');
  const fitting = routes.filter((route) => {
    const [verb, pattern = ''] = route.split(' ');
    return verb === method && new RegExp(`^${pattern.replaceAll('.', '\\.').replace(/:\w+/g, '[^/]+')}$`).test(bare);
  });
  return fitting.toSorted((one, other) => one.split(':').length - other.split(':').length)[0];
}
