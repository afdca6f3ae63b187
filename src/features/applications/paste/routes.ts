import { z } from 'zod';
import type { Deps } from '../../../deps.ts';
import { refused } from '../../../lib/result.ts';
import { absent, redirect } from '../../../web/answer.ts';
import { rawText } from '../../../web/form.ts';
import type { Web } from '../../../web/routes.ts';
import { writingOf } from '../pages/open.ts';
import { applicationPaths } from '../paths.ts';
import { applicationRefusals } from '../texts.ts';
import { addRows } from './add.ts';
import { pastePage, readPasted } from './page.ts';
import { costsSheet, type Sheet, scheduleSheet } from './sheets.ts';
import { pasteTexts } from './texts.ts';

/** As much as a section keeps at all. */
const mostLetters = 100_000;
const pasteForm = z.object({ text: z.string().min(1, pasteTexts.nothingPasted).max(mostLetters, pasteTexts.tooLong) });

/** Rows pasted from a spreadsheet into the estimate or the timetable: shown as understood, then added behind those that are there. */
export function pasteRoutes(web: Web, deps: Deps): void {
  for (const sheet of [costsSheet, scheduleSheet]) sheetRoutes(web, deps, sheet);
}

function sheetRoutes(web: Web, deps: Deps, sheet: Sheet): void {
  const { texts } = sheet;
  web.page(sheet.path, 'signed_in', (visit) => pastePage(sheet, visit, writingOf(deps, visit)));

  web.submit(sheet.path, 'signed_in', {
    form: pasteForm,
    refusals: { ...applicationRefusals, too_many_rows: texts.tooMany, nothing_read: () => texts.nothingRead },
    again: (visit, _errors, raw) => pastePage(sheet, visit, writingOf(deps, visit), raw),
    run: (visit, _input, raw) => {
      const writing = writingOf(deps, visit);
      if (rawText(raw, 'add') === '') return pastePage(sheet, visit, writing, raw);
      const pasted = readPasted(sheet, writing, raw);
      if (pasted.rows.length === 0) return refused('nothing_read', { field: 'text' });
      const added = addRows(deps, visit.actor, writing.draft, sheet, pasted);
      if (!added.ok) return added.code === 'absent' ? absent : added;
      const rows = `#rows-${sheet.present(writing.draft)}`;
      return redirect(applicationPaths.sectionOf(writing.draft.id, sheet.code) + rows, texts.added(pasted.rows.length));
    },
  });
}
