import { z } from 'zod';
import type { Deps } from '../../../deps.ts';
import { refused } from '../../../lib/result.ts';
import { absent, redirect } from '../../../web/answer.ts';
import { rawText } from '../../../web/form.ts';
import type { Web } from '../../../web/routes.ts';
import { writingOf } from '../pages/open.ts';
import { applicationPaths, fixedSections } from '../paths.ts';
import { applicationRefusals } from '../texts.ts';
import { addCosts } from './add.ts';
import { pastePage, readPasted } from './page.ts';
import { pageTexts } from './texts.ts';

/** As much as a section keeps at all. */
const mostLetters = 100_000;
const pasteForm = z.object({ text: z.string().min(1, pageTexts.nothingPasted).max(mostLetters, pageTexts.tooLong) });

/** Costs pasted from a spreadsheet: shown as understood, then added behind those that are there. */
export function pasteRoutes(web: Web, deps: Deps): void {
  web.page(applicationPaths.paste, 'signed_in', (visit) => pastePage(visit, writingOf(deps, visit)));

  web.submit(applicationPaths.paste, 'signed_in', {
    form: pasteForm,
    refusals: { ...applicationRefusals, too_many_rows: pageTexts.tooMany, nothing_read: () => pageTexts.nothingRead },
    again: (visit, _errors, raw) => pastePage(visit, writingOf(deps, visit), raw),
    run: (visit, _input, raw) => {
      const writing = writingOf(deps, visit);
      if (rawText(raw, 'add') === '') return pastePage(visit, writing, raw);
      const costs = readPasted(writing, raw).costs.map(({ cost }) => cost);
      if (costs.length === 0) return refused('nothing_read', { field: 'text' });
      const added = addCosts(deps, visit.actor, writing.draft, costs);
      if (!added.ok) return added.code === 'absent' ? absent : added;
      const rows = `#rows-${writing.draft.costs.length}`;
      const here = applicationPaths.sectionOf(writing.draft.id, fixedSections.costs);
      return redirect(here + rows, pageTexts.added(costs.length));
    },
  });
}
