import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipped } from '../../test/support/zip.ts';
import type { BenchData } from './data.ts';
import { checkedList } from './list.ts';
import { ask, type Bounds, load } from './load.ts';
import { type Latency, latencyOf } from './measure.ts';

export interface ArchiveFigures {
  files: number;
  bytes: number;
  /** Archives taken whole while the other page was asked for. */
  taken: number;
  /** Of the list of applications, asked for by one reader: alone, and beside one archive after another. */
  idle: Latency;
  beside: Latency;
  /** Of the 99th percentile, beside to idle. */
  ratio: number;
  target: number;
  /** Memory of the server's process in bytes: before the first archive, and at most during them. */
  memory: { before: number; peak: number };
}

const target = 2;

/** One reader's page alone and beside somebody who takes all papers of the call as one ZIP after another, by turns. */
export async function measureArchive(
  server: { readonly url: string; readonly pid: number },
  data: BenchData,
  rows: number,
  rounds: number,
  bounds: Bounds,
): Promise<ArchiveFigures> {
  const { cookie, name } = data.coordinator;
  const page = { url: `${server.url}/wnioski`, cookie };
  const zip = `${server.url}/nabory/${data.callId}/dokumenty.zip`;
  const length = await checkedList(page, rows, name);
  // Warmed up, with the worker thread begun: it stays for good, whoever was first to need it.
  await ask({ url: `${server.url}/nabory/${data.callId}/dokumenty`, cookie });
  await load(page, length, bounds);
  const memory = watchMemory(server.pid);
  const archive = Buffer.from(await (await fetch(zip, { headers: { cookie } })).arrayBuffer());
  const files = [...(await unzipped(archive)).keys()].filter((path) => path.endsWith('.pdf')).length;
  if (files !== rows) throw new Error(`${zip} holds ${files} papers instead of ${rows}`);
  const times = { idle: [] as number[], beside: [] as number[] };
  let taken = 0;
  for (let round = 0; round < rounds; round += 1) {
    times.idle.push(...(await load(page, length, bounds)).milliseconds);
    const downloads = await startDownloads(zip, cookie);
    times.beside.push(...(await load(page, length, bounds)).milliseconds);
    taken += await downloads.end();
  }
  const [idle, beside] = [latencyOf(times.idle), latencyOf(times.beside)];
  const figures = { files, bytes: archive.length, taken, idle, beside, ratio: beside.p99 / idle.p99, target };
  return { ...figures, memory: memory.end() };
}

/** Begins to take archives in a process of its own, and answers once the first is whole. */
async function startDownloads(url: string, cookie: string): Promise<{ end(): Promise<number> }> {
  const script = join(import.meta.dirname, 'downloader.ts');
  const child = fork(script, [url, cookie], { execArgv: ['--import', 'tsx'] });
  let taken = 0;
  child.on('message', (count) => {
    taken = Number(count);
  });
  const [said] = await Promise.race([once(child, 'message'), once(child, 'exit')]);
  if (taken === 0) throw new Error(`the downloads ended with ${said}`);
  return {
    async end() {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
      return taken;
    },
  };
}

/** Resident memory of a process, looked at twenty times a second. */
function watchMemory(pid: number): { end(): { before: number; peak: number } } {
  const before = residentBytes(pid);
  let peak = before;
  const timer = setInterval(() => {
    peak = Math.max(peak, residentBytes(pid));
  }, 50);
  return {
    end() {
      clearInterval(timer);
      return { before, peak };
    },
  };
}

function residentBytes(pid: number): number {
  const [, kilobytes = '0'] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) * 1024;
}
