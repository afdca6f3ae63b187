import type { Deps } from '../../../deps.ts';
import { noOrphans } from '../../../lib/polish.ts';
import { type Answer, view } from '../../../web/answer.ts';
import { type FieldErrors, idOf } from '../../../web/form.ts';
import type { Visit } from '../../../web/visit.ts';
import { type Marks, marksOf } from '../answers/fields.ts';
import { versionsIn } from '../answers/page.ts';
import { applicationPaths } from '../paths.ts';
import { type Missing, whatIsMissing } from '../policy.ts';
import { questionLabels, type Section } from '../sections.ts';
import { fieldName, fieldText, missingText } from '../texts/missing.ts';
import { savedTime, summaryTexts } from '../texts/pages.ts';
import { type TypedSection, withTyped } from '../typed.ts';
import { bodyOf } from './bodies.ts';
import type { Wrong } from './rows.ts';
import { frameOf, type Writing } from './writing.ts';

export interface SectionView {
  readonly typed: TypedSection;
  /** What the command or form refused; '' concerns the whole. */
  readonly errors?: FieldErrors;
  /** What the sender saw, when the page comes back; otherwise what stands there now is seen. */
  readonly seen?: Marks;
}

/** A section to write in. Says what is wrong with what stands there; what is merely not there yet, only when asked with `?braki=1`. */
export function sectionPage(
  deps: Deps,
  visit: Visit,
  writing: Writing,
  section: Section,
  { typed, errors = {}, seen = marksOf(typed) }: SectionView,
): Answer {
  const frame = frameOf(writing, section, visit.now);
  const missing = whatIsMissing(withTyped(writing.draft, typed), writing.rules).filter(
    (one) => one.section === section.code,
  );
  // A broken limit is a warning beside the sums: writing goes on, only sending waits.
  const shown = missing.filter(
    ({ field, code, wrong }) =>
      field !== 'limits' && code !== 'two_versions' && (wrong || visit.query['braki'] === '1'),
  );
  const wrong: Wrong = { ...Object.fromEntries(shown.map((one) => [one.field, fieldText(one)])), ...errors };
  const saving = writing.savings.get(section.code);
  return view(`applications/${section.kind}`, frame.pageTitle, {
    frame,
    summary: summaryOf(writing, shown, errors),
    versions: versionsIn(deps.db, writing, section, visit.personId, visit.now),
    wrong,
    form: {
      action: applicationPaths.sectionOf(writing.draft.id, section.code),
      autosave: applicationPaths.autosaveOf(writing.draft.id, section.code),
      seen: JSON.stringify(seen),
      page: deps.random.bytes(9).toString('base64url'),
      savedAt: saving === undefined ? '' : savedTime(saving.savedAt),
    },
    hasWrong: shown.some((one) => one.wrong),
    body: bodyOf(writing, section, typed, wrong, visit.query['pozycja'] === 'nowa'),
  });
}

/** The list over a page of everything to mend on it, each with a link to its field. */
function summaryOf({ rules }: Writing, shown: readonly Missing[], errors: FieldErrors) {
  const refused = Object.entries(errors).map(([field, text]) => ({ href: field === '' ? '' : hrefOf(field), text }));
  const labels = questionLabels(rules.form);
  const found = shown.map((one) => ({
    href: hrefOf(one.field),
    text: noOrphans(`${fieldName(one.field, labels)}: ${missingText(one)}`),
  }));
  const items = [...refused, ...found];
  return {
    items,
    title: refused.length > 0 ? '' : summaryTexts.wrongTitle(items.length),
    lead: refused.length > 0 ? summaryTexts.refusedLead : summaryTexts.wrongLead,
  };
}

/** `rows.2.price` is the field `rows-2-price` of its page. */
export function hrefOf(field: string): string {
  return `#${idOf(field)}`;
}
