/** One way to offend each truth of a call; see `test/invariants.violations.ts`. */
export const callViolations: Record<string, string> = {
  'an announced call has one submission stage with both its ends':
    "update call_stages set ends_at = null where kind = 'submission'",
  'a call has its rules, form and privacy clause': "delete from call_texts where kind = 'privacy'",
  'an eligible cost of an announced call falls on a grant line of its task':
    "update cost_categories set budget_line_id = 1 where code = 'materials'",
  'the weighted criteria of a call give exactly its most points':
    "update merit_criteria set weight = weight + 1 where code = 'needs'",
  'the pool of a call is planned in the grant of its task and holds its largest amount':
    'update calls set pool_grosze = pool_grosze + 1',
};
