import type { Reader } from '../../../db/connection.ts';
import { type Actor, hasRole } from '../../../lib/actor.ts';
import { judgesBlind } from '../blind/heads.ts';
import { membershipOf } from '../queries.ts';

/**
 * Questions about jurors are the chair's, and the coordinator's who keeps the jury's papers. A question names an application with its people, so where the jury
 * judges without names it is the coordinator's alone.
 */
export function mayAskRelations(reader: Reader, actor: Actor, callId: number): boolean {
  if (actor.kind !== 'person') return false;
  if (hasRole(actor, 'coordinator', callId)) return true;
  return membershipOf(reader, actor.personId, callId)?.function === 'chair' && !judgesBlind(reader, callId);
}
