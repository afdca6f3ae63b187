import { type SQL, sql } from 'drizzle-orm';
import type { Reader, Tx } from '../db/connection.ts';
import { letters } from '../db/schema/mail.ts';
import { askAgain } from '../jobs/queue.ts';
import type { Clock } from '../lib/clock.ts';
import type { Instant } from '../lib/days.ts';
import { foldText } from '../lib/polish.ts';
import type { Channel } from './channels.ts';
import type { Outcome } from './refusal.ts';

export type LetterState = 'waiting' | 'sent' | 'failed';

/** Where a letter stands, by whatever way it goes: a dispatch that nobody corrected or took back tells more than its own state. */
export type Standing = LetterState | 'to_hand_over' | 'delivered' | 'stopped';

export interface OutboxFilter {
  readonly state: Standing | null;
  readonly channel: Channel | null;
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
  readonly standing: Standing;
  readonly channel: Channel;
  readonly createdAt: Instant;
  readonly sentAt: Instant | null;
  /** Called back before it left; its state is `failed`. */
  readonly stoppedAt: Instant | null;
  /** What came of the last try. */
  readonly outcome: Outcome | null;
}

export interface OutboxPage {
  readonly letters: ListedLetter[];
  readonly pages: number;
  /** By state, over the rest of the filter. */
  readonly counts: Readonly<Record<Standing, number>>;
}

export const lettersOnPage = 50;

const lastOutcome = sql`(select t.outcome from letter_tries t where t.letter_id = l.id order by t.id desc limit 1)`;
/** Rows of dispatches, alias `d`, that hold: not taken back and not corrected by a later one. */
export const holds = sql`d.is_void = 0 and not exists (select 1 from dispatches c where c.corrects_id = d.id)`;
const dispatched = sql`exists (select 1 from dispatches d where d.letter_id = l.id and ${holds})`;

/** Over the alias `l`; a `Standing`. */
export const standing = sql`case
  when l.stopped_at is not null then 'stopped'
  when exists (select 1 from dispatches d where d.letter_id = l.id and d.delivered_on is not null and ${holds}) then 'delivered'
  when l.state <> 'sent' and ${dispatched} then 'sent'
  when l.state = 'waiting' and l.channel <> 'email' then 'to_hand_over'
  else l.state end`;

const listed = sql`l.id, l.kind, l.channel, ${standing} as standing, l.to_name as toName, l.to_address as toAddress, l.subject, l.state, l.created_at as createdAt, l.sent_at as sentAt,
  l.stopped_at as stoppedAt, ${lastOutcome} as outcome`;

/** One page of the outbox, newest first; `which` is a condition over the alias `l`: what the reader may see. */
export function readOutbox(
  reader: Reader,
  which: SQL,
  { state, channel, kind, whom }: OutboxFilter,
  page: number,
): OutboxPage {
  const rest = sql`${which} ${kind === null ? sql`` : sql`and l.kind = ${kind}`} ${channel === null ? sql`` : sql`and l.channel = ${channel}`}
    ${whom === '' ? sql`` : sql`and ${recipient} in (select value from json_each(${JSON.stringify(recipientsLike(reader, whom))}))`}`;
  const states = reader.all<{ state: Standing; count: number }>(
    sql`select ${standing} as state, count(*) as count from letters l where ${rest} group by 1`,
  );
  const counts = {
    ...{ waiting: 0, to_hand_over: 0, sent: 0, delivered: 0, failed: 0, stopped: 0 },
    ...Object.fromEntries(states.map((row) => [row.state, row.count])),
  };
  const total = state === null ? Object.values(counts).reduce((sum, count) => sum + count, 0) : counts[state];
  const found = reader.all<ListedLetter>(sql`select ${listed} from letters l
    where ${rest} ${state === null ? sql`` : sql`and ${standing} = ${state}`}
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

/** Letters of a list without pages, newest first; `which` is a condition over the alias `l`. */
export function listLetters(reader: Reader, which: SQL): ListedLetter[] {
  return reader.all<ListedLetter>(sql`select ${listed} from letters l where ${which} order by l.id desc`);
}

export interface OutboxLetter extends ListedLetter {
  readonly toPersonId: number | null;
  readonly body: string;
  readonly linkId: number | null;
  readonly subjectKind: string;
  readonly subjectId: number;
  /** Of a waiting letter: before which it is not tried, UTC instant of machine time. */
  readonly notBefore: Instant | null;
}

export function readLetter(reader: Reader, which: SQL, id: number): OutboxLetter | undefined {
  return reader.get<OutboxLetter>(sql`select ${listed}, l.to_person_id as toPersonId, l.body, l.link_id as linkId, l.subject_kind as subjectKind, l.subject_id as subjectId,
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

/** An e-mail that failed goes on paper instead; its tries stay on record. The caller has checked that it failed and opens no door. */
export function goOnPaper(tx: Tx, letterId: number): void {
  tx.orm
    .update(letters)
    .set({ state: 'waiting', channel: 'print', lastError: null })
    .where(sql`id = ${letterId} and state = 'failed'`)
    .run();
}

/** A letter that goes outside e-mail is sent once a dispatch of it holds, and waits again when none does. */
export function settleDispatched(tx: Tx, clock: Clock, letterId: number): void {
  const row = tx.get<{ isSent: number }>(
    sql`select ${dispatched} as isSent from letters l where l.id = ${letterId} and l.channel <> 'email'`,
  );
  if (row === undefined) return;
  const values =
    row.isSent === 1
      ? ({ state: 'sent', sentAt: clock.now() } as const)
      : ({ state: 'waiting', sentAt: null } as const);
  tx.orm.update(letters).set(values).where(sql`id = ${letterId}`).run();
}

/** Calls back the letters that no server has taken yet; `which` is a condition over the alias `l`. One just being handed over may go all the same. */
export function stopLetters(tx: Tx, clock: Clock, which: SQL): number {
  const waiting = tx.all<{ id: number }>(sql`select l.id from letters l where l.state = 'waiting' and ${which}`);
  for (const { id } of waiting)
    tx.orm.update(letters).set({ state: 'failed', stoppedAt: clock.now() }).where(sql`id = ${id}`).run();
  return waiting.length;
}
