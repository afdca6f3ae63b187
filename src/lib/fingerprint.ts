import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** SHA-256 (hex) of the value's canonical JSON (RFC 8785): the order of keys does not matter, everything else does. */
export function fingerprint(value: unknown): string {
  const canonical = canonicalize(value);
  if (canonical === undefined) throw new TypeError('only a JSON value has a fingerprint');
  return createHash('sha256').update(canonical, 'utf8').digest('hex');
}
