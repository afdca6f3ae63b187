const entry =
  'insert into budget_entries (kind, line_id, initiative_id, amount_grosze, reason, reverses_id, at) values';

/** One way to offend each truth of the budget; see `test/invariants.violations.ts`. */
export const budgetViolations: Record<string, string> = {
  'the lines of a budget that is or was in force sum to both its amounts':
    'update budget_amounts set amount_grosze = amount_grosze + 1 where version_id = 1 and line_id = 1',
  'a version of a budget holds only lines of its own project': 'update budget_tasks set project_id = 99 where id = 1',
  'a reversing entry undoes exactly the entry it names, and no reversing entry is undone': `
    ${entry} ('reservation', 1, null, 100, 'x', null, '2024-04-22T10:00:00.000Z');
    ${entry} ('reservation', 1, null, -99, 'x', last_insert_rowid(), '2024-04-22T10:00:00.000Z')`,
  'only a reversing entry is negative': `${entry} ('commitment', 1, null, -1, 'x', null, '2024-04-22T10:00:00.000Z')`,
  'no more is reserved and committed on a line than its plan holds': `
    ${entry} ('reservation', 1, null, 1200001, 'x', null, '2024-04-22T10:00:00.000Z')`,
};
