import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { currentCall } from '../../src/features/calls/queries.ts';
import { appointMember } from '../../src/features/jury/commands/members.ts';
import { systemClock } from '../../src/lib/clock.ts';
import { testClock } from '../../test/support/clock.ts';
import { formsOf } from '../../test/support/html.ts';
import { startServer } from '../../test/support/server-process.ts';
import { crowdOf } from '../../test/support/story/crowd.ts';
import { actorOf, declare, score, scored } from '../../test/support/story/jury.ts';
import { openTemporaryHouse, type TemporaryHouse } from '../temporary-house.ts';
import { appends } from './disk.ts';
import { ask, type Bounds, load, type Round } from './load.ts';
import { type Latency, latencyOf, median, timed } from './measure.ts';

export interface JuryPlan {
  applications: number;
  /** A call of many pages. */
  many: number;
  rounds: number;
  page: Bounds;
  savesARound: number;
}

export interface JuryFigures {
  ranking: {
    applications: number;
    cards: number;
    product: Latency & { requestsPerSecond: number };
    floor: Latency & { requestsPerSecond: number };
    /** Of requests a second, product to floor. */
    ratio: number;
    target: number;
    many: { applications: number } & Latency;
  };
  save: { product: Latency; append: Latency; ratio: number; target: number };
}

/** The proposed ranking against a bare server with the same reads, and a card saved over HTTP against the disk alone. */
export async function measureJury(plan: JuryPlan): Promise<JuryFigures> {
  const house = openTemporaryHouse(testClock(systemClock.now()), 'http://localhost:3000', { hasty: true });
  try {
    const data = tell(house, plan.applications);
    const server = await startServer({ dataDir: house.dataDir });
    const floor = await startFloor(house.dataDir, data);
    try {
      const page = { url: `${server.url}/nabory/${data.callId}/ranking`, cookie: data.coordinator };
      const ranking = await measureRanking(page, floor.url, plan);
      house.deps.db.raw.exec(scoringEnds('null'));
      const save = await measureSaves(server.url, data, house.dataDir, plan);
      crowdOf(house.deps.db, data.copied, plan.many - plan.applications);
      const [first, last] = [page.url, `${page.url}?strona=${Math.ceil(plan.many / 200)}`];
      const times: number[] = [];
      for (const url of [first, last, first, last, first]) times.push(await timed(() => readable({ ...page, url })));
      return { ranking: { ...ranking, many: { applications: plan.many, ...latencyOf(times) } }, save };
    } finally {
      floor.end();
      await server.end();
    }
  } finally {
    house.close();
    house.remove();
  }
}

const scoringEnds = (at: string) =>
  `update call_stages set starts_at = '2024-01-01T00:00:00.000Z', ends_at = ${at} where kind = 'scoring'`;

interface JuryData {
  callId: number;
  /** The application whose copies fill the call. */
  copied: number;
  /** One that the fifth juror has not scored. */
  unscored: number;
  coordinatorId: number;
  coordinator: string;
  juror: string;
}

/** All applications but one are copies of one that five jurors scored. */
function tell(house: TemporaryHouse, applications: number): JuryData {
  const { deps } = house;
  const clock = testClock(systemClock.now());
  const telling = { deps: { ...deps, clock }, clock };
  const callId = currentCall(deps.db)?.id ?? 0;
  const groups = [
    { leader: 'Birutė Jurkianis', email: 'birute@example.org', title: 'Ławki z wierszem' },
    { leader: 'Jadwiga Sawicka', email: 'jadwiga@example.org', title: 'Dwa języki, jedna półka' },
  ];
  const story = scored(telling, {
    callId,
    applications: groups,
    given: [
      [4, 3, 5, 4],
      [3, 3, 4, 4],
    ],
  });
  const [copied, unscored] = story.applications.map(({ id }) => id);
  const seat = { name: 'Wanda Krejczman', email: 'wanda@example.org', function: 'member', represents: '' } as const;
  const appointed = appointMember(telling.deps, story.coordinator, { ...seat, callId });
  if (!appointed.ok || copied === undefined || unscored === undefined) throw new Error('The jury is not complete');
  const personId = house.person(seat.name, seat.email, []);
  const wanda = { ...seat, memberId: appointed.value, personId, actor: actorOf(deps, personId) };
  declare(telling.deps, callId, wanda);
  score(telling.deps, callId, wanda, copied, 4);
  crowdOf(deps.db, copied, applications - 2);
  // The server has today's clock: the cards are written now, without an end.
  deps.db.raw.exec(
    "update call_stages set starts_at = '2024-01-01T00:00:00.000Z', ends_at = null where kind = 'scoring'",
  );
  deps.db.raw.exec('delete from jobs');
  const coordinatorId = story.coordinator.personId;
  return {
    ...{ callId, copied, unscored, coordinatorId },
    coordinator: `session=${house.session(coordinatorId)}`,
    juror: `session=${house.session(personId)}`,
  };
}

