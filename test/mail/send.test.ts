import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { documents } from '../../src/db/schema/pdf.ts';
import { startRunner } from '../../src/jobs/runner.ts';
import { sendLetter } from '../../src/mail/send.ts';
import { addDocument, addLink, door, makeDocument, openMailbox, openPost } from '../support/post.ts';
import type { Mailbox, MailboxOptions } from '../support/smtp.ts';

let mailbox: Mailbox;

async function post(options: MailboxOptions = {}) {
  mailbox = await openMailbox(options);
  return openPost(mailbox);
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
    addLink({ house });
    write('birute@example.org', { linkId: 5 });
    await runner.drain();
    expect(mailbox.letters[0]?.text).toContain(`Wejście: ${door.url}, kod ${door.code}.`);
    expect(letters()[0]?.body).toContain('Wejście: [jednorazowy link], kod [jednorazowy kod].');
  });

  it('waits for a document that is not made yet, then carries it byte for byte', async () => {
    const { house, runner, write, letters } = await post();
    const bytes = Buffer.from('%PDF-1.7\nwniosek PB/2024/03');
    const documentId = await addDocument({ house }, 'Wniosek PB-2024-03');
    write('birute@example.org', { documentIds: [documentId] });
    await runner.drain();
    expect(letters()).toMatchObject([{ state: 'waiting' }]);
    await makeDocument({ house }, documentId, 'Wniosek PB-2024-03', bytes);
    house.clock.advance({ seconds: 10 });
    await runner.drain();
    expect(
      mailbox.letters[0]?.attachments.map(({ filename, contentType, content }) => ({ filename, contentType, content })),
    ).toEqual([{ filename: 'Wniosek PB-2024-03.pdf', contentType: 'application/pdf', content: bytes }]);
  });

  it('goes without a document that could not be made, and says so at rest too', async () => {
    const { house, runner, write, letters } = await post();
    const documentIds = [
      await addDocument({ house }, 'Wniosek PB/2024/03'),
      await addDocument({ house }, 'Potwierdzenie „PB/2024/03”'),
    ];
    write('birute@example.org', { documentIds });
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

  it('is tried for five days of 451, every four hours in the end, then failed, and says what the server said', async () => {
    const { house, runner, write, letters, tries } = await post({ reject: () => 451 });
    const nextTry = () => house.db.get<{ at: string }>(sql`select run_after as at from jobs`)?.at ?? '';
    write('jonas@example.org');
    const pauses: number[] = [];
    for (let drained = 0; letters()[0]?.state === 'waiting'; drained += 1) {
      expect(drained).toBeLessThan(100);
      await runner.drain();
      pauses.push((Date.parse(nextTry()) - Date.parse(house.clock.machine())) / 1000);
      house.clock.set(nextTry());
    }
    expect(pauses.slice(0, 8)).toEqual([5, 30, 120, 600, 3600, 14_400, 14_400, 14_400]);
    expect(new Set(pauses.slice(5, -1))).toEqual(new Set([14_400]));
    expect(house.clock.now() > '2024-03-09T09:00:00.000Z' && house.clock.now() < '2024-03-10T09:00:00.000Z').toBe(true);
    expect(tries()).toHaveLength(36);
    expect(letters()).toEqual([
      { state: 'failed', body: expect.any(String), lastError: expect.stringContaining('451') },
    ]);
  });

  it('whose link was over before it could go is failed, and says why', async () => {
    mailbox = await openMailbox();
    const { house, runner, write, letters, tries } = await openPost(mailbox, { openDoor: () => undefined });
    addLink({ house });
    write('birute@example.org', { linkId: 5 });
    await runner.drain();
    expect(mailbox.letters).toEqual([]);
    expect(letters()).toMatchObject([
      {
        state: 'failed',
        lastError: 'Link z tego listu był już użyty albo stracił ważność, zanim list poszedł.',
      },
    ]);
    expect(tries()).toEqual([{ letter: 1, outcome: 'link_over', said: null }]);
  });

  it.each<[string, NonNullable<MailboxOptions['refuse']>]>([
    ['its words', ({ text = '' }) => `5.7.1 looks like phishing: ${text}`],
    ['its words without their lines', ({ text = '' }) => `5.7.1 looks like phishing: ${text.replaceAll('\n', ' ')}`],
    ['its source, wrapped as it came', (_letter, source) => `5.7.1 looks like phishing:\n${source}`],
    ['its first words alone', ({ text = '' }) => `5.7.1 looks like phishing: ${text.slice(0, text.indexOf('Zm9r'))}`],
    ['it in lines of its own', ({ text = '' }) => `5.7.1 phishing:\n${(text.match(/.{1,19}/gs) ?? []).join('\n')}`],
  ])('refused by a server that quotes %s, opens its door to nobody who reads why', async (_what, refuse) => {
    const { house, runner, write, letters } = await post({ refuse });
    addLink({ house });
    write('birute@example.org', { linkId: 5 });
    await runner.drain();
    const [letter] = letters();
    expect(letter).toMatchObject({ state: 'failed', lastError: expect.stringContaining('554') });
    expect(letter?.lastError).toContain('wejscie');
    expect(letter?.lastError).toContain('[jednorazowy link]');
    const kept = JSON.stringify(house.db.all(sql`select * from letters, jobs`)).replaceAll(/\\.|[^\w]/g, '');
    for (const piece of ['Ym9v', 'YmFy', 'YmF6', door.code]) expect(kept).not.toContain(piece);
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
