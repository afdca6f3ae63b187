import { execFileSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import { type BenchFigures, runBench } from './bench.ts';

// `npm run bench`: a table for people, then the same as one line of JSON.
const plan = {
  applications: 200,
  rounds: 7,
  list: { connections: 4, seconds: 1.5, mostRequests: 3000 },
  archive: { connections: 1, seconds: 2, mostRequests: 3000 },
  papersARound: 20,
  submissionsARound: 20,
  lettersARound: 500,
  jury: {
    ...{ applications: 200, many: 10_000, rounds: 7, savesARound: 20 },
    page: { connections: 4, seconds: 1.5, mostRequests: 1000 },
  },
};
execFileSync('npm', ['run', 'build', '--silent'], { stdio: 'inherit' });
const figures = await runBench(plan);
process.stdout.write(`${tableOf(figures)}\n\n${JSON.stringify({ plan, machine: machine(), ...figures })}\n`);

function tableOf({ list, archive, paper, submission, mail, fields, jury, start }: BenchFigures): string {
  const verdict = (held: boolean) => (held ? 'held' : 'MISSED');
  const lines = [
    ['', 'requests/s', 'p50 ms', 'p99 ms', ''],
    [
      `list of ${list.rows} applications`,
      whole(list.product.requestsPerSecond),
      ms(list.product.p50),
      ms(list.product.p99),
      kib(list.product.bytes),
    ],
    [
      'floor: bare server, same query',
      whole(list.floor.requestsPerSecond),
      ms(list.floor.p50),
      ms(list.floor.p99),
      kib(list.floor.bytes),
    ],
    [`ratio ${list.ratio.toFixed(2)}, target ${list.target} ${verdict(list.ratio >= list.target)}`],
    [],
    [`the same list, one reader`, '', ms(archive.idle.p50), ms(archive.idle.p99), ''],
    ['  beside ZIPs of all papers', '', ms(archive.beside.p50), ms(archive.beside.p99), `  ${archive.taken} ZIPs`],
    [
      `ratio of p99 ${archive.ratio.toFixed(2)}, target ${archive.target} ${verdict(archive.ratio <= archive.target)}; a ZIP of ${archive.files} papers, ${mib(archive.bytes)};`,
    ],
    [`  memory ${mib(archive.memory.before)} before, ${mib(archive.memory.peak)} at most`],
    [],
    [`agreement of ${paper.pages} pages (PDF)`, '', ms(paper.product.p50), ms(paper.product.p99), kib(paper.bytes)],
    ['floor: bare pdfkit, same marks', '', ms(paper.floor.p50), ms(paper.floor.p99), ''],
    [`ratio of p50 ${paper.ratio.toFixed(2)}, target ${paper.target} ${verdict(paper.ratio <= paper.target)}`],
    [],
    [
      'submission over HTTP',
      '',
      ms(submission.product.p50),
      ms(submission.product.p99),
      `  ${submission.commitsOfOne} commits before the answer`,
    ],
    ['floor: one FULL commit', '', ms(submission.commit.p50), ms(submission.commit.p99), ''],
    ['floor: 4 KiB append + fdatasync', '', ms(submission.append.p50), ms(submission.append.p99), ''],
    [],
    [`letters with a PDF of ${kib(mail.enclosedBytes)}`, `${whole(mail.product)}/s`],
    ['floor: bare pooled nodemailer', `${whole(mail.floor)}/s`],
    [`ratio ${mail.ratio.toFixed(2)}, target ${mail.target} ${verdict(mail.ratio >= mail.target)}`],
    [],
    [
      `ranking of ${jury.ranking.applications} (${jury.ranking.cards} cards)`,
      whole(jury.ranking.product.requestsPerSecond),
      ms(jury.ranking.product.p50),
      ms(jury.ranking.product.p99),
    ],
    [
      'floor: bare server, same reads',
      whole(jury.ranking.floor.requestsPerSecond),
      ms(jury.ranking.floor.p50),
      ms(jury.ranking.floor.p99),
    ],
    [
      `ratio ${jury.ranking.ratio.toFixed(2)}, target ${jury.ranking.target} ${verdict(jury.ranking.ratio >= jury.ranking.target)}`,
    ],
    [
      `a page of a ranking of ${jury.ranking.many.applications}`,
      '',
      ms(jury.ranking.many.p50),
      ms(jury.ranking.many.p99),
    ],
    ['a score saved over HTTP', '', ms(jury.save.product.p50), ms(jury.save.product.p99)],
    ['floor: 4 KiB append + fdatasync', '', ms(jury.save.append.p50), ms(jury.save.append.p99)],
    [
      `ratio of p50 ${jury.save.ratio.toFixed(2)}, target ${jury.save.target} ${verdict(jury.save.ratio <= jury.save.target)}`,
    ],
    [],
    [
      `start on an existing database: ${whole(start.median)} ms, at worst ${whole(start.worst)} ms, target ${start.target} ms ${verdict(start.worst <= start.target)}`,
    ],
    [],
    [
      `fields of a group's first application: ${fields.all} (${fields.consents} of them boxes), target ${fields.target} ${verdict(fields.all <= fields.target)}`,
    ],
    [],
    [machine()],
  ];
  return lines
    .map(([name = '', ...rest]) => `${name.padEnd(34)}${rest.map((cell) => cell.padStart(12)).join('')}`.trimEnd())
    .join('\n');
}

function machine(): string {
  const processors = cpus();
  return `${processors.length} × ${processors[0]?.model.trim() || 'processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
}

function whole(value: number): string {
  return value.toFixed(0);
}

function ms(value: number): string {
  return value.toFixed(2);
}

function mib(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}

function kib(bytes: number): string {
  return `${(bytes / 1024).toFixed(0)} KiB`;
}
