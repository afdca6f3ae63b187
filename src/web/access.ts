import { type Actor, hasAnyRole, type Role } from '../lib/actor.ts';

/**
 * Who may enter a route, decided before anything is loaded: anyone; anyone signed in (a person still writing before confirming the address too);
 * whoever confirmed an address; or holders of one of the roles, in any call or for the whole organisation. `static` files have no visitor at all.
 */
export type Access = 'static' | 'public' | 'signed_in' | 'confirmed' | readonly Role[];

export function mayEnter(access: Access, actor: Actor): boolean {
  if (access === 'public' || access === 'static') return true;
  if (actor.kind !== 'person') return false;
  if (access === 'signed_in') return true;
  return access === 'confirmed' ? actor.confirmed : hasAnyRole(actor, access);
}
