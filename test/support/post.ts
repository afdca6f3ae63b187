import { Readable } from 'node:stream';
import { sql } from 'drizzle-orm';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { documents } from '../../src/db/schema/pdf.ts';
import { addFile } from '../../src/files/records.ts';
import { startRunner } from '../../src/jobs/runner.ts';
import type { OpenDoor } from '../../src/mail/compose.ts';
import { letterKind } from '../../src/mail/kinds.ts';
import { openPostman, type Postman } from '../../src/mail/postman.ts';
import { sendLetter } from '../../src/mail/send.ts';
import { writeLetter } from '../../src/mail/write.ts';
import { askForDocument } from '../../src/pdf/register.ts';
import { kernel } from './kernel.ts';
import { type Mailbox, type MailboxOptions, startMailbox } from './smtp.ts';

const invitation = letterKind({
  kind: 'invitation',
  fields: z.object({ name: z.string(), title: z.string() }),
  subject: 'Zaproszenie: {{title}}',
  body: 'Dzień dobry, {{name}},\n\nzapraszamy na „{{title}}”.\n\nWejście: {{link}}, kod {{code}}.',
  sample: { name: 'Birutė', title: 'Dwa języki, jedna półka' },
});

/** What link 5 opens. */
export const door = {
  url: 'https://konkurs.example.org/wejscie/5-Ym9vYmFyYmF6Zm9rYmFyYmF6_Ym9vYmFyYmF6Zm9rYmFyYmF6',
  code: '482913',
};

export interface PostOptions {
  /** Changes what the postman is told of the mailbox's address. */
  url?: (mailbox: string) => string;
  perMinute?: number;
  openDoor?: OpenDoor;
  patience?: { greetingMs: number; answerMs: number };
}

export interface Words {
  name?: string;
  title?: string;
  linkId?: number;
  documentIds?: number[];
  key?: string;
}

/** Closes it when the test is over, what was opened last first. */
export function closedAfter<One extends { close(): unknown }>(one: One): One {
  onTestFinished(async () => {
    await one.close();
  });
  return one;
}

export async function openMailbox(options: MailboxOptions = {}): Promise<Mailbox> {
  return closedAfter(await startMailbox(options));
}

/** The outbox of an empty house, its runner, and a mailbox at the far end of real SMTP. */
export async function openPost(mailbox: Mailbox, options: PostOptions = {}) {
  const house = kernel();
  const postman: Postman = closedAfter(
    openPostman(
      (options.url ?? ((url) => url))(mailbox.url),
      () => ({ name: 'Biblioteka Publiczna w Sejnach', address: 'konkurs@example.org' }),
      'konkurs.example.org',
      options.patience,
    ),
  );
  const openDoor = options.openDoor ?? (() => door);
  const { perMinute } = options;
  const restart = () => {
    const send = sendLetter({ ...house, postman, openDoor, pathOf: house.files.pathOf, perMinute });
    return startRunner({ ...house, log: () => {} }, { send_letter: send }, 0);
  };
  const runner = restart();
  const write = (address: string, words: Words = {}) =>
    house.db.write((tx) =>
      writeLetter(tx, house, invitation, {
        to: { personId: null, name: words.name ?? 'Birutė Jurkūnienė', address },
        fields: { name: words.name ?? 'Birutė', title: words.title ?? 'Dwa języki, jedna półka' },
        about: { kind: 'application', id: 3 },
        uniqueKey: words.key ?? `invitation:${address}`,
        ...(words.linkId === undefined ? {} : { linkId: words.linkId }),
        ...(words.documentIds === undefined ? {} : { documentIds: words.documentIds }),
      }),
    );
  const letters = () =>
    house.db.all<{ state: string; body: string; lastError: string | null }>(
      sql`select state, body, last_error as lastError from letters order by id`,
    );
  const tries = () =>
    house.db.all<{ letter: number; outcome: string; said: string | null }>(
      sql`select letter_id as letter, outcome, said from letter_tries order by id`,
    );
  return { house, runner, restart, write, letters, tries };
}

export type Post = Awaited<ReturnType<typeof openPost>>;

/** The link that `door` stands for. */
export function addLink({ house }: Pick<Post, 'house'>): number {
  house.db.raw.exec(
    "insert into sign_in_links (id, email, purpose, salt, created_at, expires_at) values (5, 'birute@example.org', 'sign_in', 's', '2024', '2025')",
  );
  return 5;
}

/** A document made of these bytes; without them, one that is being made. Returns its id. */
export async function addDocument({ house }: Pick<Post, 'house'>, title: string, bytes?: Buffer): Promise<number> {
  const subject = { kind: 'application', id: 3 };
  const actor = { kind: 'system' } as const;
  const id = house.db.write((tx) => askForDocument(tx, house.clock, actor, 'application', subject, title));
  if (bytes !== undefined) await makeDocument({ house }, id, title, bytes);
  return id;
}

export async function makeDocument({ house }: Pick<Post, 'house'>, id: number, title: string, bytes: Buffer) {
  const blob = await house.files.receive(Readable.from([bytes]), 1_000_000);
  if (!blob.ok) throw new Error(blob.code);
  house.db.write((tx) => {
    const actor = { kind: 'system' } as const;
    const fileId = addFile(tx, house.clock, actor, blob.value, `${title}.pdf`, { kind: 'application', id: 3 });
    tx.orm.update(documents).set({ state: 'made', fileId }).where(sql`id = ${id}`).run();
  });
}
