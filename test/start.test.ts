import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, statSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, describe, expect, inject, it, vi } from 'vitest';
import { lockDataFolder } from '../src/db/lock.ts';
import { askForLink } from '../src/features/accounts/sign-in.ts';
import { foldText } from '../src/lib/polish.ts';
import { databaseIn } from './support/data-folder.ts';
import { freePort } from './support/free-port.ts';
import { openTestHouse } from './support/house.ts';
import { runServer, type ServerOptions, type ServerProcess, startServer } from './support/server-process.ts';
import { startMailbox } from './support/smtp.ts';

// Each start is a whole server; two or three of them in a test take their time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const running: ServerProcess[] = [];
const listening: Server[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.end('SIGKILL')));
  for (const server of listening.splice(0)) server.close();
});

async function start(options: ServerOptions): Promise<ServerProcess> {
  const server = await startServer(options);
  running.push(server);
  return server;
}

/** A folder that does not exist yet. */
const newFolder = () => join(mkdtempSync(join(inject('runFolder'), 'start-')), 'data');

describe('the first start', () => {
  it('makes the data folder, seeds it, says where it answers, and opens the call to anybody', async () => {
    const dataDir = newFolder();
    const port = await freePort();
    const server = await start({ dataDir, port });

    const [address, door] = server.output().trim().split('\n');
    expect(address).toBe(`Oddolnie answers at http://localhost:${port}`);
    const link = door?.replace('The first administrator enters here, once: ', '') ?? '';
    expect(link).toMatch(new RegExp(`^http://localhost:${port}/wejscie/pierwsza-osoba/[\\w-]{40,}$`));

    const home = await fetch(`${server.url}/`);
    expect(home.status).toBe(200);
    expect(await home.text()).toContain('Zacznij pisać wniosek');
    const entrance = await fetch(`${server.url}${new URL(link).pathname}`);
    expect(entrance.status).toBe(200);
    await vi.waitFor(async () => {
      const health = await fetch(`${server.url}/healthz`);
      expect([health.status, await health.json()]).toEqual([
        200,
        { database: 'ok', lettersWaiting: 0, lettersFailed: 0, jobsWaiting: 0, jobsFailed: 0 },
      ]);
    }, 10_000);
    expect(sumsInForce(dataDir)).toEqual([
      { source: 'grant', grosze: 119_600_00 },
      { source: 'own', grosze: 14_100_00 },
    ]);
    expect([modeOf(dataDir), modeOf(join(dataDir, 'secret'))]).toEqual(['700', '600']);
  });

  it('behind a PUBLIC_URL keeps the call a draft, and every link is a link of that address', async () => {
    const server = await start({ dataDir: newFolder(), env: { PUBLIC_URL: 'https://konkurs.example.org' } });
    expect(server.output()).toContain('Oddolnie answers at https://konkurs.example.org\n');
    expect(server.output()).toContain('once: https://konkurs.example.org/wejscie/pierwsza-osoba/');
    const home = await fetch(`${server.url}/`);
    expect(home.status).toBe(200);
    expect(await home.text()).not.toContain('Zacznij pisać wniosek');
  });

  it('with SEED=blank belongs to nobody: no name of another house, no call, nothing in the budget', async () => {
    const dataDir = newFolder();
    const server = await start({ dataDir, env: { SEED: 'blank' } });
    for (const path of ['/', '/projekt', '/pomoc', '/dostepnosc', '/dane-osobowe', '/nabory']) {
      const page = await fetch(`${server.url}${path}`);
      expect([path, page.status]).toEqual([path, 200]);
      expect(await page.text()).not.toMatch(/Sejn|Para-buch|Łąkow/);
    }
    expect(sumsInForce(dataDir)).toEqual([]);
    expect(rowsIn(dataDir)).toEqual([{ organisations: 1, projects: 1, calls: 0, versions: 1, partners: 0 }]);
  });
});

