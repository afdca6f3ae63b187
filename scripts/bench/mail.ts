import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { systemClock } from '../../src/lib/clock.ts';
import { startServer } from '../../test/support/server-process.ts';
import { enclosedBytes, postLetters } from '../posted-letters.ts';
import { type Receiver, startReceiver } from '../receiver.ts';
import { openTemporaryHouse, type TemporaryHouse } from '../temporary-house.ts';
import { median } from './measure.ts';

export interface MailFigures {
  letters: number;
  enclosedBytes: number;
  /** Letters a second. */
  product: number;
  floor: number;
  ratio: number;
  target: number;
}

const target = 0.7;
const mostMs = 60_000;

/** The compiled server emptying its outbox against bare pooled nodemailer on one connection, by turns, to the same receiver. */
export async function measureMail(rounds: number, letters: number): Promise<MailFigures> {
  const house = openTemporaryHouse(systemClock, 'http://localhost:3000', { hasty: true });
  const receiver = await startReceiver();
  const taken = { product: [] as number[], floor: [] as number[] };
  // What is measured must not share the machine with the papers of the seed.
  house.deps.db.raw.exec('delete from jobs');
  try {
    for (let round = 0; round < rounds; round += 1) {
      taken.product.push(await productRate(house, receiver, letters, `round-${round}`));
      taken.floor.push(await floorRate(house, receiver, letters));
    }
  } finally {
    await receiver.close();
    house.close();
    house.remove();
  }
  const [product, floor] = [median(taken.product), median(taken.floor)];
  return { letters, enclosedBytes, product, floor, ratio: product / floor, target };
}

async function productRate(house: TemporaryHouse, receiver: Receiver, letters: number, name: string): Promise<number> {
  await postLetters(house.deps, letters, name);
  const env = { SMTP_URL: receiver.url, MAIL_PER_MINUTE: '999999' };
  const server = await startServer({ dataDir: house.dataDir, env });
  try {
    return await rateOf(receiver, letters);
  } finally {
    await server.end();
  }
}

async function floorRate({ deps }: TemporaryHouse, receiver: Receiver, letters: number): Promise<number> {
  const path = deps.files.pathOf(
    deps.db.get<{ sha256: string }>(sql`select sha256 from files order by id desc`)?.sha256 ?? '',
  );
  const script = join(import.meta.dirname, 'floor-sender.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, receiver.url, String(letters), path], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = once(child, 'exit');
  const rate = await rateOf(receiver, letters);
  await ended;
  return rate;
}

/** Letters a second; the first fifth warms both up. */
async function rateOf(receiver: Receiver, letters: number): Promise<number> {
  receiver.arrivals.length = 0;
  const end = performance.now() + mostMs;
  while (receiver.arrivals.length < letters) {
    if (performance.now() > end) throw new Error(`${receiver.arrivals.length} letters of ${letters} came in a minute`);
    await Promise.race([receiver.nextArrival(), pause(1000)]);
  }
  const warm = Math.floor(letters / 5);
  const [first, last] = [receiver.arrivals[warm], receiver.arrivals.at(-1)];
  if (first === undefined || last === undefined || receiver.arrivals.some(({ bytes }) => bytes < enclosedBytes))
    throw new Error('A letter came without its enclosure');
  return ((letters - 1 - warm) / (last.at - first.at)) * 1000;
}
