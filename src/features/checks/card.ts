import { type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { Day, Instant } from '../../lib/days.ts';
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
  readonly decidedById: number | null;
  /** Of a rejection: the last day of asking for a re-check. */
  readonly recheckUntil: Day | null;
  /** The outcome the first of two people signed; it stays when the card comes back to her. */
  readonly proposed: Outcome | null;
  /** The first of two signatures; null where one person decides, and once the card came back. */
  readonly signedAt: Instant | null;
  readonly signedBy: string | null;
  readonly signedById: number | null;
  /** The newest note with which the second person sent the card back; '' if nobody did. */
  readonly returnedNote: string;
  readonly returnedAt: Instant | null;
  readonly returnedBy: string | null;
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
  decidedById: null,
  recheckUntil: null,
  proposed: null,
  signedAt: null,
  signedBy: null,
  signedById: null,
  returnedNote: '',
  returnedAt: null,
  returnedBy: null,
  answers: [],
};

/** The card in force; a rejecting one that was set aside after a re-check is not. */
export function readCard(reader: Reader, applicationId: number): FormalCard {
  return read(reader, sql`k.application_id = ${applicationId} and k.set_aside_at is null`);
}

/** One card, in force or set aside. */
export function readCardNumber(reader: Reader, cardId: number): FormalCard {
  return read(reader, sql`k.id = ${cardId}`);
}

function read(reader: Reader, which: SQL): FormalCard {
  const row = reader.get<Omit<FormalCard, 'answers'> & { id: number }>(sql`
    select k.id, k.revision, k.version_id as versionId, k.outcome, k.reason, k.decided_at as decidedAt, p.name as decidedBy, k.decided_by as decidedById, k.recheck_until as recheckUntil,
      k.proposed, k.signed_at as signedAt, s.name as signedBy, k.signed_by as signedById,
      k.returned_note as returnedNote, k.returned_at as returnedAt, r.name as returnedBy
    from formal_cards k left join people p on p.id = k.decided_by left join people s on s.id = k.signed_by left join people r on r.id = k.returned_by
    where ${which}`);
  if (row === undefined) return unopened;
  const answers = reader.all<FormalAnswer>(
    sql`select criterion_id as criterionId, verdict, note from formal_answers where card_id = ${row.id} order by criterion_id`,
  );
  return { ...row, answers };
}
