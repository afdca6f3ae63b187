import { sql } from 'drizzle-orm';
import type { Invariant } from '../../db/invariant.ts';

export const checkInvariants: Invariant[] = [
  {
    name: 'an accepted application has a card that accepts it, without a no and without an open question',
    broken: sql`
      select a.id from applications a where a.state = 'accepted' and (
        not exists (select 1 from formal_cards k where k.application_id = a.id and k.set_aside_at is null and k.outcome = 'accepted')
        or exists (select 1 from formal_criteria f where f.call_id = a.call_id and not exists (
          select 1 from formal_answers v join formal_cards k on k.id = v.card_id
          where k.application_id = a.id and k.set_aside_at is null and v.criterion_id = f.id and v.verdict in ('yes', 'not_applicable'))))`,
  },
  {
    name: 'a rejected application has a card with a no and a reason',
    broken: sql`
      select a.id from applications a where a.state = 'rejected' and not exists (
        select 1 from formal_cards k join formal_answers v on v.card_id = k.id
        where k.application_id = a.id and k.set_aside_at is null and k.outcome = 'rejected' and k.reason <> '' and v.verdict = 'no')`,
  },
  {
    name: 'a decided card is of a version of its own application',
    broken: sql`
      select k.id from formal_cards k join application_versions v on v.id = k.version_id
      where v.application_id <> k.application_id`,
  },
];
