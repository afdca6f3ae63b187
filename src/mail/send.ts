import { sql } from 'drizzle-orm';
import type { Database } from '../db/connection.ts';
import { letters } from '../db/schema/mail.ts';
import { GiveUp, type JobRun, NotYet } from '../jobs/runner.ts';
import type { Clock } from '../lib/clock.ts';
import { isEmailAddress } from '../lib/identifiers.ts';
import { htmlOf } from './html.ts';
import { codeAtRest, linkAtRest } from './kinds.ts';
import { type Attachment, type Postman, Refused } from './postman.ts';

/** The one-time address and code behind a link's id, derived only while sending. */
export type OpenDoor = (linkId: number) => { url: string; code: string } | undefined;

interface Row {
  id: number;
  toName: string;
  toAddress: string;
  subject: string;
  body: string;
  linkId: number | null;
  messageId: string;
  state: string;
  kind: string;
}

interface Tools {
  readonly db: Database;
  readonly clock: Clock;
  /** Undefined without SMTP: letters wait, visibly. */
  readonly postman: Postman | undefined;
  readonly openDoor: OpenDoor;
  readonly pathOf: (sha256: string) => string;
}

/** The job `send_letter`. Waits for unmade documents and for a mail server; a permanent refusal ends the letter as failed. */
export function sendLetter(tools: Tools): JobRun {
  return async (payload) => {
    const row =
      tools.db.get<Row>(sql`select id, kind, to_name as toName, to_address as toAddress, subject, body, link_id as linkId, message_id as messageId, state
      from letters where id = ${payload.letterId}`);
    if (row === undefined || row.state !== 'waiting') return;
    if (tools.postman === undefined) throw new NotYet(600);
    const door = doorOf(row, tools.openDoor);
    const text = withDoor(row.body, door);
    try {
      if (!isEmailAddress(row.toAddress)) throw new Refused('the address is not valid', true);
      await tools.postman.send({
        to: { name: row.toName, address: row.toAddress },
        subject: row.subject,
        text,
        html: htmlOf(text, row.subject),
        messageId: row.messageId,
        attachments: attachmentsOf(tools, row.id),
      });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      note(tools, row.id, new Refused(withoutDoor(error.message, door), error.permanent));
      // What the server said may quote the address and stays with the letter; jobs and logs learn only which letter.
      if (error.permanent) throw new GiveUp(`letter ${row.id} was refused`);
      throw new Error(`letter ${row.id} was not taken yet`);
    }
    tools.db.write((tx) =>
      tx.orm
        .update(letters)
        .set({ state: 'sent', sentAt: tools.clock.now(), lastError: null })
        .where(sql`id = ${row.id}`)
        .run(),
    );
  };
}

type Door = ReturnType<OpenDoor>;

/** Undefined for a letter that opens nothing. */
function doorOf(row: Row, openDoor: OpenDoor): Door {
  if (row.linkId === null) return undefined;
  const door = openDoor(row.linkId);
  if (door === undefined) throw new GiveUp('the link of this letter is used or over');
  return door;
}

function withDoor(body: string, door: Door): string {
  return door === undefined ? body : body.replaceAll(linkAtRest, door.url).replaceAll(codeAtRest, door.code);
}

/** A server that refuses a letter for what stands in it may quote it. */
function withoutDoor(said: string, door: Door): string {
  return door === undefined ? said : said.replaceAll(door.url, linkAtRest).replaceAll(door.code, codeAtRest);
}

function attachmentsOf(tools: Tools, letterId: number): Attachment[] {
  const rows = tools.db.all<{
    state: string;
    name: string | null;
    sha256: string | null;
    mediaType: string | null;
  }>(sql`
    select d.state, f.name, f.sha256, f.media_type as mediaType from letter_documents l
    join documents d on d.id = l.document_id left join files f on f.id = d.file_id where l.letter_id = ${letterId} order by d.id`);
  return rows.map(({ name, sha256, mediaType }) => {
    if (name === null || sha256 === null || mediaType === null) throw new NotYet();
    return { filename: name, path: tools.pathOf(sha256), contentType: mediaType };
  });
}

function note(tools: Tools, letterId: number, refusal: Refused): void {
  tools.db.write((tx) =>
    tx.orm
      .update(letters)
      .set({ lastError: refusal.message, ...(refusal.permanent ? { state: 'failed' as const } : {}) })
      .where(sql`id = ${letterId}`)
      .run(),
  );
}
