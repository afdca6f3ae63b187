import type { Role } from '../../src/lib/actor.ts';

/**
 * One route as the hand-written table has it. `access` says who may enter: anyone, files without a visitor, anyone signed in (a person still writing
 * before confirming an address too), whoever confirmed one, or the holders of these roles.
 */
export interface AccessRow {
  readonly method: 'GET' | 'POST';
  /** The pattern of the route, e.g. `/wnioski/:id`. */
  readonly path: string;
  readonly access: 'static' | 'public' | 'signed_in' | 'confirmed' | readonly Role[];
}
