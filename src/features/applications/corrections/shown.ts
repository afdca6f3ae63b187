import type { Reader } from '../../../db/connection.ts';
import type { Deps } from '../../../deps.ts';
import type { Visit } from '../../../web/visit.ts';
import { readFormText } from '../../calls/call-texts.ts';
import { untilText } from '../../calls/texts.ts';
import { openAmendment } from '../amendments/copies.ts';
import { type Draft, readDraft } from '../drafts.ts';
import { applicationPaths } from '../paths.ts';
import type { ApplicationHead } from '../queries.ts';
import { sectionsOf } from '../sections.ts';
import { sectionTitles } from '../texts.ts';
import { type Correction, correctionState } from './policy.ts';
import { listCorrections } from './requests.ts';
import { endedTexts } from './texts.ts';

export interface ShownPoint {
  readonly title: string;
  readonly missing: string;
}

/** The named sections by their titles, in the order of the form. */
export function shownPoints(
  reader: Reader,
  { formTextId }: Pick<Draft, 'formTextId'>,
  { points }: Pick<Correction, 'points'>,
): ShownPoint[] {
  return sectionsOf(readFormText(reader, formTextId)).flatMap(({ code, kind, title }) =>
    points
      .filter(({ section }) => section === code)
      .map(({ missing }) => ({ title: kind === 'questions' ? (title ?? '') : sectionTitles[kind], missing })),
  );
}

/** What the page of a submitted application says of the newest request: what to correct and the button, or what became of it; null where nothing was asked. */
export function correctingOf(deps: Deps, visit: Visit, head: ApplicationHead, mayEdit: boolean) {
  const [newest] = listCorrections(deps.db, head.id);
  const draft = newest === undefined ? undefined : readDraft(deps.db, head.id);
  if (newest === undefined || draft === undefined || head.state !== 'submitted') return null;
  const state = correctionState(newest, visit.now);
  const begun = mayEdit ? openAmendment(deps.db, head.id) : undefined;
  const copy = begun?.correctionId === newest.id ? applicationPaths.showOf(begun.copyId) : '';
  return {
    isOpen: state === 'open',
    until: untilText(newest.untilAt),
    points: shownPoints(deps.db, draft, newest),
    action: mayEdit && state === 'open' ? applicationPaths.amendmentOf(head.id) : '',
    copy,
    ended: endedOf(newest, state),
  };
}

function endedOf({ answer, untilAt, takenBackAt }: Correction, state: ReturnType<typeof correctionState>) {
  if (answer !== null) return endedTexts.answered(answer.at);
  if (takenBackAt !== null) return endedTexts.taken_back(takenBackAt);
  return state === 'lapsed' ? endedTexts.lapsed(untilAt) : null;
}
