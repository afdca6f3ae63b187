import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import { type FastifyInstance, fastify } from 'fastify';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { client } from './client.ts';

const page = `<!doctype html><title>Wniosek</title>
<form method="post" action="/zapis"><input type="hidden" name="_once" value="raz-1">
<input name="title" value="Święto żurawia"><input type="checkbox" name="consent" value="tak" checked>
<input type="checkbox" name="day" value="pt"><button name="do" value="save">Zapisz</button></form>
<form method="post" action="/plik" enctype="multipart/form-data"><input name="kind" value="scan">
<input type="file" name="scan"><input type="file" name="photo"></form>`;

describe('the client of the tests', () => {
  let server: FastifyInstance;
  let seen: { headers: Record<string, unknown>; body: unknown }[];

  beforeEach(async () => {
    seen = [];
    server = fastify();
    await server.register(cookie);
    await server.register(formbody);
    await server.register(multipart, { attachFieldsToBody: true });
    server.get('/', (_request, reply) => reply.setCookie('device', 'd1').type('text/html').send(page));
    server.get('/po', (request, reply) => reply.type('text/html').send(`<p>Zapisano: ${request.cookies['flash']}</p>`));
    server.post('/zapis', (request, reply) => {
      seen.push({ headers: request.headers, body: request.body });
      return reply.clearCookie('device').setCookie('flash', 'dobrze').redirect('/po', 303);
    });
    server.post('/plik', async (request, reply) => {
      const parts = Object.entries(
        request.body as Record<string, { filename?: string; value?: string; toBuffer?(): Promise<Buffer> }>,
      );
      const read = parts.map(async ([name, part]) => [
        name,
        part.filename,
        part.value ?? String(await part.toBuffer?.()),
      ]);
      seen.push({ headers: request.headers, body: await Promise.all(read) });
      return reply.status(422).type('text/html').send('<p>Plik jest pusty</p>');
    });
  });

  afterEach(() => server.close());

  test('sends a form as it stands on the last page, with what was typed, and keeps cookies', async () => {
    const halina = client(server, 'http://localhost:3000');
    await halina.get('/');
    const answer = await halina.submit('/zapis', { title: 'Żuraw i my', day: ['pt', 'so'], consent: null, do: 'save' });

    expect(answer.text).toBe('Zapisano: dobrze');
    expect(seen).toEqual([
      {
        headers: expect.objectContaining({
          origin: 'http://localhost:3000',
          'sec-fetch-site': 'same-origin',
          cookie: 'device=d1',
        }),
        body: { _once: 'raz-1', title: 'Żuraw i my', day: ['pt', 'so'], do: 'save' },
      },
    ]);
    expect(halina.cookies).toEqual(new Map([['flash', 'dobrze']]));
  });

  test('sends chosen files and, like a browser, empty ones', async () => {
    const halina = client(server, 'http://localhost:3000');
    await halina.get('/');
    const answer = await halina.post('/plik', {}, { scan: { name: 'umowa.pdf', content: '%PDF-1.7' } });

    expect([answer.status, answer.text]).toEqual([422, 'Plik jest pusty']);
    expect(seen[0]?.body).toEqual([
      ['kind', undefined, 'scan'],
      ['scan', 'umowa.pdf', '%PDF-1.7'],
      ['photo', '', ''],
    ]);
  });

  test('refuses what no browser could send, and tells a refused form from an accepted one', async () => {
    const halina = client(server, 'http://localhost:3000');
    await expect(halina.post('/zapis')).rejects.toThrow('the page not opened yet has no form to /zapis');
    await halina.get('/');
    await expect(halina.post('/inny')).rejects.toThrow('the page / has no form to /inny; it has: /zapis, /plik');
    await expect(halina.post('/zapis', { amount: '5' })).rejects.toThrow('has no amount; it has: _once, title');
    await expect(halina.post('/plik', {}, { other: { name: 'a', content: '' } })).rejects.toThrow(
      'takes no file other',
    );
    await expect(halina.submit('/plik')).rejects.toThrow('/plik answered 422\nPlik jest pusty');
    expect(seen).toHaveLength(1);
  });
});
