import { sql } from 'drizzle-orm';
import { type Instant, warsawDay } from '../../lib/days.ts';
import { longDate } from '../../lib/polish-dates.ts';
import { type ReminderKind, reminderKind } from '../correspondence/reminder-kinds.ts';
import { addressableLeaders } from '../initiatives/leader.ts';
import { agreementPaths } from './paths.ts';
import { signatureReminder } from './reminder-letters.ts';

export const agreementReminders: readonly ReminderKind[] = [
  reminderKind({
    text: signatureReminder,
    side: 'after',
    days: [7, 14],
    isOn: true,
    undone: ({ reader, publicUrl }) => {
      const issued = reader.all<{ id: number; initiativeId: number; number: string; issuedAt: Instant }>(sql`
        select g.id, g.initiative_id as initiativeId, g.number, g.issued_at as issuedAt from agreements g
          join initiatives i on i.id = g.initiative_id where g.state = 'issued' and i.call_id in (select id from real_calls) order by g.id`);
      return issued.flatMap(({ id, initiativeId, number, issuedAt }) =>
        addressableLeaders(reader, sql`i.id = ${initiativeId}`).map(({ title, personId, name, address }) => ({
          ...{ personId, name, address },
          about: { kind: 'agreement', id },
          date: issuedAt,
          fields: {
            ...{ title, number },
            issued: longDate(warsawDay(issuedAt)),
            address: publicUrl + agreementPaths.showOf(initiativeId),
          },
        })),
      );
    },
  }),
];
