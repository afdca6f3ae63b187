import { sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { Actor } from '../../lib/actor.ts';
import type { Instant } from '../../lib/days.ts';
import { visibleTo } from '../applications/access.ts';
import { applicationCode } from '../applications/content.ts';
import type { Outcome } from './policy.ts';

export interface ListedCheck {
  readonly applicationId: number;
  readonly code: string;
  readonly title: string;
  readonly applicant: string;
  readonly submittedAt: Instant;
  readonly outcome: Outcome | null;
  /** Somebody has begun the card. */
  readonly isBegun: boolean;
}

/** The call's submitted applications by their formal check, in the order of filing; none that is closed to the reader. */
export function listChecks(reader: Reader, actor: Actor, callId: number): ListedCheck[] {
  const rows = reader.all<
    Omit<ListedCheck, 'code' | 'isBegun'> & { callCode: string; year: number; number: number; cardId: number | null }
  >(sql`
    select a.id as applicationId, a.number, a.title, a.submitted_at as submittedAt, c.code as callCode, c.year,
      coalesce(nullif(w.name, ''), w.leader_name) as applicant, k.outcome, k.id as cardId
    from applications a join calls c on c.id = a.call_id join applicants w on w.application_id = a.id
      left join formal_cards k on k.application_id = a.id
    where a.call_id = ${callId} and a.state in ('submitted', 'accepted', 'rejected') and ${visibleTo(actor)}
    order by a.number`);
  return rows.map(({ callCode, year, number, cardId, ...row }) => ({
    ...row,
    code: applicationCode(callCode, year, number),
    isBegun: cardId !== null,
  }));
}
