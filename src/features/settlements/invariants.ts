import { sql } from 'drizzle-orm';
import type { Invariant } from '../../db/invariant.ts';

const paidParts = (
  source: 'grant' | 'own',
) => sql`coalesce((select sum(p.amount_grosze) from expense_parts p join expenses e on e.id = p.expense_id
  join budget_lines l on l.id = p.line_id where p.initiative_id = s.initiative_id and e.state = 'paid' and l.source = ${source}), 0)`;

export const settlementInvariants: readonly Invariant[] = [
  {
    name: 'a settlement is what was agreed and what is paid, to the grosz',
    broken: sql`select s.id from settlements s join plans g on g.initiative_id = s.initiative_id and g.kind = 'agreed'
      where s.agreed_grosze <> g.total_grosze or s.spent_grosze <> ${paidParts('grant')} or s.own_grosze <> ${paidParts('own')}
        or s.unused_grosze <> s.agreed_grosze - s.spent_grosze`,
  },
  {
    name: 'an initiative is settled exactly when it has a settlement',
    broken: sql`select i.id from initiatives i where (i.state = 'settled') <> exists (select 1 from settlements s where s.initiative_id = i.id)`,
  },
  {
    name: 'a settled initiative holds nothing in the budget and owes nothing',
    broken: sql`select s.id from settlements s
      where coalesce((select sum(b.amount_grosze) from budget_entries b where b.initiative_id = s.initiative_id), 0) <> 0
        or exists (select 1 from expense_parts p join expenses e on e.id = p.expense_id
          where p.initiative_id = s.initiative_id and e.state in ('booked', 'controlled', 'approved'))`,
  },
];
