import { type SQL, sql } from 'drizzle-orm';
import type { Database, Tx } from '../db/connection.ts';
import { letters } from '../db/schema/mail.ts';
import { GiveUp, type JobKind, NotYet } from '../jobs/runner.ts';
import type { Clock } from '../lib/clock.ts';
import { isEmailAddress } from '../lib/identifiers.ts';
import { type ComposingTools, composeLetter } from './compose.ts';
import { openPace, type Pace } from './pace.ts';
import type { Postman } from './postman.ts';
import { Refused } from './refusal.ts';
import { notSent } from './texts.ts';
import { noteTry } from './tries.ts';
import { withoutDoor } from './without-door.ts';

interface Tools extends ComposingTools {
  readonly db: Database;
  readonly clock: Clock;
  /** Undefined without SMTP: letters wait, visibly. */
  readonly postman: Postman | undefined;
  /** Letters a minute; as many as the server takes when absent. */
  readonly perMinute?: number | undefined;
}

/** With the pauses of the queue, four hours at most, these last five days (RFC 5321, 4.5.4.1: at least four to five). */
const tries = 36;

/**
 * The job `send_letter`. Waits for documents being made and for a mail server; a document that could not be made stays out, and the letter says so.
 * A letter refused for good, or for five days, ends as failed; what is wrong with the post as a whole counts against no letter.
 */
export function sendLetter(tools: Tools): JobKind {
  const pace = openPace(tools.clock, tools.perMinute);
  return {
    isApart: true,
    tries,
    held: () => held(tools, pace),
    run: (payload, atEnd) => send(tools, pace, Number(payload['letterId']), atEnd),
    onFailed(tx, payload, message) {
      const failed = { state: 'failed', lastError: sql`coalesce(last_error, ${message})` } as const;
      tx.orm.update(letters).set(failed).where(sql`id = ${payload.letterId} and state = 'waiting'`).run();
    },
  };
}

/** Somebody stands at a door and waits for its letter: that one goes first, however many others have had their turn. */
const opensNothing = sql`json_extract(payload, '$.letterId') not in (select id from letters where link_id is not null)`;

/** Its enclosed documents are being made. */
const isUnready = sql`exists (select 1 from letter_documents e join documents d on d.id = e.document_id
  where e.letter_id = json_extract(payload, '$.letterId') and d.state = 'queued')`;

function held({ postman }: Tools, pace: Pace): SQL {
  if (postman === undefined || pace.isResting()) return sql`true`;
  return pace.isFull() ? sql`${isUnready} or ${opensNothing}` : isUnready;
}

async function send(tools: Tools, pace: Pace, id: number, atEnd: (write: (tx: Tx) => void) => void): Promise<void> {
  const { db, clock, postman } = tools;
  const composed = composeLetter(tools, id);
  if (composed?.state !== 'waiting' || composed.channel !== 'email') return;
  if (composed.isDoorOver) {
    db.write((tx) => {
      noteTry(tx, clock, id, 'link_over', null);
      keep(tx, id, { lastError: notSent.link_over });
    });
    throw new GiveUp(`the link of letter ${id} is over`);
  }
  if (composed.isUnready || postman === undefined) throw new NotYet();
  const { letter, body, door } = composed;
  try {
    if (!isEmailAddress(letter.to.address)) throw new Refused(notSent.wrong_address, 'address');
    pace.take();
    await postman.send(letter);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const said = withoutDoor(error.message, door);
    db.write((tx) => {
      noteTry(tx, clock, id, error.kind, said);
      keep(tx, id, { lastError: said });
    });
    return afterRefusal(pace, id, error);
  }
  pace.works();
  atEnd((tx) => {
    noteTry(tx, clock, id, 'taken', null);
    // Called back while the server was taking it, it went all the same.
    keep(tx, id, { state: 'sent', body, sentAt: clock.now(), lastError: null, stoppedAt: null });
  });
}

/** What the server said may quote the address and stays with the letter; jobs and logs learn only which letter. */
function afterRefusal(pace: Pace, id: number, { meaning }: Refused): never {
  if (meaning === 'final') {
    pace.works();
    throw new GiveUp(`letter ${id} was refused`);
  }
  if (meaning === 'later') throw new Error(`letter ${id} was not taken yet`);
  pace.rest();
  if (meaning === 'later_and_rest') throw new Error(`letter ${id} was not taken yet`);
  throw new NotYet(0);
}

function keep(tx: Tx, letterId: number, values: Partial<typeof letters.$inferInsert>): void {
  tx.orm.update(letters).set(values).where(sql`id = ${letterId}`).run();
}
