import type { juryMembers, recusals } from '../../db/schema/jury.ts';

export type JuryFunction = typeof juryMembers.$inferSelect.function;
export type RecusalKind = typeof recusals.$inferSelect.kind;
export type RecusalGround = typeof recusals.$inferSelect.ground;

export const juryFunctions = [
  'chair',
  'secretary',
  'member',
  'non_voting',
  'reserve',
] as const satisfies readonly JuryFunction[];

export interface Seat {
  readonly function: JuryFunction;
  /** 1: in reserve, and called up for the whole jury. */
  readonly isCalledUp: 0 | 1;
}

/** Whether the member reads every application that no conflict closes, and takes part in the meeting. Whoever is in reserve waits to be called up. */
export function sits({ function: held, isCalledUp }: Seat): boolean {
  return held !== 'reserve' || isCalledUp === 1;
}

/** Whether the member's voice counts: to the quorum of the meeting and among those who give points. */
export function scores(seat: Seat): boolean {
  return sits(seat) && seat.function !== 'non_voting';
}

/** An exclusion closes the application to the juror everywhere; a disclosure is only noted. */
export const grounds = {
  exclusion: ['kin', 'member_or_founder', 'employment', 'own_benefit', 'other'],
  disclosure: ['acquaintance', 'other'],
} as const satisfies Readonly<Record<RecusalKind, readonly RecusalGround[]>>;

export interface Conflict {
  readonly kind: RecusalKind;
  readonly ground: RecusalGround;
  readonly note: string;
}

/** Whether the ground alone does not say enough. */
export function needsNote({ kind, ground }: Pick<Conflict, 'kind' | 'ground'>): boolean {
  return kind === 'disclosure' || ground === 'other';
}

export function isGroundOf(kind: RecusalKind, ground: string): ground is RecusalGround {
  return grounds[kind].some((known) => known === ground);
}

interface Pair {
  readonly memberId: number;
  readonly applicationId: number;
}

/** How many members may score each application, by its id: those who score at all, and whoever in reserve was called up for this one. */
export function possibleScorers(
  memberIds: readonly number[],
  exclusions: readonly Pair[],
  applicationIds: readonly number[],
  calledUp: readonly Pair[] = [],
): Map<number, number> {
  const among = (pairs: readonly Pair[], applicationId: number, memberId: number) =>
    pairs.some((pair) => pair.applicationId === applicationId && pair.memberId === memberId);
  const extra = (id: number) => calledUp.filter(({ applicationId }) => applicationId === id).map((one) => one.memberId);
  return new Map(
    applicationIds.map((id) => {
      const members = new Set([...memberIds, ...extra(id)]);
      return [id, [...members].filter((memberId) => !among(exclusions, id, memberId)).length] as const;
    }),
  );
}
