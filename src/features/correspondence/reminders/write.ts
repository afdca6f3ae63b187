import type { Tx } from '../../../db/connection.ts';
import { reminderItems, reminders } from '../../../db/schema/correspondence.ts';
import type { Deps } from '../../../deps.ts';
import { warsawDay } from '../../../lib/days.ts';
import { writeText } from '../../../mail/kinds.ts';
import { textInForce } from '../../../mail/letter-texts.ts';
import { addressRefusedAt } from '../../../mail/tries.ts';
import { writeLetter } from '../../../mail/write.ts';
import { readOrganisation } from '../../organisation/queries.ts';
import { correspondenceLetters } from '../letters.ts';
import type { ReminderKind } from '../reminder-kinds.ts';
import { type DueThing, dueToday } from './due.ts';

/** Writes today's reminders, one letter a person with all of that person's things; gives their number. An address known not to exist is left alone. */
export function writeReminders(tx: Tx, deps: Deps, kinds: readonly ReminderKind[]): number {
  const due = dueToday(kinds, { reader: tx, now: deps.clock.now(), publicUrl: deps.publicUrl });
  let written = 0;
  for (const things of due.values()) {
    const [first] = things;
    if (first === undefined || addressRefusedAt(tx, first.address) !== undefined) continue;
    if (remind(tx, deps, first, things)) written += 1;
  }
  return written;
}

function remind(tx: Tx, deps: Deps, { personId, name, address }: DueThing, things: readonly DueThing[]): boolean {
  const onDay = warsawDay(deps.clock.now());
  const row = tx.orm
    .insert(reminders)
    .values({ personId, onDay, createdAt: deps.clock.now() })
    .onConflictDoNothing()
    .returning({ id: reminders.id })
    .get();
  if (row === undefined) return false;
  const parts = things.map((thing) => {
    const { text, textId } = textInForce(tx, deps.clock, thing.kind.text);
    const { kind, about, mark } = thing;
    const item = { reminderId: row.id, personId, kind: kind.text.kind, subjectKind: about.kind, subjectId: about.id };
    tx.orm
      .insert(reminderItems)
      .values({ ...item, mark, textId })
      .run();
    return writeText(kind.text, thing.fields, text);
  });
  const [only] = parts;
  const isOne = parts.length === 1;
  const { name: organisationName, phone: organisationPhone } = readOrganisation(tx);
  writeLetter(tx, deps, correspondenceLetters.reminder, {
    to: { personId, name, address },
    fields: {
      ...{ organisationName, organisationPhone },
      topic: isOne ? (only?.subject ?? '') : '',
      things: isOne
        ? (only?.body ?? '')
        : parts.map(({ subject, body }, index) => `${index + 1}. ${subject}\n\n${body}`).join('\n\n'),
    },
    about: { kind: 'reminder', id: row.id },
    uniqueKey: `reminder:${personId}:${onDay}`,
  });
  return true;
}
