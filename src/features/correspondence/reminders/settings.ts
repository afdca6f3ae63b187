import { sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import { reminderSettings } from '../../../db/schema/correspondence.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import type { Actor } from '../../../lib/actor.ts';
import type { Day } from '../../../lib/days.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import type { ReminderKind } from '../reminder-kinds.ts';

export interface ReminderSetting {
  readonly isOn: boolean;
  /** Days before or after, the furthest from the date first. */
  readonly days: readonly number[];
  /** 0 while nobody has changed it. */
  readonly version: number;
}

export function settingOf(reader: Reader, { text, isOn, days }: ReminderKind): ReminderSetting {
  const row = reader.get<{ isOn: number; days: string; version: number }>(
    sql`select is_on as isOn, days, version from reminder_settings where kind = ${text.kind}`,
  );
  if (row === undefined) return { isOn, days, version: 0 };
  return { isOn: row.isOn === 1, days: JSON.parse(row.days) as number[], version: row.version };
}

/** Turns a kind on or off and says how many days. Refuses `edited_meanwhile` unless `version` is the stored one. */
export function saveSetting(deps: Deps, actor: Actor, kind: ReminderKind, typed: ReminderSetting): Result {
  return deps.db.write((tx) => {
    const before = settingOf(tx, kind);
    if (before.version !== typed.version) return refused('edited_meanwhile');
    if (before.isOn === typed.isOn && String(before.days) === String(typed.days)) return done();
    const values = {
      isOn: typed.isOn ? 1 : 0,
      days: JSON.stringify(typed.days),
      updatedAt: deps.clock.now(),
      version: before.version + 1,
    };
    tx.orm
      .insert(reminderSettings)
      .values({ ...values, kind: kind.text.kind })
      .onConflictDoUpdate({ target: reminderSettings.kind, set: values })
      .run();
    const facts = { reminder: kind.text.kind, isOn: typed.isOn, days: typed.days.join(' ') };
    record(tx, deps, actor, { what: 'reminder.changed', subject: { kind: 'organisation', id: 1 }, facts });
    return done();
  });
}

/** The last day on which reminders of a kind went, and to how many people. */
export function lastSent(reader: Reader, kind: string): { day: Day; people: number } | undefined {
  return reader.get<{ day: Day; people: number }>(sql`
    select q.on_day as day, count(distinct q.person_id) as people from reminder_items t join reminders q on q.id = t.reminder_id
    where t.kind = ${kind} group by q.on_day order by q.on_day desc limit 1`);
}
