import { sql } from 'drizzle-orm';
import type { Invariant } from '../../db/invariant.ts';

export const reviewInvariants: Invariant[] = [
  {
    name: 'a sent card has points for every criterion of its call',
    broken: sql`
      select k.id from score_cards k join applications a on a.id = k.application_id join merit_criteria c on c.call_id = a.call_id
      where k.state = 'sent' and not exists (select 1 from score_points p where p.card_id = k.id and p.criterion_id = c.id)`,
  },
  {
    name: 'points stay within their criterion, which is of the same call',
    broken: sql`
      select p.card_id, p.criterion_id from score_points p join score_cards k on k.id = p.card_id
        join applications a on a.id = k.application_id join merit_criteria c on c.id = p.criterion_id
      where p.points > c.max_points or c.call_id <> a.call_id or (c.is_bonus = 1 and p.points not in (0, c.max_points))`,
  },
  {
    name: 'a card belongs to a declared member of the jury of its application',
    broken: sql`
      select k.id from score_cards k join applications a on a.id = k.application_id join jury_members m on m.id = k.member_id
        left join jury_declarations d on d.member_id = m.id
      where m.call_id <> a.call_id or d.id is null or k.opened_at < d.signed_at`,
  },
  {
    name: 'no card was sent after its juror was excluded',
    broken: sql`
      select k.id from score_cards k join recusals r on r.member_id = k.member_id and r.application_id = k.application_id
      where k.state = 'sent' and r.kind = 'exclusion' and k.sent_at > r.declared_at`,
  },
  {
    name: 'a card given back and not sent again is a draft',
    broken: sql`
      select o.id from score_reopenings o join score_cards k on k.id = o.card_id where o.ended_at is null and k.state <> 'draft'`,
  },
  {
    name: 'a suggested amount is within what was asked for and what the call gives',
    broken: sql`
      select k.id from score_cards k join applications a on a.id = k.application_id join calls c on c.id = a.call_id
      where k.suggested_grosze not between c.min_grosze and min(c.max_grosze, a.requested_grosze)`,
  },
];
