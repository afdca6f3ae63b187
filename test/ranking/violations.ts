/** One way to offend each truth of the rankings, in SQL, where no trigger defends it. */
export const rankingViolations: Record<string, string> = {
  'an adopted row counts the sent cards of jurors who are not excluded, and no other': `insert into recusals (member_id, application_id, kind, ground, declared_at)
    select member_id, application_id, 'exclusion', 'kin', '2024-03-22T00:00:00.000Z' from score_cards order by id limit 1`,
  'an adopted result is the mean or the sum of those cards, half up to the decimals of the call':
    'update score_points set points = points - 1 where card_id = (select min(id) from score_cards) and criterion_id = (select min(id) from merit_criteria)',
  'adopted places run 1, 2, 3… and, among those that qualify, never against the results':
    'update ranking_rows set place = 9 where place = (select max(place) from ranking_rows)',
  'an adopted ranking has every accepted application of its call, and meets the threshold where it says so':
    'update ranking_rows set meets_threshold = 0 where place = 1',
  'nobody was excluded after the ranking was adopted': `insert into recusals (member_id, application_id, kind, ground, declared_at)
    select member_id, application_id, 'exclusion', 'kin', '2030-01-01T00:00:00.000Z' from score_cards order by id limit 1`,
};
