import { Readable } from 'node:stream';
import { sql } from 'drizzle-orm';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { documents } from '../../src/db/schema/pdf.ts';
import { addFile } from '../../src/files/records.ts';
import { startRunner } from '../../src/jobs/runner.ts';
import { letterKind } from '../../src/mail/kinds.ts';
import { openPostman, type Postman } from '../../src/mail/postman.ts';
import { sendLetter } from '../../src/mail/send.ts';
import { writeLetter } from '../../src/mail/write.ts';
import { askForDocument } from '../../src/pdf/register.ts';
import { kernel } from '../support/kernel.ts';
import { type Mailbox, type MailboxOptions, startMailbox } from '../support/smtp.ts';

const invitation = letterKind({
  kind: 'invitation',
  fields: z.object({ name: z.string(), title: z.string() }),
  subject: 'Zaproszenie: {{title}}',
  body: 'Dzień dobry, {{name}},\n\nzapraszamy na „{{title}}”.\n\nWejście: {{link}}, kod {{code}}.',
  sample: { name: 'Birutė', title: 'Dwa języki, jedna półka' },
});

const url = 'https://konkurs.example.org/wejscie/5-Ym9vYmFyYmF6Zm9rYmFyYmF6_Ym9vYmFyYmF6Zm9rYmFyYmF6';
const code = '482913';
const aLink = (house: ReturnType<typeof kernel>) =>
  house.db.raw.exec(
    "insert into sign_in_links (id, email, purpose, salt, created_at, expires_at) values (5, 'birute@example.org', 'sign_in', 's', '2024', '2025')",
  );

let mailbox: Mailbox;
let postman: Postman;
afterEach(async () => {
  postman.close();
  await mailbox.close();
});

async function post(options: MailboxOptions = {}) {
  const house = kernel();
  mailbox = await startMailbox(options);
  postman = openPostman(
    mailbox.url,
    () => ({ name: 'Biblioteka Publiczna w Sejnach', address: 'konkurs@example.org' }),
    'konkurs.example.org',
  );
  const openDoor = () => ({ url, code });
  const send = sendLetter({ ...house, postman, openDoor, pathOf: house.files.pathOf });
  const runner = startRunner({ ...house, log: () => {} }, { send_letter: send }, 0);
  const write = (
    address: string,
    more: { name?: string; title?: string; linkId?: number; documentIds?: number[]; key?: string } = {},
  ) =>
    house.db.write((tx) =>
      writeLetter(tx, house, invitation, {
        to: { personId: null, name: more.name ?? 'Birutė Jurkūnienė', address },
        fields: { name: more.name ?? 'Birutė', title: more.title ?? 'Dwa języki, jedna półka' },
        about: { kind: 'application', id: 3 },
        uniqueKey: more.key ?? `invitation:${address}`,
        ...(more.linkId === undefined ? {} : { linkId: more.linkId }),
        ...(more.documentIds === undefined ? {} : { documentIds: more.documentIds }),
      }),
    );
  const letters = () =>
    house.db.all<{ state: string; body: string; lastError: string | null }>(
      sql`select state, body, last_error as lastError from letters order by id`,
    );
  return { house, runner, write, letters };
}

