import type { Reader } from '../../../db/connection.ts';
import { type Actor, hasRole } from '../../../lib/actor.ts';
import { membershipOf } from '../queries.ts';

/** Questions about jurors are the chair's, and the coordinator's who keeps the jury's papers. */
export function mayAskRelations(reader: Reader, actor: Actor, callId: number): boolean {
  if (actor.kind !== 'person') return false;
  return hasRole(actor, 'coordinator', callId) || membershipOf(reader, actor.personId, callId)?.function === 'chair';
}
