import { sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { Instant } from '../../lib/days.ts';
import { happenings, systemName } from './texts.ts';

export interface InitiativeEvent {
  readonly at: Instant;
  readonly what: string;
  readonly who: string;
}

/**
 * What happened to the initiative and its agreement, newest first; steps without words for a reader are left out. The
 * budget's entries are the library's own business.
 */
export function historyOf(reader: Reader, initiativeId: number, forWhom: 'group' | 'staff'): InitiativeEvent[] {
  const rows = reader.all<{ at: Instant; what: string; name: string | null }>(sql`
    select e.at, e.what, p.name from events e left join people p on p.id = e.actor_person_id
    where (e.subject_kind = 'initiative' and e.subject_id = ${initiativeId})
      or (e.subject_kind = 'agreement' and e.subject_id in (select g.id from agreements g where g.initiative_id = ${initiativeId}))
    order by e.id desc`);
  return rows.flatMap(({ at, what, name }) => {
    const words = happenings[what];
    const isInternal = forWhom === 'group' && what.startsWith('budget.');
    return words === undefined || isInternal ? [] : [{ at, what: words, who: name || systemName }];
  });
}
