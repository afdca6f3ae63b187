import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { readActor } from '../../src/features/accounts/queries.ts';
import { changeTimetable } from '../../src/features/calls/commands/timetable.ts';
import { currentCall } from '../../src/features/calls/queries.ts';
import { stageOf } from '../../src/features/calls/stages.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { addTime, type Instant } from '../../src/lib/days.ts';
import { freePort } from '../../test/support/free-port.ts';
import { type ServerProcess, startServer } from '../../test/support/server-process.ts';
import { rawCommits } from '../bench/disk.ts';
import { type Latency, latencyOf } from '../bench/measure.ts';
import { openTemporaryHouse, type TemporaryHouse } from '../temporary-house.ts';
import { randomOf } from './chance.ts';
import { draft, type Group, type Place, sendInTime, type Told } from './deadline/group.ts';
import { addressOf, type Kept, whatIsKept } from './deadline/kept.ts';
import { modelSections } from './deadline/model.ts';

export interface DeadlinePlan {
  readonly groups: number;
  /** Groups writing at once. */
  readonly atOnce: number;
  /** From the first group's last saving to the deadline. */
  readonly seconds: number;
  /** The same seed ends the server after the same number of acknowledged applications. */
  readonly seed: string;
}

export interface DeadlineFaults extends Kept {
  asked: number;
  acknowledged: number;
  /** Turned away after the deadline, in words. */
  late: number;
  /** From `kill -9` until the server answered again. */
  downMs: number;
  /** From the click on „Złóż wniosek” to the answer, and groups that saved, added their file and sent, in a second. */
  product: Latency & { perSecond: number };
  /** FULL commits of a bare database in the same folder, before and after. */
  commit: Latency & { perSecond: number };
}

/**
 * Every group writes an application in the compiled server; in the last minute before the deadline each saves once more, adds a file of 200 kB and
 * sends. The server is ended with `kill -9` at a random moment of that minute and started again.
 */
export async function deadlineFaults({ groups: count, atOnce, seconds, seed }: DeadlinePlan): Promise<DeadlineFaults> {
  const house = openTemporaryHouse(systemClock, 'http://localhost:3000', { hasty: true });
  const port = await freePort();
  const settings = { dataDir: house.dataDir, port };
  let server: ServerProcess | undefined;
  try {
    const groups = Array.from({ length: count }, (_, n) => groupOf(house, n));
    const sections = modelSections(house);
    const commits = await rawCommits(house.dataDir, count);
    server = await startServer(settings);
    const everyGroup = <Done>(work: (group: Group) => Promise<Done>) => inLanes(groups, atOnce, work);
    const before = { url: server.url, sections, ...bringDeadline(house, 3600) };
    const drafts = await everyGroup((group) => draft(before, group));
    const place: Place = { ...before, ...bringDeadline(house, seconds) };
    const told: Told[] = [];
    const started = performance.now();
    const everybody = everyGroup(async (group) => {
      told[group.n] = await sendInTime(place, group, drafts[group.n] ?? 0);
    });
    const [, downMs] = await Promise.all([everybody, endAndStart()]);
    const taken = (performance.now() - started - downMs) / 1000;
    await server.end();
    commits.push(...(await rawCommits(house.dataDir, count)));
    const sent = told.filter((word) => word.kind === 'acknowledged');
    return {
      ...{ asked: count, acknowledged: sent.length, late: count - sent.length },
      ...(await whatIsKept(house, place.callId, groups, told)),
      downMs,
      product: {
        ...latencyOf(sent.map(({ milliseconds }) => milliseconds).filter((one) => one > 0)),
        perSecond: sent.length / taken,
      },
      commit: {
        ...latencyOf(commits),
        perSecond: (commits.length * 1000) / commits.reduce((sum, one) => sum + one, 0),
      },
    };

    async function endAndStart(): Promise<number> {
      const next = randomOf(seed);
      const after = Math.floor((0.1 + next() * 0.6) * count);
      while (told.filter(Boolean).length < after) await pause(5);
      await pause(next() * 100);
      const ended = performance.now();
      await server?.end('SIGKILL');
      server = await startServer(settings);
      return performance.now() - ended;
    }
  } finally {
    await server?.end('SIGKILL');
    house.close();
    house.remove();
  }
}

/** Does the work for every item, so many at once; the results in the items' order. */
async function inLanes<Item, Done>(
  items: readonly Item[],
  lanes: number,
  work: (item: Item) => Promise<Done>,
): Promise<Done[]> {
  const results: Done[] = [];
  const waiting = [...items.entries()];
  const lane = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) results[next[0]] = await work(next[1]);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}

function groupOf(house: TemporaryHouse, n: number): Group {
  const personId = house.person(`Liderka ${n}`, addressOf(n), []);
  const file = Buffer.concat([Buffer.from('%PDF-1.4\n'), randomBytes(200_000)]);
  return { n, cookie: `session=${house.session(personId)}`, file };
}

/** The deadline brought to this many seconds from now, as a coordinator moves it. */
function bringDeadline({ deps, person }: TemporaryHouse, seconds: number): { callId: number; closesAt: Instant } {
  const call = currentCall(deps.db);
  const submission = call && stageOf(call.stages, 'submission');
  if (call === undefined || submission === undefined) throw new Error('There is no call to apply in');
  const closesAt = addTime(deps.clock.now(), { seconds });
  const stages = [{ ...submission, endsAt: closesAt }];
  const coordinator = readActor(deps.db, person('Joanna Wasilewska', 'joanna@example.org', ['coordinator']));
  if (coordinator === undefined) throw new Error('There is nobody to move the deadline');
  const change = { callId: call.id, version: call.version, stages, reason: 'Ostatnia minuta.' };
  const changed = changeTimetable(deps, coordinator, change);
  if (!changed.ok) throw new Error(`The deadline cannot be moved: ${JSON.stringify(changed)}`);
  return { callId: call.id, closesAt };
}
