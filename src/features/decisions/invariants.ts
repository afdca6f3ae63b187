import { sql } from 'drizzle-orm';
import type { Invariant } from '../../db/invariant.ts';

export const decisionInvariants: readonly Invariant[] = [
  {
    name: 'what was handed on is within the pool',
    broken: sql`select s.id from decision_sets s join calls c on c.id = s.call_id
      where s.state <> 'draft' and c.pool_grosze < (select coalesce(sum(d.amount_grosze), 0) from decisions d where d.set_id = s.id)`,
  },
  {
    name: 'no award is above its request',
    broken: sql`select d.id from decisions d join decision_sets s on s.id = d.set_id join applications a on a.id = d.application_id
      where s.state <> 'draft' and d.amount_grosze > a.requested_grosze`,
  },
  {
    name: 'a published award, and nothing else, is one initiative',
    broken: sql`select d.id from decisions d join decision_sets s on s.id = d.set_id
      where (s.state = 'published' and d.kind = 'award') <> (select count(*) from initiatives i where i.application_id = d.application_id)
      union select i.id from initiatives i where not exists (select 1 from decisions d where d.application_id = i.application_id)`,
  },
  {
    name: 'the awarded plan is the published amount',
    broken: sql`select i.id from initiatives i join plans p on p.initiative_id = i.id and p.kind = 'awarded'
      join decisions d on d.application_id = i.application_id where p.total_grosze <> d.amount_grosze`,
  },
  {
    name: 'the reserve list follows the ranking, without gaps',
    broken: sql`select d.id from decisions d join decision_sets s on s.id = d.set_id
      join ranking_rows r on r.ranking_id = s.ranking_id and r.application_id = d.application_id
      where d.kind = 'reserve' and s.state = 'published' and d.reserve_place <> 1 + (select count(*) from decisions x
        join ranking_rows y on y.ranking_id = s.ranking_id and y.application_id = x.application_id
        where x.set_id = d.set_id and x.kind = 'reserve' and y.place < r.place)`,
  },
  {
    name: 'a set is published exactly when its publication stands',
    broken: sql`select s.id from decision_sets s
      where (s.state = 'published') <> (select count(*) from publications p where p.set_id = s.id and p.published_at = s.published_at)`,
  },
  {
    name: 'everyone in a published set has had one letter',
    broken: sql`select d.id from decisions d join decision_sets s on s.id = d.set_id where s.state = 'published'
      and (select count(*) from letters l where l.subject_kind = 'application' and l.subject_id = d.application_id and l.kind like 'result_%') <> 1`,
  },
];
