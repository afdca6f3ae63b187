import { sql } from 'drizzle-orm';
import { longMoment } from '../../lib/polish-dates.ts';
import { stagesEndingAfter } from '../calls/ends.ts';
import { type ReminderKind, reminderKind } from '../correspondence/reminder-kinds.ts';
import { seatedMembers } from '../jury/seats.ts';
import { reviewPaths } from './paths.ts';
import { cardsReminder } from './reminder-letters.ts';
import { cardsLeftText } from './texts.ts';
import { unsentCards } from './unsent.ts';

export const reviewReminders: readonly ReminderKind[] = [
  reminderKind({
    text: cardsReminder,
    side: 'before',
    days: [3, 1],
    isOn: true,
    undone: ({ reader, now, publicUrl }) =>
      stagesEndingAfter(reader, now, 'scoring').flatMap(({ callId, callTitle, endsAt }) =>
        seatedMembers({ reader, callId, publicUrl }, sql`true`).flatMap(({ personId, name, address, about }) => {
          const left = unsentCards(reader, about.id).length;
          if (left === 0 || address === null) return [];
          const deadline = { cards: cardsLeftText(left), deadline: longMoment(endsAt) };
          const fields = { ...deadline, callTitle, address: publicUrl + reviewPaths.list };
          return [{ personId, name, address, about, date: endsAt, fields }];
        }),
      ),
  }),
];
