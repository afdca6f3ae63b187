import type { Deps } from '../../../deps.ts';
import type { Role } from '../../../lib/actor.ts';
import { absent } from '../../../web/answer.ts';
import { Stop, type Visit } from '../../../web/visit.ts';
import { mayEnterMoney } from '../access.ts';
import { type Expense, visibleExpense } from '../queries.ts';

/** The document of the path, for holders of these roles; absent and foreign ones end the visit alike. */
export function asked(deps: Deps, visit: Visit, roles: readonly Role[]): Expense {
  const id = visit.id();
  const expense = mayEnterMoney(visit.actor, roles) ? visibleExpense(deps.db, visit.actor, id) : undefined;
  if (expense === undefined) throw new Stop(absent);
  return expense;
}
