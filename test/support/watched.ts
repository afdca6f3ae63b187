import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { FastifyInstance } from 'fastify';

/** A route that a server really answers, e.g. `GET /wnioski/:id`. The hash in the address of static files is written `:version`. */
export type RegisteredRoute = `${string} ${string}`;

/** Starts a server and says which routes it got; HEAD, which follows every GET, is left out. Nothing in `src` has to tell. */
export async function withRoutes<Started>(
  start: () => Promise<Started>,
): Promise<{ started: Started; routes: RegisteredRoute[] }> {
  const routes: RegisteredRoute[] = [];
  const listen = (message: unknown) => {
    const { fastify } = message as { fastify: FastifyInstance };
    fastify.addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) {
        if (one !== 'HEAD') routes.push(`${one} ${url.replace(/^\/static\/[0-9a-f]{16}\//, '/static/:version/')}`);
      }
    });
  };
  subscribe('fastify.initialization', listen);
  try {
    return { started: await start(), routes };
  } finally {
    unsubscribe('fastify.initialization', listen);
  }
}
