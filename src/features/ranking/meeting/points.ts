import { sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import { readMeritCriteria } from '../../calls/criteria.ts';
import type { Call } from '../../calls/queries.ts';
import { inOrderOfSeats } from '../../jury/queries.ts';
import { type GivenPoints, sumOf } from '../../reviews/policy.ts';
import { scoringRulesOf } from '../queries.ts';
import { scoreOf } from '../scores.ts';
import { pointsText } from '../texts.ts';

export interface CardAt {
  readonly cardId: number;
  readonly memberId: number;
  readonly name: string;
  readonly points: readonly GivenPoints[];
  /** Merit and bonus. */
  readonly total: number;
}

export interface PointsAt {
  /** As the call publishes it. */
  readonly result: string;
  readonly cards: readonly CardAt[];
}

/** The cards that count of one application, by its jurors, and what they give; the others are not read, so that it may be asked every few seconds. */
export function pointsAt(reader: Reader, call: Call, applicationId: number): PointsAt {
  const criteria = readMeritCriteria(reader, call.id);
  const rows = reader.all<{ cardId: number; memberId: number; name: string } & GivenPoints>(sql`
    select k.id as cardId, k.member_id as memberId, p.name, s.criterion_id as criterionId, s.points
    from score_cards k join jury_members m on m.id = k.member_id join people p on p.id = m.person_id
      join score_points s on s.card_id = k.id
    where k.application_id = ${applicationId} and k.state = 'sent' and ${counts}
    order by ${inOrderOfSeats}, s.criterion_id`);
  const byCard = new Map<number, Omit<CardAt, 'total'> & { points: GivenPoints[] }>();
  for (const { cardId, memberId, name, ...given } of rows) {
    const card = byCard.get(cardId) ?? { cardId, memberId, name, points: [] };
    card.points.push(given);
    byCard.set(cardId, card);
  }
  const cards = [...byCard.values()].map((card) => ({
    ...card,
    total: sumOf(criteria, card.points, call.bonusLimit).total,
  }));
  const given = cards.map(({ points }) =>
    criteria.map(({ id }) => points.find(({ criterionId }) => criterionId === id)?.points ?? 0),
  );
  const { totalHundredths } = scoreOf(scoringRulesOf(call), criteria, given, mostCardsIn(reader, call.id));
  return { result: pointsText(totalHundredths, call.scoreDecimals), cards };
}

/** Over the alias `k` of sent score cards: its juror is not excluded, nor taken off with the cards put aside. */
const counts = sql`(not exists (select 1 from recusals r
  where r.member_id = k.member_id and r.application_id = k.application_id and r.kind = 'exclusion')
  and k.member_id not in (select off.id from jury_members off where off.cards_count = 0))`;

function mostCardsIn(reader: Reader, callId: number): number {
  const row = reader.get<{ most: number | null }>(sql`
    select max(cards) as most from (select count(*) as cards from score_cards k join applications a on a.id = k.application_id
      where a.call_id = ${callId} and a.state = 'accepted' and k.state = 'sent' and ${counts} group by k.application_id)`);
  return row?.most ?? 0;
}
