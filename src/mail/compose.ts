import { sql } from 'drizzle-orm';
import type { Reader } from '../db/connection.ts';
import type { Instant } from '../lib/days.ts';
import type { Channel } from './channels.ts';
import { calendarFile, type LetterEvent } from './events.ts';
import { htmlOf } from './html.ts';
import { codeAtRest, linkAtRest } from './kinds.ts';
import type { Attachment, OutgoingLetter } from './postman.ts';
import { calendarFileName, notEnclosed } from './texts.ts';

/** The one-time address and code behind a link's id, derived only while sending; undefined when they are over. */
export type OpenDoor = (linkId: number) => Door | undefined;

export interface Door {
  readonly url: string;
  readonly code: string;
}

export interface ComposedLetter {
  /** As its recipient gets it. */
  readonly letter: OutgoingLetter;
  /** The text as it is kept: without what opens a door. */
  readonly body: string;
  readonly state: 'waiting' | 'sent' | 'failed';
  readonly channel: Channel;
  /** What the letter opens. */
  readonly door: Door | undefined;
  /** The letter opens something that is over: its words are those at rest. */
  readonly isDoorOver: boolean;
  /** A document that goes with it is not made yet. */
  readonly isUnready: boolean;
}

interface Row {
  readonly toName: string;
  readonly toAddress: string;
  readonly subject: string;
  readonly body: string;
  readonly linkId: number | null;
  readonly messageId: string;
  readonly createdAt: Instant;
  readonly state: ComposedLetter['state'];
  readonly channel: Channel;
  readonly event: string | null;
}

export interface ComposingTools {
  readonly db: Reader;
  readonly openDoor: OpenDoor;
  readonly pathOf: (sha256: string) => string;
  /** Under which an address in a letter becomes a link. */
  readonly publicUrl: string;
}

/** A stored letter with its door, its files and its date for a calendar. A document that could not be made stays out, and the letter says so. */
export function composeLetter(tools: ComposingTools, letterId: number): ComposedLetter | undefined {
  const row = tools.db.get<Row>(sql`
    select to_name as toName, to_address as toAddress, subject, body, link_id as linkId, message_id as messageId, created_at as createdAt, state, channel, event
    from letters where id = ${letterId}`);
  if (row === undefined) return undefined;
  const door = row.linkId === null ? undefined : tools.openDoor(row.linkId);
  const { attachments: documents, unmade, isUnready } = enclosed(tools, letterId);
  const attachments = [...documents, ...calendarOf(row, tools.publicUrl)];
  const isToSay = row.state === 'waiting' && unmade.length > 0;
  const body = isToSay ? `${row.body}\n\n${notEnclosed(unmade)}` : row.body;
  const text = withDoor(body, door);
  const { subject, messageId, state, channel } = row;
  const to = { name: row.toName, address: row.toAddress };
  const date = new Date(row.createdAt);
  const letter = { to, subject, text, html: htmlOf(text, subject, tools.publicUrl), messageId, date, attachments };
  return { letter, body, state, channel, door, isDoorOver: row.linkId !== null && door === undefined, isUnready };
}

function calendarOf({ event, messageId, createdAt }: Row, publicUrl: string): Attachment[] {
  if (event === null) return [];
  const uid = `${messageId}@${new URL(publicUrl).hostname}`;
  const content = calendarFile(JSON.parse(event) as LetterEvent, { uid, writtenAt: createdAt });
  return [{ filename: calendarFileName, contentType: 'text/calendar; charset=utf-8; method=PUBLISH', content }];
}

function withDoor(body: string, door: Door | undefined): string {
  return door === undefined ? body : body.replaceAll(linkAtRest, door.url).replaceAll(codeAtRest, door.code);
}

/** The files that go with a letter, and the titles of documents that could not be made. */
function enclosed(
  { db, pathOf }: { readonly db: Reader; readonly pathOf: (sha256: string) => string },
  letterId: number,
): { attachments: Attachment[]; unmade: string[]; isUnready: boolean } {
  const rows = db.all<{
    title: string;
    state: string;
    name: string | null;
    sha256: string | null;
    mediaType: string | null;
  }>(sql`
    select d.title, d.state, f.name, f.sha256, f.media_type as mediaType from letter_documents l
    join documents d on d.id = l.document_id left join files f on f.id = d.file_id where l.letter_id = ${letterId} order by d.id`);
  const attachments = rows.flatMap(({ name, sha256, mediaType }) =>
    name === null || sha256 === null || mediaType === null
      ? []
      : [{ filename: name, path: pathOf(sha256), contentType: mediaType }],
  );
  const unmade = rows.filter(({ state }) => state === 'failed').map(({ title }) => title);
  return { attachments, unmade, isUnready: attachments.length + unmade.length < rows.length };
}
