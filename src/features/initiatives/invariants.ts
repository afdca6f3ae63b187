import { sql } from 'drizzle-orm';
import type { Invariant } from '../../db/invariant.ts';

const linesOf = (
  kind: string,
) => sql`(select l.budget_line_id as line_id, sum(l.amount_grosze) as amount, p.initiative_id
  from plan_lines l join plans p on p.id = l.plan_id where p.kind = ${kind} group by p.initiative_id, l.budget_line_id)`;

export const initiativeInvariants: readonly Invariant[] = [
  {
    name: 'a plan is the sum of its rows',
    broken: sql`select p.id from plans p
      where p.total_grosze <> coalesce((select sum(l.amount_grosze) from plan_lines l where l.plan_id = p.id), 0)`,
  },
  {
    name: 'an initiative has its three plans, requested and awarded final',
    broken: sql`select i.id from initiatives i
      where (select count(*) from plans p where p.initiative_id = i.id and (p.kind = 'agreed' or p.is_final = 1)) <> 3`,
  },
  {
    name: 'awarded is at most requested, agreed at most awarded',
    broken: sql`select i.id from initiatives i
      join plans r on r.initiative_id = i.id and r.kind = 'requested'
      join plans w on w.initiative_id = i.id and w.kind = 'awarded'
      join plans g on g.initiative_id = i.id and g.kind = 'agreed'
      where w.total_grosze > r.total_grosze or g.total_grosze > w.total_grosze`,
  },
  {
    name: 'the agreed plan is final exactly from the agreement on',
    broken: sql`select i.id from initiatives i join plans p on p.initiative_id = i.id and p.kind = 'agreed'
      where i.state <> 'withdrawn' and p.is_final <> (i.state in ('agreed', 'realisation', 'settled'))`,
  },
  {
    name: 'until the agreement is signed the reservation is the plan that holds, line by line',
    broken: sql`select i.id from initiatives i join ${linesOf('awarded')} plan on plan.initiative_id = i.id
      where i.state = 'negotiation' and i.call_id in (select id from real_calls) and plan.amount <> coalesce((select sum(e.amount_grosze) from budget_entries e
        where e.kind = 'reservation' and e.initiative_id = i.id and e.line_id = plan.line_id), 0)
      union
      select i.id from initiatives i join ${linesOf('agreed')} plan on plan.initiative_id = i.id
      where i.state = 'agreed' and i.call_id in (select id from real_calls) and plan.amount <> coalesce((select sum(e.amount_grosze) from budget_entries e
        where e.kind = 'reservation' and e.initiative_id = i.id and e.line_id = plan.line_id), 0)`,
  },
];
