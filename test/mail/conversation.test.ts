import { createHash, randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Certificate, selfSignedCertificate } from '../support/certificate.ts';
import { startLine } from '../support/line.ts';
import { addDocument, closedAfter, openMailbox, openPost } from '../support/post.ts';

let certificate: Certificate;
beforeAll(() => {
  certificate = selfSignedCertificate();
});

const anyCertificate = (url: string) => `${url}?tls.rejectUnauthorized=false`;
const signedIn = (url: string) => anyCertificate(url).replace('://', '://konkurs:haslo%20z%20%C5%BC@');
const hastyServer = { greetingMs: 300, answerMs: 900 };
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describe('a conversation over TLS', () => {
  it.each(['first_byte', 'starttls'] as const)('from %s: the letter arrives, signed in for', async (from) => {
    const known = { user: 'konkurs', password: 'haslo z ż' };
    const mailbox = await openMailbox({ tls: { ...certificate, from }, auth: () => known });
    const { runner, write, letters } = await openPost(mailbox, { url: signedIn });
    write('birute@example.org');
    await runner.drain();
    expect(letters()).toMatchObject([{ state: 'sent', lastError: null }]);
    expect(mailbox.letters).toMatchObject([{ isSecure: true, user: 'konkurs' }]);
  });

  it.each(['first_byte', 'starttls'] as const)(
    'from %s with a certificate nobody vouches for: nothing is handed over, nothing fails',
    async (from) => {
      const mailbox = await openMailbox({ tls: { ...certificate, from } });
      const { house, runner, write, letters, tries } = await openPost(mailbox);
      write('birute@example.org');
      write('jonas@example.org');
      await runner.drain();
      expect(mailbox.letters).toEqual([]);
      expect(tries()).toEqual([{ letter: 1, outcome: 'tls', said: expect.stringContaining('self-signed') }]);
      expect(letters().map(({ state }) => state)).toEqual(['waiting', 'waiting']);
      expect(house.db.all(sql`select attempts from jobs`)).toEqual([{ attempts: 0 }, { attempts: 0 }]);
    },
  );

  it('is asked of a server before it hears the password: one without TLS hears none', async () => {
    let isAsked = false;
    const auth = () => {
      isAsked = true;
      return { user: 'konkurs', password: 'haslo' };
    };
    const mailbox = await openMailbox({ auth });
    const { runner, write, tries } = await openPost(mailbox, { url: (url) => url.replace('://', '://konkurs:haslo@') });
    write('birute@example.org');
    await runner.drain();
    expect([isAsked, mailbox.letters]).toEqual([false, []]);
    expect(tries()).toMatchObject([{ outcome: 'tls' }]);

    const open = await openPost(mailbox, {
      url: (url) => `${url.replace('://', '://konkurs:haslo@')}?requireTLS=false`,
    });
    open.write('birute@example.org');
    await open.runner.drain();
    expect(mailbox.letters).toMatchObject([{ isSecure: false, user: 'konkurs' }]);
  });
});

it('a wrong password fails no letter: all wait, and leave in order once it is right', async () => {
  let password = 'inne';
  const tls = { ...certificate, from: 'starttls' as const };
  const mailbox = await openMailbox({ tls, auth: () => ({ user: 'konkurs', password }) });
  const { house, runner, write, letters, tries } = await openPost(mailbox, { url: signedIn });
  const groups = Array.from({ length: 20 }, (_, n) => `grupa-${n}@example.org`);
  for (const address of groups) write(address);
  for (let n = 0; n < 12; n += 1) {
    await runner.drain();
    house.clock.advance({ hours: 6 });
  }
  expect(new Set(letters().map(({ state }) => state))).toEqual(new Set(['waiting']));
  expect(new Set(tries().map(({ letter, outcome }) => `${letter} ${outcome}`))).toEqual(new Set(['1 sign_in']));
  expect(tries()[0]?.said).toContain('535');
  password = 'haslo z ż';
  await runner.drain();
  expect(mailbox.letters.flatMap(({ envelope }) => envelope.to)).toEqual(groups);
});

