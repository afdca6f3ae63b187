import { sql } from 'drizzle-orm';
import type { Database } from '../db/connection.ts';
import { letters } from '../db/schema/mail.ts';
import type { ClaimedJob } from '../jobs/queue.ts';
import { GiveUp, type JobKind, NotYet } from '../jobs/runner.ts';
import type { Clock } from '../lib/clock.ts';
import { isEmailAddress } from '../lib/identifiers.ts';
import { composeLetter, type Door, type OpenDoor } from './compose.ts';
import { codeAtRest, linkAtRest } from './kinds.ts';
import { type Postman, Refused } from './postman.ts';
import { notSent } from './texts.ts';

interface Tools {
  readonly db: Database;
  readonly clock: Clock;
  /** Undefined without SMTP: letters wait, visibly. */
  readonly postman: Postman | undefined;
  readonly openDoor: OpenDoor;
  readonly pathOf: (sha256: string) => string;
}

/**
 * The job `send_letter`. Waits for documents being made and for a mail server; a document that could not be made stays out, and the letter says so.
 * A letter refused for good, or too many times, ends as failed.
 */
export function sendLetter(tools: Tools): JobKind {
  return {
    run: (payload) => send(tools, payload),
    onFailed(tx, payload, message) {
      const failed = { state: 'failed', lastError: sql`coalesce(last_error, ${message})` } as const;
      tx.orm.update(letters).set(failed).where(sql`id = ${payload.letterId} and state = 'waiting'`).run();
    },
  };
}

async function send(tools: Tools, { letterId }: ClaimedJob['payload']): Promise<void> {
  const composed = composeLetter(tools, Number(letterId));
  if (composed?.state !== 'waiting') return;
  if (tools.postman === undefined) throw new NotYet(600);
  if (composed.isDoorOver) throw new GiveUp(notSent.link_over);
  if (composed.isUnready) throw new NotYet();
  const { letter, body, door } = composed;
  try {
    if (!isEmailAddress(letter.to.address)) throw new Refused(notSent.wrong_address, true);
    await tools.postman.send(letter);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    write(tools.db, Number(letterId), { lastError: withoutDoor(error.message, door) });
    // What the server said may quote the address and stays with the letter; jobs and logs learn only which letter.
    if (error.permanent) throw new GiveUp(`letter ${letterId} was refused`);
    throw new Error(`letter ${letterId} was not taken yet`);
  }
  write(tools.db, Number(letterId), { state: 'sent', body, sentAt: tools.clock.now(), lastError: null });
}

/** A server that refuses a letter for what stands in it may quote it: whole or cut short, in its lines or in the letter's own. */
function withoutDoor(said: string, door: Door | undefined): string {
  if (door === undefined) return said;
  const token = door.url.slice(door.url.lastIndexOf('/') + 1);
  return hide(hide(said, token, linkAtRest), door.code, codeAtRest);
}

/** What may stand between two letters of a quotation: a soft line break of the letter, a new line of the answer with its numbers. */
const lineBreak = String.raw`(?:=?\s+(?:\d{3}[ -](?:\d\.\d+\.\d+ )?)?)?`;

/** Hides a secret, or its beginning if that is all that is quoted. */
function hide(said: string, secret: string, mark: string): string {
  const letters = [...secret].map((letter) => letter.replace(/\W/, '\\$&'));
  const tail = letters.slice(8).reduceRight((rest, letter) => `(?:${lineBreak}${letter}${rest})?`, '');
  return said.replaceAll(new RegExp(letters.slice(0, 8).join(lineBreak) + tail, 'g'), mark);
}

function write(db: Database, letterId: number, values: Partial<typeof letters.$inferInsert>): void {
  db.write((tx) => tx.orm.update(letters).set(values).where(sql`id = ${letterId}`).run());
}
