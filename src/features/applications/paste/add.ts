import type { Deps } from '../../../deps.ts';
import type { Actor } from '../../../lib/actor.ts';
import { type Result, refused } from '../../../lib/result.ts';
import { marksOf } from '../answers/fields.ts';
import { saveSection } from '../commands/save.ts';
import type { Draft } from '../drafts.ts';
import { fixedSections } from '../paths.ts';
import type { TypedCost } from '../typed.ts';

/** Rows of one estimate; more would not come back from the page they are written on. */
export const mostRows = 300;

/**
 * Adds rows behind those of the estimate as it stands now, through the saving of its section; nothing there is replaced.
 * Refuses 'too_many_rows' (facts most, all) and as `saveSection`.
 */
export function addCosts(deps: Deps, actor: Actor, draft: Draft, rows: readonly TypedCost[]): Result<unknown> {
  const all = draft.costs.length + rows.length;
  if (all > mostRows) return refused('too_many_rows', { field: 'text', facts: { most: mostRows, all } });
  return saveSection(deps, actor, {
    applicationId: draft.id,
    section: fixedSections.costs,
    seen: marksOf({ kind: 'costs', rows: draft.costs }),
    page: '',
    step: 0,
    isAutosave: false,
    typed: { kind: 'costs', rows: [...draft.costs, ...rows] },
  });
}