type RankingFigures = Omit<JuryFigures['ranking'], 'many'>;

async function measureRanking(
  page: { url: string; cookie: string },
  floorUrl: string,
  { applications, rounds, page: bounds }: JuryPlan,
): Promise<RankingFigures> {
  const product = { ...page, bytes: await readable(page) };
  const floor = { url: floorUrl, bytes: await readable({ url: floorUrl }) };
  const taken = { product: [] as Round[], floor: [] as Round[] };
  for (let round = 0; round <= rounds; round += 1) {
    const one = await load(product, product.bytes, bounds);
    const other = await load(floor, floor.bytes, bounds);
    // The first turn warms both up.
    if (round === 0) continue;
    taken.product.push(one);
    taken.floor.push(other);
  }
  const rateOf = (turns: readonly Round[]) => ({
    requestsPerSecond: median(turns.map((turn) => turn.requestsPerSecond)),
    ...latencyOf(turns.flatMap((turn) => turn.milliseconds)),
  });
  const [ours, bare] = [rateOf(taken.product), rateOf(taken.floor)];
  return {
    ...{ applications, cards: applications * 5 - 1, product: ours, floor: bare },
    ...{ ratio: ours.requestsPerSecond / bare.requestsPerSecond, target: 0.6 },
  };
}

/** Throws unless the page is a ranking with rows. Returns its length in bytes. */
async function readable(page: { url: string; cookie?: string }): Promise<number> {
  const { status, body, bytes } = await ask(page);
  if (status !== 200 || !body.includes('rank-cell rank'))
    throw new Error(`${page.url} answered ${status} without rows`);
  return bytes;
}

/** One criterion of a card changed again and again, as its page saves it by itself. */
async function measureSaves(
  url: string,
  { unscored, juror }: JuryData,
  dataDir: string,
  { rounds, savesARound }: JuryPlan,
): Promise<JuryFigures['save']> {
  const address = `${url}/wnioski/${unscored}/ocena`;
  const card = await ask({ url: address, cookie: juror });
  const form = formsOf(card.body).find(({ action }) => action === `/wnioski/${unscored}/ocena`);
  const criterion = /name="(points\[k\d+\])"/.exec(card.body)?.[1];
  if (form === undefined || criterion === undefined) throw new Error(`There is no card to fill: ${card.status}`);
  const fields = new URLSearchParams(form.filled);
  const taken = { product: [] as number[], append: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    for (let n = 0; n < savesARound; n += 1) {
      fields.set(criterion, String((n + round) % 6));
      let answer: Awaited<ReturnType<typeof ask>> | undefined;
      taken.product.push(
        await timed(async () => {
          answer = await ask({ url: `${address}/szkic`, cookie: juror }, fields);
        }),
      );
      if (answer?.status !== 200) throw new Error(`The card was not saved: ${answer?.status}`);
      fields.set('revision', String((JSON.parse(answer.body) as { revision: number }).revision));
    }
    taken.append.push(...(await appends(dataDir, savesARound)));
  }
  const [product, append] = [latencyOf(taken.product), latencyOf(taken.append)];
  return { product, append, ratio: product.p50 / append.p50, target: 4 };
}

async function startFloor(dataDir: string, data: JuryData): Promise<{ url: string; end(): void }> {
  const script = join(import.meta.dirname, 'floor-ranking.ts');
  const wanted = [dataDir, String(data.coordinatorId), String(data.callId)];
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...wanted], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
  if (!Buffer.isBuffer(said)) throw new Error(`the floor's server ended with ${said}`);
  return { url: `${said.toString().trim()}/`, end: () => child.kill() };
}
