import { type SQL, sql } from 'drizzle-orm';
import type { Invariant } from '../../db/invariant.ts';

/** The sent cards that count (not of a juror excluded, nor of one taken off with the cards put aside), each with its points: the weighed criteria, and the bonus up to the call's limit. */
const countedCards = sql`
  select a.call_id, k.application_id, k.id,
    coalesce(sum(case when c.is_bonus = 0 then p.points * c.weight end), 0) as merit,
    min(q.bonus_limit, coalesce(sum(case when c.is_bonus = 1 then p.points * c.weight end), 0)) as bonus
  from score_cards k join applications a on a.id = k.application_id join calls q on q.id = a.call_id
    left join score_points p on p.card_id = k.id left join merit_criteria c on c.id = p.criterion_id
  where k.state = 'sent' and k.member_id not in (select id from jury_members where cards_count = 0) and not exists (select 1 from recusals r
    where r.member_id = k.member_id and r.application_id = k.application_id and r.kind = 'exclusion')
  group by k.id`;

/** A sum over so many cards as the call's result, half up to its decimals, in hundredths: the same whole numbers as the rules, said in SQL. */
const resultOf = (sum: SQL) => sql`(
  (200 * ${sum} * n.share + n.cards * n.step) / (2 * n.cards * n.step) * n.step)`;

/** Of each adopted row: its sums, how many cards its result speaks for, and the step that results are rounded to. */
const counted = sql`
  select r.ranking_id, r.application_id, sum(t.merit) as merit, sum(t.bonus) as bonus, count(*) as cards,
    case q.score_decimals when 2 then 1 when 1 then 10 else 100 end as step,
    case when q.score_method = 'mean' then 1 when q.uneven_cards = 'scaled' then (select max(x.cards) from ranking_rows x where x.ranking_id = r.ranking_id)
      else count(*) end as share
  from ranking_rows r join (${countedCards}) t on t.application_id = r.application_id join calls q on q.id = t.call_id
  group by r.ranking_id, r.application_id`;

export const rankingInvariants: Invariant[] = [
  {
    name: 'an adopted row counts the sent cards of jurors who are not excluded, and no other',
    broken: sql`
      select r.ranking_id, r.application_id, r.cards from ranking_rows r
      where r.cards <> (select count(*) from (${countedCards}) t where t.application_id = r.application_id)`,
  },
  {
    name: 'an adopted result is the mean or the sum of those cards, half up to the decimals of the call',
    broken: sql`
      select r.ranking_id, r.application_id, r.merit_hundredths, r.bonus_hundredths, r.total_hundredths from ranking_rows r
        left join (${counted}) n on n.ranking_id = r.ranking_id and n.application_id = r.application_id
      where r.total_hundredths <> r.merit_hundredths + r.bonus_hundredths
        or r.merit_hundredths <> coalesce(${resultOf(sql`n.merit`)}, 0) or r.total_hundredths <> coalesce(${resultOf(sql`(n.merit + n.bonus)`)}, 0)`,
  },
  {
    name: 'adopted places run 1, 2, 3… and, among those that qualify, never against the results',
    broken: sql`
      select r.ranking_id, r.place from ranking_rows r
      where r.place <> (select count(*) from ranking_rows x where x.ranking_id = r.ranking_id and x.place <= r.place)
        or exists (select 1 from ranking_rows x where x.ranking_id = r.ranking_id and x.place < r.place and x.total_hundredths < r.total_hundredths
          and x.meets_threshold = r.meets_threshold and (x.missed_minimums = '[]') = (r.missed_minimums = '[]'))`,
  },
  {
    name: 'an adopted ranking has every accepted application of its call, and meets the threshold where it says so',
    broken: sql`
      select g.id, a.id from rankings g join applications a on a.call_id = g.call_id and a.state = 'accepted'
        left join ranking_rows r on r.ranking_id = g.id and r.application_id = a.id join calls c on c.id = g.call_id
      where r.place is null or r.meets_threshold <> (r.merit_hundredths >= g.threshold_hundredths)`,
  },
  {
    name: 'nobody was excluded after the ranking was adopted',
    broken: sql`
      select r.id from recusals r join applications a on a.id = r.application_id join rankings g on g.call_id = a.call_id
      where r.kind = 'exclusion' and r.declared_at > g.adopted_at`,
  },
];
