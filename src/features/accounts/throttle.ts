import { sql } from 'drizzle-orm';
import type { Tx } from '../../db/connection.ts';
import { signInAttempts } from '../../db/schema/accounts.ts';
import type { Deps } from '../../deps.ts';
import { addTime } from '../../lib/days.ts';
import { keyedHash } from './tokens.ts';

const timesAnHour = { address: 5, network: 30, words: 20 } as const;

/** Whether one more letter may go to this address within the hour; counts it. */
export function mayWriteTo(tx: Tx, deps: Deps, email: string): boolean {
  return take(tx, deps, 'address', email);
}

/** Whether one more letter may be asked for from this network (`visit.network`) within the hour; counts it. */
export function mayAskFrom(tx: Tx, deps: Deps, network: string): boolean {
  return take(tx, deps, 'network', blockOf(network));
}

/** Whether visitors of this network (`visit.network`) may leave one more text within the hour; counts it. A library's computers are one network. */
export function maySpeakFrom(tx: Tx, deps: Deps, network: string): boolean {
  return take(tx, deps, 'words', blockOf(network));
}

/** An IPv6 subscriber holds a whole /64; IPv4 written as IPv6 counts as itself. */
function blockOf(network: string): string {
  if (!network.includes(':')) return network;
  if (network.includes('.')) return network.slice(network.lastIndexOf(':') + 1);
  const [before = '', after = ''] = network.toLowerCase().split('::');
  const [head, tail] = [before, after].map((part) => (part === '' ? [] : part.split(':')));
  const zeros = Array<string>(network.includes('::') ? 8 - (head?.length ?? 0) - (tail?.length ?? 0) : 0).fill('0');
  return [...(head ?? []), ...zeros, ...(tail ?? [])].slice(0, 4).join(':');
}

/** Machine time. Attempts older than an hour are forgotten on the way. */
function take(tx: Tx, deps: Deps, kind: keyof typeof timesAnHour, value: string): boolean {
  const now = deps.clock.machine();
  const keyHash = keyedHash(deps.secret, kind, value);
  tx.orm
    .delete(signInAttempts)
    .where(sql`at <= ${addTime(now, { hours: -1 })}`)
    .run();
  const made =
    tx.get<{ n: number }>(sql`select count(*) as n from sign_in_attempts where key_hash = ${keyHash}`)?.n ?? 0;
  if (made >= timesAnHour[kind]) return false;
  tx.orm.insert(signInAttempts).values({ keyHash, at: now }).run();
  return true;
}
