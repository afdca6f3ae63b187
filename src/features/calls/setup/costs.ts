import { eq } from 'drizzle-orm';
import { costCategories } from '../../../db/schema/calls.ts';
import type { Deps } from '../../../deps.ts';
import type { Actor } from '../../../lib/actor.ts';
import type { Grosze } from '../../../lib/money.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { draftFor, type Edition, keepDraft } from './draft.ts';
import { grantLines, readSetUpCosts } from './queries.ts';
import { storedId, storedKey } from './row-forms.ts';
import { freeCode, inPlace, type KeyedRows, knowsAll, repeated, rowField } from './rows.ts';
import { setupMessages } from './texts.ts';

export interface TypedCost {
  readonly name: string;
  readonly eligible: 'tak' | 'nie';
  /** A budget line of the call's task; null while nobody chose one. */
  readonly line: number | null;
  readonly cap: number | null;
  readonly threshold: Grosze | null;
  readonly note: string;
  readonly isPay: boolean;
  readonly position: number;
}

export interface NewCosts extends Edition {
  readonly rows: KeyedRows<TypedCost>;
  readonly removed: readonly number[];
}

/**
 * Changes what money may and may not go on. Refuses as `draftFor`; `rows_wrong` at the fields for a name twice, a line of another task, and a cost taken
 * away that a draft already holds.
 */
export function changeCosts(deps: Deps, actor: Actor, { callId, version, rows, removed }: NewCosts): Result {
  return deps.db.write((tx) => {
    const draft = draftFor(tx, { callId, version });
    if (!draft.ok) return draft;
    const stored = readSetUpCosts(tx, callId);
    if (!knowsAll(new Set(stored.map(({ id }) => id)), rows, removed)) return refused('edited_meanwhile');
    const ordered = inPlace(rows);
    const lines = new Set(grantLines(tx, draft.value.taskId).map(({ id }) => id));
    const fields = {
      ...repeated(ordered, 'name', ({ name }) => name, setupMessages.nameTwice),
      ...Object.fromEntries([
        ...ordered
          .filter(({ row }) => row.eligible === 'tak' && row.line !== null && !lines.has(row.line))
          .map(({ key }) => [rowField(key, 'line'), setupMessages.line]),
        ...stored
          .filter(({ id, isUsed }) => isUsed && removed.includes(id))
          .map(({ id }) => [rowField(storedKey(id), 'remove'), setupMessages.used]),
      ]),
    };
    if (Object.keys(fields).length > 0) return refused('rows_wrong', { fields });

    for (const id of removed) tx.orm.delete(costCategories).where(eq(costCategories.id, id)).run();
    const codes = stored.map(({ code }) => code);
    for (const [index, { key, row }] of ordered.entries()) {
      const isEligible = row.eligible === 'tak';
      const values = {
        name: row.name,
        isEligible: isEligible ? 1 : 0,
        budgetLineId: isEligible ? row.line : null,
        capPercent: isEligible ? row.cap : null,
        unitThresholdGrosze: isEligible ? row.threshold : null,
        note: row.note,
        isPay: isEligible && row.isPay ? 1 : 0,
        position: index + 1,
      };
      const id = storedId(key);
      if (id !== undefined) tx.orm.update(costCategories).set(values).where(eq(costCategories.id, id)).run();
      else {
        const code = freeCode(codes, 'cost');
        codes.push(code);
        tx.orm
          .insert(costCategories)
          .values({ ...values, callId, code })
          .run();
      }
    }
    keepDraft(tx, deps, actor, draft.value, {
      what: 'call.costs_changed',
      facts: { costs: ordered.length, removed: removed.length },
    });
    return done();
  });
}
