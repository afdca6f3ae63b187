import { fastify } from 'fastify';
import { expect, it } from 'vitest';
import { isNearestProxy } from '../../src/web/security.ts';

it('behind a proxy a visitor is whom the proxy saw, whatever addresses the visitor wrote before that', async () => {
  const server = fastify({ trustProxy: isNearestProxy });
  server.get('/', (request) => ({ ip: request.ip }));
  const seen = async (forwarded: string) =>
    (await server.inject({ url: '/', remoteAddress: '127.0.0.1', headers: { 'x-forwarded-for': forwarded } })).json();
  expect(await seen('192.0.2.7')).toEqual({ ip: '192.0.2.7' });
  expect(await seen('198.51.100.1, 192.0.2.7')).toEqual({ ip: '192.0.2.7' });
  expect(await seen('198.51.100.2, 203.0.113.9, 192.0.2.7')).toEqual({ ip: '192.0.2.7' });
});
