import { eq } from 'drizzle-orm';
import type { Tx } from '../../../db/connection.ts';
import { juryDraws, scoreAssignments } from '../../../db/schema/jury-assignments.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import type { Actor } from '../../../lib/actor.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { type Call, readCall } from '../../calls/queries.ts';
import { isOpenPlace, openIds } from './access.ts';
import { drawAssignment, fillHoles, type Pair } from './draw.ts';
import { type Assigned, assignedIn, drawOf, inputsOf, isScoringBegun, mayAssign, mayStillAssign } from './queries.ts';

/** The call in which places may be drawn or changed by the actor now. Refuses `absent`, `jury_has_met`. */
function assignable(tx: Tx, actor: Actor, callId: number): Result<Call> {
  const call = readCall(tx, callId);
  if (call === undefined || call.cardsPerApplication === null || !mayAssign(tx, actor, callId))
    return refused('absent');
  return mayStillAssign(tx, call) ? done(call) : refused('jury_has_met');
}

/**
 * Draws who scores what, or draws it anew while no card is begun; seed and inputs are kept, so that anybody repeats it. Places of whoever
 * in reserve was called up for single applications stay. Returns how many applications, of those open to the actor, have fewer members than the call asks
 * for. Refuses `absent`, `jury_has_met`, `scoring_begun`, `too_few_declared` (facts each), `nothing_to_draw`.
 */
export function drawScorers(deps: Deps, actor: Actor, callId: number): Result<number> {
  return deps.db.write((tx) => {
    const open = assignable(tx, actor, callId);
    if (!open.ok) return open;
    if (actor.kind !== 'person') return refused('absent');
    if (isScoringBegun(tx, callId)) return refused('scoring_begun');
    const inputs = inputsOf(tx, open.value, deps.random.bytes(8).toString('hex'));
    if (inputs.memberIds.length < inputs.each) return refused('too_few_declared', { facts: { each: inputs.each } });
    if (inputs.applicationIds.length === 0) return refused('nothing_to_draw');

    const drawnAt = deps.clock.now();
    for (const { assignmentId, memberId } of assignedIn(tx, callId))
      if (inputs.memberIds.includes(memberId)) endAssignment(tx, deps, assignmentId);
    tx.orm
      .insert(juryDraws)
      .values({ callId, seed: inputs.seed, inputs: JSON.stringify(inputs), drawnAt, drawnBy: actor.personId })
      .run();
    assign(tx, deps, drawAssignment(inputs).pairs, 'draw');
    record(tx, deps, actor, {
      what: 'jury.scorers_drawn',
      subject: { kind: 'call', id: callId },
      callId,
      facts: { seed: inputs.seed, applications: inputs.applicationIds.length, members: inputs.memberIds.length },
    });
    const places = assignedIn(tx, callId);
    const scorers = (id: number) => places.filter(({ applicationId }) => applicationId === id).length;
    return done(openIds(tx, actor, callId).filter((id) => scorers(id) < inputs.each).length);
  });
}

/**
 * Gives every empty place, of applications open to the actor, to the least loaded member who may score them. Returns how many places were filled. Refuses `absent`,
 * `jury_has_met`, `not_drawn`, `nobody_to_fill` where nobody is left for any of them.
 */
export function fillPlaces(deps: Deps, actor: Actor, callId: number): Result<number> {
  return deps.db.write((tx) => {
    const open = assignable(tx, actor, callId);
    if (!open.ok) return open;
    const draw = drawOf(tx, callId);
    if (draw === undefined) return refused('not_drawn');
    const applicationIds = openIds(tx, actor, callId);
    const filled = fillHoles(assignedIn(tx, callId), { ...inputsOf(tx, open.value, draw.seed), applicationIds });
    if (filled.length === 0) return refused('nobody_to_fill');
    assign(tx, deps, filled, 'fill');
    record(tx, deps, actor, {
      what: 'jury.places_filled',
      subject: { kind: 'call', id: callId },
      callId,
      facts: { places: filled.length },
    });
    return done(filled.length);
  });
}

export interface PlaceChange {
  readonly callId: number;
  readonly applicationId: number;
  readonly fromMemberId: number;
  readonly toMemberId: number;
  readonly reason: string;
}

/**
 * One member scores an application instead of another who has not begun the card. Refuses `absent` (an application closed to the actor too),
 * `jury_has_met`, `not_drawn`, `card_begun`, and at the field `not_assigned`, `cannot_score`.
 */
export function changePlace(deps: Deps, actor: Actor, change: PlaceChange): Result {
  return deps.db.write((tx) => {
    const { callId, applicationId, fromMemberId, toMemberId, reason } = change;
    const open = assignable(tx, actor, callId);
    if (!open.ok) return open;
    if (!isOpenPlace(tx, actor, callId, applicationId)) return refused('absent');
    const draw = drawOf(tx, callId);
    if (draw === undefined) return refused('not_drawn');
    const here = assignedIn(tx, callId).filter((one) => one.applicationId === applicationId);
    const from = here.find(({ memberId }) => memberId === fromMemberId);
    if (from === undefined) return refused('not_assigned', { field: 'from' });
    if (from.isBegun === 1) return refused('card_begun', { field: 'from' });
    if (!ableFor(inputsOf(tx, open.value, draw.seed), here, applicationId).includes(toMemberId))
      return refused('cannot_score', { field: 'to' });

    endAssignment(tx, deps, from.assignmentId);
    assign(tx, deps, [{ memberId: toMemberId, applicationId }], 'change', reason);
    record(tx, deps, actor, {
      what: 'jury.place_changed',
      subject: { kind: 'application', id: applicationId },
      callId,
      facts: { from: fromMemberId, to: toMemberId },
      text: reason,
    });
    return done();
  });
}

/** Members who may score the application and do not yet. */
export function ableFor(
  { memberIds, exclusions }: Pick<ReturnType<typeof inputsOf>, 'memberIds' | 'exclusions'>,
  here: readonly Pick<Assigned, 'memberId'>[],
  applicationId: number,
): number[] {
  const isClosed = (memberId: number) =>
    exclusions.some((one) => one.memberId === memberId && one.applicationId === applicationId);
  return memberIds.filter((id) => !isClosed(id) && !here.some(({ memberId }) => memberId === id));
}

/** Places given; whoever asks knows that they may be. */
export function assign(
  tx: Tx,
  deps: Deps,
  pairs: readonly Pair[],
  madeBy: typeof scoreAssignments.$inferInsert.madeBy,
  reason = '',
): void {
  const assignedAt = deps.clock.now();
  for (const { memberId, applicationId } of pairs)
    tx.orm.insert(scoreAssignments).values({ memberId, applicationId, madeBy, reason, assignedAt }).run();
}

function endAssignment(tx: Tx, deps: Deps, assignmentId: number): void {
  tx.orm.update(scoreAssignments).set({ endedAt: deps.clock.now() }).where(eq(scoreAssignments.id, assignmentId)).run();
}
