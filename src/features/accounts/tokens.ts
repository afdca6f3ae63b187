import type { signInLinks } from '../../db/schema/accounts.ts';
import { sign } from '../../web/secrets.ts';

export type LinkPurpose = (typeof signInLinks.$inferSelect)['purpose'];

/** What a door is derived from, together with the data folder's secret. */
export interface LinkSeed {
  readonly id: number;
  readonly purpose: LinkPurpose;
  readonly salt: string;
}

const idBytes = 6;
const macBytes = 32;

/** The last part of a one-time address: the link's id and what only this data folder can say of it. */
export function tokenOf(secret: Buffer, link: LinkSeed): string {
  const id = Buffer.alloc(idBytes);
  id.writeUIntBE(link.id, 0, idBytes);
  const mac = Buffer.from(sign(secret, `link:${link.purpose}`, `${link.id}:${link.salt}`), 'base64url');
  return Buffer.concat([id, mac]).toString('base64url');
}

/** The id a token claims; undefined for what cannot be one. The claim is checked by deriving the token again. */
export function claimedLinkId(token: string): number | undefined {
  const bytes = Buffer.from(token, 'base64url');
  return bytes.length === idBytes + macBytes ? bytes.readUIntBE(0, idBytes) : undefined;
}

/** Six digits, for the browser that asked. */
export function codeOf(secret: Buffer, link: LinkSeed): string {
  const mac = Buffer.from(sign(secret, `code:${link.purpose}`, `${link.id}:${link.salt}`), 'base64url');
  return String(mac.readUIntBE(0, 6) % 1_000_000).padStart(6, '0');
}

/** A browser, an address or a network as it is kept: recognised again, never read. */
export function keyedHash(secret: Buffer, kind: 'device' | 'address' | 'network' | 'words', value: string): string {
  return sign(secret, `kept:${kind}`, value);
}
