import type { Deps } from '../../../deps.ts';
import type { Actor } from '../../../lib/actor.ts';
import { type Result, refused } from '../../../lib/result.ts';
import { marksOf } from '../answers/fields.ts';
import { saveSection } from '../commands/save.ts';
import type { Draft } from '../drafts.ts';
import { storedAs } from '../typed.ts';
import type { Pasted, Sheet } from './sheets.ts';

/** Rows of one table; more would not come back from the page they are written on. */
export const mostRows = 300;

/**
 * Adds rows behind those of the table as it stands now, through the saving of its section; nothing there is replaced.
 * Refuses 'too_many_rows' (facts most, all) and as `saveSection`.
 */
export function addRows(
  deps: Deps,
  actor: Actor,
  draft: Draft,
  sheet: Sheet,
  { rows, section }: Pasted,
): Result<unknown> {
  const all = sheet.present(draft) + rows.length;
  if (all > mostRows) return refused('too_many_rows', { field: 'text', facts: { most: mostRows, all } });
  return saveSection(deps, actor, {
    applicationId: draft.id,
    section: sheet.code,
    seen: marksOf(storedAs(draft, section)),
    page: '',
    step: 0,
    isAutosave: false,
    typed: section,
  });
}
