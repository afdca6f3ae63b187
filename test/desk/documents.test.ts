import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type CastKey, cast } from '../../src/demo/story/cast.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client } from '../support/client.ts';
import { paperOn, plain, wordsOf } from '../support/papers.ts';
import { unzipped } from '../support/zip.ts';

let app: TestApp;
let irena: Client;
let joanna: Client;
const shelf = '/nabory/1/dokumenty';

/** The competition is over and settled; an inspector comes. */
beforeAll(async () => {
  app = await startTestApp({ beginning: 'story: archive', listening: true });
  [irena, joanna] = [as('irena'), as('joanna')];
}, 120_000);
afterAll(() => app.close());

const as = (who: CastKey) =>
  app.as(app.deps.db.get<{ id: number }>(sql`select id from people where email = ${cast[who].email}`) ?? { id: 0 });
const files = async (browser: Client, path = `${shelf}.zip`) => unzipped((await browser.get(path)).body);
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

function unpacked(archive: ReadonlyMap<string, Buffer>): string {
  const folder = mkdtempSync(join(tmpdir(), 'kontrola-'));
  for (const [path, bytes] of archive) {
    mkdirSync(join(folder, dirname(path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  return folder;
}

test('the inspector takes everything home as one ZIP, and her computer checks every file of it', async () => {
  const page = await irena.get(shelf);
  const [, count = '0'] = /Wszystko, co możesz tu otworzyć: (\d+) plik/.exec(plain(page.text)) ?? [];
  const answer = await irena.get(`${shelf}.zip`);
  expect(answer.headers).toMatchObject({
    'content-type': 'application/zip',
    'content-length': String(answer.body.length),
    'content-disposition': `attachment; filename="dokumenty-konkursu-PB-2024.zip"; filename*=UTF-8''dokumenty-konkursu-PB-2024.zip`,
    'cache-control': 'private, no-store',
  });
  const archive = await unzipped(answer.body);
  expect([...archive.keys()].slice(0, 2)).toEqual(['manifest.csv', 'SHA256SUMS']);
  expect(archive.size - 2).toBe(Number(count));
  const folder = unpacked(archive);
  const checked = execFileSync('sha256sum', ['--check', '--strict', 'SHA256SUMS'], { cwd: folder, encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  expect(
    checked
      .trim()
      .split('\n')
      .map((line) => line.replace(/: OK$/, '')),
  ).toEqual([...archive.keys()].slice(2));
  const rows = manifestOf(archive);
  expect(rows.map(([path, sum, bytes]) => [path, sum, bytes])).toEqual(
    [...archive].slice(2).map(([path, bytes]) => [path, sha256(bytes), String(bytes.length)]),
  );
});

/** Rows of the manifest without its heads. */
function manifestOf(archive: ReadonlyMap<string, Buffer>): string[][] {
  const [heads, ...rows] = (archive.get('manifest.csv')?.toString() ?? '').split('\r\n').map((line) => line.split(';'));
  expect(heads).toEqual(['\uFEFFścieżka', 'SHA-256', 'bajty', 'rodzaj', 'sprawa', 'data', 'stan', 'wersja wzoru']);
  return rows.slice(0, -1);
}

test('files stand under the numbers people know, with Polish and Lithuanian names, and the manifest says what each is', async () => {
  const rows = new Map(manifestOf(await files(irena)).map(([path = '', , , ...said]) => [path, said]));
  for (const [path, said] of [
    [
      '1 Konkurs/Regulamin konkursu – Para-buch! Biblioteka – w ruch!.pdf',
      ['regulamin', '', '2024-02-12 08.00', 'dokument', ''],
    ],
    [
      '2 Komisja/Oświadczenie o bezstronności i poufności – Halina Rapczyńska.pdf',
      ['oświadczenie członka komisji', '', '2024-03-25 08.55', 'dokument ostateczny', ''],
    ],
    [
      '3 Wnioski/PB-2024-03/list-ze-szkoly.pdf',
      ['załączony plik albo skan', 'PB/2024/03 Dwa języki, jedna półka', '2024-02-27 20.11', 'załączony', ''],
    ],
    [
      '4 Inicjatywy/PB-2024-03/Rozliczenie inicjatywy PB-2024-03.pdf',
      ['rozliczenie inicjatywy', 'PB/2024/03 Dwa języki, jedna półka', '2024-11-13 10.30', 'dokument ostateczny', ''],
    ],
  ] as const)
    expect(rows.get(path)?.map(plain), [...rows.keys()].join('\n')).toEqual(said);
  expect([...rows.keys()].filter((path) => /[\\:*?"<>|]|(^|\/)[. ]|[. ](\/|$)/.test(path))).toEqual([]);
});

test('a phone that takes it slowly, another beside it, and one that goes away: each gets its own, and nothing stays open', async () => {
  const cookie = [...irena.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const fetched = async () =>
    Buffer.from(await (await fetch(`${app.url}${shelf}.zip`, { headers: { cookie } })).arrayBuffer());
  const gone = new Promise<void>((resolve) => {
    const asked = get(`${app.url}${shelf}.zip`, { headers: { cookie } }, (answer) => {
      answer.once('data', () => {
        asked.destroy();
        resolve();
      });
    });
    asked.on('error', () => {});
  });
  const [one, other] = await Promise.all([fetched(), fetched(), gone]);
  const whole = await irena.get(`${shelf}.zip`);
  expect([one.length, other.length]).toEqual([whole.body.length, whole.body.length]);
  expect((await unzipped(one)).size).toBeGreaterThan(100);
  await expect.poll(openBlobs, { timeout: 5000 }).toEqual([]);
});

/** Stored files that this process holds open. */
function openBlobs(): string[] {
  return readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      const target = readlinkSync(`/proc/self/fd/${fd}`);
      return target.startsWith(join(app.dataDir, 'files')) ? [target] : [];
    } catch {
      return [];
    }
  });
}

test('a letter whose data changed since says so; made again it is new, and the old one stays below it', async () => {
  const path = '/wnioski/1/dokumenty';
  const title = /Pismo o wyniku PB\/2024\/\d\d/.exec((await joanna.get(path)).text)?.[0] ?? '';
  expect(plain((await joanna.get(path)).text)).not.toContain('Dane zmieniły się');
  app.deps.db.raw.exec("update organisations set phone = '87 111 22 33'");
  const page = await joanna.get(path);
  expect(plain(page.text)).toContain(`${title} Dane zmieniły się od tego czasu`);
  // Only what is not final is said to be out of date, though the final ones carry the old telephone too.
  expect(plain(page.text).match(/Dane zmieniły się od tego czasu/g)).toHaveLength(2);
  const old = paperOn(page, title);
  const oldBytes = (await joanna.get(old)).body;
  const form = page.forms.find(({ action }) => action.endsWith('/ponowienie'));
  await joanna.get(path);
  expect(plain((await joanna.submit(form?.action ?? '')).text)).toContain('w przygotowaniu');
  await expect
    .poll(async () => plain((await joanna.get(path)).text), { timeout: 20_000 })
    .not.toContain('w przygotowaniu');
  const after = await joanna.get(path);
  expect(plain(after.text)).not.toContain('Dane zmieniły się');
  expect(plain(after.text)).toContain('Wcześniejsze wersje (1)');
  const renewed = paperOn(after, title);
  expect(renewed).not.toBe(old);
  expect(await wordsOf(joanna, renewed)).toContain('87 111 22 33');
  expect((await joanna.get(old)).body.equals(oldBytes)).toBe(true);
  const archive = await files(joanna, `${path}.zip`);
  const earlier = [...archive.keys()].filter((name) => name.includes('wcześniejsze wersje/Pismo'));
  expect(earlier).toHaveLength(1);
  expect(earlier[0]).toMatch(
    /^3 Wnioski\/PB-2024-\d\d\/wcześniejsze wersje\/Pismo o wyniku PB-2024-\d\d 2024-\d\d-\d\d \d\d\.\d\d\.pdf$/,
  );
  expect(archive.get(earlier[0] ?? '')?.equals(oldBytes)).toBe(true);
  const [event] = app.deps.db.all(
    sql`select what, subject_kind as kind, subject_id as id from events order by events.id desc limit 1`,
  );
  expect(event).toEqual({ what: 'document.asked_again', kind: 'application', id: 1 });
  expect(plain((await joanna.get('/historia')).text)).toContain('poproszono o dokument jeszcze raz');
});

test('a document is asked for again on its own shelf alone', async () => {
  const [form] = (await joanna.get(shelf)).forms.filter(({ action }) => action.endsWith('/ponowienie'));
  const id = /(\d+)\/ponowienie$/u.exec(form?.action ?? '')?.[1];
  const other = app.deps.db.get<{ id: number }>(sql`select a.id from applications a where not exists
    (select 1 from documents d where d.id = ${id} and d.subject_kind like 'application%' and d.subject_id = a.id) order by a.id limit 1`);
  const filled = Object.fromEntries(form?.filled ?? []);
  const answer = await joanna.send({
    ...{ method: 'POST', url: `/wnioski/${other?.id}/dokumenty/${id}/ponowienie` },
    headers: {
      ...{ origin: app.url, 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
    },
    payload: new URLSearchParams(filled).toString(),
  });
  expect(answer.status).toBe(404);
});

test('what is signed, submitted, adopted or settled is made once: refused with words, also to a forged form', async () => {
  const finals = app.deps.db.all<{ id: number; kind: string }>(
    sql`select min(id) as id, kind from documents where is_final = 1 and state = 'made' group by kind order by kind`,
  );
  expect(finals.map(({ kind }) => kind)).toEqual([
    ...[
      'agreement',
      'application',
      'application_receipt',
      'call_notice',
      'consultation_summary',
      'jury_declaration',
      'jury_minutes',
      'settlement',
    ],
  ]);
  const before = app.deps.db.get(sql`select count(*) as count from documents`);
  const [first] = (await joanna.get(shelf)).forms.filter(({ action }) => action.endsWith('/ponowienie'));
  for (const { id } of finals) {
    await joanna.get(shelf);
    const token = (name: string) => first?.filled.find(([field]) => field === name)?.[1] ?? '';
    const answer = await joanna.send({
      method: 'POST',
      url: `${shelf}/${id}/ponowienie`,
      headers: {
        ...{ origin: app.url, 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
      },
      payload: new URLSearchParams({ _csrf: token('_csrf'), _once: `${token('_once')}${id}` }).toString(),
    });
    expect([id, answer.status]).toEqual([id, 422]);
    expect(plain(answer.text)).toContain('Ten dokument jest ostateczny: przygotowano go raz i taki zostaje.');
  }
  expect(app.deps.db.get(sql`select count(*) as count from documents`)).toEqual(before);
  expect(() => app.deps.db.raw.exec(`update documents set title = 'inny' where id = ${finals[0]?.id}`)).toThrow(
    'document_made',
  );
  expect(() => app.deps.db.raw.exec(`delete from documents where id = ${finals[0]?.id}`)).toThrow('document_made');
});

test('B5: a file gone from the disk is told on the page, in the manifest and in BRAKI.txt; all others are there', async () => {
  const whole = await files(irena);
  const lost = app.deps.db.get<{ id: number; sha256: string; title: string }>(
    sql`select f.id, f.sha256, d.title from documents d join files f on f.id = d.file_id where d.kind = 'jury_minutes'`,
  ) ?? { id: 0, sha256: '', title: '' };
  const path = app.deps.files.pathOf(lost.sha256);
  const bytes = readFileSync(path);
  for (const harm of [() => rmSync(path), () => writeFileSync(path, bytes.subarray(0, 100))]) {
    harm();
    expect(plain((await irena.get(shelf)).text)).toContain(`${plain(lost.title)} brakuje na dysku`);
    const archive = await files(irena);
    expect(archive.size).toBe(whole.size);
    const gone = [...whole.keys()].filter((name) => !archive.has(name));
    expect(gone).toEqual(['2 Komisja/Protokół z posiedzenia komisji – Para-buch! Biblioteka – w ruch!.pdf']);
    expect(archive.get('BRAKI.txt')?.toString()).toContain(gone[0]);
    expect(archive.get('SHA256SUMS')?.toString()).not.toContain(gone[0]);
    expect(
      manifestOf(archive)
        .find(([name]) => name === gone[0])
        ?.at(6),
    ).toMatch(/^BRAK: /);
  }
  rmSync(path);
  const alone = await irena.get(`/pliki/${lost.id}`);
  expect([alone.status, alone.text.includes('Tego pliku brakuje na dysku')]).toEqual([500, true]);
  writeFileSync(path, bytes);
  expect((await files(irena)).has('BRAKI.txt')).toBe(false);
});

test('a call without papers has an empty shelf, and a ZIP with an empty list', async () => {
  const empty = await startTestApp({ beginning: 'draft' });
  try {
    const danuta = empty.as(empty.person('Danuta Milewska', 'danuta@example.org', ['coordinator']));
    const page = await danuta.get(shelf);
    expect([page.status, plain(page.text).includes('Nie ma tu jeszcze żadnego dokumentu')]).toEqual([200, true]);
    expect(page.html).not.toContain('.zip');
    const archive = await files(danuta);
    expect([...archive].map(([name, bytes]) => [name, bytes.toString().trim().split('\r\n').length])).toEqual([
      ['manifest.csv', 1],
      ['SHA256SUMS', 1],
    ]);
  } finally {
    await empty.close();
  }
});