describe('a later start', () => {
  it('answers on the database it finds, seeds nothing, and hands out a new link in place of the unused one', async () => {
    const dataDir = newFolder();
    const first = await start({ dataDir });
    const counted = rowsIn(dataDir);
    await first.end();
    const second = await start({ dataDir });

    expect((await fetch(`${second.url}/healthz`)).status).toBe(200);
    expect(rowsIn(dataDir)).toEqual(counted);
    const pathOf = (server: ServerProcess) => /once: http:\/\/[^/]+(\S+)/.exec(server.output())?.[1];
    expect((await fetch(`${second.url}${pathOf(first)}`)).status).toBe(410);
    expect((await fetch(`${second.url}${pathOf(second)}`)).status).toBe(200);
  });
});

describe('a start that cannot be', () => {
  it('B11: on a folder where another server runs, is one plain sentence, and the other goes on', async () => {
    const dataDir = newFolder();
    const server = await start({ dataDir });
    expect(await runServer({ dataDir })).toEqual({
      code: 1,
      output: '',
      errors: `Another server is running on ${dataDir}; stop it first or choose another DATA_DIR\n`,
    });
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  });

  it('B12: with every setting wrong at once, names them all and touches nothing', async () => {
    const dataDir = newFolder();
    const env = {
      HOST: 'gdzieś',
      PORT: '99999',
      PUBLIC_URL: 'konkurs.example.org/strona/',
      TRUST_PROXY: 'może',
      SMTP_URL: 'poczta',
      MAIL_FROM: 'nie adres',
      LOG_LEVEL: 'głośno',
    };
    const { code, output, errors } = await runServer({ dataDir, env });
    expect([code, output]).toEqual([1, '']);
    const [first, ...lines] = errors.trimEnd().split('\n');
    expect(first).toBe('The settings cannot be used:');
    const named = lines.map((line) => /^ {2}([A-Z_]+): should be \S/.exec(line)?.[1]);
    expect(named).toEqual(Object.keys(env));
    expect(existsSync(dataDir)).toBe(false);
  });

  it('on a port where another program listens, is one plain sentence and leaves the folder free', async () => {
    const dataDir = newFolder();
    const { port } = await listenSilently();
    expect(await runServer({ dataDir, port })).toEqual({
      code: 1,
      output: '',
      errors: `Another program listens on 127.0.0.1:${port}; stop it or choose another PORT\n`,
    });
    expect(isFree(dataDir)).toBe(true);
  });

  it('on the folder of a demonstration, is refused before anything is written there', async () => {
    const dataDir = newFolder();
    mkdirSync(dataDir);
    writeFileSync(join(dataDir, 'DEMO'), '');
    const { code, errors } = await runServer({ dataDir });
    expect([code, errors]).toEqual([1, `${dataDir} is a demonstration's folder; choose another DATA_DIR\n`]);
    expect(existsSync(databaseIn(dataDir))).toBe(false);
  });
});

