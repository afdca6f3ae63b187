/** One way to offend each truth of the score cards, in SQL, where no trigger defends it. */
export const reviewViolations: Record<string, string> = {
  'a card given back and not sent again is a draft': `insert into score_reopenings (card_id, revision, was_sent_at, points, reasons,
      justification, suggested_amount, reason, others_seen, reopened_by, reopened_at)
    select id, revision, sent_at, '[]', '[]', '', '', 'bez otwarcia', 0, 1, sent_at from score_cards where state = 'sent' order by id limit 1`,
  'a suggested amount is within what was asked for and what the call gives':
    "update score_cards set suggested_grosze = 99999999900 where id = (select min(id) from score_cards where state = 'sent')",
  'a sent card has points for every criterion of its call':
    'delete from score_points where card_id = (select min(id) from score_cards) and criterion_id = (select min(id) from merit_criteria)',
  'points stay within their criterion, which is of the same call':
    'update score_points set points = 1 where criterion_id = (select min(id) from merit_criteria where is_bonus = 1 and max_points > 1)',
  'a card belongs to a declared member of the jury of its application':
    'delete from jury_declarations where member_id = (select min(member_id) from score_cards)',
  'no card was sent after its juror was excluded': `insert into recusals (member_id, application_id, kind, ground, declared_at)
    select member_id, application_id, 'exclusion', 'kin', '2024-01-01T00:00:00.000Z' from score_cards order by id limit 1`,
};
