import type { FastifyReply, FastifyRequest } from 'fastify';

const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Set by hand: a ready plugin costs a fifth of a page. */
export function setSecurityHeaders(reply: FastifyReply, publicUrl: string): void {
  reply.header('content-security-policy', contentPolicy);
  reply.header('x-content-type-options', 'nosniff');
  reply.header('referrer-policy', 'same-origin');
  reply.header('cross-origin-opener-policy', 'same-origin');
  reply.header('permissions-policy', 'camera=(), microphone=(), geolocation=()');
  if (publicUrl.startsWith('https:')) reply.header('strict-transport-security', 'max-age=31536000');
}

/**
 * Behind one reverse proxy: the connection itself is the proxy's, and the address it saw is the visitor's. What stands before that in
 * X-Forwarded-For the visitor wrote, and could write anew for every attempt.
 */
export function isNearestProxy(_address: string, hop: number): boolean {
  return hop === 0;
}

/** Whether a request that changes something comes from our own pages: Sec-Fetch-Site where the browser sends it, else Origin. */
export function isFromOurPages(request: FastifyRequest, publicUrl: string): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = request.headers.origin;
  return origin === undefined || origin === publicUrl || origin === `${request.protocol}://${request.headers.host}`;
}
