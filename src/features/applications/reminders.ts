import { type SQL, sql } from 'drizzle-orm';
import type { Instant } from '../../lib/days.ts';
import { longMoment } from '../../lib/polish-dates.ts';
import { stagesEndingAfter } from '../calls/ends.ts';
import { type ReminderAsked, type ReminderKind, reminderKind } from '../correspondence/reminder-kinds.ts';
import { standsForItself } from './amendments/copies.ts';
import { applicationPaths } from './paths.ts';
import { amendmentReminder, draftReminder } from './reminder-letters.ts';

/** The person `p` leads as many submitted applications of this call as one may: the draft `a` is a leftover. */
const hasSentItsOwn = sql`(select count(*) from applications o join application_members l on l.application_id = o.id and l.role = 'leader'
  where o.call_id = a.call_id and o.state not in ('draft', 'withdrawn') and l.person_id in (select s.id from people s where s.id = p.id or s.merged_into_id = p.id))
  >= (select c.applications_per_leader from calls c where c.id = a.call_id)`;

/** The people who write in the drafts of a call that `which` picks over the alias `a`, and what they are told. */
function writersOf(
  { reader, publicUrl }: ReminderAsked,
  { callId, callTitle, endsAt }: { readonly callId: number; readonly callTitle: string; readonly endsAt: Instant },
  which: SQL,
) {
  return reader
    .all<{ id: number; title: string; personId: number; name: string; address: string }>(sql`
      select distinct a.id, a.title, p.id as personId, p.name, p.email as address from applications a
        join application_members m on m.application_id = a.id join people own on own.id = m.person_id
        join people p on p.id = coalesce(own.merged_into_id, own.id)
      where a.call_id = ${callId} and a.state = 'draft' and p.closed_at is null and p.email is not null
        and ${which} order by a.id, p.id`)
    .map(({ id, title, ...person }) => ({
      ...person,
      about: { kind: 'application', id },
      date: endsAt,
      fields: { title, callTitle, deadline: longMoment(endsAt), address: publicUrl + applicationPaths.showOf(id) },
    }));
}

const isOpenChange = sql`exists (select 1 from amendments o join applications s on s.id = o.amends_id
  where o.application_id = a.id and o.closed_at is null and s.state = 'submitted')`;

export const applicationReminders: readonly ReminderKind[] = [
  reminderKind({
    text: draftReminder,
    side: 'before',
    days: [3, 1],
    isOn: true,
    undone: (asked) =>
      stagesEndingAfter(asked.reader, asked.now, 'submission').flatMap((call) =>
        writersOf(asked, call, sql`${standsForItself} and not ${hasSentItsOwn}`),
      ),
  }),
  reminderKind({
    text: amendmentReminder,
    side: 'before',
    days: [1],
    isOn: true,
    undone: (asked) =>
      stagesEndingAfter(asked.reader, asked.now, 'submission').flatMap((call) => writersOf(asked, call, isOpenChange)),
  }),
];
