import type { StoryTime } from '../../stages.ts';
import type { CastKey } from '../cast.ts';

/** Points in the order of the call's criteria: needs, reading, community, feasibility, budget, lasting, originality; youth and encounter are bonuses. */
export type Points = readonly [number, number, number, number, number, number, number, number, number];

export interface Card {
  readonly of: CastKey;
  readonly sentAt: StoryTime;
  readonly points: Points;
  readonly why: string;
  /** For the juror's own eyes. */
  readonly privateNote?: string;
  /** As typed, in złoty. */
  readonly suggestedAmount?: string;
  /** What was sent before, and why the chair gave it back. */
  readonly givenBack?: {
    readonly wasSentAt: StoryTime;
    readonly points: Points;
    readonly at: StoryTime;
    readonly reason: string;
  };
}
