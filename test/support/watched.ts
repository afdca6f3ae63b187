import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { FastifyInstance } from 'fastify';

/** A route that a server really answers, e.g. `GET /wnioski/:id`. The hash in the address of static files is written `:version`. */
export type RegisteredRoute = `${string} ${string}`;

export interface Watched<Started> {
  readonly started: Started;
  /** HEAD, which follows every GET, is left out. */
  readonly routes: RegisteredRoute[];
  /** What requests threw, for whoever wonders about a 500. */
  readonly faults: Error[];
}

/** Starts a server and watches it from its first moment. Nothing in `src` has to tell. */
export async function watched<Started>(start: () => Promise<Started>): Promise<Watched<Started>> {
  const routes: RegisteredRoute[] = [];
  const faults: Error[] = [];
  const listen = (message: unknown) => {
    const { fastify } = message as { fastify: FastifyInstance };
    fastify.addHook('onRoute', ({ method, url }) => {
      for (const one of [method].flat()) {
        if (one !== 'HEAD') routes.push(`${one} ${url.replace(/^\/static\/[0-9a-f]{16}\//, '/static/:version/')}`);
      }
    });
    fastify.addHook('onError', async (_request, _reply, error) => {
      faults.push(error);
    });
  };
  subscribe('fastify.initialization', listen);
  try {
    return { started: await start(), routes, faults };
  } finally {
    unsubscribe('fastify.initialization', listen);
  }
}
