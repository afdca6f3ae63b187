import type { Page } from 'playwright-core';
import { oneLine } from './person.ts';

/** Somebody who has a keyboard and nothing else. Things are found by going on from where one is, and known by how their words begin. */
export interface Keys {
  /** Goes on by Tab until what begins with these words has the focus. */
  reach(words: string): Promise<void>;
  /** Types into a field, over what stands in it. */
  type(label: string, words: string): Promise<void>;
  /** A radio, by the arrows of its group, or a box, by the space bar. */
  tick(label: string): Promise<void>;
  /** An option of a list, by the arrows. */
  choose(label: string, option: string): Promise<void>;
  /** A button or a link, by Enter; waits for the page that answers and goes past its menu. */
  press(words: string): Promise<void>;
  /** What had the focus and did not show it, or was off the screen. */
  readonly unseen: readonly string[];
}

/** More stops than any page has. */
const mostStops = 150;

export function keysOf(page: Page): Keys {
  const unseen: string[] = [];

  async function next(): Promise<string> {
    await page.keyboard.press('Tab');
    const { name, isShown } = await focused(page);
    if (!isShown) unseen.push(`${new URL(page.url()).pathname}: ${name}`);
    return name;
  }

  async function reach(words: string): Promise<void> {
    const passed: string[] = [];
    for (let stop = 0; stop < mostStops; stop++) {
      const name = await next();
      if (name.startsWith(words)) return;
      passed.push(name);
    }
    throw new Error(`No „${words}” on ${page.url()}, only: ${[...new Set(passed)].join(' | ')}`);
  }

  async function type(label: string, words: string): Promise<void> {
    await reach(label);
    await page.keyboard.press('Control+a');
    await page.keyboard.type(words);
  }

  async function turnUntil(isThere: () => Promise<boolean>, what: string): Promise<void> {
    for (let turn = 0; turn < 20; turn++) {
      if (await isThere()) return;
      await page.keyboard.press('ArrowDown');
    }
    throw new Error(`The arrows never came to „${what}”`);
  }

  return {
    unseen,
    reach,
    type,
    async tick(label) {
      for (let stop = 0; stop < mostStops; stop++) {
        const name = await next();
        const { kind } = await focused(page);
        if (kind === 'radio') {
          await turnUntil(async () => (await focused(page)).name.startsWith(label), label);
          if (!(await focused(page)).isChecked) await page.keyboard.press('Space');
          return;
        }
        if (kind === 'checkbox' && name.startsWith(label)) return page.keyboard.press('Space');
      }
      throw new Error(`Nothing to tick: „${label}”`);
    },
    async choose(label, option) {
      await reach(label);
      await turnUntil(async () => (await focused(page)).option === option, option);
    },
    async press(words) {
      await reach(words);
      await Promise.all([page.waitForEvent('framenavigated', { timeout: 11_000 }), page.keyboard.press('Enter')]);
      await page.waitForLoadState('load');
      // A list of what is wrong takes the focus itself; otherwise the first stop leads past the menu.
      if ((await focused(page)).kind !== '') return;
      if ((await next()) === 'Przejdź do treści') await page.keyboard.press('Enter');
    },
  };
}

/** What has the focus: its words, what it is, and whether a seeing person can tell. A page that comes again meanwhile is asked once it is there. */
async function focused(page: Page): ReturnType<typeof focusedNow> {
  try {
    return await focusedNow(page);
  } catch (error) {
    if (!(error instanceof Error && error.message.includes('context was destroyed'))) throw error;
    await page.waitForLoadState('load');
    return focusedNow(page);
  }
}

async function focusedNow(page: Page) {
  const found = await page.evaluate(() => {
    const it = document.activeElement;
    if (!(it instanceof HTMLElement) || it === document.body) return null;
    const { labels } = it as HTMLInputElement;
    const box = it.getBoundingClientRect();
    const { outlineStyle, outlineWidth } = getComputedStyle(it);
    return {
      name: (labels?.[0] ?? it).textContent ?? '',
      kind: it instanceof HTMLInputElement ? it.type : it.tagName.toLowerCase(),
      isChecked: it instanceof HTMLInputElement && it.checked,
      option: it instanceof HTMLSelectElement ? (it.selectedOptions[0]?.label ?? '') : '',
      isShown:
        outlineStyle !== 'none' &&
        Number.parseFloat(outlineWidth) >= 2 &&
        box.width > 0 &&
        box.bottom > 0 &&
        box.top < innerHeight,
    };
  });
  return found === null
    ? { name: '', kind: '', isChecked: false, option: '', isShown: true }
    : { ...found, name: oneLine(found.name) };
}
