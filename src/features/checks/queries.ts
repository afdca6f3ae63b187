import { type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import { type Actor, hasRole } from '../../lib/actor.ts';
import type { Instant } from '../../lib/days.ts';
import { ownedBy, visibleTo } from '../applications/access.ts';
import { applicationCode } from '../applications/content.ts';
import { waitsAt } from '../applications/corrections/requests.ts';
import type { Outcome } from './policy.ts';
import { waitsForAnswer } from './recheck/requests.ts';
import { waitsForSecond, waitsForSecondOf } from './second/queries.ts';

export interface ListedCheck {
  readonly applicationId: number;
  readonly code: string;
  readonly title: string;
  readonly applicant: string;
  readonly submittedAt: Instant;
  readonly outcome: Outcome | null;
  /** Somebody has begun the card. */
  readonly isBegun: boolean;
  /** Signed by the first of two people. */
  readonly awaitsSecond: boolean;
  /** … and it is the reader who may be the second. */
  readonly awaitsReader: boolean;
  /** The second person sent it back; it is not signed again yet. */
  readonly isReturned: boolean;
  /** The group may still send corrections. */
  readonly awaitsCorrections: boolean;
  /** The group asked for a re-check and nobody has answered. */
  readonly awaitsRecheck: boolean;
}

type Told = 'awaitsCorrections' | 'awaitsRecheck' | 'awaitsSecond' | 'awaitsReader' | 'isReturned';

/** The call's submitted applications by their formal check, in the order of filing; none that is closed to the reader. */
export function listChecks(reader: Reader, actor: Actor, callId: number, now: Instant): ListedCheck[] {
  const rows = reader.all<
    Omit<ListedCheck, 'code' | 'isBegun' | Told> & {
      callCode: string;
      year: number;
      number: number;
      cardId: number | null;
      corrections: number;
      recheck: number;
      second: number | null;
      hers: number | null;
      returned: number;
    }
  >(sql`
    select a.id as applicationId, a.number, a.title, a.submitted_at as submittedAt, c.code as callCode, c.year,
      coalesce(nullif(w.name, ''), w.leader_name) as applicant, k.outcome, k.id as cardId,
      exists (select 1 from correction_requests r where r.application_id = a.id and ${waitsAt(now)}) as corrections, ${waitsForAnswer} as recheck,
      ${waitsForSecond} as second, ${mayBeSecond(actor, callId)} as hers,
      k.returned_at is not null and k.signed_at is null and k.decided_at is null as returned
    from applications a join calls c on c.id = a.call_id join applicants w on w.application_id = a.id
      left join formal_cards k on k.application_id = a.id and k.set_aside_at is null
    where a.call_id = ${callId} and a.state in ('submitted', 'accepted', 'rejected') and ${visibleTo(actor)}
    order by a.number`);
  return rows.map(({ callCode, year, number, cardId, corrections, recheck, second, hers, returned, ...row }) => ({
    ...row,
    code: applicationCode(callCode, year, number),
    isBegun: cardId !== null,
    awaitsCorrections: corrections === 1,
    awaitsRecheck: recheck === 1,
    awaitsSecond: second === 1,
    awaitsReader: hers === 1,
    isReturned: returned === 1,
  }));
}

/** Over the aliases `k` and `a`: the reader checks applications of this call, it is not her own, and the card waits for her. */
function mayBeSecond(actor: Actor, callId: number): SQL {
  if (actor.kind !== 'person' || !hasRole(actor, 'coordinator', callId)) return sql`0`;
  return sql`(${waitsForSecondOf(actor)} and not ${ownedBy(actor.personId)})`;
}
