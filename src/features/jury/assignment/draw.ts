import { fingerprint } from '../../../lib/fingerprint.ts';

export interface Pair {
  readonly memberId: number;
  readonly applicationId: number;
}

/** Everything a draw follows from; whoever has these has the draw. */
export interface DrawInputs {
  readonly seed: string;
  readonly memberIds: readonly number[];
  readonly applicationIds: readonly number[];
  readonly exclusions: readonly Pair[];
  /** How many members score each application. */
  readonly each: number;
}

export interface Draw {
  readonly pairs: readonly Pair[];
  /** Applications that fewer members may score: whoever may, does. */
  readonly short: readonly number[];
}

/**
 * Who scores what: each application by `each` different members none of whom is excluded from it, loads as even as the exclusions allow (without any
 * they differ by one at most). Chance, which is the seed's, decides between members of equal load, so that not always the same ones meet.
 */
export function drawAssignment({ seed, memberIds, applicationIds, exclusions, each }: DrawInputs): Draw {
  const closed = new Set(exclusions.map(({ memberId, applicationId }) => `${memberId}:${applicationId}`));
  const mayScore = (memberId: number, applicationId: number) => !closed.has(`${memberId}:${applicationId}`);
  const members = [...new Set(memberIds)];
  const applications = byChance([...new Set(applicationIds)], (id) => [seed, id]);
  const board: Board = { scorers: new Map(), loads: new Map(members.map((id) => [id, 0])), members, mayScore };
  for (const id of applications) {
    const able = byChance(
      members.filter((memberId) => mayScore(memberId, id)),
      (memberId) => [seed, id, memberId],
    );
    const chosen = able.sort((a, b) => loadOf(board, a) - loadOf(board, b)).slice(0, each);
    board.scorers.set(id, new Set(chosen));
    for (const memberId of chosen) board.loads.set(memberId, loadOf(board, memberId) + 1);
  }
  while (evenOut(board));
  return {
    pairs: [...board.scorers]
      .flatMap(([applicationId, scorers]) => [...scorers].map((memberId) => ({ memberId, applicationId })))
      .sort((a, b) => a.applicationId - b.applicationId || a.memberId - b.memberId),
    short: applicationIds.filter((id) => (board.scorers.get(id)?.size ?? 0) < each),
  };
}

/** What fills the places left empty among those who score already, from the least loaded member on; nothing that stands is moved. */
export function fillHoles(
  standing: readonly Pair[],
  { seed, memberIds, applicationIds, exclusions, each }: DrawInputs,
): Pair[] {
  const loads = new Map(memberIds.map((id) => [id, standing.filter(({ memberId }) => memberId === id).length]));
  const has = (pairs: readonly Pair[], memberId: number, applicationId: number) =>
    pairs.some((pair) => pair.memberId === memberId && pair.applicationId === applicationId);
  return applicationIds.flatMap((applicationId) => {
    const missing = each - standing.filter((pair) => pair.applicationId === applicationId).length;
    const able = byChance(
      memberIds.filter((id) => !has(exclusions, id, applicationId) && !has(standing, id, applicationId)),
      (id) => [seed, applicationId, id],
    ).sort((a, b) => (loads.get(a) ?? 0) - (loads.get(b) ?? 0));
    return able.slice(0, Math.max(0, missing)).map((memberId) => {
      loads.set(memberId, (loads.get(memberId) ?? 0) + 1);
      return { memberId, applicationId };
    });
  });
}

interface Board {
  readonly scorers: Map<number, Set<number>>;
  readonly loads: Map<number, number>;
  readonly members: readonly number[];
  readonly mayScore: (memberId: number, applicationId: number) => boolean;
}

const loadOf = ({ loads }: Pick<Board, 'loads'>, memberId: number) => loads.get(memberId) ?? 0;

/**
 * Hands one application on from a member to another with two fewer or less, perhaps through others who keep their loads; false when nobody can. Where no
 * such way is left, loads are as even as they can be: a shorter way to that would be one of these.
 */
function evenOut(board: Board): boolean {
  const heaviest = [...board.members].sort((a, b) => loadOf(board, b) - loadOf(board, a));
  return heaviest.some((from) => handOn(board, from));
}

function handOn(board: Board, from: number): boolean {
  const cameBy = new Map<number, Pair>();
  const waiting = [from];
  for (const member of waiting) {
    for (const [applicationId, scorers] of board.scorers) {
      if (!scorers.has(member)) continue;
      for (const next of board.members) {
        if (next === from || cameBy.has(next) || scorers.has(next) || !board.mayScore(next, applicationId)) continue;
        cameBy.set(next, { memberId: member, applicationId });
        if (loadOf(board, next) <= loadOf(board, from) - 2) {
          handAlong(board, cameBy, from, next);
          return true;
        }
        waiting.push(next);
      }
    }
  }
  return false;
}

function handAlong(board: Board, cameBy: ReadonlyMap<number, Pair>, from: number, to: number): void {
  board.loads.set(from, loadOf(board, from) - 1);
  board.loads.set(to, loadOf(board, to) + 1);
  for (let member = to; member !== from; ) {
    const step = cameBy.get(member);
    if (step === undefined) throw new Error(`Nobody handed an application to ${member}`);
    const scorers = board.scorers.get(step.applicationId);
    scorers?.delete(step.memberId);
    scorers?.add(member);
    member = step.memberId;
  }
}

function byChance(ids: readonly number[], of: (id: number) => unknown): number[] {
  const chance = new Map(ids.map((id) => [id, fingerprint(of(id))]));
  return [...ids].sort((a, b) => ((chance.get(a) ?? '') < (chance.get(b) ?? '') ? -1 : 1));
}
