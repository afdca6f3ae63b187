import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { freePort } from './free-port.ts';

/** What `npm start` and `npm run demo` run. */
const compiled = {
  start: { entry: entryOf('main.js'), announces: 'Oddolnie answers at' },
  demo: { entry: entryOf('demo/main.js'), announces: 'The demonstration answers at' },
};

function entryOf(file: string): string {
  return fileURLToPath(new URL(`../../dist/${file}`, import.meta.url));
}

export interface ServerOptions {
  /** `DATA_DIR`. */
  dataDir: string;
  /** `start` when absent. */
  command?: keyof typeof compiled;
  /** Behind the command's name. */
  args?: readonly string[];
  /** A free loopback port when absent. */
  port?: number;
  /** Further settings; nothing of this process's own environment is passed on. */
  env?: Readonly<Record<string, string>>;
  /** No file of its may grow over this many bytes: the real far end of a quota, for which nobody needs to be root. */
  fileSizeLimit?: number;
  /** Options of node itself, as `--cpu-prof`. */
  nodeOptions?: readonly string[];
}

/** The compiled server as a process of its own, as `npm start` runs it. End it. */
export interface ServerProcess {
  url: string;
  pid: number;
  /** What it has printed so far. */
  output(): string;
  /** Sends the signal and waits for the end. */
  end(signal?: NodeJS.Signals): Promise<Ended>;
}

export interface Ended {
  /** Null when a signal ended it. */
  code: number | null;
  output: string;
  errors: string;
}

/** Starts a compiled server and waits until it has said where it answers; throws what it said when it ended instead. */
export async function startServer(options: ServerOptions): Promise<ServerProcess> {
  const port = options.port ?? (await freePort());
  const { child, said, ended } = run({ ...options, port });
  const announced = new Promise<void>((resolve) => {
    child.stdout?.on('data', () => {
      if (said.output.includes(compiled[options.command ?? 'start'].announces)) resolve();
    });
  });
  const first = await Promise.race([announced, ended]);
  if (first) throw new Error(`the server ended with ${first.code}: ${first.errors}`);
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    output: () => said.output,
    end(signal = 'SIGTERM') {
      child.kill(signal);
      return ended;
    },
  };
}

/** Runs a server that is expected to end by itself. */
export async function runServer(options: ServerOptions): Promise<Ended> {
  return run({ ...options, port: options.port ?? (await freePort()) }).ended;
}

function run(options: ServerOptions & { port: number }) {
  const { dataDir, port, env = {}, nodeOptions = [], fileSizeLimit, args = [] } = options;
  const { entry } = compiled[options.command ?? 'start'];
  const command = [...limitTo(fileSizeLimit), process.execPath, ...nodeOptions, entry, ...args];
  const child: ChildProcess = spawn(command[0] ?? '', command.slice(1), {
    env: { PATH: process.env['PATH'], DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { output: '', errors: '' };
  child.stdout?.on('data', (chunk: Buffer) => {
    said.output += chunk.toString();
  });
  child.stderr?.on('data', (chunk: Buffer) => {
    said.errors += chunk.toString();
  });
  const ended = once(child, 'close').then(([code]): Ended => ({ code, ...said }));
  return { child, said, ended };
}

/** POSIX counts a file's size in blocks of 512 bytes. */
function limitTo(bytes: number | undefined): string[] {
  return bytes === undefined ? [] : ['sh', '-c', `ulimit -f ${Math.floor(bytes / 512)}; exec "$0" "$@"`];
}
