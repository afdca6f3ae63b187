import { statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeFindings, hasSidewaysScroll, openBrowser, shot } from './browser.ts';

const pages: Record<string, string> = {
  '/': '<main><h1>Biblioteka</h1><p id="js">bez skryptu</p><script src="/own.js"></script></main>',
  '/wide': '<main><h1>Szeroka</h1><p style="width:900px">…</p></main>',
  '/unlabelled': '<main><h1>Pole</h1><input></main>',
  '/foreign': '<main><h1>Obcy</h1><img alt="" src="http://tracker.example.org/pixel.png"></main>',
  '/missing-style': '<link rel="stylesheet" href="/none.css"><main><h1>Styl</h1></main>',
  '/throws': '<main><h1>Wyjątek</h1></main><script src="/throws.js"></script>',
};
const scripts: Record<string, string> = {
  '/own.js': 'document.getElementById("js").textContent = "ze skryptem"',
  '/throws.js': 'throw new Error("zepsute")',
};

describe('the browser of the tests', () => {
  const browser = openBrowser();
  let server: Server;
  let origin: string;

  beforeAll(async () => {
    server = createServer((request, response) => {
      const path = request.url ?? '/';
      if (path === '/favicon.ico') return response.writeHead(204).end();
      if (path === '/refused') return response.writeHead(422, { 'content-type': 'text/html' }).end('<h1>Nie</h1>');
      const script = scripts[path];
      if (script) return response.writeHead(200, { 'content-type': 'text/javascript' }).end(script);
      const body = pages[path];
      if (!body) return response.writeHead(404).end();
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      return response.end(
        `<!doctype html><html lang="pl"><meta name="viewport" content="width=device-width"><title>Próba</title>${body}`,
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterAll(() => {
    server.close();
  });

  test('shows a page with scripts and without them', async () => {
    const withScripts = await browser.newVisitor({ origin, width: 360 });
    await withScripts.page.goto('/');
    expect(await withScripts.page.textContent('#js')).toBe('ze skryptem');
    expect(await axeFindings(withScripts.page)).toEqual([]);
    await withScripts.close();

    const without = await browser.newVisitor({ origin, javaScript: false });
    await without.page.goto('/');
    expect(await without.page.textContent('#js')).toBe('bez skryptu');
    expect(await hasSidewaysScroll(without.page)).toBe(false);
    await expect(axeFindings(without.page)).rejects.toThrow('without JavaScript');
    await without.close();
  });

  test('measures sideways scrolling, finds what axe finds, and takes a picture', async () => {
    const { page, close } = await browser.newVisitor({ origin, width: 360 });
    await page.goto('/wide');
    expect(await hasSidewaysScroll(page)).toBe(true);
    await page.goto('/unlabelled');
    expect(await axeFindings(page)).toEqual([expect.stringMatching(/^label: .* – input$/)]);
    expect(statSync(await shot(page, 'unlabelled')).size).toBeGreaterThan(1000);
    await close();
  });

  test.each([
    ['a request to a stranger', '/foreign', 'foreign request: http://tracker.example.org/pixel.png'],
    ['an asset that is not there', '/missing-style', '404: '],
    ['an uncaught exception', '/throws', 'uncaught: zepsute'],
  ])('does not let a visitor leave after %s', async (_what, path, fault) => {
    const visitor = await browser.newVisitor({ origin });
    await visitor.page.goto(path);
    await visitor.page.waitForLoadState('networkidle');
    await expect(visitor.close()).rejects.toThrow(fault);
  });

  test('takes a refused form for an answer, not for a fault', async () => {
    const visitor = await browser.newVisitor({ origin });
    await visitor.page.goto('/refused');
    await visitor.close();
  });
});
