import { sql } from 'drizzle-orm';
import type { Invariant } from '../../db/invariant.ts';

export const budgetInvariants: readonly Invariant[] = [
  {
    name: 'the lines of a budget that is or was in force sum to both its amounts',
    broken: sql`
      select v.id, v.grant_grosze, v.own_grosze, sum(case when l.source = 'grant' then a.amount_grosze else 0 end) as grant_lines,
        sum(case when l.source = 'own' then a.amount_grosze else 0 end) as own_lines
      from budget_versions v left join budget_amounts a on a.version_id = v.id left join budget_lines l on l.id = a.line_id
      where v.state <> 'draft' group by v.id having v.grant_grosze <> grant_lines or v.own_grosze <> own_lines`,
  },
  {
    name: 'a version of a budget holds only lines of its own project',
    broken: sql`
      select a.version_id, a.line_id from budget_amounts a join budget_versions v on v.id = a.version_id
      join budget_lines l on l.id = a.line_id join budget_tasks t on t.id = l.task_id where t.project_id <> v.project_id`,
  },
  {
    name: 'a reversing entry undoes exactly the entry it names, and no reversing entry is undone',
    broken: sql`
      select r.id from budget_entries r join budget_entries e on e.id = r.reverses_id
      where e.reverses_id is not null or r.kind <> e.kind or r.line_id <> e.line_id or r.initiative_id is not e.initiative_id
        or r.amount_grosze <> -e.amount_grosze`,
  },
  {
    name: 'only a reversing entry is negative',
    broken: sql`select id from budget_entries where (amount_grosze < 0) <> (reverses_id is not null)`,
  },
  {
    name: 'no more is reserved and committed on a line than its plan holds',
    broken: sql`
      select line_id, planned_grosze, reserved_grosze, committed_grosze from budget_balances
      where reserved_grosze + committed_grosze > 0 and reserved_grosze + committed_grosze > planned_grosze`,
  },
];
