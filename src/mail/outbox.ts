import { type SQL, sql } from 'drizzle-orm';
import type { Reader, Tx } from '../db/connection.ts';
import { letters } from '../db/schema/mail.ts';
import { askAgain } from '../jobs/queue.ts';
import type { Clock } from '../lib/clock.ts';
import type { Instant } from '../lib/days.ts';
import { foldText } from '../lib/polish.ts';
import type { Outcome } from './refusal.ts';

export type LetterState = 'waiting' | 'sent' | 'failed';

export interface OutboxFilter {
  readonly state: LetterState | null;
  readonly kind: string | null;
  /** Part of a recipient's name or address. */
  readonly whom: string;
}

export interface ListedLetter {
  readonly id: number;
  readonly kind: string;
  readonly toName: string;
  readonly toAddress: string;
  readonly subject: string;
  readonly state: LetterState;
  readonly createdAt: Instant;
  readonly sentAt: Instant | null;
  /** What came of the last try. */
  readonly outcome: Outcome | null;
}

export interface OutboxPage {
  readonly letters: ListedLetter[];
  readonly pages: number;
  /** By state, over the rest of the filter. */
  readonly counts: Readonly<Record<LetterState, number>>;
}

export const lettersOnPage = 50;

const lastOutcome = sql`(select t.outcome from letter_tries t where t.letter_id = l.id order by t.id desc limit 1)`;
const listed = sql`l.id, l.kind, l.to_name as toName, l.to_address as toAddress, l.subject, l.state, l.created_at as createdAt, l.sent_at as sentAt,
  ${lastOutcome} as outcome`;

/** One page of the outbox, newest first; `which` is a condition over the alias `l`: what the reader may see. */
export function readOutbox(reader: Reader, which: SQL, { state, kind, whom }: OutboxFilter, page: number): OutboxPage {
  const rest = sql`${which} ${kind === null ? sql`` : sql`and l.kind = ${kind}`}
    ${whom === '' ? sql`` : sql`and ${recipient} in (select value from json_each(${JSON.stringify(recipientsLike(reader, whom))}))`}`;
  const states = reader.all<{ state: LetterState; count: number }>(
    sql`select l.state, count(*) as count from letters l where ${rest} group by l.state`,
  );
  const counts = { waiting: 0, sent: 0, failed: 0, ...Object.fromEntries(states.map((row) => [row.state, row.count])) };
  const total = state === null ? counts.waiting + counts.sent + counts.failed : counts[state];
  const found = reader.all<ListedLetter>(sql`select ${listed} from letters l
    where ${rest} ${state === null ? sql`` : sql`and l.state = ${state}`}
    order by l.id desc limit ${lettersOnPage} offset ${(page - 1) * lettersOnPage}`);
  return { letters: found, pages: Math.max(1, Math.ceil(total / lettersOnPage)), counts };
}

const recipient = sql`(l.to_name || ' ' || l.to_address)`;

/** Found in names and addresses without regard to diacritics, as people are found elsewhere; what the reader may not see falls out of the page itself. */
function recipientsLike(reader: Reader, whom: string): string[] {
  const sought = foldText(whom);
  const all = reader.all<{ whom: string }>(sql`select distinct ${recipient} as whom from letters l`);
  return all.map((row) => row.whom).filter((text) => foldText(text).includes(sought));
}

/** Kinds of which there is a letter. */
export function kindsInOutbox(reader: Reader, which: SQL): string[] {
  return reader
    .all<{ kind: string }>(sql`select distinct l.kind from letters l where ${which} order by l.kind`)
    .map(({ kind }) => kind);
}

export interface OutboxLetter extends ListedLetter {
  readonly linkId: number | null;
  readonly subjectKind: string;
  readonly subjectId: number;
  /** Of a waiting letter: before which it is not tried, UTC instant of machine time. */
  readonly notBefore: Instant | null;
}

export function readLetter(reader: Reader, which: SQL, id: number): OutboxLetter | undefined {
  return reader.get<OutboxLetter>(sql`select ${listed}, l.link_id as linkId, l.subject_kind as subjectKind, l.subject_id as subjectId,
    (select j.run_after from jobs j where j.unique_key = 'letter:' || l.id and j.state = 'waiting') as notBefore
    from letters l where l.id = ${id} and ${which}`);
}

export interface EnclosedFile {
  readonly fileId: number;
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
  readonly subjectKind: string;
  readonly subjectId: number;
}

/** The files that go with a letter. */
export function enclosedFiles(reader: Reader, letterId: number): EnclosedFile[] {
  return reader.all<EnclosedFile>(sql`
    select f.id as fileId, f.name, f.sha256, b.size, f.subject_kind as subjectKind, f.subject_id as subjectId
    from letter_documents e join documents d on d.id = e.document_id join files f on f.id = d.file_id join blobs b on b.sha256 = f.sha256
    where e.letter_id = ${letterId} order by d.id`);
}

/** Puts a failed letter back to be sent, the same letter with the same Message-ID; its earlier tries stay on record. */
export function askToSendAgain(tx: Tx, clock: Clock, letterId: number): void {
  tx.orm
    .update(letters)
    .set({ state: 'waiting', lastError: null })
    .where(sql`id = ${letterId} and state = 'failed'`)
    .run();
  askAgain(tx, clock, `letter:${letterId}`);
}
