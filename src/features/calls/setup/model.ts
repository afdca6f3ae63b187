import type { Instant } from '../../../lib/days.ts';
import type { Organisation } from '../../organisation/queries.ts';
import type { Project } from '../../project/queries.ts';
import type { NewCall } from '../commands/create.ts';
import type { StageKind } from '../stages.ts';

/** A whole call without its place in a project: each cost names the category of the budget line it falls on, null when it falls on none. */
export interface CallModel extends Omit<NewCall, 'projectId' | 'taskId' | 'categories' | 'stages'> {
  readonly categories: readonly (Omit<NewCall['categories'][number], 'budgetLineId'> & {
    readonly line: string | null;
  })[];
  readonly stages: readonly ModelStage[];
}

export interface ModelStage {
  readonly kind: StageKind;
  readonly startsAt: Instant | null;
  readonly endsAt: Instant | null;
  readonly place: string;
  readonly source: string;
}

/** What a preset puts into its words. */
export interface PresetFacts {
  readonly library: Organisation;
  readonly project: Project;
  readonly year: number;
}

/** A ready way of running a call: a programme's or nobody's. They are data, handed in by the head of the house. */
export interface CallPreset {
  /** In an address. */
  readonly code: string;
  readonly name: string;
  /** For whom it is, in one sentence. */
  readonly about: string;
  readonly model: (facts: PresetFacts) => CallModel;
}
