import { sql } from 'drizzle-orm';
import type { Tx } from '../db/connection.ts';
import type { Deps } from '../deps.ts';
import { createBudget, putInForce } from '../features/budgets/commands/versions.ts';
import { createCall } from '../features/calls/commands/create.ts';
import { announce } from '../features/calls/commands/lifecycle.ts';
import { shiftTimetable } from '../features/calls/commands/timetable.ts';
import { weeksToBring } from '../features/calls/policy.ts';
import { readCall } from '../features/calls/queries.ts';
import { seedOrganisation } from '../features/organisation/commands.ts';
import { addNeed, addPartner, createProject } from '../features/project/commands.ts';
import type { Actor } from '../lib/actor.ts';
import type { Day } from '../lib/days.ts';
import type { Result } from '../lib/result.ts';
import { grant, initiativesTask, lines, own } from './budget.ts';
import { call, eligibleCosts, ineligibleCosts } from './call.ts';
import { library } from './organisation.ts';
import { needs, partners, project } from './project.ts';

const system: Actor = { kind: 'system' };

/**
 * Fills an empty database in one transaction: the library, the project with its budget in force, and the call. With
 * `today: null` the call is a draft with the dates of 2024; with a day it is announced, its timetable moved by whole
 * weeks so that it takes applications on that day, at least ten days before the deadline.
 */
export function seed(deps: Deps, options: { today: Day | null }): void {
  deps.db.write((tx) => {
    seedOrganisation(tx, deps, system, library);
    const projectId = seedProject(tx, deps);
    const callId = seedCall(tx, deps, projectId);
    if (options.today !== null) openOn(tx, deps, callId, options.today);
  });
}

function seedProject(tx: Tx, deps: Deps): number {
  const projectId = createProject(tx, deps, system, project);
  for (const partner of partners) addPartner(tx, deps, system, { ...partner, projectId });
  for (const need of needs) addNeed(tx, deps, system, { ...need, projectId });
  const versionId = createBudget(tx, deps, system, { projectId, grant, own, isExample: true, lines });
  must(putInForce(tx, deps, system, versionId));
  return projectId;
}

function seedCall(tx: Tx, deps: Deps, projectId: number): number {
  const planned = tx.all<{ taskId: number; category: string; lineId: number }>(sql`
    select t.id as taskId, l.category, l.id as lineId from budget_tasks t join budget_lines l on l.task_id = t.id
    where t.project_id = ${projectId} and t.code = ${initiativesTask} and l.source = 'grant' order by l.id`);
  const lineOf = new Map(planned.map((line) => [line.category, line.lineId]));
  const eligible = eligibleCosts.map((cost) => ({ ...cost, budgetLineId: lineOf.get(cost.name) ?? null }));
  const taskId = planned[0]?.taskId ?? 0;
  return createCall(tx, deps, system, { ...call, projectId, taskId, categories: [...eligible, ...ineligibleCosts] });
}

function openOn(tx: Tx, deps: Deps, callId: number, today: Day): void {
  const drafted = readCall(tx, callId);
  if (drafted === undefined) throw new Error('The call was not created');
  shiftTimetable(tx, deps, system, drafted, weeksToBring(drafted.stages, today));
  must(announce(tx, deps, system, callId));
}

function must(result: Result): void {
  if (!result.ok) throw new Error(`The seed was refused: ${result.code}`);
}
