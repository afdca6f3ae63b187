import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { BenchData } from './data.ts';
import { ask, type Bounds, load, type Round, type Target } from './load.ts';
import { type Latency, latencyOf, median } from './measure.ts';

export interface ListFigures {
  rows: number;
  product: Rate;
  floor: Rate;
  /** Of requests a second, product to floor. */
  ratio: number;
  target: number;
}

export interface Rate extends Latency {
  requestsPerSecond: number;
  bytes: number;
}

const target = 0.5;

/** The signed-in list of applications against a bare server with the same query, by turns. */
export async function measureList(
  url: string,
  data: BenchData,
  rows: number,
  rounds: number,
  bounds: Bounds,
): Promise<ListFigures> {
  const floorServer = await startFloor(data);
  try {
    const product = { url: `${url}/wnioski`, cookie: data.coordinator.cookie };
    const floor = { url: floorServer.url };
    const bytes = {
      product: await checkedList(product, rows, data.coordinator.name),
      floor: await checkedList(floor, rows),
    };
    const taken = { product: [] as Round[], floor: [] as Round[] };
    for (let round = 0; round <= rounds; round += 1) {
      const [one, other] = [await load(product, bytes.product, bounds), await load(floor, bytes.floor, bounds)];
      // The first turn warms both up.
      if (round === 0) continue;
      taken.product.push(one);
      taken.floor.push(other);
    }
    const [ours, bare] = [rateOf(taken.product, bytes.product), rateOf(taken.floor, bytes.floor)];
    return { rows, product: ours, floor: bare, ratio: ours.requestsPerSecond / bare.requestsPerSecond, target };
  } finally {
    floorServer.end();
  }
}

function rateOf(rounds: readonly Round[], bytes: number): Rate {
  return {
    requestsPerSecond: median(rounds.map((round) => round.requestsPerSecond)),
    ...latencyOf(rounds.flatMap((round) => round.milliseconds)),
    bytes,
  };
}

/** Throws unless the page holds exactly so many applications, and the reader's name where one is signed in. Returns its length in bytes. */
export async function checkedList(page: Target, rows: number, reader?: string): Promise<number> {
  const { status, body, bytes } = await ask(page);
  const found = new Set([...body.matchAll(/href="\/wnioski\/(\d+)"/g)].map(([, id]) => id)).size;
  if (status !== 200 || found !== rows)
    throw new Error(`${page.url} answered ${status} with ${found} applications instead of ${rows}`);
  if (reader !== undefined && !body.includes(reader)) throw new Error(`${page.url} does not name ${reader}`);
  return bytes;
}

async function startFloor(data: BenchData): Promise<{ url: string; end(): void }> {
  const script = join(import.meta.dirname, 'floor-server.ts');
  const wanted = [data.dataDir, String(data.coordinator.id), String(data.callId)];
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...wanted], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
  if (!Buffer.isBuffer(said)) throw new Error(`the floor's server ended with ${said}`);
  return { url: `${said.toString().trim()}/`, end: () => child.kill() };
}
