import { sameText, sign } from '../../../web/secrets.ts';

/** The secret part of a rehearsal's address, made from the data folder's secret: it is stored nowhere and known to whoever was given it. */
export function rehearsalToken(secret: Buffer, callId: number): string {
  return `${callId}-${sign(secret, 'rehearsal', String(callId))}`;
}

/** The rehearsal that an address names; undefined for a forged one. */
export function rehearsalOfToken(secret: Buffer, token: string): number | undefined {
  const id = /^([1-9]\d{0,9})-/.exec(token)?.[1];
  if (id === undefined) return undefined;
  return sameText(token, rehearsalToken(secret, Number(id))) ? Number(id) : undefined;
}
