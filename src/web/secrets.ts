import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Random } from '../lib/random.ts';

/** The data folder's secret, 32 bytes in a file only its owner reads; made at the first start. */
export function readSecret(dataDir: string, random: Random): Buffer {
  const path = join(dataDir, 'secret');
  if (!existsSync(path)) writeFileSync(path, random.bytes(32).toString('hex'), { mode: 0o600, flag: 'wx' });
  return Buffer.from(readFileSync(path, 'utf8').trim(), 'hex');
}

/** A value only this data folder can make, for one purpose. */
export function sign(secret: Buffer, purpose: string, value: string): string {
  return createHmac('sha256', secret).update(`${purpose}\n${value}`).digest('base64url');
}

/** Tokens are stored hashed, so that a copy of the database opens no door. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** Comparison whose time does not tell how much matched. */
export function sameText(left: string, right: string): boolean {
  const [a, b] = [hashToken(left), hashToken(right)];
  return timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
