import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from './pdf/inspect.ts';
import { crawl } from './support/crawl.ts';
import { type Group, groups } from './support/story/cast.ts';
import { cardMark } from './support/story/chapters.ts';
import type { Chapter } from './support/story/competition.ts';
import { openWorld, type World } from './support/world.ts';

/*
 * Each card holds words found nowhere else, each application its secret. Everything somebody can fetch (pages, fragments, files with the text of their PDF,
 * calendars, letters) is searched for what is closed to her at that moment; what is open is met, so a closed word would be.
 */
const judged = ['settled', 'running', 'negotiated', 'reserve', 'refused'] as const satisfies readonly Group[];
type Judged = (typeof judged)[number];
const jurors = ['Marianna Zubrycka', 'Tomas Vaina', 'Halina Rapczyńska', 'Piotr Maksimowicz'];
const everyGroup = Object.keys(groups) as Group[];

interface Closed {
  /** Whose applications. */
  readonly applications: readonly Group[];
  /** Cards on which applications; whoever wrote them. */
  readonly cards: readonly Judged[];
  /** Something that is open, to show that the search would find. */
  readonly open?: string;
}

const nothing: Closed = { applications: everyGroup, cards: judged };
const ownOnly: Closed = {
  applications: everyGroup.filter((group) => group !== 'settled'),
  cards: judged,
  open: groups.settled.secret,
};

const moments: [Chapter, Readonly<Record<string, Closed>>][] = [
  [
    // The chair's card is a draft: nobody else reads it, staff neither.
    'jurors score',
    {
      visitor: nothing,
      'leader of settled': ownOnly,
      'excluded juror': { applications: ['settled', 'draft'], cards: judged, open: groups.running.secret },
      coordinator: { applications: ['draft'], cards: judged, open: groups.settled.secret },
      inspector: { applications: ['draft'], cards: judged, open: groups.settled.secret },
    },
  ],
  [
    'the jury meets',
    {
      visitor: nothing,
      'leader of settled': ownOnly,
      'leader of running': { ...nothing, applications: everyGroup.filter((group) => group !== 'running') },
      'excluded juror': { applications: ['settled', 'draft'], cards: ['settled'], open: groups.running.secret },
      'excluded staff': { applications: ['running', 'draft'], cards: ['running'], open: groups.settled.secret },
      'juror elsewhere': nothing,
      accountant: { applications: ['draft'], cards: judged },
    },
  ],
  [
    'results wait to be published',
    {
      visitor: nothing,
      'leader of settled': ownOnly,
      'excluded juror': { applications: ['settled', 'draft'], cards: ['settled'], open: groups.running.secret },
      'excluded staff': { applications: ['running', 'draft'], cards: ['running'], open: groups.settled.secret },
    },
  ],
  [
    'plans are negotiated',
    {
      visitor: nothing,
      'leader of settled': {
        ...ownOnly,
        cards: judged.filter((group) => group !== 'settled'),
        open: cardMark('settled', 'Marianna Zubrycka'),
      },
      'excluded juror': { applications: ['settled', 'draft'], cards: ['settled'], open: groups.running.secret },
      'excluded staff': { applications: ['running', 'draft'], cards: ['running'], open: groups.settled.secret },
    },
  ],
];

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.app.close());

describe.each(moments)('%s:', (chapter, closed) => {
  beforeAll(async () => {
    while ((await world.next()) !== chapter);
  }, 120_000);

  test.each(Object.entries(closed))(
    'of all that %s can fetch nothing tells what is closed',
    async (who, { applications, cards, open }) => {
      const from = who === 'visitor' ? ['/'] : ['/', '/konto'];
      const { pages } = await crawl(world.as(who), world.routes, from, 6);
      const texts = [
        ...pages.map(({ path, page }) => ({
          path,
          text: page.html === '' ? fileText(page.body) : page.html + page.text,
        })),
        ...lettersTo(who),
      ].map(({ path, text }) => ({ path, text: text.replaceAll('\u00a0', ' ').replace(/\s+/g, ' ') }));
      const marks = [
        ...applications.map((group) => groups[group].secret),
        ...cards.flatMap((group) => jurors.map((name) => cardMark(group, name))),
      ];
      const leaks = marks.flatMap((mark) =>
        texts.filter(({ text }) => text.includes(mark)).map(({ path }) => `${path}: ${mark}`),
      );
      expect(leaks).toEqual([]);
      if (open !== undefined) expect(texts.some(({ text }) => text.includes(open))).toBe(true);
    },
    120_000,
  );
});

function fileText(body: Buffer): string {
  if (body.subarray(0, 5).toString() !== '%PDF-') return body.toString('utf8');
  const path = join(world.app.dataDir, 'read.pdf');
  writeFileSync(path, body);
  return run('pdftotext', '-raw', path, '-');
}

/** Letters to the person, whole. */
function lettersTo(who: string): { path: string; text: string }[] {
  if (who === 'visitor') return [];
  const email = world.app.deps.db.get<{ email: string }>(
    sql`select email from people where id = ${world.story.person(who).id}`,
  )?.email;
  return world.app.deps.db
    .all<{ id: number; subject: string; body: string }>(
      sql`select id, subject, body from letters where to_address = ${email ?? ''}`,
    )
    .map(({ id, subject, body }) => ({ path: `letter ${id}`, text: `${subject} ${body}` }));
}
