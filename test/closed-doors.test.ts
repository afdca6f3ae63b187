import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { crawl, type FoundPage } from './support/crawl.ts';
import { watchMarkup } from './support/markup.ts';
import { type Group, groups } from './support/story/cast.ts';
import type { Chapter } from './support/story/competition.ts';
import { openWorld, type World } from './support/world.ts';

const every = Object.keys(groups) as Group[];
const allBut = (...open: Group[]) => every.filter((group) => !open.includes(group));

/** Whose applications are closed to whom, whatever page they look at. */
const closedTo: Readonly<Record<string, readonly Group[]>> = {
  visitor: every,
  provisional: every,
  administrator: every,
  'coordinator elsewhere': every,
  'director elsewhere': every,
  'accountant elsewhere': every,
  'inspector elsewhere': every,
  'leader of settled': allBut('settled'),
  'leader of draft': allBut('draft'),
  coordinator: ['draft'],
  director: ['draft'],
  accountant: ['draft'],
  inspector: ['draft'],
};
const closedToJurors: Readonly<Record<string, readonly Group[]>> = {
  juror: ['draft', 'rejected', 'withdrawn'],
  'excluded juror': ['draft', 'rejected', 'withdrawn', 'settled'],
  'juror elsewhere': every,
  'excluded staff': ['draft', 'running'],
};

/** Moments with much to see; what is published names the awarded and their titles to everyone. */
const moments: [Chapter, Readonly<Record<string, readonly Group[]>>][] = [
  ['groups write', closedTo],
  ['jurors score', { ...closedTo, ...closedToJurors }],
  ['results wait to be published', { ...closedTo, ...closedToJurors }],
  ['an initiative is settled', { ...closedTo, ...closedToJurors }],
];
const publicResults = 'GET /nabory/:id/wyniki';

let world: World;
const markup = watchMarkup();

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.app.close());

describe.each(moments)('%s:', (chapter, closed) => {
  beforeAll(async () => {
    while ((await world.next()) !== chapter);
  });

  test.each(Object.entries(closed))(
    'to %s no link is shown that leads nowhere, and no word that is closed',
    async (who, hidden) => {
      const { pages, deadLinks } = await crawl(
        world.as(who),
        world.routes,
        who === 'visitor' ? ['/'] : ['/', '/konto'],
        3,
      );
      for (const { route, page } of pages) if (page.html !== '') markup.meet(`${route} of ${who}`, page.html);
      const refused = pages.filter(({ page }) => page.status >= 400).map(({ path, page }) => `${path}: ${page.status}`);
      const words = wordsOn(pages);
      const leaks = hidden.flatMap((group) => words.filter(tells(group)).map(({ path }) => `${path}: ${group}`));
      expect({ deadLinks, refused, leaks }).toEqual({ deadLinks: [], refused: [], leaks: [] });
      // What is open to somebody is met on the way, so what is closed would be.
      const open = every.filter((group) => !hidden.includes(group));
      if (open.length > 0) expect(open.filter((group) => words.some(tells(group)))).not.toEqual([]);
    },
    60_000,
  );
});

test('all that was met is HTML as the standard and WCAG have it', () => {
  expect(markup.findings).toEqual([]);
  expect(markup.kinds).toBeGreaterThan(50);
});

interface Words {
  readonly path: string;
  readonly isPublic: boolean;
  readonly text: string;
}

/** What a reader reads, and what a file in plain text holds. */
function wordsOn(pages: readonly FoundPage[]): Words[] {
  return pages.map(({ route, path, page }) => {
    const text = (page.html === '' ? page.body.toString('utf8') : page.html + page.text).replaceAll('\u00a0', ' ');
    return { path, isPublic: route === publicResults, text };
  });
}

/** Whether a page tells of a group's application: its title, or the words only that application has. */
function tells(group: Group): (words: Words) => boolean {
  const { title, secret } = groups[group];
  return ({ isPublic, text }) => text.includes(secret) || (!isPublic && text.includes(title));
}
