import { sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { Instant } from '../../lib/days.ts';
import type { FormalAnswer, Outcome } from './policy.ts';

/** The formal card of one application as stored; revision 0 stands for a card nobody has saved yet. */
export interface FormalCard {
  readonly id: number | null;
  readonly revision: number;
  /** The version it was last saved with. */
  readonly versionId: number | null;
  readonly outcome: Outcome | null;
  readonly reason: string;
  readonly decidedAt: Instant | null;
  readonly decidedBy: string | null;
  readonly answers: readonly FormalAnswer[];
}

const unopened: FormalCard = {
  id: null,
  revision: 0,
  versionId: null,
  outcome: null,
  reason: '',
  decidedAt: null,
  decidedBy: null,
  answers: [],
};

export function readCard(reader: Reader, applicationId: number): FormalCard {
  const row = reader.get<Omit<FormalCard, 'answers'> & { id: number }>(sql`
    select k.id, k.revision, k.version_id as versionId, k.outcome, k.reason, k.decided_at as decidedAt, p.name as decidedBy
    from formal_cards k left join people p on p.id = k.decided_by where k.application_id = ${applicationId}`);
  if (row === undefined) return unopened;
  const answers = reader.all<FormalAnswer>(
    sql`select criterion_id as criterionId, verdict, note from formal_answers where card_id = ${row.id} order by criterion_id`,
  );
  return { ...row, answers };
}
