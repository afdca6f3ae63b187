import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { enqueue } from '../../src/jobs/queue.ts';
import { startRunner } from '../../src/jobs/runner.ts';
import { openPostman } from '../../src/mail/postman.ts';
import { sendLetter } from '../../src/mail/send.ts';
import { addLink, closedAfter, door, openMailbox, openPost, type Post } from '../support/post.ts';
import { startMailbox } from '../support/smtp.ts';

const group = (n: number) => `grupa-${n}@example.org`;
const groups = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => group(from + n));

it('no more letters leave in any minute than the setting says, in the order they were written', async () => {
  const mailbox = await openMailbox();
  const { house, runner, write } = await openPost(mailbox, { perMinute: 3 });
  const arrived = () => mailbox.letters.flatMap(({ envelope }) => envelope.to);
  for (const address of groups(1, 8)) write(address);
  await runner.drain();
  expect(arrived()).toEqual(groups(1, 3));
  house.clock.advance({ seconds: 59 });
  await runner.drain();
  expect(arrived()).toEqual(groups(1, 3));
  house.clock.advance({ seconds: 1 });
  await runner.drain();
  expect(arrived()).toEqual(groups(1, 6));
  // Those that wait are not touched: no try, no mark, no later turn.
  expect(
    house.db.all(sql`select attempts, put_off as putOff, run_after as runAfter from jobs where state = 'waiting'`),
  ).toEqual([
    { attempts: 0, putOff: 0, runAfter: '2024-03-04T09:00:00.000Z' },
    { attempts: 0, putOff: 0, runAfter: '2024-03-04T09:00:00.000Z' },
  ]);
  house.clock.advance({ minutes: 1 });
  await runner.drain();
  expect(arrived()).toEqual(groups(1, 8));
});

it('a letter that opens a door goes before all that wait their turn', async () => {
  const mailbox = await openMailbox();
  const post = await openPost(mailbox, { perMinute: 3 });
  for (const address of groups(1, 8)) post.write(address);
  await post.runner.drain();
  post.write('birute@example.org', { linkId: addLink(post) });
  await post.runner.drain();
  expect(mailbox.letters.at(-1)?.envelope.to).toEqual(['birute@example.org']);
  expect(mailbox.letters.at(-1)?.text).toContain(door.code);
  expect(mailbox.letters).toHaveLength(4);
});

it('documents are made while letters wait their turn, and while one is slowly taken', async () => {
  const mailbox = closedAfter(await startMailbox({ slow: 1000 }));
  const { house, write } = await openPost(mailbox);
  const postman = closedAfter(
    openPostman(mailbox.url, () => ({ name: 'Biblioteka', address: 'konkurs@example.org' }), 'konkurs.example.org'),
  );
  const made: string[] = [];
  const make_document = {
    run: async () => {
      made.push(`after ${mailbox.letters.length} letters`);
    },
  };
  const send_letter = sendLetter({ ...house, postman, openDoor: () => door, pathOf: house.files.pathOf, perMinute: 1 });
  const runner = startRunner({ ...house, log: () => {} }, { make_document, send_letter }, 0);
  const ask = (n: number) =>
    house.db.write((tx) => enqueue(tx, house.clock, { kind: 'make_document', uniqueKey: `${n}`, payload: {} }));
  for (const address of groups(1, 8)) write(address);
  ask(1);
  runner.wake();
  await mailbox.waitFor(() => true);
  ask(2);
  runner.wake();
  await runner.drain();
  expect(made).toEqual(['after 0 letters', 'after 1 letters']);
  expect(mailbox.letters).toHaveLength(1);
});

async function aDayWithoutMail(): Promise<{ post: Post; port: number; written: string[] }> {
  const gone = await startMailbox();
  await gone.close();
  const post = await openPost(gone);
  const written: string[] = [];
  for (let hour = 0; hour < 24; hour += 1) {
    for (const address of groups(hour * 2 + 1, hour * 2 + 2)) {
      post.write(address);
      written.push(address);
    }
    // As a server does: it looks for work far more often than letters are written.
    for (let tick = 0; tick < 6; tick += 1) {
      await post.runner.drain();
      post.house.clock.advance({ minutes: 10 });
    }
  }
  return { post, port: Number(new URL(gone.url).port), written };
}

it('B3: with SMTP down for a day and back, everything goes out in order and nothing twice', async () => {
  const { post, port, written } = await aDayWithoutMail();
  expect(new Set(post.letters().map(({ state }) => state))).toEqual(new Set(['waiting']));
  expect(new Set(post.tries().map(({ letter, outcome }) => `${letter} ${outcome}`))).toEqual(
    new Set(['1 unreachable']),
  );
  const mailbox = await openMailbox({ port });
  await post.runner.drain();
  await post.runner.drain();
  expect(mailbox.letters.flatMap(({ envelope }) => envelope.to)).toEqual(written);
  expect(new Set(post.letters().map(({ state }) => state))).toEqual(new Set(['sent']));
});

it('B3: and a server that says „later” to everybody for a day gets everything once, too', async () => {
  let isBusy = true;
  const mailbox = await openMailbox({ reject: () => (isBusy ? 451 : undefined) });
  const { house, runner, write, letters } = await openPost(mailbox);
  for (const address of groups(1, 10)) write(address);
  for (let hour = 0; hour < 24; hour += 1) {
    await runner.drain();
    house.clock.advance({ hours: 1 });
  }
  isBusy = false;
  house.clock.advance({ hours: 4 });
  await runner.drain();
  await runner.drain();
  expect(mailbox.letters.flatMap(({ envelope }) => envelope.to)).toEqual(groups(1, 10));
  expect(new Set(letters().map(({ state }) => state))).toEqual(new Set(['sent']));
});

it('while the post is down one letter alone knocks, after pauses that grow to five minutes', async () => {
  const gone = await startMailbox();
  await gone.close();
  const { house, runner, write, tries } = await openPost(gone);
  for (const address of groups(1, 5)) write(address);
  const knocks: number[] = [];
  for (let second = 0; second < 1500; second += 5) {
    const before = tries().length;
    await runner.drain();
    if (tries().length > before) knocks.push(second);
    house.clock.advance({ seconds: 5 });
  }
  expect(knocks).toEqual([0, 5, 15, 35, 75, 155, 315, 615, 915, 1215]);
});
