import type { Deps } from '../../../deps.ts';
import { noOrphans } from '../../../lib/polish.ts';
import { type Answer, view } from '../../../web/answer.ts';
import { type FieldErrors, idOf } from '../../../web/form.ts';
import type { Visit } from '../../../web/visit.ts';
import { revisionOf } from '../forms.ts';
import { applicationPaths } from '../paths.ts';
import { type Missing, whatIsMissing } from '../policy.ts';
import { registerNamed } from '../registers/texts.ts';
import { questionLabels, type Section } from '../sections.ts';
import { fieldName, fieldText, missingText } from '../texts/missing.ts';
import { conflictTexts, savedTime, summaryTexts } from '../texts/pages.ts';
import { applicantKindChoices } from '../texts.ts';
import { storedAs, type TypedSection, withTyped } from '../typed.ts';
import { bodyOf } from './bodies.ts';
import type { Wrong } from './rows.ts';
import { frameOf, type Writing } from './writing.ts';

export interface SectionView {
  readonly typed: TypedSection;
  /** What the command or form refused; '' concerns the whole. */
  readonly errors?: FieldErrors;
  /** The revision the sender saw, when the page comes back. */
  readonly sentRevision?: number;
}

/** A section to write in. Says what is wrong with what stands there; what is merely not there yet, only when asked with `?braki=1`. */
export function sectionPage(
  deps: Deps,
  visit: Visit,
  writing: Writing,
  section: Section,
  { typed, errors = {}, sentRevision }: SectionView,
): Answer {
  const frame = frameOf(writing, section, visit.now);
  const missing = whatIsMissing(withTyped(writing.draft, typed), writing.rules).filter(
    (one) => one.section === section.code,
  );
  // A broken limit is a warning beside the sums: writing goes on, only sending waits.
  const shown = missing.filter((one) => one.field !== 'limits' && (one.wrong || visit.query['braki'] === '1'));
  const wrong: Wrong = { ...Object.fromEntries(shown.map((one) => [one.field, fieldText(one)])), ...errors };
  const saving = writing.savings.get(section.code);
  const revision = saving?.revision ?? 0;
  return view(`applications/${section.kind}`, frame.pageTitle, {
    frame,
    summary: summaryOf(writing, shown, errors),
    conflict: sentRevision !== undefined && sentRevision !== revision ? conflictOf(writing, section, typed) : null,
    wrong,
    form: {
      action: applicationPaths.sectionOf(writing.draft.id, section.code),
      autosave: applicationPaths.autosaveOf(writing.draft.id, section.code),
      revision: revisionOf(revision, deps.random.bytes(9).toString('base64url')),
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

/** What stands stored where somebody else wrote other words than came now. */
function conflictOf(writing: Writing, section: Section, typed: TypedSection) {
  const saving = writing.savings.get(section.code);
  if (saving === undefined) return null;
  const labels = questionLabels(writing.rules.form);
  const stored = fieldsOf(storedAs(writing.draft, typed));
  const sent = fieldsOf(typed);
  const differing = [...new Set([...Object.keys(stored), ...Object.keys(sent)])].filter(
    (field) => (stored[field] ?? '') !== (sent[field] ?? ''),
  );
  return {
    title: conflictTexts.title,
    lead: conflictTexts.lead(saving.savedBy, saving.savedAt),
    items: differing.map((field) => ({
      label: fieldName(field, labels),
      stored: wordsOf(writing, field, stored[field] ?? '') || conflictTexts.empty,
    })),
  };
}

/** A stored value as a reader knows it: choices by their names. */
function wordsOf({ rules }: Writing, field: string, value: string): string {
  if (field.endsWith('.category')) return rules.categories.find(({ id }) => String(id) === value)?.name ?? '';
  if (field === 'registerKind') return registerNamed(value);
  const kind = field === 'applicantKind' ? rules.applicantKinds.find((one) => one.kind === value)?.kind : undefined;
  return kind === undefined ? value : applicantKindChoices[kind];
}

/** A section as field paths and their texts. */
function fieldsOf(typed: TypedSection): Record<string, string> {
  switch (typed.kind) {
    case 'applicant': {
      const { kind: _, ...fields } = typed;
      return fields;
    }
    case 'questions': {
      const answers = Object.entries(typed.answers).map(([code, text]) => [`answers.${code}`, text]);
      return { ...(typed.title === null ? {} : { title: typed.title }), ...Object.fromEntries(answers) };
    }
    case 'schedule':
    case 'costs':
      return Object.fromEntries(
        typed.rows.flatMap((row, index) => Object.entries(row).map(([name, text]) => [`rows.${index}.${name}`, text])),
      );
    case 'consents':
      return Object.fromEntries(typed.given.map((code) => [`given.${code}`, conflictTexts.ticked]));
  }
}
