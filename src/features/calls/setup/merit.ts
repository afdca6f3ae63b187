import { eq } from 'drizzle-orm';
import type { Tx } from '../../../db/connection.ts';
import { meritCriteria, meritLevels } from '../../../db/schema/calls.ts';
import type { Deps } from '../../../deps.ts';
import type { Actor } from '../../../lib/actor.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { type CriterionLevel, readMeritCriteria } from '../criteria.ts';
import { draftFor, type Edition, keepDraft } from './draft.ts';
import { storedId } from './row-forms.ts';
import { freeCode, inPlace, type KeyedRows, knowsAll, repeated, rowField } from './rows.ts';
import { setupMessages } from './texts.ts';

export interface TypedCriterion {
  readonly name: string;
  readonly description: string;
  readonly weight: number;
  readonly maxPoints: number;
  readonly minPoints: number | null;
  readonly tieOrder: number | null;
  readonly bonus: boolean;
  readonly levels: readonly CriterionLevel[];
  readonly position: number;
}

export interface NewMeritCriteria extends Edition {
  readonly rows: KeyedRows<TypedCriterion>;
  readonly removed: readonly number[];
}

/**
 * Changes the criteria of merit and with them the most points of the call. Refuses as `draftFor`; `last_criterion` without any that has a weight;
 * `rows_wrong` at the fields for a name or a place in a tie given twice, a minimum over the scale, words for points beyond it.
 */
export function changeMerit(deps: Deps, actor: Actor, { callId, version, rows, removed }: NewMeritCriteria): Result {
  return deps.db.write((tx) => {
    const draft = draftFor(tx, { callId, version });
    if (!draft.ok) return draft;
    const stored = readMeritCriteria(tx, callId);
    if (!knowsAll(new Set(stored.map(({ id }) => id)), rows, removed)) return refused('edited_meanwhile');
    const ordered = inPlace(rows);
    const maxPoints = ordered
      .filter(({ row }) => !row.bonus)
      .reduce((sum, { row }) => sum + row.weight * row.maxPoints, 0);
    if (maxPoints === 0) return refused('last_criterion');
    const fields = {
      ...repeated(ordered, 'name', ({ name }) => name, setupMessages.nameTwice),
      ...repeated(ordered, 'tieOrder', ({ tieOrder }) => tieOrder, setupMessages.tieTwice),
      ...Object.fromEntries(ordered.flatMap(({ key, row }) => beyondScale(key, row))),
    };
    if (Object.keys(fields).length > 0) return refused('rows_wrong', { fields });

    for (const id of removed) tx.orm.delete(meritCriteria).where(eq(meritCriteria.id, id)).run();
    const codes = stored.map(({ code }) => code);
    for (const [index, { key, row }] of ordered.entries()) {
      const code = freeCode(codes, 'merit');
      const id = storedId(key) ?? insert(tx, callId, code, row);
      if (storedId(key) === undefined) codes.push(code);
      write(tx, id, row, index + 1);
    }
    keepDraft(tx, deps, actor, draft.value, {
      what: 'call.merit_criteria_changed',
      set: { maxPoints },
      facts: { criteria: ordered.length, removed: removed.length, maxPoints },
    });
    return done();
  });
}

function beyondScale(key: string, { maxPoints, minPoints, levels }: TypedCriterion): [string, string][] {
  return [
    ...(minPoints !== null && minPoints > maxPoints
      ? [[rowField(key, 'minPoints'), setupMessages.overScale(maxPoints)] as [string, string]]
      : []),
    ...levels
      .filter(({ points }) => points > maxPoints)
      .map(({ points }): [string, string] => [
        `${rowField(key, 'levels')}.p${points}`,
        setupMessages.levelOverScale(maxPoints),
      ]),
  ];
}

function insert(
  tx: Tx,
  callId: number,
  code: string,
  { name, description, weight, maxPoints }: TypedCriterion,
): number {
  return tx.orm
    .insert(meritCriteria)
    .values({ callId, code, name, description, weight, maxPoints })
    .returning({ id: meritCriteria.id })
    .get().id;
}

/** A bonus asks for no minimum: it is there for some and not for others. */
function write(tx: Tx, id: number, row: TypedCriterion, position: number): void {
  const { name, description, weight, maxPoints, tieOrder, bonus, levels } = row;
  const minPoints = bonus ? null : row.minPoints;
  tx.orm
    .update(meritCriteria)
    .set({ name, description, weight, maxPoints, minPoints, tieOrder, isBonus: bonus ? 1 : 0, position })
    .where(eq(meritCriteria.id, id))
    .run();
  tx.orm.delete(meritLevels).where(eq(meritLevels.criterionId, id)).run();
  for (const level of levels)
    tx.orm
      .insert(meritLevels)
      .values({ ...level, criterionId: id })
      .run();
}
