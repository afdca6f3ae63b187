import { eq } from 'drizzle-orm';
import { formalCriteria } from '../../../db/schema/calls.ts';
import type { Deps } from '../../../deps.ts';
import type { Actor } from '../../../lib/actor.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { readFormalCriteria } from '../criteria.ts';
import { draftFor, type Edition, keepDraft } from './draft.ts';
import { storedId } from './row-forms.ts';
import { freeCode, inPlace, type KeyedRows, knowsAll, repeated } from './rows.ts';
import { setupMessages } from './texts.ts';

/** What the system itself finds out, by the codes that the room of checks knows. */
export const systemCriteria = [
  'in_time',
  'complete',
  'amount_within_limits',
  'dates_within_period',
  'one_per_applicant',
] as const;
export type SystemCriterion = (typeof systemCriteria)[number];

const isSystem = (code: string): code is SystemCriterion => systemCriteria.some((one) => one === code);

export interface NewFormalCriteria extends Edition {
  readonly rows: KeyedRows<{ readonly name: string; readonly knownBy: string; readonly position: number }>;
  readonly removed: readonly number[];
}

/** Changes the formal criteria; a new one is looked at by a person, or is one of `systemCriteria` not yet there. Refuses as `changeCosts`. */
export function changeFormal(deps: Deps, actor: Actor, { callId, version, rows, removed }: NewFormalCriteria): Result {
  return deps.db.write((tx) => {
    const draft = draftFor(tx, { callId, version });
    if (!draft.ok) return draft;
    const stored = readFormalCriteria(tx, callId);
    if (!knowsAll(new Set(stored.map(({ id }) => id)), rows, removed)) return refused('edited_meanwhile');
    const ordered = inPlace(rows);
    const fields = repeated(ordered, 'name', ({ name }) => name, setupMessages.nameTwice);
    if (Object.keys(fields).length > 0) return refused('rows_wrong', { fields });

    for (const id of removed) tx.orm.delete(formalCriteria).where(eq(formalCriteria.id, id)).run();
    const codes = stored.filter(({ id }) => !removed.includes(id)).map(({ code }) => code);
    for (const [index, { key, row }] of ordered.entries()) {
      const { name } = row;
      const position = index + 1;
      const id = storedId(key);
      if (id !== undefined)
        tx.orm.update(formalCriteria).set({ name, position }).where(eq(formalCriteria.id, id)).run();
      else {
        const bySystem = isSystem(row.knownBy) && !codes.includes(row.knownBy);
        const code = bySystem ? row.knownBy : freeCode(codes, 'formal');
        codes.push(code);
        tx.orm
          .insert(formalCriteria)
          .values({ callId, code, name, position, knownBy: bySystem ? 'system' : 'person' })
          .run();
      }
    }
    keepDraft(tx, deps, actor, draft.value, {
      what: 'call.formal_criteria_changed',
      facts: { criteria: ordered.length, removed: removed.length },
    });
    return done();
  });
}
