import type { Instant } from '../../../lib/days.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { fixedSections } from '../paths.ts';

export interface CorrectionPoint {
  /** Code of the section, its last word in the address. */
  readonly section: string;
  /** One or two sentences: what is missing there. */
  readonly missing: string;
}

/** What the library asked a group to correct, until a moment (the moment itself is late). */
export interface Correction {
  readonly id: number;
  readonly applicationId: number;
  readonly untilAt: Instant;
  readonly askedAt: Instant;
  readonly askedBy: string;
  readonly takenBackAt: Instant | null;
  /** The version that was read, and the one that came in answer. */
  readonly baseVersion: number;
  readonly answer: { readonly version: number; readonly at: Instant } | null;
  readonly isWithdrawn: boolean;
  readonly points: readonly CorrectionPoint[];
}

/** `over`: the application was withdrawn before its group answered. */
export type CorrectionState = 'open' | 'answered' | 'lapsed' | 'taken_back' | 'over';

/** A request closes by its own moment: nothing has to run for it to lapse. */
export function correctionState(
  { answer, takenBackAt, untilAt, isWithdrawn }: Correction,
  now: Instant,
): CorrectionState {
  if (answer !== null) return 'answered';
  if (takenBackAt !== null) return 'taken_back';
  if (now >= untilAt) return 'lapsed';
  return isWithdrawn ? 'over' : 'open';
}

/** Whether corrections may still be sent. Refuses 'corrections_late' with the fact untilAt (an instant), 'amendment_over' when they are not asked any more. */
export function checkCorrection(correction: Correction, now: Instant): Result {
  const state = correctionState(correction, now);
  if (state === 'open') return done();
  return state === 'lapsed'
    ? refused('corrections_late', { facts: { untilAt: correction.untilAt } })
    : refused('amendment_over');
}

/** Whether a section may be written in: of a correction only the sections that were named; of everything else all. */
export function isSectionOpen(correction: Pick<Correction, 'points'> | null, section: string): boolean {
  if (correction === null || section === fixedSections.check) return true;
  return correction.points.some((point) => point.section === section);
}
