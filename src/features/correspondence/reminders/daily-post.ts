import { sql } from 'drizzle-orm';
import type { Tx } from '../../../db/connection.ts';
import type { Deps } from '../../../deps.ts';
import { enqueue } from '../../../jobs/queue.ts';
import type { JobKind } from '../../../jobs/runner.ts';
import { addDays, type Day, type Instant, warsawDay, warsawTime, warsawToInstant } from '../../../lib/days.ts';
import type { ReminderKind } from '../reminder-kinds.ts';
import { type SummaryOf, writeSummaries } from './summary.ts';
import { writeReminders } from './write.ts';

/** Nobody is reminded at night: letters by the clock are written from eight to twenty, Warsaw time. */
const fromHour = 8;
const untilHour = 20;

export interface DailyPost {
  readonly kinds: readonly ReminderKind[];
  readonly summaryOf: SummaryOf;
  readonly deskPath: string;
}

/**
 * The job `daily_post`: once a day of competition time, after eight, the reminders and the summaries of that day, and the job of the next. After a
 * time of downtime, or a clock moved over many days, it looks at today alone: what the days between would have said is not said any more.
 */
export function dailyPost(deps: Deps, { kinds, summaryOf, deskPath }: DailyPost): JobKind {
  return {
    held: () => sql`json_extract(payload, '$.at') > ${deps.clock.now()}`,
    async run() {
      deps.db.write((tx) => {
        if (isDaytime(deps.clock.now())) {
          writeReminders(tx, deps, kinds);
          writeSummaries(tx, deps, summaryOf, deskPath);
        }
        askForNext(tx, deps);
      });
    },
    // A day that could not be written must not be the last.
    onFailed: (tx) => askForNext(tx, deps),
  };
}

/** At a server's start: unless a day's post is already asked for, the next morning's. */
export function beginDailyPost(deps: Deps): void {
  deps.db.write((tx) => {
    const asked = tx.get(sql`select 1 from jobs where kind = 'daily_post' and state in ('waiting', 'running')`);
    if (asked === undefined) askForNext(tx, deps);
  });
}

function isDaytime(now: Instant): boolean {
  const { hour } = warsawTime(now);
  return hour >= fromHour && hour < untilHour;
}

function askForNext(tx: Tx, deps: Deps): void {
  const now = deps.clock.now();
  const today = warsawDay(now);
  const on = now < morningOf(today) ? today : addDays(today, 1);
  enqueue(tx, deps.clock, { kind: 'daily_post', uniqueKey: `daily_post:${on}`, payload: { at: morningOf(on) } });
}

function morningOf(on: Day): Instant {
  const moment = warsawToInstant(on, `${String(fromHour).padStart(2, '0')}:00`);
  if (!moment.ok) throw new RangeError(`no morning on ${on}`);
  return moment.value;
}
