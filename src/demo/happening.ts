import type { Actor } from '../lib/actor.ts';
import type { Scene } from './scene.ts';
import type { StoryTime } from './stages.ts';
import type { CastKey } from './story/cast.ts';

/** One command of the story: when, by whom, which. What it returns, if it is a refusal, ends the telling. */
export interface Happening {
  readonly at: StoryTime;
  readonly by: CastKey | 'system';
  /** In English, for whoever reads the list or an error of the telling. */
  readonly what: string;
  does(scene: Scene, actor: Actor): unknown;
}

export function happening(
  at: StoryTime,
  by: Happening['by'],
  what: string,
  does: (scene: Scene, actor: PersonActor) => unknown,
): Happening {
  return { at, by, what, does: does as Happening['does'] };
}

export type PersonActor = Extract<Actor, { kind: 'person' }>;
