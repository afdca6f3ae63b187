import { setTimeout as pause } from 'node:timers/promises';
import SqliteDatabase from 'better-sqlite3';
import { formsOf } from '../../test/support/html.ts';
import type { BenchData } from './data.ts';
import { appends, rawCommits } from './disk.ts';
import { ask } from './load.ts';
import { type Latency, latencyOf, timed } from './measure.ts';
import { commitsIn } from './wal.ts';

export interface SubmissionFigures {
  product: Latency;
  /** One FULL commit of a bare database. */
  commit: Latency;
  /** 4 KiB appended and brought to the disk. */
  append: Latency;
  /** Before the answer; the papers and the letter are made after it. */
  commitsOfOne: number;
}

/** Of applications sent over HTTP, one after another, against what the disk alone asks for, by turns. */
export async function measureSubmissions(
  url: string,
  data: BenchData,
  rounds: number,
  aRound: number,
): Promise<SubmissionFigures> {
  const drafts = [...data.drafts];
  const next = () => {
    const draft = drafts.shift();
    if (draft === undefined) throw new Error('No more drafts');
    return draft;
  };
  const commitsOfOne = await commitsBeforeAnswer(url, data.databasePath, next);
  const taken = { product: [] as number[], commit: [] as number[], append: [] as number[] };
  for (let round = 0; round < rounds; round += 1) {
    for (let n = 0; n < aRound; n += 1) taken.product.push(await submit(url, next()));
    await idle(data.databasePath);
    taken.commit.push(...(await rawCommits(data.dataDir, aRound)));
    taken.append.push(...(await appends(data.dataDir, aRound)));
  }
  return {
    product: latencyOf(taken.product),
    commit: latencyOf(taken.commit),
    append: latencyOf(taken.append),
    commitsOfOne,
  };
}

/** Drafts that `measureSubmissions` uses up. */
export const draftsFor = (rounds: number, aRound: number) => rounds * aRound + probes;

const probes = 3;

/** Milliseconds from the click to the answer. The page with its form is fetched before. */
async function submit(url: string, draft: { id: number; cookie: string }): Promise<number> {
  const action = `/wnioski/${draft.id}/zlozenie`;
  const page = await ask({ url: `${url}/wnioski/${draft.id}/czesci/sprawdz`, cookie: draft.cookie });
  const form = formsOf(page.body).find((one) => one.action === action);
  if (form === undefined) throw new Error(`The draft ${draft.id} cannot be submitted: ${page.status}`);
  let answer: Awaited<ReturnType<typeof ask>> | undefined;
  const milliseconds = await timed(async () => {
    answer = await ask({ url: url + action, cookie: draft.cookie }, new URLSearchParams(form.filled));
  });
  if (answer?.status !== 303 || answer.location !== `/wnioski/${draft.id}/potwierdzenie`)
    throw new Error(`The draft ${draft.id} was answered ${answer?.status} ${answer?.location ?? ''}`);
  return milliseconds;
}

/** The fewest of a few tries: background work may commit beside a submission, never less than it does. */
async function commitsBeforeAnswer(
  url: string,
  databasePath: string,
  next: () => { id: number; cookie: string },
): Promise<number> {
  const counted: number[] = [];
  for (let probe = 0; probe < probes; probe += 1) {
    await idle(databasePath);
    const before = commitsIn(databasePath);
    await submit(url, next());
    const made = commitsIn(databasePath) - before;
    // The log may have begun anew between the two.
    if (made > 0) counted.push(made);
  }
  return Math.min(...counted);
}

/** Waits until every paper is made; letters wait on for a mail server that is not there. */
async function idle(databasePath: string): Promise<void> {
  const database = new SqliteDatabase(databasePath, { readonly: true });
  const counted = database.prepare(`select count(*) filter (where state in ('waiting', 'running')) as waiting,
    count(*) filter (where state = 'failed') as failed from jobs where kind = 'make_document'`);
  const end = performance.now() + 120_000;
  try {
    while (performance.now() < end) {
      const { waiting, failed } = counted.get() as { waiting: number; failed: number };
      if (failed > 0) throw new Error(`${failed} papers could not be made`);
      if (waiting === 0) return;
      await pause(50);
    }
  } finally {
    database.close();
  }
  throw new Error('The papers of the submissions were not made within two minutes');
}
