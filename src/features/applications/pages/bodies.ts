import { noOrphans } from '../../../lib/polish.ts';
import { callPaths } from '../../calls/paths.ts';
import { applicationPaths } from '../paths.ts';
import { registerKinds } from '../registers/registers.ts';
import { doubtSentences, registerChoices } from '../registers/texts.ts';
import { applicantKindChoices, membersHint } from '../texts.ts';
import type { TypedActivity, TypedApplicant, TypedCost, TypedSection } from '../typed.ts';
import { estimateOf } from './estimate.ts';
import { rowOf, type Wrong } from './rows.ts';
import type { Writing } from './writing.ts';

/** What the view of a section draws inside its form. `extraRow`: one empty row after those written. */
export function bodyOf(writing: Writing, typed: TypedSection, wrong: Wrong, extraRow: boolean): object {
  switch (typed.kind) {
    case 'applicant':
      return applicantBody(writing, typed);
    case 'questions':
      return questionsBody(writing, typed, wrong);
    case 'schedule':
      return {
        rows: withEmpty(typed.rows, noActivity, extraRow).map((row, index) => rowOf(row, index, wrong)),
        ...writing.rules.realisation,
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
          label: noOrphans(text),
          checked: typed.given.includes(code),
          error: wrong[`given.${code}`] ?? '',
        })),
      };
  }
}

const noActivity: TypedActivity = { activity: '', starts: '', ends: '', place: '' };
const noCost: TypedCost = { name: '', category: '', quantity: '', unit: '', price: '' };

/** A table always has a row to write in. */
function withEmpty<Row>(rows: readonly Row[], empty: Row, extra: boolean): Row[] {
  return extra || rows.length === 0 ? [...rows, empty] : [...rows];
}

function applicantBody({ rules }: Writing, { kind: _, ...typed }: { kind: string } & TypedApplicant) {
  const kind = typed.applicantKind;
  const isSchool = kind === 'school_or_parish';
  return {
    kinds: rules.applicantKinds.map(({ kind, note }) => ({
      value: kind,
      label: applicantKindChoices[kind],
      hint: noOrphans(note),
    })),
    asks: {
      name: kind === 'informal_group' || kind === 'organisation' || isSchool,
      register: kind === 'organisation' || isSchool,
      members: kind === 'informal_group',
      guardian: kind === 'minor',
    },
    isRegisterOptional: isSchool,
    registers: registerKinds.map((value) => ({ value, label: registerChoices[value] })),
    doubts: doubtSentences(typed),
    membersHint: membersHint(rules.minGroupSize),
    typed,
  };
}

function questionsBody({ rules }: Writing, typed: Extract<TypedSection, { kind: 'questions' }>, wrong: Wrong) {
  const asked = rules.form.sections.flatMap((section) => section.questions).filter(({ code }) => code in typed.answers);
  return {
    asksTitle: typed.title !== null,
    title: typed.title ?? '',
    questions: asked.map(({ code, label, hint, kind, maxLetters, optional }) => ({
      name: `answers[${code}]`,
      label: noOrphans(label),
      hint: noOrphans(hint),
      isLong: kind === 'long',
      rows: Math.min(12, Math.max(4, Math.round(maxLetters / 120))),
      maxLetters,
      optional,
      value: typed.answers[code] ?? '',
      error: wrong[`answers.${code}`] ?? '',
    })),
  };
}
