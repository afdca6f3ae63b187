import { sql } from 'drizzle-orm';
import type { Invariant } from '../../db/invariant.ts';

export const expenseInvariants: readonly Invariant[] = [
  {
    name: 'parts and the part outside the project are the whole document once it is booked',
    broken: sql`select e.id from expenses e where e.state not in ('draft', 'discarded')
      and e.total_grosze <> e.outside_grosze + coalesce((select sum(p.amount_grosze) from expense_parts p where p.expense_id = e.id), 0)`,
  },
  {
    name: 'a booked document has a part and the moment of booking; a discarded one has no parts',
    broken: sql`select e.id from expenses e where (e.state not in ('draft', 'discarded') and (e.booked_at is null
        or not exists (select 1 from expense_parts p where p.expense_id = e.id)))
      or (e.state = 'discarded' and exists (select 1 from expense_parts p where p.expense_id = e.id))`,
  },
  {
    name: 'a document is paid exactly when its payments are its total, and never overpaid',
    broken: sql`select e.id from expenses e
      join (select x.id, coalesce(sum(y.amount_grosze), 0) as paid from expenses x left join payments y on y.expense_id = x.id group by x.id) s on s.id = e.id
      where s.paid > e.total_grosze or (e.state = 'paid') <> (s.paid = e.total_grosze) or (s.paid > 0 and e.state not in ('approved', 'paid'))`,
  },
  {
    name: 'every step has its signature, and no signature runs ahead',
    broken: sql`select e.id from expenses e
      where (e.state in ('controlled', 'approved', 'paid')) <> exists (select 1 from expense_approvals a where a.expense_id = e.id and a.step = 'control')
        or (e.state in ('approved', 'paid')) <> exists (select 1 from expense_approvals a where a.expense_id = e.id and a.step = 'approval')`,
  },
  {
    name: 'control and approval are two different people, merged accounts taken as one',
    broken: sql`select c.expense_id as id from expense_approvals c join expense_approvals a on a.expense_id = c.expense_id and a.step = 'approval'
      join people p on p.id = c.person_id join people q on q.id = a.person_id
      where c.step = 'control' and coalesce(p.merged_into_id, p.id) = coalesce(q.merged_into_id, q.id)`,
  },
  {
    name: 'no line is spent above its plan',
    broken: sql`select b.line_id as id from budget_balances b where b.spent_grosze + b.owed_grosze > b.planned_grosze`,
  },
  {
    name: 'no initiative takes more from the grant than was agreed',
    broken: sql`select i.id from initiatives i join plans g on g.initiative_id = i.id and g.kind = 'agreed'
      where g.total_grosze < coalesce((select sum(p.amount_grosze) from expense_parts p join expenses e on e.id = p.expense_id
        join budget_lines l on l.id = p.line_id where p.initiative_id = i.id and l.source = 'grant' and e.state in ('booked', 'controlled', 'approved', 'paid')), 0)`,
  },
];
