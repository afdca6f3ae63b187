import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Visitor } from '../support/browser.ts';

type Role = Parameters<Page['getByRole']>[0];
type Name = string | RegExp;

export interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/**
 * What somebody can do with a page, or with a named part of it: everything goes by words that are to be seen. A label is
 * known by its beginning, a button or link by all of its words; words that fit two things are an error.
 */
export interface Hands {
  /** Types over what the field holds. */
  type(label: string, words: string): Promise<void>;
  choose(label: string, option: string): Promise<void>;
  /** A radio or a box by its label. */
  tick(label: Name): Promise<void>;
  /** Opens what is folded under these words, if it is. */
  unfold(words: string): Promise<void>;
  attach(label: string, ...files: ChosenFile[]): Promise<void>;
  /** Presses a button and waits for the page that answers. */
  press(button: string): Promise<void>;
  follow(link: string): Promise<void>;
  /** Takes the file behind a link. */
  download(link: string): Promise<{ name: string; bytes: Buffer }>;
  /** Waits until all these words are to be seen. */
  sees(...words: string[]): Promise<void>;
  /** The words to be seen, spaces and lines joined. */
  reads(): Promise<string>;
  /** The same hands within one part of the page: a row, a group of fields, a section. */
  at(role: Role, name: Name): Hands;
}

export interface Who {
  readonly name: string;
  readonly email: string;
}

/** One person at a screen of their own. */
export interface Person extends Hands, Who {
  readonly page: Page;
  /** Opens an address typed in or taken from a letter. */
  open(address: string): Promise<void>;
  /** Goes to a page by the main menu. */
  turnTo(way: string): Promise<void>;
  /** Opens the same page again until a link stands there. */
  waitsFor(link: string): Promise<void>;
}

/** `arrived` is told after every page that comes. */
export function personAt(visitor: Visitor, who: Who, arrived: (page: Page) => Promise<void>): Person {
  const { page } = visitor;
  const open = async (address: string): Promise<void> => {
    await page.goto(address);
    await arrived(page);
  };
  const hands = handsOn(page, page.locator('body'), arrived);
  const turnTo = (way: string): Promise<void> => hands.at('navigation', 'Główne').follow(way);
  const waitsFor = async (link: string): Promise<void> => {
    const there = page.getByRole('link', { name: link });
    const isThere = async (): Promise<boolean> => {
      if ((await there.count()) > 0) return true;
      await page.reload();
      return false;
    };
    await expect.poll(isThere, { timeout: 10_000, interval: 200 }).toBe(true);
  };
  return { ...who, page, open, turnTo, waitsFor, ...hands };
}

function handsOn(page: Page, part: Locator, arrived: (page: Page) => Promise<void>): Hands {
  const leave = async (by: Locator): Promise<void> => {
    await Promise.all([page.waitForEvent('framenavigated', { timeout: 11_000 }), by.click()]);
    await page.waitForLoadState('domcontentloaded');
    await arrived(page);
  };
  const field = (label: Name): Locator =>
    part.getByLabel(typeof label === 'string' ? new RegExp(`^${patternOf(label)}`) : label);
  const named = (role: 'button' | 'link', name: string): Locator =>
    part.getByRole(role, { name: new RegExp(`^${patternOf(name)}$`) });
  const reads = async (): Promise<string> => oneLine(await part.innerText());
  return {
    type: (label, words) => field(label).fill(words),
    choose: async (label, option) => void (await field(label).selectOption({ label: option })),
    tick: (label) => field(label).check(),
    async unfold(words) {
      const fold = part.locator('details', { has: page.locator('summary', { hasText: words }) });
      if ((await fold.getAttribute('open')) === null) await fold.locator('summary').click();
    },
    attach: (label, ...files) => field(label).setInputFiles(files),
    press: (name) => leave(named('button', name)),
    follow: (name) => leave(named('link', name)),
    async download(name) {
      const [file] = await Promise.all([page.waitForEvent('download'), named('link', name).click()]);
      const bytes: Buffer[] = [];
      for await (const chunk of await file.createReadStream()) bytes.push(chunk);
      return { name: file.suggestedFilename(), bytes: Buffer.concat(bytes) };
    },
    reads,
    async sees(...words) {
      for (const expected of words) await expect.poll(reads, { timeout: 5000, interval: 30 }).toContain(expected);
    },
    at: (role, name) => handsOn(page, part.getByRole(role, { name }), arrived),
  };
}

/** Spaces may be hard, and one may stand before words that only a screen reader says. */
function patternOf(words: string): string {
  const plain = words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return `\\s*${plain.replaceAll(/ ?([:,])/g, '\\s*$1').replaceAll(' ', '\\s+')}`;
}

/** Spaces of any kind and line ends as one space. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