describe('a refusal', () => {
  it('of the address is final and remembered of the address, until it takes a letter', async () => {
    let isThere = false;
    const mailbox = await openMailbox({ reject: () => (isThere ? undefined : '550 5.1.1 User unknown') });
    const { runner, write, letters, tries } = await openPost(mailbox);
    write('jonas@example.org', { key: 'a' });
    await runner.drain();
    expect(letters()).toMatchObject([{ state: 'failed' }]);
    isThere = true;
    write('jonas@example.org', { key: 'b' });
    await runner.drain();
    expect(letters()).toMatchObject([{ state: 'failed' }, { state: 'sent' }]);
    expect(tries()).toMatchObject([
      { letter: 1, outcome: 'address' },
      { letter: 2, outcome: 'taken' },
    ]);
  });

  it.each([
    [550, 'failed', 'address'],
    ['553 5.1.3 Bad address', 'failed', 'address'],
    ['550 5.7.1 Relaying denied', 'failed', 'letter'],
    ['552 5.2.2 Mailbox full', 'failed', 'letter'],
    ['450 4.2.0 Greylisted', 'waiting', 'busy'],
    ['421 4.7.0 Too many letters', 'waiting', 'dropped'],
  ])('of the recipient by „%s” leaves the letter %s', async (answer, state, outcome) => {
    const mailbox = await openMailbox({ reject: () => answer });
    const { runner, write, letters, tries } = await openPost(mailbox);
    write('jonas@example.org');
    await runner.drain();
    expect(letters()).toMatchObject([{ state }]);
    expect(tries()).toMatchObject([{ outcome }]);
  });

  it('of the sender fails nobody’s letter', async () => {
    const mailbox = await openMailbox({ rejectSender: () => 550 });
    const { runner, write, letters, tries } = await openPost(mailbox);
    write('jonas@example.org');
    await runner.drain();
    expect(letters()).toMatchObject([{ state: 'waiting' }]);
    expect(tries()).toMatchObject([{ outcome: 'sender' }]);
  });

  it('of the words ends the letter and says nothing of the address', async () => {
    const mailbox = await openMailbox({ refuse: () => '5.7.1 looks like advertising' });
    const { runner, write, letters, tries } = await openPost(mailbox);
    write('jonas@example.org');
    await runner.drain();
    expect(letters()).toMatchObject([{ state: 'failed' }]);
    expect(tries()).toMatchObject([{ outcome: 'letter', said: expect.stringContaining('looks like advertising') }]);
  });
});

