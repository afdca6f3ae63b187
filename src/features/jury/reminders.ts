import { longMoment } from '../../lib/polish-dates.ts';
import { stagesEndingAfter } from '../calls/ends.ts';
import { type ReminderKind, reminderKind } from '../correspondence/reminder-kinds.ts';
import { juryPaths } from './paths.ts';
import { declarationReminder } from './reminder-letters.ts';
import { hasNotDeclared, seatedMembers } from './seats.ts';

export const juryReminders: readonly ReminderKind[] = [
  reminderKind({
    text: declarationReminder,
    side: 'before',
    days: [3, 1],
    isOn: true,
    undone: ({ reader, now, publicUrl }) =>
      stagesEndingAfter(reader, now, 'declarations').flatMap(({ callId, callTitle, endsAt }) =>
        seatedMembers({ reader, callId, publicUrl }, hasNotDeclared).flatMap(({ personId, name, address, about }) => {
          const fields = {
            callTitle,
            deadline: longMoment(endsAt),
            address: publicUrl + juryPaths.declarationOf(callId),
          };
          return address === null ? [] : [{ personId, name, address, about, date: endsAt, fields }];
        }),
      ),
  }),
];
