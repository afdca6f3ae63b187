import type { Instant } from '../../../lib/days.ts';
import { calendarOf, type LetterEvent } from '../../../mail/events.ts';
import { callPaths } from '../paths.ts';
import type { Call } from '../queries.ts';
import { datesOf, deadlineOf } from '../stage-event.ts';
import type { Stage } from '../stages.ts';
import { publicStages } from './announced.ts';
import { eventTitle } from './texts.ts';

/**
 * The public dates of a call for a calendar that asks again and again (RFC 5545): each stage keeps its UID, so that a shifted date moves instead of
 * appearing twice. `stampedAt`: when the timetable was last changed.
 */
export function callCalendar(call: Call, stages: readonly Stage[], publicUrl: string, stampedAt: Instant): string {
  const { hostname } = new URL(publicUrl);
  const entries = stages.flatMap((stage) => {
    const event = eventOf(call, stage, publicUrl);
    return event === undefined
      ? []
      : [{ event, carrier: { uid: `stage-${stage.id}@${hostname}`, writtenAt: stampedAt } }];
  });
  return calendarOf(entries, call.title);
}

export function calendarStages(call: Call): Stage[] {
  return publicStages(call.stages);
}

/** A stage as an entry. Applications are taken for weeks: what a calendar must show is the last day. */
function eventOf(call: Call, stage: Stage, publicUrl: string): LetterEvent | undefined {
  const dates =
    stage.kind === 'submission' && stage.endsAt !== null
      ? deadlineOf(stage, stage.startsAt ?? call.createdAt)
      : datesOf(stage);
  if (dates === undefined) return undefined;
  return {
    title: eventTitle(stage, call.title),
    when: dates,
    place: stage.place,
    url: publicUrl + callPaths.showOf(call.id),
  };
}
