import { afterAll, beforeAll, test } from 'vitest';
import { openBrowser, type TestBrowser } from '../support/browser.ts';
import type { Story } from './story.ts';

export type Chapter = readonly [title: string, walk: (story: Story) => Promise<void>];

/** Walks the chapters one after another; after one that failed the later ones are not begun. */
export function walkChapters(begin: (browser: TestBrowser) => Promise<Story>, chapters: readonly Chapter[]): void {
  const browser = openBrowser();
  let story: Story;
  let reached = 0;

  beforeAll(async () => {
    story = await begin(browser);
  }, 120_000);
  afterAll(() => story.close());

  test.each(chapters.map(([title, walk], index) => ({ title, walk, index })))('$title', async ({ walk, index }) => {
    if (reached < index) throw new Error(`the walk ended in: ${chapters[reached]?.[0]}`);
    await walk(story).catch(async (error: unknown) => {
      await story.pictureEveryone();
      throw error;
    });
    story.expectAllWell();
    reached += 1;
  });
}
