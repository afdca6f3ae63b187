import { sql } from 'drizzle-orm';
import type { Invariant } from '../../db/invariant.ts';

export const callInvariants: readonly Invariant[] = [
  {
    name: 'an announced call has one submission stage with both its ends',
    broken: sql`
      select c.id from calls c where c.state <> 'draft' and 1 <> (select count(*) from call_stages s
        where s.call_id = c.id and s.kind = 'submission' and s.starts_at is not null and s.ends_at is not null)`,
  },
  {
    name: 'a call has its rules, form and privacy clause',
    broken: sql`
      select c.id from calls c where 3 <> (select count(distinct kind) from call_texts t where t.call_id = c.id)`,
  },
  {
    name: 'an eligible cost of an announced call falls on a grant line of its task',
    broken: sql`
      select k.id from cost_categories k join calls c on c.id = k.call_id left join budget_lines l on l.id = k.budget_line_id
      where c.state <> 'draft' and k.is_eligible = 1 and (l.task_id is not c.task_id or l.source <> 'grant')`,
  },
  {
    name: 'the weighted criteria of a call give exactly its most points',
    broken: sql`
      select c.id, c.max_points from calls c
      where c.max_points <> (select coalesce(sum(weight * max_points), 0) from merit_criteria m where m.call_id = c.id and m.is_bonus = 0)`,
  },
  {
    name: 'a text published after its call was announced has a kept copy',
    broken: sql`
      select t.id from call_texts t join calls c on c.id = t.call_id where c.state <> 'draft' and t.kind <> 'form' and t.created_at > c.announced_at
        and not exists (select 1 from call_publications k where k.text_id = t.id and k.call_id = t.call_id)`,
  },
  {
    name: 'an order of the director brings in a text or a change of its own call',
    broken: sql`
      select o.id from director_orders o left join call_texts t on t.id = o.text_id left join timetable_changes h on h.id = o.change_id
      where coalesce(t.call_id, h.call_id, o.call_id) <> o.call_id`,
  },
  {
    name: 'a place is of a publication of its own call',
    broken: sql`
      select l.id from publication_places l left join call_publications k on k.id = l.publication_id left join publications r on r.id = l.results_id
      where l.call_id is not coalesce(k.call_id, r.call_id)`,
  },
  {
    name: 'the pool of a call is planned in the grant of its task and holds its largest amount',
    broken: sql`
      select c.id, c.pool_grosze from calls c where c.max_grosze > c.pool_grosze or c.pool_grosze > (
        select coalesce(sum(b.planned_grosze), 0) from budget_balances b where b.task_id = c.task_id and b.source = 'grant')`,
  },
];
