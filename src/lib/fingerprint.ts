import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** The value's canonical JSON (RFC 8785): the order of keys does not matter, everything else does. */
export function canonicalText(value: unknown): string {
  const canonical = canonicalize(value);
  if (canonical === undefined) throw new TypeError('only a JSON value has a fingerprint');
  return canonical;
}

/** SHA-256 (hex) of the value's canonical JSON. */
export function fingerprint(value: unknown): string {
  return createHash('sha256').update(canonicalText(value), 'utf8').digest('hex');
}
