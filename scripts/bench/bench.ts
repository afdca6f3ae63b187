import { type ServerProcess, startServer } from '../../test/support/server-process.ts';
import { prepareData } from './data.ts';
import { type ListFigures, measureList } from './list.ts';
import { ask, type Bounds } from './load.ts';
import { type MailFigures, measureMail } from './mail.ts';
import { median, timed } from './measure.ts';
import { draftsFor, measureSubmissions, type SubmissionFigures } from './submission.ts';

export interface BenchPlan {
  /** Rows of the list. */
  applications: number;
  /** Turns of product and floor. */
  rounds: number;
  list: Bounds;
  submissionsARound: number;
  lettersARound: number;
}

export interface BenchFigures {
  list: ListFigures;
  submission: SubmissionFigures;
  mail: MailFigures;
  /** Milliseconds from starting the process to its first answer, on an existing database; the median and the worst. */
  start: { median: number; worst: number; target: number };
}

/** Measures the compiled server in a process of its own, on data of its own, over loopback. Throws when a page is not what it should be. */
export async function runBench({
  applications,
  rounds,
  list,
  submissionsARound,
  lettersARound,
}: BenchPlan): Promise<BenchFigures> {
  const data = prepareData(applications, draftsFor(rounds, submissionsARound));
  let server: ServerProcess | undefined;
  try {
    const starts: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      await server?.end();
      starts.push(
        await timed(async () => {
          server = await startServer({ dataDir: data.dataDir });
          await ask({ url: `${server.url}/healthz` });
        }),
      );
    }
    const url = server?.url ?? '';
    return {
      start: { median: median(starts), worst: Math.max(...starts), target: 2000 },
      list: await measureList(url, data, applications, rounds, list),
      submission: await measureSubmissions(url, data, rounds, submissionsARound),
      mail: await measureMail(rounds, lettersARound),
    };
  } finally {
    await server?.end();
    data.remove();
  }
}
