import { Agent, type ClientRequest, type IncomingMessage, request } from 'node:http';
import { timed } from './measure.ts';

export interface Target {
  url: string;
  cookie?: string;
}

/** How much one round may take: whichever comes first. */
export interface Bounds {
  connections: number;
  seconds: number;
  mostRequests: number;
}

export interface Round {
  requestsPerSecond: number;
  milliseconds: number[];
}

/** Asks for one page again and again over kept connections; every answer must be 200 and as long as the one that was checked. */
export async function load(target: Target, bytes: number, bounds: Bounds): Promise<Round> {
  const agent = new Agent({ keepAlive: true, maxSockets: bounds.connections });
  const milliseconds: number[] = [];
  const started = performance.now();
  const isOver = () =>
    milliseconds.length >= bounds.mostRequests || performance.now() - started > bounds.seconds * 1000;
  const oneReader = async () => {
    while (!isOver()) milliseconds.push(await timed(() => readPage(target, agent, bytes)));
  };
  await Promise.all(Array.from({ length: bounds.connections }, oneReader));
  const seconds = (performance.now() - started) / 1000;
  agent.destroy();
  return { requestsPerSecond: milliseconds.length / seconds, milliseconds };
}

async function readPage(target: Target, agent: Agent, bytes: number): Promise<void> {
  const { status, length } = await lengthOf(request(target.url, { agent, headers: headersOf(target) }));
  if (status !== 200 || length !== bytes)
    throw new Error(`${target.url} answered ${status} with ${length} bytes instead of ${bytes}`);
}

function lengthOf(asked: ClientRequest): Promise<{ status: number | undefined; length: number }> {
  return new Promise((resolve, reject) => {
    asked.once('error', reject);
    asked.once('response', (answer: IncomingMessage) => {
      let length = 0;
      answer.on('data', (chunk: Buffer) => {
        length += chunk.length;
      });
      answer.once('error', reject);
      answer.once('end', () => resolve({ status: answer.statusCode, length }));
    });
    asked.end();
  });
}

export interface Answer {
  status: number;
  location: string | undefined;
  body: string;
  bytes: number;
}

/** One request, read whole; a redirect is not followed. */
export async function ask(target: Target, form?: URLSearchParams): Promise<Answer> {
  const answer = await fetch(target.url, {
    redirect: 'manual',
    headers: { ...headersOf(target), 'sec-fetch-site': 'same-origin' },
    ...(form ? { method: 'POST', body: form } : {}),
  });
  const body = Buffer.from(await answer.arrayBuffer());
  return {
    status: answer.status,
    location: answer.headers.get('location') ?? undefined,
    body: body.toString('utf8'),
    bytes: body.length,
  };
}

function headersOf({ cookie }: Target): Record<string, string> {
  return cookie === undefined ? {} : { cookie };
}
