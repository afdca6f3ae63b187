import { sql } from 'drizzle-orm';
import { hasAnyRole } from '../../lib/actor.ts';
import { daysBetween, warsawDay } from '../../lib/days.ts';
import { longMoment } from '../../lib/polish-dates.ts';
import { visibleTo } from '../applications/access.ts';
import { currentCall } from '../calls/queries.ts';
import { stageNames } from '../calls/texts.ts';
import type { SummaryOf } from '../correspondence/reminders/summary.ts';
import { dutiesOf } from './duties.ts';
import { summaryTexts } from './texts.ts';

const daysAhead = 7;

/** Duties, new applications and dates within a week. A date further than tomorrow is told beside other news, and alone is no news. */
export const staffSummary: SummaryOf = ({ reader, actor, now, since }) => {
  const call = currentCall(reader);
  const duties = dutiesOf(reader, actor, now, call?.id).map(({ text }) => text);
  const isReader = call !== undefined && hasAnyRole(actor, ['coordinator', 'director', 'inspector'], call.id);
  const fresh = isReader
    ? (reader.get<{ count: number }>(sql`select count(*) as count from applications a
        where a.call_id = ${call.id} and a.state <> 'draft' and a.submitted_at > ${since} and ${visibleTo(actor)}`)
        ?.count ?? 0)
    : 0;
  const today = warsawDay(now);
  const dates = (call?.state === 'announced' ? call.stages : [])
    .flatMap(({ kind, startsAt, endsAt }) => [
      ...(startsAt === null
        ? []
        : [{ at: startsAt, text: summaryTexts.begins(stageNames[kind], longMoment(startsAt)) }]),
      ...(endsAt === null ? [] : [{ at: endsAt, text: summaryTexts.ends(stageNames[kind], longMoment(endsAt)) }]),
    ])
    .filter(({ at }) => at >= now && daysBetween(today, warsawDay(at)) <= daysAhead)
    .sort((a, b) => (a.at < b.at ? -1 : 1));
  const isNear = dates.some(({ at }) => daysBetween(today, warsawDay(at)) <= 1);
  if (duties.length === 0 && fresh === 0 && !isNear) return [];
  return [
    { title: summaryTexts.duties, lines: duties },
    { title: summaryTexts.fresh, lines: fresh === 0 ? [] : [summaryTexts.applications(fresh)] },
    { title: summaryTexts.dates, lines: dates.map(({ text }) => text) },
  ].filter(({ lines }) => lines.length > 0);
};
