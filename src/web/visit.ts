import type { FastifyRequest } from 'fastify';
import type { Actor } from '../lib/actor.ts';
import type { Instant } from '../lib/days.ts';
import { type Answer, absent } from './answer.ts';
import type { UploadedFile } from './upload.ts';

/** One request as a route sees it. */
export interface Visit {
  readonly actor: Actor;
  /** The person's id; only for routes that are not public. */
  readonly personId: number;
  readonly sessionId: number | undefined;
  /** Competition time, the same for the whole request. */
  readonly now: Instant;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** An htmx request that wants the fragment alone. */
  readonly isFragment: boolean;
  /** Gives back a form sent while this browser's session was over. */
  readonly keptToken: string | undefined;
  /** Names the browser to itself: a sign-in code works only where it was asked for. */
  readonly device: string;
  readonly userAgent: string;
  /** The visitor's network address, for throttling; never logged or stored plain. */
  readonly network: string;
  readonly files: readonly UploadedFile[];
  /** A number of the path, e.g. `:id`; anything else ends the visit as absent. */
  id(name?: string): number;
  /** A text of the path. */
  param(name: string): string;
}

/** Ends a visit early with an answer. */
export class Stop extends Error {
  readonly answer: Answer;
  constructor(answer: Answer) {
    super('stop');
    this.answer = answer;
  }
}

interface Facts {
  readonly actor: Actor;
  readonly sessionId: number | undefined;
  readonly now: Instant;
  readonly device: string;
  readonly keptToken: string | undefined;
  readonly files?: readonly UploadedFile[];
}

export function visitOf(request: FastifyRequest, facts: Facts): Visit {
  const params = request.params as Record<string, string>;
  const param = (name: string) => params[name] ?? '';
  return {
    actor: facts.actor,
    get personId() {
      if (facts.actor.kind !== 'person') throw new Error('A public route asked who its visitor is');
      return facts.actor.personId;
    },
    sessionId: facts.sessionId,
    now: facts.now,
    path: request.url,
    query: onlyTexts(request.query),
    isFragment: request.headers['hx-request'] === 'true',
    device: facts.device,
    keptToken: facts.keptToken,
    userAgent: request.headers['user-agent'] ?? '',
    network: request.ip,
    files: facts.files ?? [],
    id(name = 'id') {
      const text = param(name);
      if (!/^[1-9]\d{0,14}$/.test(text)) throw new Stop(absent);
      return Number(text);
    },
    param,
  };
}

function onlyTexts(query: unknown): Record<string, string> {
  if (typeof query !== 'object' || query === null) return {};
  return Object.fromEntries(
    Object.entries(query).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}
