import type { juryMembers, recusals } from '../../db/schema/jury.ts';

export type JuryFunction = typeof juryMembers.$inferSelect.function;
export type RecusalKind = typeof recusals.$inferSelect.kind;
export type RecusalGround = typeof recusals.$inferSelect.ground;

export const juryFunctions = ['chair', 'secretary', 'member'] as const satisfies readonly JuryFunction[];

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

/** How many members may score each application, by its id. */
export function possibleScorers(
  memberIds: readonly number[],
  exclusions: readonly { readonly memberId: number; readonly applicationId: number }[],
  applicationIds: readonly number[],
): Map<number, number> {
  const closed = (applicationId: number, memberId: number) =>
    exclusions.some((exclusion) => exclusion.applicationId === applicationId && exclusion.memberId === memberId);
  return new Map(
    applicationIds.map((id) => [id, memberIds.filter((memberId) => !closed(id, memberId)).length] as const),
  );
}
