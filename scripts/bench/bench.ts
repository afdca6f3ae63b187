import { type ServerProcess, startServer } from '../../test/support/server-process.ts';
import { type ArchiveFigures, measureArchive } from './archive.ts';
import { prepareData } from './data.ts';
import type { FieldFigures } from './fields.ts';
import { type JuryFigures, type JuryPlan, measureJury } from './jury.ts';
import { type ListFigures, measureList } from './list.ts';
import { ask, type Bounds } from './load.ts';
import { type MailFigures, measureMail } from './mail.ts';
import { median, timed } from './measure.ts';
import { measurePaper, type PaperFigures } from './paper.ts';
import { draftsFor, measureSubmissions, type SubmissionFigures } from './submission.ts';

export interface BenchPlan {
  /** Rows of the list. */
  applications: number;
  /** Turns of product and floor. */
  rounds: number;
  list: Bounds;
  archive: Bounds;
  papersARound: number;
  submissionsARound: number;
  lettersARound: number;
  jury: JuryPlan;
}

export interface BenchFigures {
  list: ListFigures;
  archive: ArchiveFigures;
  paper: PaperFigures;
  submission: SubmissionFigures;
  mail: MailFigures;
  fields: FieldFigures;
  jury: JuryFigures;
  /** Milliseconds from starting the process to its first answer, on an existing database; the median and the worst. */
  start: { median: number; worst: number; target: number };
}

/** Measures the compiled server in a process of its own, on data of its own, over loopback. Throws when a page is not what it should be. */
export async function runBench({
  applications,
  rounds,
  list,
  archive,
  papersARound,
  submissionsARound,
  lettersARound,
  jury,
}: BenchPlan): Promise<BenchFigures> {
  const data = await prepareData(applications, draftsFor(rounds, submissionsARound));
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
    if (server === undefined) throw new Error('No server was started');
    const running = server;
    const { url } = running;
    return {
      start: { median: median(starts), worst: Math.max(...starts), target: 2000 },
      list: await measureList(url, data, applications, rounds, list),
      archive: await measureArchive(running, data, applications, rounds, archive),
      paper: await measurePaper(rounds, papersARound),
      submission: await measureSubmissions(url, data, rounds, submissionsARound),
      mail: await measureMail(rounds, lettersARound),
      fields: data.fields,
      jury: await measureJury(jury),
    };
  } finally {
    await server?.end();
    data.remove();
  }
}
