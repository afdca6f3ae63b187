import { type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import type { Day, Instant } from '../../../lib/days.ts';

export type RecheckOutcome = 'upheld' | 'reopened';

/** A rejecting card of an application, with the request for a re-check where there is one. */
export interface Rejection {
  readonly cardId: number;
  readonly applicationId: number;
  readonly decidedAt: Instant;
  /** Whoever decided, and the first of two signatures. */
  readonly signerIds: readonly number[];
  /** The last Warsaw day of asking; null of rejections from before it was kept. */
  readonly until: Day | null;
  readonly reason: string;
  /** Still the outcome of the check: not set aside. */
  readonly isInForce: boolean;
  readonly request: Recheck | null;
}

export interface Recheck {
  readonly id: number;
  readonly way: 'screen' | 'paper';
  readonly body: string;
  readonly arrivedOn: Day;
  readonly askedBy: string;
  readonly outcome: RecheckOutcome | null;
  readonly answer: string;
  readonly answeredAt: Instant | null;
  readonly answeredBy: string;
}

interface Row extends Omit<Rejection, 'request' | 'isInForce' | 'signerIds'>, Omit<Recheck, 'id'> {
  readonly decidedById: number | null;
  readonly signedById: number | null;
  readonly id: number | null;
  readonly inForce: number;
}

/** Condition over the alias `k` of formal_cards: a request waits for its answer. */
export const waitsForAnswer: SQL = sql`exists (select 1 from recheck_requests q where q.card_id = k.id and q.outcome is null)`;

/** Every rejection of an application, the newest first. Whose eyes it is for is the caller's question. */
export function listRejections(reader: Reader, applicationId: number): Rejection[] {
  const rows = reader.all<Row>(sql`
    select k.id as cardId, k.application_id as applicationId, k.decided_at as decidedAt, k.decided_by as decidedById, k.signed_by as signedById, k.recheck_until as until, k.reason,
      k.set_aside_at is null as inForce, q.id, q.way, q.body, q.arrived_on as arrivedOn, p.name as askedBy, q.outcome, q.answer,
      q.answered_at as answeredAt, coalesce(r.name, '') as answeredBy
    from formal_cards k left join recheck_requests q on q.card_id = k.id left join people p on p.id = q.asked_by left join people r on r.id = q.answered_by
    where k.application_id = ${applicationId} and k.outcome = 'rejected' order by k.id desc`);
  return rows.map(
    ({ cardId, applicationId: id, decidedAt, decidedById, signedById, until, reason, inForce, ...request }) => ({
      ...{ cardId, applicationId: id, decidedAt, until, reason, isInForce: inForce === 1 },
      signerIds: [decidedById, signedById].filter((one) => one !== null),
      request: request.id === null ? null : { ...request, id: request.id },
    }),
  );
}
