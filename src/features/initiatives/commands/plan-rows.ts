import { eq } from 'drizzle-orm';
import type { Tx } from '../../../db/connection.ts';
import { planLines, plans } from '../../../db/schema/initiatives.ts';
import type { Deps } from '../../../deps.ts';
import { type PlanLine, totalOf } from '../policy.ts';

type PlanKind = typeof plans.$inferInsert.kind;

/** A new plan that may still change. Returns its id. */
export function insertPlan(
  tx: Tx,
  deps: Deps,
  initiativeId: number,
  kind: PlanKind,
  lines: readonly PlanLine[],
): number {
  const { id } = tx.orm
    .insert(plans)
    .values({ initiativeId, kind, totalGrosze: totalOf(lines), createdAt: deps.clock.now() })
    .returning({ id: plans.id })
    .get();
  insertLines(tx, id, lines);
  return id;
}

/** The plan's rows are these from now on. */
export function replaceLines(tx: Tx, planId: number, lines: readonly PlanLine[]): void {
  tx.orm.delete(planLines).where(eq(planLines.planId, planId)).run();
  insertLines(tx, planId, lines);
  tx.orm
    .update(plans)
    .set({ totalGrosze: totalOf(lines) })
    .where(eq(plans.id, planId))
    .run();
}

function insertLines(tx: Tx, planId: number, lines: readonly PlanLine[]): void {
  for (const [index, line] of lines.entries()) {
    const { name, categoryId, budgetLineId, unit } = line;
    const figures = { quantityThousandths: line.quantity, priceGrosze: line.price, amountGrosze: line.amount };
    tx.orm
      .insert(planLines)
      .values({ planId, position: index + 1, name, categoryId, budgetLineId, unit, ...figures })
      .run();
  }
}

/** A final plan never changes; triggers hold that. */
export function finishPlan(tx: Tx, planId: number): void {
  tx.orm.update(plans).set({ isFinal: 1 }).where(eq(plans.id, planId)).run();
}
