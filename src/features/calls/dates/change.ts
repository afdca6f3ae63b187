import type { Instant } from '../../../lib/days.ts';
import type { StageKind, StageWindow } from '../stages.ts';

/** One date that was announced and is another now. Without `before` a meeting was added, without `after` it was called off. */
export interface DateChange {
  readonly kind: StageKind;
  readonly before: (StageWindow & { readonly place: string }) | null;
  readonly after: (StageWindow & { readonly place: string }) | null;
}

export interface TimetableChange {
  readonly id: number;
  readonly callId: number;
  readonly reason: string;
  /** The whole timetable moved by so many weeks; null when single dates changed. */
  readonly weeks: number | null;
  readonly changedAt: Instant;
  readonly dates: readonly DateChange[];
}
