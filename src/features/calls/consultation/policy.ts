import type { Instant } from '../../../lib/days.ts';
import { isWithin, type Stage, stageOf } from '../stages.ts';

/** What a visitor finds: a draft not shown yet, opinions taken, opinions being answered, the library's summary. */
export type ConsultationPhase = 'hidden' | 'open' | 'closed' | 'published';

/** Shown on purpose and begun by the clock: the date alone opens no draft. Without the stage in the timetable nothing is consulted. */
export function consultationPhase(
  consultation: { readonly publishedAt: Instant | null } | undefined,
  stages: readonly Stage[],
  now: Instant,
): ConsultationPhase {
  const stage = stageOf(stages, 'rules_consultation');
  if (consultation === undefined) return 'hidden';
  if (consultation.publishedAt !== null) return 'published';
  if (stage === undefined) return 'hidden';
  if (isWithin(stage, now)) return 'open';
  return stage.startsAt !== null && now < stage.startsAt ? 'hidden' : 'closed';
}
