import { sql } from 'drizzle-orm';
import type { Instant } from '../../lib/days.ts';
import { longMoment } from '../../lib/polish-dates.ts';
import { waitsAt } from '../applications/corrections/requests.ts';
import { applicationPaths } from '../applications/paths.ts';
import { type ReminderKind, reminderKind } from '../correspondence/reminder-kinds.ts';
import { correctionsReminder } from './reminder-letters.ts';

interface Row {
  readonly id: number;
  readonly title: string;
  readonly callTitle: string;
  readonly untilAt: Instant;
  readonly personId: number;
  readonly name: string;
  readonly address: string;
}

export const checkReminders: readonly ReminderKind[] = [
  reminderKind({
    text: correctionsReminder,
    side: 'before',
    days: [1],
    isOn: true,
    undone: ({ reader, now, publicUrl }) =>
      reader
        .all<Row>(sql`
          select distinct a.id, a.title, c.title as callTitle, r.until_at as untilAt, p.id as personId, p.name, p.email as address
          from correction_requests r join applications a on a.id = r.application_id join real_calls c on c.id = a.call_id
            join application_members m on m.application_id = a.id and m.may in ('edit', 'submit')
            join people own on own.id = m.person_id join people p on p.id = coalesce(own.merged_into_id, own.id)
          where ${waitsAt(now)} and p.closed_at is null and p.email is not null order by a.id, p.id`)
        .map(({ id, title, callTitle, untilAt, ...person }) => ({
          ...person,
          about: { kind: 'application', id },
          date: untilAt,
          fields: {
            title,
            callTitle,
            deadline: longMoment(untilAt),
            address: publicUrl + applicationPaths.showOf(id),
          },
        })),
  }),
];