describe('the outbox', () => {
  it('sends a letter with text and HTML from one source, once', async () => {
    const { runner, write, letters } = await post();
    write('birute@example.org');
    write('birute@example.org');
    await runner.drain();
    await runner.drain();
    expect(mailbox.letters).toHaveLength(1);
    const [letter] = mailbox.letters;
    expect(letter?.envelope).toEqual({ from: 'konkurs@example.org', to: ['birute@example.org'] });
    expect(letter?.subject).toBe('Zaproszenie: Dwa języki, jedna półka');
    expect(letter?.text).toContain('zapraszamy na „Dwa języki, jedna półka”.');
    expect(letter?.html).toContain('<p>zapraszamy na „Dwa języki, jedna półka”.</p>');
    expect(letter?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(letters()).toMatchObject([{ state: 'sent', lastError: null }]);
  });

  it('puts the door-opening link and code only into the sent letter, never into the stored one', async () => {
    const { house, runner, write, letters } = await post();
    aLink(house);
    write('birute@example.org', { linkId: 5 });
    await runner.drain();
    expect(mailbox.letters[0]?.text).toContain(`Wejście: ${url}, kod ${code}.`);
    expect(letters()[0]?.body).toContain('Wejście: [jednorazowy link], kod [jednorazowy kod].');
  });

  it('waits for a document that is not made yet, then carries it byte for byte', async () => {
    const { house, runner, write, letters } = await post();
    const bytes = Buffer.from('%PDF-1.7\nwniosek PB/2024/03');
    const documentId = house.db.write((tx) =>
      askForDocument(tx, house.clock, { kind: 'system' }, 'application', { kind: 'application', id: 3 }, 'Wniosek'),
    );
    write('birute@example.org', { documentIds: [documentId] });
    await runner.drain();
    expect(letters()).toMatchObject([{ state: 'waiting' }]);
    const blob = await house.files.receive(Readable.from([bytes]), 1000);
    if (!blob.ok) throw new Error(blob.code);
    house.db.write((tx) => {
      const fileId = addFile(tx, house.clock, { kind: 'system' }, blob.value, 'Wniosek PB-2024-03.pdf', {
        kind: 'application',
        id: 3,
      });
      tx.orm.update(documents).set({ state: 'made', fileId }).where(sql`id = ${documentId}`).run();
    });
    house.clock.advance({ seconds: 10 });
    await runner.drain();
    expect(
      mailbox.letters[0]?.attachments.map(({ filename, contentType, content }) => ({ filename, contentType, content })),
    ).toEqual([{ filename: 'Wniosek PB-2024-03.pdf', contentType: 'application/pdf', content: bytes }]);
  });

  it('goes without a document that could not be made, and says so at rest too', async () => {
    const { house, runner, write, letters } = await post();
    const ask = (title: string) =>
      house.db.write((tx) =>
        askForDocument(tx, house.clock, { kind: 'system' }, 'application', { kind: 'application', id: 3 }, title),
      );
    write('birute@example.org', { documentIds: [ask('Wniosek PB/2024/03'), ask('Potwierdzenie „PB/2024/03”')] });
    house.db.write((tx) => tx.orm.update(documents).set({ state: 'failed' }).where(sql`id = 1`).run());
    await runner.drain();
    expect(letters()).toMatchObject([{ state: 'waiting' }]);

    house.db.write((tx) => tx.orm.update(documents).set({ state: 'failed' }).run());
    house.clock.advance({ seconds: 10 });
    await runner.drain();
    const words =
      'Nie udało się przygotować załącznika: „Wniosek PB/2024/03”, „Potwierdzenie «PB/2024/03»”. Stan sprawy jest na stronie, której adres podajemy wyżej. Po sam dokument odpiszcie na ten list albo zadzwońcie.';
    expect(mailbox.letters.map((letter) => [letter.attachments, letter.text?.trim().split('\n\n').at(-1)])).toEqual([
      [[], words],
    ]);
    expect(letters()).toMatchObject([
      { state: 'sent', body: expect.stringMatching(/\n\n.+kod \[jednorazowy kod\]\.\n\n/) },
    ]);
    expect(letters()[0]?.body.split('\n\n').at(-1)).toBe(words);
  });

  it('tries again after 451 and stops after 550, saying why', async () => {
    let busy = true;
    const { house, runner, write, letters } = await post({
      reject: (to) => (to.startsWith('nikt') ? 550 : busy ? 451 : undefined),
    });
    write('nikt@example.org');
    write('jonas@example.org');
    await runner.drain();
    expect(letters().map(({ state }) => state)).toEqual(['failed', 'waiting']);
    expect(letters()[0]?.lastError).toContain('550');
    // Only the letter keeps what the server said: it may quote the address.
    expect(house.db.all(sql`select last_error as error from jobs order by id`)).toEqual([
      { error: 'letter 1 was refused' },
      { error: 'letter 2 was not taken yet' },
    ]);
    busy = false;
    house.clock.advance({ minutes: 1 });
    await runner.drain();
    expect(letters().map(({ state }) => state)).toEqual(['failed', 'sent']);
    expect(mailbox.letters.map((letter) => letter.envelope.to)).toEqual([['jonas@example.org']]);
  });

  it('after a week of 451 is failed, and says what the server said', async () => {
    const { house, runner, write, letters } = await post({ reject: () => 451 });
    write('jonas@example.org');
    for (let day = 0; day < 7; day += 1) {
      expect(letters()).toMatchObject([{ state: 'waiting' }]);
      await runner.drain();
      house.clock.advance({ days: 1 });
    }
    expect(letters()).toEqual([
      { state: 'failed', body: expect.any(String), lastError: expect.stringContaining('451') },
    ]);
  });

  it('whose link was over before it could go is failed, and says why', async () => {
    const { house, write, letters } = await post();
    aLink(house);
    write('birute@example.org', { linkId: 5 });
    const send = sendLetter({ ...house, postman, openDoor: () => undefined, pathOf: house.files.pathOf });
    await startRunner({ ...house, log: () => {} }, { send_letter: send }, 0).drain();
    expect(mailbox.letters).toEqual([]);
    expect(letters()).toMatchObject([
      {
        state: 'failed',
        lastError: 'Link z tego listu był już użyty albo stracił ważność, zanim list poszedł.',
      },
    ]);
  });

  it.each<[string, NonNullable<MailboxOptions['refuse']>]>([
    ['its words', ({ text = '' }) => `5.7.1 looks like phishing: ${text}`],
    ['its words without their lines', ({ text = '' }) => `5.7.1 looks like phishing: ${text.replaceAll('\n', ' ')}`],
    ['its source, wrapped as it came', (_letter, source) => `5.7.1 looks like phishing:\n${source}`],
    ['its first words alone', ({ text = '' }) => `5.7.1 looks like phishing: ${text.slice(0, text.indexOf('Zm9r'))}`],
    ['it in lines of its own', ({ text = '' }) => `5.7.1 phishing:\n${(text.match(/.{1,19}/gs) ?? []).join('\n')}`],
  ])('refused by a server that quotes %s, opens its door to nobody who reads why', async (_what, refuse) => {
    const { house, runner, write, letters } = await post({ refuse });
    aLink(house);
    write('birute@example.org', { linkId: 5 });
    await runner.drain();
    const [letter] = letters();
    expect(letter).toMatchObject({ state: 'failed', lastError: expect.stringContaining('554') });
    expect(letter?.lastError).toContain('wejscie');
    expect(letter?.lastError).toContain('[jednorazowy link]');
    const kept = JSON.stringify(house.db.all(sql`select * from letters, jobs`)).replaceAll(/\\.|[^\w]/g, '');
    for (const piece of ['Ym9v', 'YmFy', 'YmF6', code]) expect(kept).not.toContain(piece);
  });

  it('lets no name or title smuggle in a header or a recipient', async () => {
    const { runner, write, letters } = await post();
    write('jonas@example.org', {
      name: 'Jonas\r\nBcc: z@example.net',
      title: 'Wieczór\r\nX-Zly: tak <script>alert(1)</script>',
    });
    write('a@example.org\r\nBcc: z@example.net', { key: 'bad' });
    await runner.drain();
    expect(mailbox.letters.map((letter) => letter.envelope.to)).toEqual([['jonas@example.org']]);
    const [letter] = mailbox.letters;
    expect(letter?.headers.has('x-zly')).toBe(false);
    expect(letter?.headers.has('bcc')).toBe(false);
    expect(letter?.html).toContain('&lt;script&gt;');
    expect(letter?.html).not.toContain('<script>');
    expect(letters().map(({ state }) => state)).toEqual(['sent', 'failed']);
  });

  it('without a mail server keeps the letters waiting, visibly', async () => {
    const { house, write, letters } = await post();
    write('birute@example.org');
    const send = sendLetter({ ...house, postman: undefined, openDoor: () => undefined, pathOf: house.files.pathOf });
    await startRunner({ ...house, log: () => {} }, { send_letter: send }, 0).drain();
    expect(letters()).toMatchObject([{ state: 'waiting' }]);
    expect(house.db.all(sql`select state, attempts from jobs`)).toEqual([{ state: 'waiting', attempts: 0 }]);
  });
});
