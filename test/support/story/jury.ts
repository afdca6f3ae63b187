import type { Deps } from '../../../src/deps.ts';
import { findOrAddPerson, grantRole } from '../../../src/features/accounts/commands.ts';
import { readActor } from '../../../src/features/accounts/queries.ts';
import { readFormalCriteria, readMeritCriteria } from '../../../src/features/calls/criteria.ts';
import { readStages } from '../../../src/features/calls/queries.ts';
import { type StageKind, stageOf } from '../../../src/features/calls/stages.ts';
import { decideCard } from '../../../src/features/checks/commands/decide.ts';
import { signDeclaration } from '../../../src/features/jury/commands/conflicts.ts';
import { type Appointment, appointMember } from '../../../src/features/jury/commands/members.ts';
import { adoptRanking } from '../../../src/features/ranking/commands.ts';
import { saveScoreCard } from '../../../src/features/reviews/commands/save.ts';
import { sendScoreCard } from '../../../src/features/reviews/commands/send.ts';
import type { GivenPoints } from '../../../src/features/reviews/policy.ts';
import { type Actor, hasRole } from '../../../src/lib/actor.ts';
import { addTime, type Instant, warsawDay } from '../../../src/lib/days.ts';
import type { Result } from '../../../src/lib/result.ts';
import type { TestClock } from '../clock.ts';
import { type StoryApplication, type SubmittedStory, submittedApplication } from './applications.ts';

type PersonActor = Extract<Actor, { kind: 'person' }>;

export interface StoryJuror {
  readonly memberId: number;
  readonly personId: number;
  readonly name: string;
  readonly email: string;
  readonly actor: PersonActor;
}

type Seat = Pick<Appointment, 'name' | 'email' | 'function' | 'represents'>;

const seats: readonly Seat[] = [
  {
    name: 'Marianna Zubrycka',
    email: 'm.zubrycka@example.org',
    function: 'chair',
    represents: 'biblioteka spoza powiatu',
  },
  { name: 'Tomas Vaina', email: 'tomas.vaina@example.org', function: 'secretary', represents: 'biblioteka' },
  { name: 'Halina Rapczyńska', email: 'halina.r@example.org', function: 'member', represents: 'partner' },
  { name: 'Piotr Maksimowicz', email: 'p.maksimowicz@example.org', function: 'member', represents: 'powiat' },
];

/** Four named jurors seated by a coordinator: the chair, the secretary, two members. Nothing is declared yet. */
export function appointedJury(deps: Deps, callId: number): StoryJuror[] {
  const coordinator = coordinatorOf(deps);
  return seats.map((seat) => {
    const memberId = must(appointMember(deps, coordinator, { ...seat, callId }));
    const personId = deps.db.write((tx) => findOrAddPerson(tx, deps, { kind: 'system' }, seat));
    return { memberId, personId, name: seat.name, email: seat.email, actor: actorOf(deps, personId) };
  });
}

/** The coordinator of these stories, Joanna Wasilewska; made when she is not there yet. */
export function coordinatorOf(deps: Deps): PersonActor {
  const personId = deps.db.write((tx) => {
    const id = findOrAddPerson(
      tx,
      deps,
      { kind: 'system' },
      { name: 'Joanna Wasilewska', email: 'j.wasilewska@example.org' },
    );
    const known = readActor(tx, id);
    if (known === undefined || !hasRole(known, 'coordinator', null)) {
      grantRole(tx, deps, { kind: 'system' }, { personId: id, role: 'coordinator', callId: null });
    }
    return id;
  });
  return actorOf(deps, personId);
}

/** Accepted in the formal check: yes to every criterion. */
export function acceptApplication(deps: Deps, { id, callId }: { id: number; callId: number }): void {
  const answers = readFormalCriteria(deps.db, callId).map((criterion) => ({
    criterionId: criterion.id,
    verdict: 'yes' as const,
    note: '',
  }));
  must(
    decideCard(deps, coordinatorOf(deps), { applicationId: id, revision: 0, answers, reason: '', outcome: 'accepted' }),
  );
}

/** The moment a stage of the call has just begun, or its last moment. */
export function momentOf(deps: Deps, callId: number, kind: StageKind, side: 'start' | 'end' = 'start'): Instant {
  const stage = stageOf(readStages(deps.db, callId), kind);
  const at = side === 'start' ? stage?.startsAt : stage?.endsAt;
  if (!at) throw new Error(`The stage ${kind} has no ${side}`);
  return side === 'start' ? addTime(at, { minutes: 1 }) : addTime(at, { minutes: -1 });
}

