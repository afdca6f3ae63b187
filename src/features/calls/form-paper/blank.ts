import { hasRole } from '../../../lib/actor.ts';
import { type DocumentKind, documentKind } from '../../../pdf/kinds.ts';
import { type BlankForm, blankPaper, loadBlankForm } from './blank-form.ts';
import { drawFormPaper } from './paper.ts';
import { sampleBlankForm } from './sample.ts';
import { blankFormTitle } from './texts.ts';

/** The application form to be filled in by hand. Staff have it made; everyone may take it once the call is announced. */
export const blankFormDocument: DocumentKind = documentKind<BlankForm>({
  kind: 'blank_form',
  load: loadBlankForm,
  title: ({ call }) => blankFormTitle(call.title),
  fileName: () => 'formularz-wniosku.pdf',
  standsAt: ({ askedAt }) => askedAt,
  letterhead: ({ letterhead }) => letterhead,
  isDraft: () => false,
  isFinal: false,
  mayAsk: (_reader, actor, callId) => hasRole(actor, 'coordinator', callId),
  draw: (sheet, data) => drawFormPaper(sheet, blankPaper(data)),
  sample: sampleBlankForm,
});
