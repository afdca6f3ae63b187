import { execFileSync } from 'node:child_process';
import { expect } from 'vitest';
import type { Client, Page } from './client.ts';

/** Words with plain spaces, for comparing. */
export const plain = (text: string) => text.replaceAll('\u00a0', ' ');

/** The address of the newest paper of this title on a page; '' while there is none to open. */
export function paperOn(page: Page, title: string): string {
  return (
    [...page.links].find(([words, href]) => plain(words).startsWith(title) && href.startsWith('/pliki/'))?.[1] ?? ''
  );
}

/** The words of a PDF in reading order, page by page. */
export async function pagesOf(browser: Client, href: string): Promise<string[]> {
  const file = await browser.get(href);
  expect([file.status, file.headers['content-type']]).toEqual([200, 'application/pdf']);
  const words = execFileSync('pdftotext', ['-raw', '-', '-'], { input: file.body, encoding: 'utf8' });
  return words
    .split('\f')
    .slice(0, -1)
    .map((page) => plain(page).replace(/\s+/g, ' ').trim());
}

export async function wordsOf(browser: Client, href: string): Promise<string> {
  return (await pagesOf(browser, href)).join(' ');
}

/** What each of these people gets from the same address. */
export async function statusesOf(
  browsers: Readonly<Record<string, Client>>,
  href: string,
): Promise<Record<string, number>> {
  const statuses: Record<string, number> = {};
  for (const [name, browser] of Object.entries(browsers)) statuses[name] = (await browser.get(href)).status;
  return statuses;
}
