import { randomUUID } from 'node:crypto';
import type { Client, Page } from './client.ts';
import { rewinderOf } from './rewind.ts';
import type { World } from './world.ts';

/** Requests of the story's people that leave nothing behind: not in the database, not in their browsers. */
export interface Asking {
  get(who: string, path: string): Promise<Page>;
  /** A form with good tokens; `look` sees what it did before that is taken back. */
  post(who: string, path: string, fields?: readonly Field[], look?: Look): Promise<Page>;
  /** As it comes: without tokens, in another type. */
  send(who: string, path: string, body: string, type?: string, look?: Look): Promise<Page>;
  /** Everybody signs in again: the story moves the clock past the life of a session. */
  anew(): void;
}

export type Look = (page: Page) => void;
export type Field = readonly [name: string, value: string];

const formType = 'application/x-www-form-urlencoded';

export function askingIn(world: World): Asking {
  const time = rewinderOf(world.app.deps.db);
  const browsers = new Map<string, { browser: Client; token: string }>();

  const browserOf = async (who: string) => {
    const open = browsers.get(who);
    if (open !== undefined) return open;
    const browser = world.as(who);
    // One browser's forms all carry the same token.
    const page = await browser.get(who === 'visitor' ? '/wejscie' : '/konto');
    const token = page.forms.flatMap((form) => form.filled).find(([name]) => name === '_csrf')?.[1];
    if (token === undefined) throw new Error(`${who} sees no form`);
    const opened = { browser, token };
    browsers.set(who, opened);
    return opened;
  };

  const unmade = async (browser: Client, request: () => Promise<Page>, look: Look): Promise<Page> => {
    const cookies = [...browser.cookies];
    time.mark();
    try {
      const page = await request();
      look(page);
      return page;
    } finally {
      time.rewind();
      browser.cookies.clear();
      for (const [name, value] of cookies) browser.cookies.set(name, value);
    }
  };

  const send = async (who: string, path: string, body: string, type = formType, look: Look = () => {}) => {
    const { browser } = await browserOf(who);
    const headers = { origin: world.app.url, 'content-type': type };
    return unmade(browser, () => browser.send({ method: 'POST', url: path, headers, payload: body }), look);
  };

  return {
    async get(who, path) {
      const { browser } = await browserOf(who);
      return unmade(
        browser,
        () => browser.get(path),
        () => {},
      );
    },
    async post(who, path, fields = [], look) {
      const { token } = await browserOf(who);
      const body = new URLSearchParams([
        ...fields.map((field) => [...field]),
        ['_csrf', token],
        ['_once', randomUUID()],
      ]);
      return send(who, path, body.toString(), formType, look);
    },
    send,
    anew: () => browsers.clear(),
  };
}
