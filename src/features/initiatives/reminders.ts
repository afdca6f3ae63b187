import { sql } from 'drizzle-orm';
import { longMoment } from '../../lib/polish-dates.ts';
import { stagesEndingAfter } from '../calls/ends.ts';
import type { StageKind } from '../calls/stages.ts';
import { type ReminderAsked, type ReminderKind, reminderKind } from '../correspondence/reminder-kinds.ts';
import { addressableLeaders } from './leader.ts';
import { initiativePaths } from './paths.ts';
import { purchaseReminder, reportReminder } from './reminder-letters.ts';

/** Leaders of the initiatives that go on, with the end of a stage of their call. */
function goingOn({ reader, now, publicUrl }: ReminderAsked, kind: StageKind) {
  return stagesEndingAfter(reader, now, kind).flatMap(({ callId, endsAt }) =>
    addressableLeaders(reader, sql`i.call_id = ${callId} and i.state = 'realisation'`).map(
      ({ initiativeId, title, ...leader }) => ({
        ...leader,
        about: { kind: 'initiative', id: initiativeId },
        date: endsAt,
        fields: { title, deadline: longMoment(endsAt), address: publicUrl + initiativePaths.showOf(initiativeId) },
      }),
    ),
  );
}

export const initiativeReminders: readonly ReminderKind[] = [
  reminderKind({
    text: purchaseReminder,
    side: 'before',
    days: [14, 3],
    isOn: true,
    undone: (asked) => goingOn(asked, 'last_purchase'),
  }),
  reminderKind({
    text: reportReminder,
    side: 'before',
    days: [7, 1],
    isOn: false,
    undone: (asked) => goingOn(asked, 'group_report'),
  }),
];
