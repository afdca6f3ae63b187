import type { Source } from '../../../features/budgets/texts.ts';
import type { Part } from '../../../features/expenses/policy.ts';
import { grosze } from '../../../lib/money.ts';
import { initiativeCategories, initiativesTask, lines } from '../../../seed/budget.ts';
import type { Scene } from '../../scene.ts';
import type { CastKey } from '../cast.ts';

const codes = {
  trainings: '1',
  diagnosis: '2',
  animation: '3',
  exchange: '5',
  promotion: '6',
  coordination: '7',
} as const;

type Task = keyof typeof codes;

type CategoryCode = keyof typeof initiativeCategories;

/**
 * What a document takes and from where, in grosze: from the library's own task by source (for an initiative, when its leader is
 * named at the end), or for the initiative led by somebody, in a category of the call.
 */
export type Share =
  | readonly [task: Task, source: Source, amount: number, leader?: CastKey]
  | readonly [leader: CastKey, category: CategoryCode, amount: number];

/** The share as a part of a document of that year. */
export function partOf(scene: Scene, year: number, share: Share): Part {
  const [, , amount] = share;
  const leader = leaderOf(share);
  return {
    lineId: isOfTask(share) ? lineOfTask(scene, year, share) : lineOfInitiative(scene, year, share),
    initiativeId: leader === null ? null : scene.initiative(leader),
    amount: grosze(amount),
  };
}

export function leaderOf(share: Share): CastKey | null {
  return isOfTask(share) ? (share[3] ?? null) : share[0];
}

type TaskShare = Extract<Share, readonly [Task, ...unknown[]]>;

function isOfTask(share: Share): share is TaskShare {
  return share[0] in codes;
}

function lineOfTask(scene: Scene, year: number, [task, source]: TaskShare): number {
  const code = codes[task];
  const category = lines.find((line) => line.taskCode === code)?.category ?? '';
  return scene.line(code, category, year, source);
}

function lineOfInitiative(scene: Scene, year: number, [, category]: Exclude<Share, TaskShare>): number {
  const [name] = initiativeCategories[category];
  return scene.line(initiativesTask, name, year, 'grant');
}
