/** One way to offend each truth of the formal check, in SQL, where no trigger defends it. */
export const checkViolations: Record<string, string> = {
  'an accepted application has a card that accepts it, without a no and without an open question':
    "update formal_answers set verdict = 'no' where criterion_id = (select min(criterion_id) from formal_answers)",
  'a rejected application has a card with a no and a reason':
    "update applications set state = 'rejected' where id = (select min(id) from applications where state = 'accepted')",
  'a decided card is of a version of its own application':
    'update formal_cards set version_id = (select max(version_id) from formal_cards) where id = (select min(id) from formal_cards)',
};
