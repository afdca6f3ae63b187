import type { Reader } from '../../db/connection.ts';
import type { Instant } from '../../lib/days.ts';
import { done, type Result, refused } from '../../lib/result.ts';
import { readStages } from '../calls/queries.ts';
import { stageOf } from '../calls/stages.ts';
import { scoringTime } from './policy.ts';

/** Whether the call's cards may be written now. Refuses `scoring_not_set`, `scoring_not_begun` and, unless late is fine, `scoring_over` (facts at). */
export function checkScoringTime(reader: Reader, callId: number, now: Instant, isLateFine = false): Result {
  const stage = stageOf(readStages(reader, callId), 'scoring');
  const time = scoringTime(stage, now);
  if (time === 'not_set') return refused('scoring_not_set');
  if (time === 'before') return refused('scoring_not_begun', { facts: { at: stage?.startsAt ?? '' } });
  if (time === 'after' && !isLateFine) return refused('scoring_over', { facts: { at: stage?.endsAt ?? '' } });
  return done();
}
