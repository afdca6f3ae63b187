import type { FastifyReply, FastifyRequest } from 'fastify';
import { noOrphans } from '../lib/polish.ts';
import type { Random } from '../lib/random.ts';
import type { Flash } from './answer.ts';

/** `__Host-` and Secure behind https; on plain loopback browsers refuse both, so plain names stand there. */
export interface Cookies {
  session(request: FastifyRequest): string | undefined;
  setSession(reply: FastifyReply, token: string | null): void;
  /** The browser's own name, made at its first page. */
  device(request: FastifyRequest, reply: FastifyReply): string;
  kept(request: FastifyRequest): string | undefined;
  setKept(reply: FastifyReply, token: string | null): void;
  setFlash(reply: FastifyReply, flash: Flash): void;
  /** The sentence of the last success, shown once. */
  takeFlash(request: FastifyRequest, reply: FastifyReply): Flash | null;
}

const monthSeconds = 30 * 24 * 3600;
/** Longer than a session lives unused: one that is over must still tell whose unfinished form this is. */
const yearSeconds = 365 * 24 * 3600;

export function cookiesFor(publicUrl: string, random: Random): Cookies {
  const secure = publicUrl.startsWith('https:');
  const prefix = secure ? '__Host-' : '';
  const base = { httpOnly: true, sameSite: 'lax', secure, path: '/' } as const;
  const read = (request: FastifyRequest, name: string) => request.cookies[prefix + name] || undefined;
  const write = (reply: FastifyReply, name: string, value: string | null, maxAge?: number) => {
    if (value === null) reply.clearCookie(prefix + name, base);
    else reply.setCookie(prefix + name, value, { ...base, ...(maxAge === undefined ? {} : { maxAge }) });
  };
  return {
    session: (request) => read(request, 'session'),
    setSession: (reply, token) => write(reply, 'session', token, yearSeconds),
    device(request, reply) {
      const known = read(request, 'device');
      if (known !== undefined && known.length >= 32) return known;
      const made = random.bytes(24).toString('base64url');
      write(reply, 'device', made, monthSeconds);
      return made;
    },
    kept: (request) => read(request, 'kept'),
    setKept: (reply, token) => write(reply, 'kept', token),
    setFlash: (reply, flash) =>
      write(
        reply,
        'flash',
        Buffer.from(JSON.stringify({ ...flash, text: noOrphans(flash.text) })).toString('base64url'),
        300,
      ),
    takeFlash(request, reply) {
      const text = read(request, 'flash');
      if (text === undefined) return null;
      write(reply, 'flash', null);
      return parseFlash(text);
    },
  };
}

function parseFlash(text: string): Flash | null {
  try {
    const flash: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (typeof flash !== 'object' || flash === null || !('text' in flash) || !('kind' in flash)) return null;
    return { kind: flash.kind === 'warn' ? 'warn' : 'ok', text: String(flash.text).slice(0, 500) };
  } catch {
    return null;
  }
}
