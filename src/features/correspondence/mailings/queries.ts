import { type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import { type Actor, hasRole } from '../../../lib/actor.ts';
import type { Instant } from '../../../lib/days.ts';
import { type Channel, channelFor } from '../../../mail/channels.ts';
import { type Standing, standing } from '../../../mail/outbox.ts';
import type { Outcome } from '../../../mail/refusal.ts';
import type { MailingState } from '../lifecycle.ts';
import { mailingVisibleTo, type OpenRecords, recipientVisibleTo } from './access.ts';

export interface Mailing {
  readonly id: number;
  readonly callId: number;
  readonly state: MailingState;
  readonly subject: string;
  readonly body: string;
  /** Codes of the chosen sets. */
  readonly sets: readonly string[];
  readonly byHand: string;
  readonly preparedAt: Instant | null;
  readonly scheduledAt: Instant | null;
  readonly approvedAt: Instant | null;
  readonly approvedBy: string | null;
  readonly sentAt: Instant | null;
  readonly cancelledAt: Instant | null;
  readonly createdBy: string;
  readonly createdAt: Instant;
  readonly revision: number;
}

const columns = sql`m.id, m.call_id as callId, m.state, m.subject, m.body, m.sets, m.by_hand as byHand, m.prepared_at as preparedAt,
  m.scheduled_at as scheduledAt, m.approved_at as approvedAt, a.name as approvedBy, m.sent_at as sentAt, m.cancelled_at as cancelledAt,
  c.name as createdBy, m.created_at as createdAt, m.revision`;
const rows = sql`mailings m join people c on c.id = m.created_by left join people a on a.id = m.approved_by`;

type Row = Omit<Mailing, 'sets'> & { readonly sets: string };
const asMailing = (row: Row): Mailing => ({ ...row, sets: JSON.parse(row.sets) as string[] });

export function findMailing(reader: Reader, actor: Actor, id: number): Mailing | undefined {
  const row = reader.get<Row>(sql`select ${columns} from ${rows} where m.id = ${id} and ${mailingVisibleTo(actor)}`);
  return row === undefined ? undefined : asMailing(row);
}

export interface ListedMailing extends Mailing {
  readonly callTitle: string;
  /** Letters of recipients who were not dropped. */
  readonly letters: number;
}

/** Mailings the actor may see, newest first. */
export function listMailings(reader: Reader, actor: Actor): ListedMailing[] {
  const found = reader.all<Row & { callTitle: string; letters: number }>(sql`
    select ${columns}, k.title as callTitle,
      (select count(*) from mailing_recipients r where r.mailing_id = m.id and r.dropped_at is null) as letters
    from ${rows} join calls k on k.id = m.call_id where ${mailingVisibleTo(actor)} order by m.id desc limit 200`);
  return found.map((row) => ({ ...row, ...asMailing(row) }));
}

/** Calls to whose people the actor may write, the current one first. */
export function callsToWriteIn(reader: Reader, actor: Actor): { id: number; title: string; year: number }[] {
  return reader
    .all<{ id: number; title: string; year: number }>(
      sql`select id, title, year from real_calls order by state = 'draft', id desc`,
    )
    .filter(({ id }) => hasRole(actor, 'coordinator', id));
}

export function callTitleOf(reader: Reader, callId: number): string {
  return reader.get<{ title: string }>(sql`select title from calls where id = ${callId}`)?.title ?? '';
}

export interface StoredRecipient {
  readonly id: number;
  readonly key: string;
  readonly personId: number | null;
  readonly name: string;
  readonly address: string | null;
  readonly sets: readonly string[];
  readonly fields: Readonly<Record<string, string>>;
  readonly subject: string;
  readonly body: string;
  readonly editedAt: Instant | null;
  readonly droppedAt: Instant | null;
  readonly droppedReason: string | null;
  readonly letterId: number | null;
  /** By which way the letter goes, or would go now. */
  readonly channel: Channel;
  readonly standing: Standing | null;
  readonly sentAt: Instant | null;
  /** What came of the last try to send the letter. */
  readonly outcome: Outcome | null;
}

/** The recipients of a mailing; `which` is a condition over the alias `r`: those the reader may see. */
export function readRecipients(reader: Reader, mailingId: number, which: SQL = sql`true`): StoredRecipient[] {
  const found = reader.all<RecipientRow>(sql`
    select r.id, r.key, r.person_id as personId, r.name, r.address, r.sets, r.fields, r.subject, r.body, r.edited_at as editedAt,
      r.dropped_at as droppedAt, r.dropped_reason as droppedReason, l.id as letterId, l.channel as letterChannel,
      ${standing} as standing, l.sent_at as sentAt, (select t.outcome from letter_tries t where t.letter_id = l.id order by t.id desc limit 1) as outcome
    from mailing_recipients r left join letters l on l.subject_kind = 'mailing_recipient' and l.subject_id = r.id
    where r.mailing_id = ${mailingId} and ${which} order by r.id`);
  return found.map(({ letterChannel, ...row }) => ({
    ...row,
    channel: letterChannel ?? channelFor(reader, { personId: row.personId, address: row.address ?? '' }),
    sets: JSON.parse(row.sets),
    fields: JSON.parse(row.fields),
  }));
}

interface RecipientRow extends Omit<StoredRecipient, 'sets' | 'fields' | 'channel'> {
  readonly sets: string;
  readonly fields: string;
  readonly letterChannel: Channel | null;
}

/** How many recipients of a mailing are closed to the actor. */
export function countHidden(reader: Reader, actor: Actor, openRecords: OpenRecords, mailingId: number): number {
  return (
    reader.get<{ count: number }>(sql`select count(*) as count from mailing_recipients r
      where r.mailing_id = ${mailingId} and not ${recipientVisibleTo(actor, openRecords)}`)?.count ?? 0
  );
}
