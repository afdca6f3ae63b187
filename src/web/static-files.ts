import { basename, dirname, join } from 'node:path';
import serveStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { type Assets, assetFiles } from './assets.ts';

/** Stylesheet, scripts and fonts under one versioned prefix, so that browsers may keep them for ever. */
export async function serveStaticFiles(server: FastifyInstance, staticDir: string, assets: Assets): Promise<void> {
  const packaged = new Map(assetFiles.map(({ url, file }) => [url, file]));
  await server.register(serveStatic, { root: staticDir, serve: false, immutable: true, maxAge: '365d' });
  server.get<{ Params: { '*': string } }>(`${assets.prefix}*`, { config: { access: 'static' } }, (request, reply) => {
    const name = request.params['*'];
    const file = packaged.get(name) ?? join(staticDir, name);
    if (!assets.has(name)) return reply.callNotFound();
    return reply.sendFile(basename(file), dirname(file));
  });
}