describe('the end', () => {
  it('comes with SIGTERM in order: code 0, and the folder is free', async () => {
    const dataDir = newFolder();
    const server = await start({ dataDir });
    // A browser's open connection must not hold the server back.
    await (await fetch(`${server.url}/`)).text();
    expect(isFree(dataDir)).toBe(false);
    expect(await server.end('SIGTERM')).toMatchObject({ code: 0, errors: '' });
    expect(isFree(dataDir)).toBe(true);
    expect(existsSync(`${databaseIn(dataDir)}-wal`)).toBe(false);
  });

  it('comes also while a mail server keeps silent, and the letter waits on', async () => {
    const dataDir = await folderWithLetters(['Rūta Juknelis']);
    const silent = await listenSilently();
    const server = await start({ dataDir, env: { SMTP_URL: `smtp://127.0.0.1:${silent.port}` } });
    await silent.visited;
    expect(await server.end('SIGTERM')).toMatchObject({ code: 0, errors: '' });
    expect(isFree(dataDir)).toBe(true);
    expect(ask(dataDir, 'select state from letters')).toEqual([{ state: 'waiting' }]);
  });

  it('by kill -9 among waiting letters loses none and sends none twice', async () => {
    const names = ['Jadwiga Wróblewska', 'Rūta Juknelis', 'Stanisław Kubrak'];
    const dataDir = await folderWithLetters(names);
    const silent = await listenSilently();
    const first = await start({ dataDir, env: { SMTP_URL: `smtp://127.0.0.1:${silent.port}` } });
    await silent.visited;
    await first.end('SIGKILL');
    expect(jobsIn(dataDir)).toEqual([
      { state: 'running', attempts: 1 },
      { state: 'waiting', attempts: 0 },
      { state: 'waiting', attempts: 0 },
    ]);
    aMinutePasses(dataDir);

    const mailbox = await startMailbox();
    const second = await start({ dataDir, env: { SMTP_URL: mailbox.url } });
    await vi.waitFor(async () => {
      expect(await (await fetch(`${second.url}/healthz`)).json()).toMatchObject({ lettersWaiting: 0, jobsWaiting: 0 });
    }, 30_000);
    await second.end();
    expect(mailbox.letters.map((letter) => letter.envelope.to[0]).sort()).toEqual(names.map(addressOf).sort());
    expect(jobsIn(dataDir)).toEqual([
      { state: 'done', attempts: 2 },
      { state: 'done', attempts: 1 },
      { state: 'done', attempts: 1 },
    ]);
    await mailbox.close();
  });
});

/** A seeded folder where each of these people has just asked for a sign-in link, and no server has run since. */
async function folderWithLetters(names: readonly string[]): Promise<string> {
  const { deps, dataDir, person, close } = await openTestHouse({ beginning: 'open', at: new Date().toISOString() });
  for (const name of names) {
    const { email } = person(name, addressOf(name));
    askForLink(deps, { kind: 'visitor' }, { email, next: '', device: 'd'.repeat(32), network: '127.0.0.1' });
  }
  close();
  return dataDir;
}

const addressOf = (name: string) => `${foldText(name).replace(' ', '.')}@example.org`;

/** A program that takes connections and never says a word. */
async function listenSilently(): Promise<{ port: number; visited: Promise<unknown> }> {
  const server = createServer();
  listening.push(server);
  const visited = once(server, 'connection');
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: (server.address() as AddressInfo).port, visited };
}

function isFree(dataDir: string): boolean {
  const lock = lockDataFolder(dataDir);
  lock?.release();
  return lock !== undefined;
}

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

function sumsInForce(dataDir: string): unknown[] {
  return ask(
    dataDir,
    `select l.source, sum(a.amount_grosze) as grosze from budget_versions v join budget_amounts a on a.version_id = v.id
     join budget_lines l on l.id = a.line_id
     where v.state = 'in_force' group by l.source order by l.source`,
  );
}

function rowsIn(dataDir: string): unknown[] {
  return ask(
    dataDir,
    `select (select count(*) from organisations) as organisations, (select count(*) from projects) as projects,
      (select count(*) from calls) as calls, (select count(*) from budget_versions) as versions, (select count(*) from partners) as partners`,
  );
}

const jobsIn = (dataDir: string) =>
  ask(dataDir, "select state, attempts from jobs where kind = 'send_letter' order by id");

/** The lease of whoever was killed runs out. */
function aMinutePasses(dataDir: string): void {
  const db = new SqliteDatabase(databaseIn(dataDir));
  db.exec("update jobs set lease_until = '2024-01-01T00:00:00.000Z' where state = 'running'");
  db.close();
}

function ask(dataDir: string, query: string): unknown[] {
  const db = new SqliteDatabase(databaseIn(dataDir), { readonly: true });
  try {
    return db.prepare(query).all();
  } finally {
    db.close();
  }
}
