import { sql } from 'drizzle-orm';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { offendersOf } from '../../src/db/invariant.ts';
import { invariants } from '../../src/registries.ts';
import { startTestApp, type TestApp, type TestAppOptions } from '../support/app.ts';
import { axeFindings, hasSidewaysScroll, shot, type TestBrowser } from '../support/browser.ts';
import type { ReceivedLetter } from '../support/smtp.ts';
import { type Person, personAt, type Who } from './person.ts';

/** How everybody in one walk looks at the pages. */
export interface Screen {
  /** Begins the names of the pictures taken on the way. */
  readonly name: string;
  readonly width: number;
  readonly javaScript: boolean;
  /** Words that no page of this story may hold, folded or typed into a field: another house's names. */
  readonly mustNotSay?: RegExp;
}

/** One competition on its way. */
export interface Story {
  readonly app: TestApp;
  readonly screen: Screen;
  /** Somebody at a screen of their own, signed in or not as they left it; `width` where it is not everybody's. */
  person(who: Who, width?: number): Promise<Person>;
  /** Moves competition time; sessions and links stay on the machine's. */
  itIs(moment: string): void;
  /** The next letter to an address that this walk has not read yet, come or coming. */
  letterTo(email: string, subject: string): Promise<ReceivedLetter>;
  /** Somebody signed in already, at one more screen, with JavaScript whatever the others have. */
  seat(who: Who, width: number): Promise<Person>;
  /** Every truth about the data holds, no page scrolled sideways, axe had nothing to say. */
  expectAllWell(): void;
  /** Takes a picture of every screen, for whoever mends what went wrong. */
  pictureEveryone(): Promise<void>;
  close(): Promise<void>;
}

export async function beginStory(
  browser: TestBrowser,
  screen: Screen,
  options: Pick<TestAppOptions, 'beginning' | 'at'> = {},
): Promise<Story> {
  const app = await startTestApp({ beginning: 'open', ...options, listening: true, mail: true });
  // Hundreds of forms follow: what the disk would hold after a power cut is no matter here.
  app.deps.db.raw.pragma('synchronous = off');
  const present = new Map<string, Person>();
  const read = new Set<ReceivedLetter>();
  const looks = watchLooks(screen);
  const withScripts = screen.javaScript
    ? looks
    : watchLooks({ ...screen, name: `${screen.name}-scripts`, javaScript: true });

  return {
    app,
    screen,
    async person(who, width = screen.width) {
      const sitting = present.get(who.email);
      if (sitting) return sitting;
      const visitor = await browser.newVisitor({ origin: app.url, javaScript: screen.javaScript, width });
      const person = personAt(visitor, who, looks.see);
      present.set(who.email, person);
      return person;
    },
    async seat(who, width) {
      const visitor = await browser.newVisitor({ origin: app.url, width });
      const id = app.deps.db.get<{ id: number }>(sql`select id from people where email = ${who.email}`)?.id ?? 0;
      const session = app.as({ id }).cookies.get('session') ?? '';
      await visitor.context.addCookies([{ name: 'session', value: session, url: app.url }]);
      const seated = personAt(visitor, who, withScripts.see);
      present.set(`${who.email}-${present.size}`, seated);
      return seated;
    },
    itIs: (moment) => app.clock.setNow(moment),
    async letterTo(email, subject) {
      const isIt = (one: ReceivedLetter): boolean =>
        one.envelope.to.includes(email) && (one.subject ?? '').includes(subject) && !read.has(one);
      // The first document also waits for its worker thread to start.
      const letter = await app.mailbox.waitFor(isIt, 15_000);
      read.add(letter);
      return letter;
    },
    expectAllWell() {
      expect(looks.findings).toEqual([]);
      expect(withScripts.findings).toEqual([]);
      const broken = invariants.map((truth) => ({ name: truth.name, rows: offendersOf(app.deps.db, truth) }));
      expect(broken.filter(({ rows }) => rows.length > 0)).toEqual([]);
    },
    async pictureEveryone() {
      for (const [key, { page }] of present) await shot(page, `${screen.name}-failed-${key}`);
    },
    close: () => app.close(),
  };
}

/** Looks once at every shape of a page: its width, what axe says; with `PICTURES=1` a picture for people's eyes. */
function watchLooks(screen: Screen): { findings: string[]; see(page: Page): Promise<void> } {
  const findings: string[] = [];
  const seen = new Set<string>();
  return {
    findings,
    async see(page) {
      const foreign = screen.mustNotSay?.exec(await everythingSaidOn(page))?.[0];
      if (foreign !== undefined) findings.push(`${page.url()} says ${foreign}`);
      const shape = await shapeOf(page);
      if (seen.has(shape)) return;
      seen.add(shape);
      await page.waitForLoadState('load');
      if (await hasSidewaysScroll(page)) findings.push(`${shape} scrolls sideways`);
      if (screen.javaScript) findings.push(...(await axeFindings(page)).map((finding) => `${shape} ${finding}`));
      if (process.env['PICTURES'])
        await shot(page, `${screen.name}-${String(seen.size).padStart(2, '0')}${pathname(page).replaceAll('/', '-')}`);
    },
  };
}

/** The words of a page, of what is folded on it and of its fields; not its tokens. */
function everythingSaidOn(page: Page): Promise<string> {
  return page.evaluate(() =>
    [
      document.title,
      document.body.textContent,
      ...[
        ...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input:not([type=hidden]), textarea'),
      ].map(({ value }) => value),
    ].join('\n'),
  );
}

/** Pages of one shape differ in their records only: the same address but for numbers, the same sections, things to correct or none. */
async function shapeOf(page: Page): Promise<string> {
  const parts = await page.evaluate(() =>
    [...document.querySelectorAll('main h2, [data-errors]')].map((part) =>
      part.matches('h2') ? part.textContent : 'with errors',
    ),
  );
  return [
    pathname(page)
      .replace(/[^/]{20,}/, ':token')
      .replaceAll(/\d+/g, ':id'),
    ...parts,
  ].join(' | ');
}

function pathname(page: Page): string {
  return new URL(page.url()).pathname;
}
