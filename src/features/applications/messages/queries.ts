import { type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import type { Instant } from '../../../lib/days.ts';
import type { Side } from './access.ts';

export interface Message {
  readonly id: number;
  readonly side: Side;
  readonly author: string;
  /** '' once erased. */
  readonly body: string;
  readonly sentAt: Instant;
}

/** In the order they were sent. */
export function listMessages(reader: Reader, applicationId: number): Message[] {
  return reader.all<Message>(sql`
    select m.id, m.side, coalesce(nullif(p.name, ''), p.email, p.pending_email, '') as author, m.body, m.sent_at as sentAt
    from application_messages m join people own on own.id = m.author_id join people p on p.id = coalesce(own.merged_into_id, own.id)
    where m.application_id = ${applicationId} order by m.id`);
}

/** The last message of the other side that this side has marked as read; 0 for none. */
export function readUpTo(reader: Reader, applicationId: number, side: Side): number {
  return (
    reader.get<{ last: number }>(
      sql`select last_message_id as last from message_readings where application_id = ${applicationId} and side = ${side}`,
    )?.last ?? 0
  );
}

/** Condition over the alias `a` of applications: the other side wrote something this side has not read. */
export function hasUnread(side: Side): SQL {
  return sql`exists (select 1 from application_messages n where n.application_id = a.id and n.side <> ${side}
    and n.id > coalesce((select r.last_message_id from message_readings r where r.application_id = a.id and r.side = ${side}), 0))`;
}
