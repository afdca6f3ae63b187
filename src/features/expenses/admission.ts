import type { Role } from '../../lib/actor.ts';
import { trouble } from '../../web/answer.ts';
import { Stop, type Visit } from '../../web/visit.ts';
import { mayEnterMoney } from './access.ts';

/** For pages of the money without a record: a role held for one call alone does not reach the project's documents. */
export function admitted(visit: Visit, roles: readonly Role[]): Visit {
  if (!mayEnterMoney(visit.actor, roles)) throw new Stop(trouble('forbidden'));
  return visit;
}
