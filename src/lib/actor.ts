export const roles = ['juror', 'coordinator', 'accountant', 'director', 'inspector', 'administrator'] as const;

export type Role = (typeof roles)[number];

/** `callId: null` is a grant for the whole organisation. */
export interface RoleGrant {
  readonly role: Role;
  readonly callId: number | null;
}

/** Who acts. Every confirmed person is an applicant; no grant says so. Grants count only once the person is confirmed. */
export type Actor =
  | { readonly kind: 'visitor' }
  | {
      readonly kind: 'person';
      readonly personId: number;
      readonly name: string;
      readonly confirmed: boolean;
      readonly grants: readonly RoleGrant[];
    }
  | { readonly kind: 'system' };

/**
 * With a call's id: the role held for that call or for the whole organisation. With `null`: for the whole organisation
 * only. Without the argument: held anywhere, which is enough to enter a page, never to act on one call.
 */
export function hasRole(actor: Actor, role: Role, callId?: number | null): boolean {
  return hasAnyRole(actor, [role], callId);
}

/** At least one of the roles, in the scope explained at `hasRole`. */
export function hasAnyRole(actor: Actor, wanted: readonly Role[], callId?: number | null): boolean {
  if (actor.kind !== 'person' || !actor.confirmed) return false;
  return actor.grants.some((grant) => wanted.includes(grant.role) && reaches(grant, callId));
}

function reaches(grant: RoleGrant, callId: number | null | undefined): boolean {
  return callId === undefined || grant.callId === null || grant.callId === callId;
}

export function personIdOf(actor: Actor): number | null {
  return actor.kind === 'person' ? actor.personId : null;
}