describe('a bad line', () => {
  it.each([
    ['cut amid the letter', { afterBytes: 20_000 }, 'dropped'],
    ['silent from the start', { silent: true }, 'unreachable'],
  ] as const)('%s costs a pause, and the letter arrives whole and once', async (_how, breaks, outcome) => {
    const mailbox = await openMailbox();
    const line = closedAfter(await startLine(mailbox.url, (n) => (n === 1 ? breaks : undefined)));
    const post = await openPost(mailbox, { url: () => line.url, patience: hastyServer });
    const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(60_000)]);
    post.write('birute@example.org', { documentIds: [await addDocument(post, 'Porozumienie', bytes)] });
    await post.runner.drain();
    expect([mailbox.letters, post.tries()]).toMatchObject([[], [{ outcome }]]);
    post.house.clock.advance({ seconds: 5 });
    await post.runner.drain();
    expect(mailbox.letters.map(({ attachments }) => attachments.map(({ content }) => sha256(content)))).toEqual([
      [sha256(bytes)],
    ]);
    expect(post.letters()).toMatchObject([{ state: 'sent' }]);
  });

  it('that swallows the answer repeats the very same letter, whose receiver can tell', async () => {
    const mailbox = await openMailbox();
    const line = closedAfter(await startLine(mailbox.url, (n) => (n === 1 ? { beforeAnswer: true } : undefined)));
    const { house, runner, write } = await openPost(mailbox, { url: () => line.url });
    write('birute@example.org');
    await runner.drain();
    house.clock.advance({ hours: 3 });
    await runner.drain();
    const [first, second] = mailbox.letters;
    expect(mailbox.letters).toHaveLength(2);
    expect(first?.messageId).toMatch(/^<[0-9a-f]{32}@konkurs\.example\.org>$/);
    expect([second?.messageId, second?.date, second?.text]).toEqual([first?.messageId, first?.date, first?.text]);
    expect(first?.date).toEqual(new Date('2024-03-04T09:00:00.000Z'));
  });

  it('a slow server is waited for', async () => {
    const mailbox = await openMailbox({ slow: 400 });
    const { runner, write, letters } = await openPost(mailbox);
    write('birute@example.org');
    await runner.drain();
    expect(letters()).toMatchObject([{ state: 'sent' }]);
  });

  it('a server too slow for patience is tried again later', async () => {
    const mailbox = await openMailbox({ slow: 1500 });
    const { runner, write, letters, tries } = await openPost(mailbox, { patience: hastyServer });
    write('birute@example.org');
    await runner.drain();
    expect([letters(), tries()]).toMatchObject([[{ state: 'waiting' }], [{ outcome: 'dropped' }]]);
  });
});

it('B5: a letter whose enclosure has gone from the disk waits, says why, and harms no other', async () => {
  const mailbox = await openMailbox();
  const post = await openPost(mailbox);
  const bytes = Buffer.from('%PDF-1.7 porozumienie');
  post.write('birute@example.org', { documentIds: [await addDocument(post, 'Porozumienie', bytes)] });
  post.write('jonas@example.org');
  rmSync(post.house.files.pathOf(sha256(bytes)));
  await post.runner.drain();
  post.house.clock.advance({ seconds: 10 });
  await post.runner.drain();
  expect(mailbox.letters.map(({ envelope }) => envelope.to)).toEqual([['jonas@example.org']]);
  expect(post.letters().map(({ state }) => state)).toEqual(['waiting', 'sent']);
  expect(post.tries()[0]).toMatchObject({ letter: 1, outcome: 'enclosure' });
});

it('names, titles, files and words keep every letter of both languages', async () => {
  const mailbox = await openMailbox();
  const post = await openPost(mailbox);
  const [name, title] = ['Łucja Žemaitytė-Ąžuolaitė ćęńóśźż', 'Ąčęėįšųūž i ąćęłńóśźż: pažintis „przy herbacie”'];
  const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(3000)]);
  const documentIds = [await addDocument(post, 'Umowa ąćęłńóśźż ąčęėįšųūž', bytes)];
  post.write('lucja@example.org', { name, title, documentIds });
  await post.runner.drain();
  const [letter] = mailbox.letters;
  expect(letter?.to).toMatchObject({ value: [{ name, address: 'lucja@example.org' }] });
  expect(letter?.from).toMatchObject({
    value: [{ name: 'Biblioteka Publiczna w Sejnach', address: 'konkurs@example.org' }],
  });
  expect(letter?.subject).toBe(`Zaproszenie: ${title}`);
  expect(letter?.text).toContain(title);
  expect(letter?.html).toContain(title);
  expect(letter?.headers.get('auto-submitted')).toBe('auto-generated');
  expect(letter?.attachments.map(({ filename, content }) => [filename, sha256(content)])).toEqual([
    ['Umowa ąćęłńóśźż ąčęėįšųūž.pdf', sha256(bytes)],
  ]);
  // RFC 5321, 4.5.3.1.6: lines of a thousand bytes at most; headers without a byte that an old relay could spoil.
  const source = letter?.source ?? '';
  expect(Math.max(...source.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(998);
  expect(source.slice(0, source.indexOf('\r\n\r\n'))).toMatch(/^[\x20-\x7e\r\n\t]+$/);
});
