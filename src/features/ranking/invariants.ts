import { sql } from 'drizzle-orm';
import type { Invariant } from '../../db/invariant.ts';

/** The sent cards that count, each with its points: the weighed criteria and at most five bonus points. */
const countedCards = sql`
  select a.call_id, k.application_id, k.id,
    coalesce(sum(case when c.is_bonus = 0 then p.points * c.weight end), 0)
      + min(5, coalesce(sum(case when c.is_bonus = 1 then p.points * c.weight end), 0)) as total
  from score_cards k join applications a on a.id = k.application_id
    left join score_points p on p.card_id = k.id left join merit_criteria c on c.id = p.criterion_id
  where k.state = 'sent' and not exists (select 1 from recusals r
    where r.member_id = k.member_id and r.application_id = k.application_id and r.kind = 'exclusion')
  group by k.id`;

export const rankingInvariants: Invariant[] = [
  {
    name: 'an adopted row counts the sent cards of jurors who are not excluded, and no other',
    broken: sql`
      select r.ranking_id, r.application_id, r.cards from ranking_rows r
      where r.cards <> (select count(*) from (${countedCards}) t where t.application_id = r.application_id)`,
  },
  {
    name: 'an adopted result is the mean of those cards, half up to a hundredth',
    broken: sql`
      select r.ranking_id, r.application_id, r.mean_hundredths from ranking_rows r
      where r.mean_hundredths <> coalesce((select (200 * sum(t.total) + count(*)) / (2 * count(*))
        from (${countedCards}) t where t.application_id = r.application_id), 0)`,
  },
  {
    name: 'adopted places run 1, 2, 3… and never against the results',
    broken: sql`
      select r.ranking_id, r.place from ranking_rows r
      where r.place <> (select count(*) from ranking_rows x where x.ranking_id = r.ranking_id and x.place <= r.place)
        or exists (select 1 from ranking_rows x where x.ranking_id = r.ranking_id and x.place < r.place and x.mean_hundredths < r.mean_hundredths)`,
  },
  {
    name: 'an adopted ranking has every accepted application of its call, and meets the threshold where it says so',
    broken: sql`
      select g.id, a.id from rankings g join applications a on a.call_id = g.call_id and a.state = 'accepted'
        left join ranking_rows r on r.ranking_id = g.id and r.application_id = a.id join calls c on c.id = g.call_id
      where r.place is null or r.meets_threshold <> (r.mean_hundredths >= c.max_points * c.threshold_percent)`,
  },
  {
    name: 'nobody was excluded after the ranking was adopted',
    broken: sql`
      select r.id from recusals r join applications a on a.id = r.application_id join rankings g on g.call_id = a.call_id
      where r.kind = 'exclusion' and r.declared_at > g.adopted_at`,
  },
];
