import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client } from '../support/client.ts';
import { startedDraft } from '../support/story/applications.ts';

let app: TestApp;
let birute: Client;
let attachments: string;
afterEach(() => app.close());

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const pdf = (words: string) => Buffer.from(`%PDF-1.7\n${words}`);
const stored = () =>
  app.deps.db.all(sql`select f.name, t.label, f.subject_kind as kind, f.subject_id = t.id as own, t.removed_at as removedAt
  from attachments t join files f on f.id = t.file_id order by t.id`);

async function open(options: { listening?: true } = {}): Promise<void> {
  app = await startTestApp({ beginning: 'open', at: '2024-03-04T17:40:00.000Z', ...options });
  const draft = startedDraft(app.deps, {
    leader: 'Birutė Jurkianis',
    email: 'birute@example.org',
    title: 'Dwa języki',
  });
  birute = app.as({ id: draft.personId });
  attachments = `/wnioski/${draft.id}/czesci/zalaczniki`;
  await birute.get(attachments);
}

describe('Birutė attaches', () => {
  test('a letter, which the page then shows, serves and takes back', async () => {
    await open();
    const page = await birute.submit(
      attachments,
      { label: 'List od szkoły' },
      { file: { name: 'szkoła.pdf', content: pdf('Popieramy.') } },
    );
    expect(page.links.get('List od szkoły')).toBe('/pliki/1');
    expect(plain(page.text)).toContain('8Załączniki1 plik');
    const file = await birute.send({ method: 'GET', url: '/pliki/1' });
    expect([file.status, file.body.toString()]).toEqual([200, '%PDF-1.7\nPopieramy.']);
    expect(stored()).toEqual([
      { name: 'szkoła.pdf', label: 'List od szkoły', kind: 'attachment', own: 1, removedAt: null },
    ]);

    const without = await birute.submit(`${attachments}/1/usuniecie`);
    expect(without.links.has('List od szkoły')).toBe(false);
    expect(stored()).toMatchObject([{ removedAt: '2024-03-04T17:40:00.000Z' }]);
    expect(app.deps.db.all(sql`select what from events where what like 'application.attachment%' order by id`)).toEqual(
      [{ what: 'application.attachment_added' }, { what: 'application.attachment_removed' }],
    );
  });

  test('the same file by a double click (B4) once', async () => {
    await open();
    await birute.post(attachments, {}, { file: { name: 'list.pdf', content: pdf('a') } });
    await birute.get(attachments);
    await birute.post(attachments, {}, { file: { name: 'list.pdf', content: pdf('a') } });
    expect(stored()).toHaveLength(1);
  });

  test('nothing, and is asked to choose', async () => {
    await open();
    const answer = await birute.post(attachments, { label: 'List' });
    expect(answer.status).toBe(422);
    expect(plain(answer.text)).toContain('Nie wybrano pliku. Wybierz plik PDF, JPG albo PNG.');
    expect(answer.html).toContain('value="List"');
  });
});

describe('B7', () => {
  test.each([
    ['a file of no bytes', Buffer.alloc(0), 'Ten plik jest pusty (0 bajtów).'],
    ['a program named .pdf', Buffer.from('MZ\u0090\u0000program'), 'To nie jest plik PDF, JPG ani PNG'],
    [
      'a byte over ten megabytes',
      Buffer.concat([pdf(''), Buffer.alloc(10 * 1024 * 1024)]),
      'Plik jest za duży: przyjmujemy do 10 MB.',
    ],
  ])('%s is refused at its field and leaves nothing', async (_, content, words) => {
    await open();
    const answer = await birute.post(attachments, { label: 'List' }, { file: { name: 'list.pdf', content } });
    expect(answer.status).toBe(422);
    expect(plain(answer.text)).toContain(words);
    expect(answer.html).toMatch(/id="file-error"/);
    expect(stored()).toEqual([]);
    expect(filesOnDisk()).toEqual([]);
  });

  test('one file too many leaves the others', async () => {
    await open();
    const file = (n: number) => ({ file: { name: `${n}.pdf`, content: pdf(String(n)) } });
    const onPhone = app.as({ id: 1 });
    await onPhone.get(attachments);
    for (let n = 1; n <= 20; n += 1) {
      await birute.get(attachments);
      await birute.post(attachments, {}, file(n));
    }
    const tooMany = await onPhone.post(attachments, {}, file(21));
    expect(tooMany.status).toBe(422);
    expect(plain(tooMany.text)).toContain('Do wniosku można dołączyć najwyżej 20 plików.');
    expect(stored()).toHaveLength(20);
    expect((await birute.get(attachments)).forms.some(({ action }) => action === attachments)).toBe(false);
  });

  test('an upload cut in the middle leaves nothing behind', async () => {
    await open({ listening: true });
    const form = (await birute.get(attachments)).forms.find(({ action }) => action === attachments);
    const boundary = 'cut';
    const fields = (form?.filled ?? [])
      .map(([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
      .join('');
    const head = `${fields}--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="list.pdf"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7\n`;
    const { hostname, port, host } = new URL(app.url);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    const cookie = [...birute.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    socket.write(
      `POST ${attachments} HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${app.url}\r\nSec-Fetch-Site: same-origin\r\nCookie: ${cookie}\r\nContent-Type: multipart/form-data; boundary=${boundary}\r\nContent-Length: 5000000\r\n\r\n`,
    );
    socket.write(head + 'x'.repeat(200_000));
    await expect.poll(() => filesOnDisk()).toHaveLength(1);
    socket.destroy();
    await expect.poll(() => filesOnDisk()).toEqual([]);
    expect(stored()).toEqual([]);
    expect(app.deps.db.all(sql`select * from blobs`)).toEqual([]);
    expect((await birute.get(attachments)).status).toBe(200);
  });
});

function filesOnDisk(): string[] {
  const folder = join(app.dataDir, 'files');
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile() ? [entry.name] : [],
  );
}
