import type { Deps } from '../deps.ts';
import { findOrAddPerson, grantRole } from '../features/accounts/commands.ts';
import type { Actor } from '../lib/actor.ts';
import { type CastMember, cast } from './story/cast.ts';

const system: Actor = { kind: 'system' };

/** Everybody of the story with the roles of the staff, in the order of the cast: the same ids at every stage. */
export function enterCast(deps: Deps): void {
  const everybody: readonly CastMember[] = Object.values(cast);
  deps.db.write((tx) => {
    for (const { name, email, roles = [] } of everybody) {
      const personId = findOrAddPerson(tx, deps, system, { name, email });
      for (const role of roles) grantRole(tx, deps, system, { personId, role, callId: null });
    }
  });
}
