import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { assetFiles, readAssets } from '../../src/web/assets.ts';
import { type Chrome, createRenderer, type Renderer } from '../../src/web/render.ts';
import { openBrowser, type Visitor } from '../support/browser.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const assets = readAssets(join(root, 'static'));

const view = `<h1>Pomysł</h1>
{{> errors items=errors}}
{{> deadline clock="8.00" left="1 dzień i 2 godziny" until="2024-03-31T10:00:00.000Z" now=now}}
{{#form action="/pomysl" id="pomysl" data-autosave="/pomysl/szkic"}}
{{> saved at="18.40"}}
<input type="hidden" name="revision" value="4">
{{> field name="title" label="Tytuł" value=stored.title maxlength=40}}
{{> textarea name="why" label="Dlaczego" value=stored.why maxlength=20}}
{{> radios name="who" label="Kto" options=people value=stored.who}}
{{> checkbox name="rules" label="Znamy regulamin" checked=stored.rules}}
<button type="submit" class="btn btn--main">Zapisz</button>
{{/form}}
<a href="/inna">Inna strona</a>`;

const patiently = { timeout: 5_000 };

const people = [
  { value: 'group', label: 'Grupa' },
  { value: 'person', label: 'Osoba' },
];

describe('the scripts of a page', () => {
  const browser = openBrowser();
  let server: Server;
  let origin: string;
  let renderer: Renderer;

  /** What the server has, how it answers the next saving, and what has come so far. */
  let stored: Record<string, string | boolean>;
  let answer: { status: number; json?: object; location?: string };
  let errors: { href: string; text: string }[];
  let arrived: { path: string; htmx: boolean; body: URLSearchParams }[];
  let flash: Chrome['flash'];
  let person: string;
  let now: string;

  beforeAll(async () => {
    const viewsDir = mkdtempSync(join(tmpdir(), 'views-'));
    cpSync(join(root, 'views', 'layouts'), join(viewsDir, 'layouts'), { recursive: true });
    cpSync(join(root, 'views', 'partials'), join(viewsDir, 'partials'), { recursive: true });
    writeFileSync(join(viewsDir, 'idea.hbs'), view);
    renderer = createRenderer({ viewsDir, asset: assets.url });
    server = createServer(async (request, response) => {
      const path = new URL(request.url ?? '/', 'http://x').pathname;
      if (request.method === 'POST') {
        const body = new URLSearchParams(await text(request));
        arrived.push({ path, htmx: request.headers['hx-request'] === 'true', body });
        if (path === '/pomysl' || path === '/wyjscie') return response.writeHead(303, { location: '/inna' }).end();
        const headers = answer.location ? { location: answer.location } : { 'content-type': 'application/json' };
        return response.writeHead(answer.status, headers).end(JSON.stringify(answer.json ?? {}));
      }
      if (path.startsWith(assets.prefix)) {
        const name = path.slice(assets.prefix.length);
        const file = assetFiles.find(({ url }) => url === name)?.file ?? join(root, 'static', name);
        const types: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };
        response.writeHead(200, { 'content-type': types[extname(name)] ?? 'font/woff2' });
        return response.end(readFileSync(file));
      }
      response.writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy':
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'",
      });
      return response.end(renderer.page('idea', { stored, errors, people, now }, chrome()));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  beforeEach(() => {
    stored = { title: 'Dwa języki', why: '', who: 'group', rules: false };
    answer = { status: 200, json: { saved: '18.42', revision: 5 } };
    errors = [];
    arrived = [];
    flash = null;
    person = 'Birutė Jurkianis';
    now = '2024-03-30T07:00:00.000Z';
  });

  function chrome(): Chrome {
    return {
      title: 'Pomysł',
      organisation: {
        name: 'Biblioteka',
        street: 'ul. Szkolna 1',
        postalCode: '16-515',
        city: 'Puńsk',
        phone: '',
        email: '',
        creditLine: null,
      },
      navigation: [],
      person: person === '' ? null : { name: person },
      flash,
      csrf: 'token-of-birute',
      path: '/pomysl',
    };
  }

  async function opened(): Promise<Visitor> {
    const visitor = await browser.newVisitor({ origin, width: 360 });
    await visitor.page.goto('/pomysl');
    return visitor;
  }

  const line = (visitor: Visitor) => visitor.page.locator('[data-saved] [data-text]');
  const copies = (visitor: Visitor) => visitor.page.evaluate(() => Object.values(localStorage).join());

  test('save what is being written and say when, without pressing anything', async () => {
    const visitor = await opened();
    await visitor.page.fill('#why', 'Nie ma gdzie usiąść.');
    await expect.poll(() => line(visitor).textContent(), patiently).toBe('Zapisano o 18.42.');
    expect(arrived).toHaveLength(1);
    expect(arrived[0]?.path).toBe('/pomysl/szkic');
    expect(arrived[0]?.htmx).toBe(true);
    expect(Object.fromEntries(arrived[0]?.body ?? [])).toEqual({
      title: 'Dwa języki',
      why: 'Nie ma gdzie usiąść.',
      who: 'group',
      _csrf: 'token-of-birute',
      revision: '4',
    });
    expect(await visitor.page.inputValue('[name=revision]')).toBe('5');
    expect(await copies(visitor)).toBe('');
  });

  test('keep the words of a group whose network fails, and put them back when asked', async () => {
    const visitor = await opened();
    await visitor.context.setOffline(true);
    await visitor.page.fill('#why', 'Bo daleko do książek');
    await visitor.page.check('#who-1');
    await visitor.page.check('#rules');
    await expect
      .poll(() => line(visitor).textContent(), patiently)
      .toContain('Nie zapisano, kopia jest w tej przeglądarce');
    expect(await visitor.page.locator('[data-mark=warn]').isVisible()).toBe(true);
    expect(await visitor.page.locator('[data-mark=ok]').isVisible()).toBe(false);
    expect(arrived).toEqual([]);
    await visitor.page.close({ runBeforeUnload: false });
    await visitor.context.setOffline(false);

    const page = await visitor.context.newPage();
    await page.goto('/pomysl');
    expect(await page.inputValue('#why')).toBe('');
    answer = { status: 200, json: { saved: '19.05', revision: 5 } };
    await page.getByRole('button', { name: 'Wstaw do pól' }).click();
    expect(await page.inputValue('#why')).toBe('Bo daleko do książek');
    expect(await page.isChecked('#who-1')).toBe(true);
    expect(await page.isChecked('#rules')).toBe(true);
    await expect.poll(() => page.textContent('[data-saved] [data-text]'), patiently).toBe('Zapisano o 19.05.');
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
  });

  test('tell a lost session and somebody else’s change apart', async () => {
    const visitor = await opened();
    answer = { status: 303, location: '/wejscie' };
    await visitor.page.fill('#why', 'Pierwsze zdanie');
    await expect.poll(() => line(visitor).textContent(), patiently).toContain('sesja wygasła');
    answer = { status: 409 };
    await visitor.page.fill('#why', 'Drugie zdanie');
    await expect.poll(() => line(visitor).textContent(), patiently).toContain('Ktoś inny zmienił');
    expect(await copies(visitor)).toContain('Drugie zdanie');
  });

  test('forget the copy once the button has saved it', async () => {
    const visitor = await opened();
    await visitor.page.fill('#why', 'Od razu zapisane');
    flash = { kind: 'ok', text: 'Zapisano.' };
    await visitor.page.getByRole('button', { name: 'Zapisz' }).click();
    await visitor.page.waitForURL('**/inna');
    expect(arrived.map(({ path }) => path)).toEqual(['/pomysl']);
    expect(await copies(visitor)).toBe('');
  });

  test('leave nothing behind after signing out, nor for the next person', async () => {
    const visitor = await opened();
    answer = { status: 422 };
    await visitor.page.fill('#why', 'Tylko dla nas');
    await expect.poll(() => line(visitor).textContent(), patiently).toContain('Nie zapisano');
    expect(await copies(visitor)).toContain('Tylko dla nas');
    person = 'Marianna Zubrycka';
    const next = await visitor.context.newPage();
    await next.goto('/pomysl');
    expect(await next.evaluate(() => localStorage.length)).toBe(0);
    expect(await next.locator('[data-take]').count()).toBe(0);

    await next.fill('#why', 'Słowa Marianny');
    expect(await copies(visitor)).toContain('Słowa Marianny');
    next.on('dialog', (dialog) => dialog.accept());
    await next.getByRole('button', { name: 'Wyloguj się' }).click();
    await next.waitForURL('**/inna');
    expect(await copies(visitor)).toBe('');
  });

  test('send a form once, however often its button is pressed', async () => {
    const visitor = await opened();
    await visitor.page.evaluate(() => {
      const button = document.querySelector<HTMLButtonElement>('#pomysl .btn--main');
      button?.click();
      button?.click();
      if (button?.getAttribute('aria-busy') !== 'true') throw new Error('not busy');
    });
    await visitor.page.waitForURL('**/inna');
    expect(arrived.map(({ path }) => path)).toEqual(['/pomysl']);
  });

  test('count letters as people do', async () => {
    const visitor = await opened();
    const count = visitor.page.locator('#why-count');
    expect(await count.textContent()).toBe('Zostało 20 z 20 znaków');
    await visitor.page.fill('#why', 'Książki 👩‍👩‍👧 ');
    expect(await count.textContent()).toBe('Zostało 11 z 20 znaków');
    await visitor.page.fill('#why', 'Dwadzieścia dwie litery');
    expect(await count.textContent()).toBe('Za dużo o 3, zmieści się najwyżej 20 znaków');
  });

  test('say the limit of one line only near its end', async () => {
    const visitor = await opened();
    const count = visitor.page.locator('#title-count');
    const said = async (letters: number) => {
      await visitor.page.fill('#title', 'a'.repeat(letters));
      return [await count.textContent(), await count.isVisible()];
    };
    expect([await count.textContent(), await count.isVisible()]).toEqual(['', false]);
    expect(await said(32)).toEqual(['', false]);
    expect(await said(33)).toEqual(['Zostało 7 z 40 znaków', true]);
    expect(await said(41)).toEqual(['Za dużo o 1, zmieści się najwyżej 40 znaków', true]);
    expect(await said(10)).toEqual(['', false]);
  });

  test('bring a keyboard to what is wrong', async () => {
    errors = [{ href: '#title', text: 'Podajcie tytuł.' }];
    const visitor = await opened();
    expect(await visitor.page.evaluate(() => document.activeElement?.className)).toBe('errors errors--top');
    await visitor.page.keyboard.press('Tab');
    await visitor.page.keyboard.press('Enter');
    expect(await visitor.page.evaluate(() => document.activeElement?.id)).toBe('title');
  });

  test('count the time left by the clocks in Warsaw, across their change', async () => {
    const visitor = await browser.newVisitor({ origin });
    await visitor.page.clock.install();
    await visitor.page.goto('/pomysl');
    const left = visitor.page.locator('[data-countdown]');
    expect(await left.textContent()).toBe('1 dzień i 2 godziny');
    // From 9.00 (first minute) and 2 hours later, until 12.00 on the day that has no 2.30.
    await visitor.page.clock.runFor('02:00');
    expect((await left.textContent())?.replaceAll('\u00a0', ' ')).toBe('1 dzień i 3 godziny');
    expect(await visitor.page.locator('[data-clock]').textContent()).toBe('8.02');
  });
});