/** What one juror gives one application: so many points in every weighed criterion, points one by one, or an exclusion. */
export type Given = number | readonly number[] | null;

export interface ScoringStory {
  readonly callId: number;
  readonly applications: readonly StoryApplication[];
  /** By application, then by juror in the order of `appointedJury`; a juror left out has sent no card. */
  readonly given: readonly (readonly (Given | undefined)[])[];
}

export interface ScoredStory {
  readonly callId: number;
  readonly applications: readonly SubmittedStory[];
  readonly jury: readonly StoryJuror[];
  readonly coordinator: PersonActor;
}

/**
 * From submission to the last card through the commands, with the clock moved along the call's stages; it is left in the
 * scoring stage. Begin with the house `open`.
 */
export function scored(
  house: { deps: Deps; clock: TestClock },
  { callId, applications, given }: ScoringStory,
): ScoredStory {
  const { deps, clock } = house;
  const submitted = applications.map((story) => submittedApplication(deps, { ...story, callId }));
  clock.set(momentOf(deps, callId, 'formal_check'));
  for (const { id } of submitted) acceptApplication(deps, { id, callId });
  const jury = appointedJury(deps, callId);
  clock.set(momentOf(deps, callId, 'declarations'));
  for (const [seat, juror] of jury.entries()) {
    const excludedFrom = submitted.filter((_, index) => given[index]?.[seat] === null);
    declare(deps, callId, juror, excludedFrom);
  }
  clock.set(momentOf(deps, callId, 'scoring'));
  submitted.forEach(({ id }, index) => {
    jury.forEach((juror, seat) => {
      const points = given[index]?.[seat];
      if (points !== null && points !== undefined) score(deps, callId, juror, id, points);
    });
  });
  return { callId, applications: submitted, jury, coordinator: coordinatorOf(deps) };
}

/** Signs the juror's declaration, excluded from these applications as kin of somebody in the group. */
export function declare(
  deps: Deps,
  callId: number,
  juror: StoryJuror,
  excludedFrom: readonly { id: number }[] = [],
): void {
  const recusals = excludedFrom.map(({ id }) => ({
    applicationId: id,
    kind: 'exclusion' as const,
    ground: 'kin' as const,
    note: 'siostra należy do grupy',
  }));
  must(signDeclaration(deps, juror.actor, { callId, recusals }));
}

/** Fills in a card and sends it; `alsoWrote` stands at the end of its justification. */
export function score(
  deps: Deps,
  callId: number,
  juror: StoryJuror,
  applicationId: number,
  given: number | readonly number[],
  alsoWrote = '',
): void {
  const card = {
    applicationId,
    revision: 0,
    points: pointsOf(deps, callId, given),
    justification: `${justificationBy(juror.name)}${alsoWrote}`,
  };
  const revision = must(saveScoreCard(deps, juror.actor, card));
  must(sendScoreCard(deps, juror.actor, { applicationId, revision }));
}

export function justificationBy(name: string): string {
  return `Pomysł jest potrzebny i dobrze policzony, a grupa ma siły, żeby go przeprowadzić. Oceniła osoba: ${name}.`;
}

/** Points for every criterion of the call: one number for all the weighed ones and no bonus, or each by itself. */
export function pointsOf(deps: Deps, callId: number, given: number | readonly number[]): GivenPoints[] {
  return readMeritCriteria(deps.db, callId).map(({ id, isBonus }, index) => {
    const points = typeof given === 'number' ? (isBonus ? 0 : given) : given[index];
    return { criterionId: id, points: points ?? 0 };
  });
}

/** The jury's meeting with everybody present: moves the clock there and adopts the ranking. Returns its id. */
export function adopted({ deps, clock }: { deps: Deps; clock: TestClock }, story: ScoredStory): number {
  clock.set(momentOf(deps, story.callId, 'jury_meeting'));
  return must(
    adoptRanking(deps, story.coordinator, {
      callId: story.callId,
      metOn: warsawDay(clock.now()),
      place: 'czytelnia biblioteki',
      attendance: story.jury.map(({ memberId }) => memberId),
    }),
  );
}

/** One of a list that has it. */
export function nth<Item>(list: readonly Item[], index: number): Item {
  const item = list[index];
  if (item === undefined) throw new Error(`There is no number ${index} among ${list.length}`);
  return item;
}

export function actorOf(deps: Deps, personId: number): PersonActor {
  const actor = readActor(deps.db, personId);
  if (actor?.kind !== 'person') throw new Error(`The person ${personId} is nobody`);
  return actor;
}

function must<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result.value;
}
