import { afterEach, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';

let app: TestApp;
afterEach(() => app.close());

test('a visitor reads who the partners are, what the diagnosis found and where it comes from', async () => {
  app = await startTestApp({ beginning: 'open' });
  const page = await app.visitor().get('/projekt');
  const text = page.text.replaceAll('\u00a0', ' ');
  expect(page.status).toBe(200);
  expect(text).toContain('Sejneńska Inicjatywa Lokalna „Para-buch! Biblioteka – w ruch!”');
  expect(text).toContain('Wspólne działania Polaków i Litwinów');
  expect(text).toContain('Źródło: Ankieta wśród mieszkańców, jesień 2023 (przykład)');
  expect(text).toContain('Koło gospodyń wiejskich z terenu powiatu');
  expect(text.match(/^.*przykład$/gm)).toHaveLength(10);
});
