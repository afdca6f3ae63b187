import { noOrphans } from '../../../lib/polish.ts';
import { askedQuestions } from '../../calls/form/answers.ts';
import { hintWithLanguage } from '../../calls/form/language-texts.ts';
import type { FileQuestion, Question } from '../../calls/form/questions.ts';
import { shownStatement } from '../../calls/form/statements.ts';
import { callPaths } from '../../calls/paths.ts';
import { fieldsOfAnswer } from '../answer-fields.ts';
import { askedOf } from '../asked-of.ts';
import type { Draft } from '../drafts.ts';
import { guardianHints } from '../guardian/texts.ts';
import { applicationPaths } from '../paths.ts';
import { fileField } from '../question-files/taking.ts';
import { registerKinds } from '../registers/registers.ts';
import { doubtSentences, registerChoices } from '../registers/texts.ts';
import type { Section } from '../sections.ts';
import { applicantKindChoices, conditionHint, membersHint, nameLabels, questionFileHint } from '../texts.ts';
import type { TypedActivity, TypedApplicant, TypedCost, TypedSection } from '../typed.ts';
import { fileHref } from './content.ts';
import { estimateOf } from './estimate.ts';
import { rowOf, type Wrong } from './rows.ts';
import type { Writing } from './writing.ts';

/** What the view of a section draws inside its form. `extraRow`: one empty row after those written. */
export function bodyOf(
  writing: Writing,
  section: Section,
  typed: TypedSection,
  wrong: Wrong,
  extraRow: boolean,
): object {
  switch (typed.kind) {
    case 'applicant':
      return applicantBody(writing, typed);
    case 'questions':
      return questionsBody(writing, section, typed, wrong);
    case 'schedule':
      return {
        rows: withEmpty(typed.rows, noActivity, extraRow).map((row, index) => rowOf(row, index, wrong)),
        ...writing.rules.realisation,
        paste: applicationPaths.pasteScheduleOf(writing.draft.id),
      };
    case 'costs':
      return {
        estimate: estimateOf(writing, withEmpty(typed.rows, noCost, extraRow), wrong),
        categories: writing.rules.categories,
        ineligible: writing.ineligible,
        paste: applicationPaths.pasteOf(writing.draft.id),
      };
    case 'consents':
      return {
        rules: callPaths.rulesOf(writing.call.id),
        privacy: callPaths.privacyOf(writing.call.id),
        items: writing.rules.form.consents.map(({ code, text }) => ({
          name: `given[${code}]`,
          ...shownStatement(text),
          checked: typed.given.includes(code),
          error: wrong[`given.${code}`] ?? '',
        })),
      };
  }
}

const noActivity: TypedActivity = { activity: '', starts: '', ends: '', place: '' };
const noCost: TypedCost = { name: '', category: '', quantity: '', unit: '', price: '', payBasis: '' };

/** A table always has a row to write in. */
function withEmpty<Row>(rows: readonly Row[], empty: Row, extra: boolean): Row[] {
  return extra || rows.length === 0 ? [...rows, empty] : [...rows];
}

function applicantBody({ rules, draft }: Writing, { kind: _, ...typed }: { kind: string } & TypedApplicant) {
  const asks = askedOf(typed.applicantKind);
  return {
    kinds: rules.applicantKinds.map(({ kind, note }) => ({
      value: kind,
      label: applicantKindChoices[kind],
      hint: noOrphans(note),
    })),
    asks,
    nameLabel: nameLabels[typed.applicantKind === 'organisation_with_group' ? 'organisation' : 'any'],
    guardian: {
      hint: rules.guardianConsent === null ? guardianHints.agreement : guardianHints.submission,
      href: draft.applicant.guardianName === '' ? '' : applicationPaths.guardianOf(draft.id),
    },
    registers: registerKinds.map((value) => ({ value, label: registerChoices[value] })),
    doubts: doubtSentences(typed),
    membersHint: membersHint(rules.minGroupSize),
    typed,
  };
}

function questionsBody(
  { rules, draft }: Writing,
  section: Section,
  typed: Extract<TypedSection, { kind: 'questions' }>,
  wrong: Wrong,
) {
  const here = rules.form.sections.find(({ code }) => code === section.code)?.questions ?? [];
  const answers = { ...draft.answers, ...typed.answers };
  const asked = askedQuestions(rules.form, answers);
  // What hangs on an answer of this very page is there to be opened by it; what hangs on another page's answer is there only when asked.
  const shown = here.filter(
    ({ code, shownIf }) => asked.has(code) || here.some((one) => one.code === shownIf?.question),
  );
  return {
    asksTitle: typed.title !== null,
    enctype: shown.some(({ kind }) => kind === 'file') ? 'multipart/form-data' : '',
    title: typed.title ?? '',
    questions: shown.map((question) => ({
      ...fieldsOfAnswer(question, typed.answers[question.code] ?? '', wrong[`answers.${question.code}`] ?? ''),
      label: noOrphans(question.label),
      hint: noOrphans(hintWithLanguage(question)),
      optional: question.optional,
      condition: conditionOf(question, here),
      files: question.kind === 'file' ? filesOf(question, draft) : null,
    })),
  };
}

/** The files of a question and the field for more of them. */
function filesOf({ code, hint, mostFiles }: FileQuestion, { attachments }: Draft) {
  const there = attachments.filter(({ question }) => question === code);
  return {
    field: fileField(code),
    hint: noOrphans([hint, questionFileHint(mostFiles)].filter(Boolean).join(' ')),
    isSeveral: mostFiles > 1,
    isFull: there.length >= mostFiles,
    there: there.map(({ id, fileId, name, size }) => ({ id, name, size, href: fileHref(fileId) })),
  };
}

/** Of a question that an answer of the same page opens: which field, which values, and the words for those without script. */
function conditionOf({ shownIf }: Question, here: readonly Question[]) {
  const on = here.find(({ code }) => code === shownIf?.question);
  if (shownIf === undefined || on === undefined) return null;
  const options = on.kind === 'choice' || on.kind === 'many' ? on.options : [];
  const labels = shownIf.values.map((value) => options.find(({ code }) => code === value)?.label ?? '').filter(Boolean);
  return { field: `answers[${on.code}]`, values: shownIf.values.join(' '), hint: conditionHint(on.label, labels) };
}
