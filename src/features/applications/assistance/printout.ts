import type { Deps } from '../../../deps.ts';
import type { Subject } from '../../../history/record.ts';
import type { Actor } from '../../../lib/actor.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { type DocumentKind, documentKind } from '../../../pdf/kinds.ts';
import { askForDocument } from '../../../pdf/register.ts';
import { drawFormPaper } from '../../calls/form-paper/paper.ts';
import { standingOf } from '../access.ts';
import { readDraft } from '../drafts.ts';
import { loadPrintout, type Printout, printoutPaper } from './printout-data.ts';
import { samplePrintout } from './printout-sample.ts';
import { printoutTitle } from './texts.ts';

/** The printout is its writers' alone: what was sent has a document of its own. */
export const printoutSubject = (applicationId: number): Subject => ({ kind: 'application_draft', id: applicationId });

export const printoutDocument: DocumentKind = documentKind<Printout>({
  kind: 'application_printout',
  load: loadPrintout,
  title: ({ written }) => printoutTitle(written.title),
  fileName: () => 'wniosek-do-podpisu.pdf',
  standsAt: ({ askedAt }) => askedAt,
  letterhead: ({ letterhead }) => letterhead,
  isDraft: () => false,
  isFinal: false,
  mayAsk: (reader, actor, id) => standingOf(reader, actor, id) !== undefined,
  draw: (sheet, data) => drawFormPaper(sheet, printoutPaper(data)),
  sample: samplePrintout,
});

/** Has the draft printed as it is now. Refuses 'absent', 'not_in_this_state'. */
export function printDraft(deps: Deps, actor: Actor, applicationId: number): Result {
  return deps.db.write((tx) => {
    const draft = standingOf(tx, actor, applicationId) === undefined ? undefined : readDraft(tx, applicationId);
    if (draft === undefined) return refused('absent');
    if (draft.state !== 'draft')
      return refused('not_in_this_state', { facts: { action: 'write', state: draft.state } });
    askForDocument(
      tx,
      deps.clock,
      actor,
      'application_printout',
      printoutSubject(applicationId),
      printoutTitle(draft.title),
    );
    return done();
  });
}
