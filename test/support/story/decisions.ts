import { Readable } from 'node:stream';
import type { Deps } from '../../../src/deps.ts';
import { findOrAddPerson, grantRole } from '../../../src/features/accounts/commands.ts';
import { readActor } from '../../../src/features/accounts/queries.ts';
import { issueAgreement } from '../../../src/features/agreements/commands/issue.ts';
import { confirmFunds, openAgreement } from '../../../src/features/agreements/commands/prepare.ts';
import { recordSigned } from '../../../src/features/agreements/commands/sign.ts';
import { approveDecisions } from '../../../src/features/decisions/commands/approve.ts';
import { prepareDecisions, proposeDecisions } from '../../../src/features/decisions/commands/prepare.ts';
import { publishDecisions } from '../../../src/features/decisions/commands/publish.ts';
import type { Decision } from '../../../src/features/decisions/policy.ts';
import { decisionsOf, findSet } from '../../../src/features/decisions/queries.ts';
import { agreePlan } from '../../../src/features/initiatives/commands/plan.ts';
import { initiativeOf, planLines, readInitiative } from '../../../src/features/initiatives/queries.ts';
import { type Actor, hasRole, type Role } from '../../../src/lib/actor.ts';
import { warsawDay } from '../../../src/lib/days.ts';
import type { Result } from '../../../src/lib/result.ts';
import type { TestClock } from '../clock.ts';
import type { SubmittedStory } from './applications.ts';
import { adopted, coordinatorOf, momentOf, type ScoredStory, type ScoringStory, scored } from './jury.ts';

type PersonActor = Extract<Actor, { kind: 'person' }>;
type House = { deps: Deps; clock: TestClock };

/** Regina Bielska approves, Teresa Krupińska keeps the books; made when they are not there yet. */
export const directorOf = (deps: Deps) =>
  staffOf(deps, { name: 'Regina Bielska', email: 'r.bielska@example.org', role: 'director' });
export const accountantOf = (deps: Deps) =>
  staffOf(deps, { name: 'Teresa Krupińska', email: 't.krupinska@example.org', role: 'accountant' });

function staffOf(deps: Deps, { name, email, role }: { name: string; email: string; role: Role }): PersonActor {
  const personId = deps.db.write((tx) => {
    const id = findOrAddPerson(tx, deps, { kind: 'system' }, { name, email });
    const known = readActor(tx, id);
    if (known === undefined || !hasRole(known, role, null))
      grantRole(tx, deps, { kind: 'system' }, { personId: id, role, callId: null });
    return id;
  });
  const actor = readActor(deps.db, personId);
  if (actor?.kind !== 'person') throw new Error(`${name} is nobody`);
  return actor;
}

/** As `scored`, to the adopted ranking and the set prepared from it; the clock is left on the day of results. */
export function preparedDecisions(house: House, story: ScoringStory): ScoredStory {
  const told = scored(house, story);
  adopted(house, told);
  house.clock.set(momentOf(house.deps, story.callId, 'results'));
  must(prepareDecisions(house.deps, told.coordinator, { callId: story.callId }));
  return told;
}

/** The prepared set with some decisions changed, as the form would send it. */
export function setWith(
  deps: Deps,
  callId: number,
  changes: readonly (Pick<Decision, 'applicationId'> & Partial<Decision>)[] = [],
) {
  const set = findSet(deps.db, callId);
  if (set === undefined) throw new Error('nothing is prepared');
  const decisions = decisionsOf(deps.db, set.id).map((decision) => ({
    ...decision,
    ...changes.find(({ applicationId }) => applicationId === decision.applicationId),
  }));
  return { callId, decisions, revision: set.revision };
}

/** Proposed by the coordinator and approved by the director; nothing is published yet. */
export function approvedDecisions(
  { deps }: House,
  callId: number,
  changes: readonly (Pick<Decision, 'applicationId'> & Partial<Decision>)[] = [],
): void {
  must(proposeDecisions(deps, coordinatorOf(deps), setWith(deps, callId, changes)));
  must(approveDecisions(deps, directorOf(deps), { callId, revision: findSet(deps.db, callId)?.revision ?? 0 }));
}

export interface PublishedStory extends ScoredStory {
  /** The initiative of each awarded application, by the application's id. */
  readonly initiativeOf: ReadonlyMap<number, number>;
}

/**
 * From submission to published results, through the commands. Changes are told of the application at that index; begin with
 * the house `open`. The clock is left on the day of results.
 */
export function publishedResults(
  house: House,
  story: ScoringStory,
  changes: readonly (Partial<Decision> & { index: number })[] = [],
): PublishedStory {
  const told = preparedDecisions(house, story);
  const named = changes.map(({ index, ...change }) => ({
    ...change,
    applicationId: told.applications[index]?.id ?? 0,
  }));
  approvedDecisions(house, story.callId, named);
  must(publishDecisions(house.deps, told.coordinator, { callId: story.callId }));
  return { ...told, initiativeOf: initiativesOf(house.deps, told.applications) };
}

function initiativesOf(deps: Deps, applications: readonly SubmittedStory[]): Map<number, number> {
  return new Map(
    applications.flatMap(({ id }): [number, number][] => {
      const initiative = initiativeOf(deps.db, id);
      return initiative === undefined ? [] : [[id, initiative.id]];
    }),
  );
}

/** The plan as awarded is agreed; the initiative waits for its agreement. */
export function agreedInitiative(deps: Deps, initiativeId: number): void {
  const lines = planLines(deps.db, initiativeId, 'agreed');
  const revision = readInitiative(deps.db, initiativeId)?.revision ?? 0;
  must(agreePlan(deps, coordinatorOf(deps), { initiativeId, lines, revision }));
}

/** Agreed, confirmed by the accountant and issued by the coordinator; not signed yet. */
export function issuedAgreement(deps: Deps, initiativeId: number): void {
  if (readInitiative(deps.db, initiativeId)?.state === 'negotiation') agreedInitiative(deps, initiativeId);
  must(openAgreement(deps, coordinatorOf(deps), { initiativeId }));
  must(confirmFunds(deps, accountantOf(deps), { initiativeId }));
  must(issueAgreement(deps, coordinatorOf(deps), { initiativeId }));
}

/** As `issuedAgreement`, then signed today with a scan in the files: the initiative is in realisation. */
export async function signedAgreement(deps: Deps, initiativeId: number): Promise<void> {
  issuedAgreement(deps, initiativeId);
  const stored = must(
    await deps.files.receive(Readable.from([Buffer.from(`%PDF-1.7 podpisane ${initiativeId}`)]), 1_000_000),
  );
  const scan = { blob: stored, name: 'podpisane.pdf' };
  must(recordSigned(deps, coordinatorOf(deps), { initiativeId, signedOn: warsawDay(deps.clock.now()), scan }));
}

function must<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result.value;
}
