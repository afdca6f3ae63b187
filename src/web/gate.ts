import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Actor } from '../lib/actor.ts';
import type { Instant } from '../lib/days.ts';
import { mayEnter } from './access.ts';
import { absent, redirect, trouble } from './answer.ts';
import { type Cookies, cookiesFor } from './cookies.ts';
import { troubleOf } from './faults.ts';
import { cleanBody } from './form.ts';
import type { WebKit } from './kit.ts';
import { troubleTexts } from './messages.ts';
import { type Replies, repliesFor } from './reply.ts';
import { routedUrl } from './routed.ts';
import { isFromOurPages, setSecurityHeaders } from './security.ts';
import { noteVisit, readSession } from './session.ts';

export interface VisitFacts {
  readonly actor: Actor;
  readonly sessionId: number | undefined;
  readonly now: Instant;
  readonly device: string;
  readonly keptToken: string | undefined;
}

export interface Gate {
  factsOf(request: FastifyRequest): VisitFacts;
  /** The fields of a form; of a multipart one those read so far. Shown again when the request ends in a fault. */
  sentBy(request: FastifyRequest): Record<string, unknown>;
  readonly replies: Replies;
  readonly cookies: Cookies;
}

/** Everything a request passes before its route: headers, origin, session, access; and what becomes of errors after it. */
export function gateFor(app: FastifyInstance, kit: WebKit): Gate {
  const cookies = cookiesFor(kit.publicUrl, kit.random);
  const replies = repliesFor(kit, cookies);
  const facts = new WeakMap<FastifyRequest, VisitFacts>();
  const multipart = new WeakMap<FastifyRequest, Record<string, unknown>>();
  const visitor: Actor = { kind: 'visitor' };
  const actorOf = (request: FastifyRequest) => facts.get(request)?.actor ?? visitor;

  const sentBy: Gate['sentBy'] = (request) => {
    if (typeof request.body === 'object' && request.body !== null) return request.body as Record<string, unknown>;
    const fields = multipart.get(request) ?? {};
    multipart.set(request, fields);
    return fields;
  };

  app.addHook('onRoute', (route) => {
    if (route.config?.access === undefined)
      throw new Error(`The route ${String(route.method)} ${route.url} does not say who may enter`);
  });

  app.addHook('onRequest', async (request, reply) => {
    setSecurityHeaders(reply, kit.publicUrl);
    const access = request.routeOptions.config.access;
    // Static files have no visitor: no session is looked up for them.
    if (access === 'static') return;
    const known = whoIs(kit, cookies, request);
    facts.set(request, {
      ...known,
      now: kit.clock.now(),
      device: cookies.device(request, reply),
      keptToken: cookies.kept(request),
    });
    if (request.method !== 'GET' && request.method !== 'HEAD' && !isFromOurPages(request, kit.publicUrl))
      return replies.send(request, reply, known.actor, trouble('forbidden'));
    const isWelcome = access === undefined || mayEnter(access, known.actor);
    if (isWelcome && kit.rehearsalAt(known.actor, routedUrl(request))?.isShut === true)
      return replies.send(request, reply, known.actor, absent);
    if (isWelcome) return;
    // Refused in its place, once it is read: the page gives back what was typed.
    if (known.actor.kind === 'person' && isTypedForm(request)) return;
    if (known.actor.kind === 'person') return replies.send(request, reply, known.actor, trouble('forbidden'));
    if (request.method === 'POST') return;
    return replies.send(
      request,
      reply,
      visitor,
      redirect(`${kit.signInPath}?dalej=${encodeURIComponent(request.url)}`),
    );
  });

  app.setNotFoundHandler((request, reply) => replies.send(request, reply, actorOf(request), absent));

  app.setErrorHandler((error, request, reply) => {
    const kind = troubleOf(error);
    if (kind === 'broken' || kind === 'unavailable')
      request.log.error({ err: error, route: request.routeOptions.url }, 'request failed');
    const resend =
      request.method === 'POST' && (kind === 'unavailable' || kind === 'upload_cut')
        ? { action: request.url, body: cleanBody(sentBy(request)) }
        : undefined;
    return replies.trouble(request, reply, actorOf(request), troubleTexts[kind], resend);
  });

  return {
    factsOf(request) {
      const known = facts.get(request);
      if (known === undefined) throw new Error('A request reached its route without passing the gate');
      return known;
    },
    sentBy,
    replies,
    cookies,
  };
}

/** Words alone: files of somebody who may not enter are not even read. */
function isTypedForm({ method, headers }: FastifyRequest): boolean {
  return method === 'POST' && String(headers['content-type']).startsWith('application/x-www-form-urlencoded');
}

function whoIs(
  kit: WebKit,
  cookies: Cookies,
  request: FastifyRequest,
): { actor: Actor; sessionId: number | undefined } {
  const token = cookies.session(request);
  const session = token === undefined ? undefined : readSession(kit.db, kit.clock, token);
  const actor = session === undefined ? undefined : kit.readActor(kit.db, session.personId);
  if (session === undefined || actor === undefined) return { actor: { kind: 'visitor' }, sessionId: undefined };
  noteVisit(kit.db, kit.clock, session);
  return { actor, sessionId: session.id };
}
