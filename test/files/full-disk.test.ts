import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, expect, test } from 'vitest';
import { systemClock } from '../../src/lib/clock.ts';
import { warsawDay } from '../../src/lib/days.ts';
import { seed } from '../../src/seed/seed.ts';
import { troubleOf } from '../../src/web/faults.ts';
import { openSession } from '../../src/web/session.ts';
import { depsIn, newDataFolder } from '../support/data-folder.ts';
import { formsOf } from '../support/html.ts';
import { type ServerProcess, startServer } from '../support/server-process.ts';
import { startedDraft } from '../support/story/applications.ts';

const megabyte = 1024 * 1024;

let server: ServerProcess | undefined;
afterEach(() => server?.end('SIGKILL'));

test('B10: a disk that takes no more of an upload is a 503 that keeps what was typed; nothing stays of the file, and a smaller one goes in', async () => {
  const dataDir = await newDataFolder('empty');
  const { draft, session } = aDraftIn(dataDir);
  server = await startServer({ dataDir, fileSizeLimit: 4 * megabyte });
  const { url } = server;
  const path = `/wnioski/${draft}/czesci/zalaczniki`;
  const cookie = `session=${session}`;
  const page = await (await fetch(url + path, { headers: { cookie } })).text();
  const form = formsOf(page).find(({ action, multipart }) => action === path && multipart);
  const origin = url.replace('127.0.0.1', 'localhost');
  const send = (bytes: number) => {
    const body = new FormData();
    for (const [name, value] of form?.filled ?? []) body.append(name, value);
    body.set('label', 'List od szkoły');
    body.append('file', new Blob(['%PDF-1.7\n', Buffer.alloc(bytes, 'z')]), 'szkoła.pdf');
    return fetch(url + path, { method: 'POST', body, headers: { cookie, origin }, redirect: 'manual' });
  };

  const full = await send(9 * megabyte);
  const told = await full.text();
  expect([full.status, told]).toEqual([503, expect.stringContaining('Na serwerze zabrakło miejsca')]);
  expect(formsOf(told).find(({ action }) => action === path)?.filled).toContainEqual(['label', 'List od szkoły']);
  const files = join(dataDir, 'files');
  expect(readdirSync(files, { recursive: true })).toEqual(['incoming']);
  expect(rowsIn(dataDir)).toEqual({ blobs: 0, files: 0, attachments: 0 });

  expect((await send(1000)).status).toBe(303);
  expect(rowsIn(dataDir)).toEqual({ blobs: 1, files: 1, attachments: 1 });
  expect(readdirSync(join(files, 'incoming'))).toEqual([]);
});

test('B10: a disk that is full altogether is the same trouble to a person', () => {
  expect(troubleOf(thrownBy(() => writeFileSync('/dev/full', 'szkoła')))).toBe('unavailable');
});

/** Birutė's draft in a call announced today, and her session. */
function aDraftIn(dataDir: string): { draft: number; session: string } {
  const deps = depsIn(dataDir, systemClock, 'http://localhost');
  try {
    seed(deps, { today: warsawDay(systemClock.now()) });
    const { id, personId } = startedDraft(deps, {
      leader: 'Birutė Jurkianis',
      email: 'birute@example.org',
      title: 'Dwa języki',
    });
    return { draft: id, session: deps.db.write((tx) => openSession(tx, deps, personId, 'Firefox')) };
  } finally {
    deps.db.close();
  }
}

function rowsIn(dataDir: string): unknown {
  const { db } = depsIn(dataDir, systemClock, 'http://localhost');
  try {
    return db.get(sql`select (select count(*) from blobs) as blobs, (select count(*) from files) as files,
      (select count(*) from attachments) as attachments`);
  } finally {
    db.close();
  }
}

function thrownBy(work: () => void): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}
