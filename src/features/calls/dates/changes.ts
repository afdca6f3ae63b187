import { sql } from 'drizzle-orm';
import type { Reader, Tx } from '../../../db/connection.ts';
import { timetableChangeDates, timetableChanges } from '../../../db/schema/calls.ts';
import type { Deps } from '../../../deps.ts';
import type { Actor } from '../../../lib/actor.ts';
import type { Instant } from '../../../lib/days.ts';
import { publicStages } from '../public/announced.ts';
import { publishChange } from '../publications/copies.ts';
import type { Stage, StageKind } from '../stages.ts';
import type { DateChange, TimetableChange } from './change.ts';

/** The dates that everybody was told and that differ; those of the library alone are nobody's news. */
export function publicChanges(before: readonly Stage[], after: readonly Stage[]): DateChange[] {
  const old = publicStages(before);
  const now = publicStages(after);
  const changed = now.flatMap((stage): DateChange[] => {
    const was = old.find(({ id }) => id === stage.id);
    return was !== undefined && isSame(was, stage) ? [] : [{ kind: stage.kind, before: was ?? null, after: stage }];
  });
  const gone = old.filter(({ id }) => !now.some((stage) => stage.id === id));
  return [...changed, ...gone.map((stage): DateChange => ({ kind: stage.kind, before: stage, after: null }))];
}

function isSame(a: Stage, b: Stage): boolean {
  return a.startsAt === b.startsAt && a.endsAt === b.endsAt && a.place === b.place;
}

/** Notes a change of announced dates with its reason, for everybody to read; it stays as it was announced. Returns its id. */
export function noteChange(
  tx: Tx,
  deps: Deps,
  actor: Actor & { kind: 'person' },
  change: Omit<TimetableChange, 'id' | 'changedAt'>,
): number {
  const { callId, reason, weeks } = change;
  const { id } = tx.orm
    .insert(timetableChanges)
    .values({ callId, reason, weeks, changedAt: deps.clock.now(), changedBy: actor.personId })
    .returning({ id: timetableChanges.id })
    .get();
  for (const { kind, before, after } of change.dates)
    tx.orm
      .insert(timetableChangeDates)
      .values({
        changeId: id,
        stageKind: kind,
        beforeStartsAt: before?.startsAt ?? null,
        beforeEndsAt: before?.endsAt ?? null,
        beforePlace: before?.place ?? '',
        startsAt: after?.startsAt ?? null,
        endsAt: after?.endsAt ?? null,
        place: after?.place ?? '',
      })
      .run();
  publishChange(tx, deps, actor, { callId, changeId: id, reason, dates: change.dates });
  return id;
}

type DateRow = Omit<typeof timetableChangeDates.$inferSelect, 'id' | 'stageKind'> & { readonly stageKind: StageKind };

/** Changes of a call's announced dates, the newest first. */
export function readChanges(reader: Reader, callId: number): TimetableChange[] {
  const changes = reader.all<Omit<TimetableChange, 'dates'>>(sql`
    select id, call_id as callId, reason, weeks, changed_at as changedAt from timetable_changes where call_id = ${callId} order by id desc`);
  const rows =
    reader.all<DateRow>(sql`select d.change_id as changeId, d.stage_kind as stageKind, d.before_starts_at as beforeStartsAt,
      d.before_ends_at as beforeEndsAt, d.before_place as beforePlace, d.starts_at as startsAt, d.ends_at as endsAt, d.place
    from timetable_change_dates d join timetable_changes t on t.id = d.change_id where t.call_id = ${callId} order by d.id`);
  return changes.map((change) => ({
    ...change,
    dates: rows.filter(({ changeId }) => changeId === change.id).map(dateOf),
  }));
}

function dateOf(row: DateRow): DateChange {
  const side = (startsAt: Instant | null, endsAt: Instant | null, place: string) =>
    startsAt === null && endsAt === null ? null : { startsAt, endsAt, place };
  return {
    kind: row.stageKind,
    before: side(row.beforeStartsAt, row.beforeEndsAt, row.beforePlace),
    after: side(row.startsAt, row.endsAt, row.place),
  };
}
