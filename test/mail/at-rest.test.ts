import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import { submittedApplication } from '../support/story/applications.ts';

let app: TestApp;
afterEach(() => app.close());

const publicUrl = 'https://konkurs.example.org';

/** Every byte of the database and its log, read past SQLite: what was overwritten and is still there, too. */
function everyByte(): string {
  const names = readdirSync(app.dataDir).filter((name) => name.startsWith('oddolnie.sqlite'));
  expect(names).toContain('oddolnie.sqlite-wal');
  return names.map((name) => readFileSync(join(app.dataDir, name), 'latin1')).join('');
}

test.each(['taken', 'refused with its words'])(
  'no token or code that opens a door lies in the database or its log, its letter being %s',
  async (what) => {
    let token = '';
    let code = '';
    const refuse = ({ text = '' }: { text?: string | undefined }) => {
      token = /\/wejscie\/(\S+)/.exec(text)?.[1] ?? '';
      code = /^\s*(\d{6})\s*$/m.exec(text)?.[1] ?? '';
      return what === 'taken' ? undefined : `5.7.1 looks like phishing: ${text}`;
    };
    app = await startTestApp({ beginning: 'open', mail: { refuse }, publicUrl });
    const joanna = app.person('Joanna Milewska', 'joanna@example.org', ['coordinator']);
    const guest = app.visitor();
    await guest.get('/wejscie');
    await guest.submit('/wejscie', { email: joanna.email });
    await app.drain();
    expect([token.length > 20, code.length]).toEqual([true, 6]);
    const bytes = everyByte();
    expect(bytes).toContain('[jednorazowy link]');
    expect(bytes).not.toContain(token);
    // The beginning of a token is its link's number, which is no secret; the rest is looked for in pieces, cut as pages may cut it.
    for (let from = token.indexOf('-') + 1; from + 12 <= token.length; from += 12)
      expect(bytes).not.toContain(token.slice(from, from + 12));
    expect(bytes).not.toMatch(new RegExp(`(?<!\\d)${code}(?!\\d)`));
  },
);

test('letters lead to PUBLIC_URL and nowhere else, whatever host somebody asked under and whatever a group wrote', async () => {
  app = await startTestApp({ beginning: 'open', mail: true, publicUrl });
  submittedApplication(app.deps, {
    leader: 'Birutė Jurkianis',
    email: 'birute@example.org',
    title: 'Nagroda www.example.net/wygrana i <a href="//example.net">tu</a>',
  });
  const joanna = app.person('Joanna Milewska', 'joanna@example.org', ['coordinator']);
  const guest = app.visitor();
  await guest.get('/wejscie', { host: 'example.net' });
  await guest.submit('/wejscie', { email: joanna.email });
  await app.drain();
  expect(app.mailbox.letters.length).toBeGreaterThanOrEqual(2);
  const links = app.mailbox.letters.flatMap(({ text = '', html }) => [
    ...(text.match(/[a-z]+:\/\/[^\s/]+/g) ?? []),
    ...[...String(html).matchAll(/(?:href|src)="([^"]*)"/g)].map(([, href = '']) => new URL(href, 'none:').origin),
  ]);
  expect(links.length).toBeGreaterThanOrEqual(4);
  expect(new Set(links)).toEqual(new Set([publicUrl]));
});
