import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { systemClock } from '../../src/lib/clock.ts';
import { type ServerProcess, startServer } from '../../test/support/server-process.ts';
import { postLetters } from '../posted-letters.ts';
import { type Receiver, startReceiver } from '../receiver.ts';
import { openTemporaryHouse, type TemporaryHouse } from '../temporary-house.ts';
import { randomOf } from './chance.ts';

export interface MailPlan {
  readonly letters: number;
  readonly kills: number;
  /** The same seed kills at the same letters. */
  readonly seed: string;
}

export interface MailFaults {
  /** Letters written to the outbox. */
  asked: number;
  /** Letters that the house says it sent. */
  acknowledged: number;
  /** Letters that never arrived. */
  lost: number;
  /** Arrivals of a letter that had arrived before. */
  doubled: number;
}

/** A receiver quick enough to keep the sender busy, slow enough for a kill to fall anywhere within a letter. */
const slowMs = 12;
const mostMs = 60_000;

/**
 * The compiled server sends letters with a PDF of 60 kB and is ended with `kill -9` at random moments, then started again, until all are out.
 * The receiver counts by Message-ID.
 */
export async function mailFaults({ letters, kills, seed }: MailPlan): Promise<MailFaults> {
  const house = openTemporaryHouse(systemClock, 'http://localhost:3000', { hasty: true });
  const receiver = await startReceiver(slowMs);
  const next = randomOf(seed);
  const settings = { dataDir: house.dataDir, env: { SMTP_URL: receiver.url, MAIL_PER_MINUTE: '999999' } };
  let server: ServerProcess | undefined;
  try {
    await postLetters(house.deps, letters, 'zaproszenie');
    for (let kill = 0; kill < kills; kill += 1) {
      server = await startServer(settings);
      // The letters left are shared among the kills left, so that every kill finds some; it falls anywhere in a letter or between two.
      const share = (letters - idsOf(receiver).size) / (kills - kill);
      await arrived(receiver, receiver.arrivals.length + Math.floor(next() * 1.8 * share));
      await pause(next() * 2 * slowMs);
      await server.end('SIGKILL');
    }
    server = await startServer(settings);
    await untilNoneWaits(house);
    await server.end();
    const { acknowledged } = statesOf(house);
    const ids = idsOf(receiver);
    return { asked: letters, acknowledged, lost: letters - ids.size, doubled: receiver.arrivals.length - ids.size };
  } finally {
    await server?.end('SIGKILL');
    await receiver.close();
    house.close();
    house.remove();
  }
}

function idsOf({ arrivals }: Receiver): Set<string> {
  return new Set(arrivals.map(({ messageId }) => messageId));
}

async function arrived(receiver: Receiver, count: number): Promise<void> {
  const end = performance.now() + mostMs;
  while (receiver.arrivals.length < count) {
    if (performance.now() > end) throw new Error(`${receiver.arrivals.length} letters of ${count} came in a minute`);
    await Promise.race([receiver.nextArrival(), pause(1000)]);
  }
}

async function untilNoneWaits(house: TemporaryHouse): Promise<void> {
  const end = performance.now() + mostMs;
  while (statesOf(house).waiting > 0) {
    if (performance.now() > end) throw new Error(`${statesOf(house).waiting} letters wait after a minute`);
    await pause(100);
  }
}

function statesOf({ deps }: TemporaryHouse): { acknowledged: number; waiting: number } {
  const counts = deps.db.get<{ acknowledged: number; waiting: number }>(sql`
    select count(*) filter (where state = 'sent') as acknowledged, count(*) filter (where state = 'waiting') as waiting from letters`);
  return counts ?? { acknowledged: 0, waiting: 0 };
}
