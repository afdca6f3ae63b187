import { inputAmount } from '../../../lib/money.ts';
import { noOrphans } from '../../../lib/polish.ts';
import { longMoment } from '../../../lib/polish-dates.ts';
import type { FieldErrors, RawBody } from '../../../web/form.ts';
import { rawText } from '../../../web/form.ts';
import type { Need } from '../../project/queries.ts';
import { callPaths } from '../paths.ts';
import type { Call } from '../queries.ts';
import { blindNote } from '../scoring-texts.ts';
import { crumbsOf } from '../settings.ts';
import { type FormFault, faultsOfForm, mostColumns, mostOptions, valuesOf } from './faults.ts';
import { languageChoices, languageWords } from './language-texts.ts';
import { ownLanguage } from './languages.ts';
import { readyQuestionsOf } from './library.ts';
import { posterNameCode } from './library-texts.ts';
import type { WorkingForm } from './queries.ts';
import { formChanges } from './queries.ts';
import { emptyQuestion, limits } from './question-form.ts';
import { type FormDefinition, type Question, type QuestionKind, questionKinds, questionsOf } from './questions.ts';
import { shownStatement } from './statements.ts';
import { tellsWho } from './telling.ts';
import * as texts from './texts.ts';

/** The form in writing: its sections and questions in order, what contradicts itself, and what publishing would change. */
export function formPage(
  call: Call,
  working: WorkingForm,
  {
    mayChange,
    writers,
    needs,
  }: { readonly mayChange: boolean; readonly writers: number; readonly needs: readonly Need[] },
) {
  const { form, published, isChanged, revision, savedAt, savedBy } = working;
  const faults = faultsOfForm(form);
  const isIn = (code: string) => questionsOf(form).some((question) => question.code === code);
  let number = 0;
  return {
    crumbs: crumbsOf(call, texts.formTitles.form),
    blind: blindNote(call),
    ...{ mayChange, revision, isChanged, writers, publishedNumber: published.number },
    count: texts.questionCountText(questionsOf(form).length),
    saved: savedAt === null ? '' : `${savedBy}, ${longMoment(savedAt)}`,
    faults: faults.map((fault) => ({
      text: faultLine(fault, form),
      href: fault.question === '' ? '' : `#q-${fault.question}`,
    })),
    changes: isChanged ? texts.changesText(formChanges(published.form, form)) : '',
    sections: form.sections.map((section, place) => ({
      ...{ code: section.code, title: section.title },
      ...{ isFirst: place === 0, isLast: place === form.sections.length - 1, isEmpty: section.questions.length === 0 },
      add: callPaths.newQuestionOf(call.id, section.code),
      questions: section.questions.map((question) => {
        number += 1;
        return rowOf(question, form, number, callPaths.questionOf(call.id, question.code));
      }),
    })),
    ready: readyQuestionsOf(needs)
      .filter(({ code }) => !isIn(code))
      .map(({ code, about }) => ({ value: code, label: about })),
    checks: (form.checks ?? []).map(({ left, relation, right, text }, index) => ({
      index,
      words: [labelOf(form, left), texts.relationNames[relation], labelOf(form, right)].join(' '),
      text,
    })),
    comparable: questionsOf(form)
      .filter(({ kind }) => kind === 'number' || kind === 'amount' || kind === 'date' || kind === 'range')
      .map(({ code, label }) => ({ value: code, label })),
    relations: Object.entries(texts.relationNames).map(([value, label]) => ({ value, label })),
    consents: form.consents.map(({ text }) => shownStatement(text)),
    paths: {
      edit: callPaths.formEditOf(call.id),
      publish: callPaths.formPublicationOf(call.id),
      discard: callPaths.formDiscardOf(call.id),
      consents: callPaths.consentsOf(call.id),
    },
    limits,
  };
}

function faultLine(fault: FormFault, form: FormDefinition): string {
  const label = fault.question === '' ? '' : labelOf(form, fault.question);
  return label === '' ? texts.faultText(fault) : `${label}: ${texts.faultText(fault)}`;
}

function labelOf(form: FormDefinition, code: string): string {
  return questionsOf(form).find((question) => question.code === code)?.label ?? '';
}

function rowOf(question: Question, form: FormDefinition, number: number, href: string) {
  const { code, label, kind, optional, shownIf } = question;
  const on = questionsOf(form).find((one) => one.code === shownIf?.question);
  const options = on !== undefined && 'options' in on ? on.options : [];
  const named = (shownIf?.values ?? []).map((value) => options.find((one) => one.code === value)?.label ?? '');
  return {
    ...{ code, number, href, optional, label: noOrphans(label) },
    kind: [texts.kindNames[kind], languageWords(question)].filter(Boolean).join(' '),
    isPublic: code === posterNameCode,
    tells: tellsWho(question),
    condition: on === undefined ? '' : texts.conditionText(on.label, named.filter(Boolean)),
  };
}

/** What a page of one question is about. */
export interface AskedPage {
  /** Null for a new one. */
  readonly question: Question | null;
  readonly section: string;
  readonly kind: QuestionKind;
}

/** One question: as stored, or as typed after a refusal. */
export function questionPage(
  call: Call,
  { form, revision }: WorkingForm,
  { question, section, kind }: AskedPage,
  typed?: { readonly raw: RawBody; readonly errors: FieldErrors },
) {
  const stored = question ?? emptyQuestion(kind);
  const values = typed === undefined ? fieldsOf(stored) : typedFields(typed.raw);
  const all = questionsOf(form);
  const own = question === null ? sectionEnd(form, section) : all.findIndex(({ code }) => code === question.code);
  return {
    crumbs: crumbsOf(call, question === null ? texts.formTitles.newQuestion : texts.formTitles.question),
    isBlind: call.blindReview === 1,
    isNew: question === null,
    isPublic: question?.code === posterNameCode,
    ...{
      revision,
      kind: stored.kind,
      kindName: texts.kindNames[stored.kind],
      values,
      limits,
      mostOptions,
      mostColumns,
      languages: languageChoices,
      languageEmpty: values.language === '' ? texts.chooseLanguage : '',
      isOwnLanguage: values.language === ownLanguage,
    },
    isStale: typed !== undefined && rawText(typed.raw, 'revision') !== String(revision),
    asks: {
      letters: stored.kind === 'short' || stored.kind === 'long',
      number: stored.kind === 'number',
      amount: stored.kind === 'amount',
      options: stored.kind === 'choice' || stored.kind === 'many',
      realisation: stored.kind === 'date' || stored.kind === 'range',
      table: stored.kind === 'table',
      files: stored.kind === 'file',
    },
    conditions: all.slice(0, own).map((one) => ({
      label: one.label,
      options: conditionOptions(one, values.when),
    })),
    action:
      question === null ? callPaths.newQuestionOf(call.id, section) : callPaths.questionOf(call.id, question.code),
    back: callPaths.formOf(call.id),
  };
}

/** How many questions stand above a new one. */
function sectionEnd(form: FormDefinition, section: string): number {
  const place = form.sections.findIndex(({ code }) => code === section);
  return form.sections.slice(0, place + 1).flatMap(({ questions }) => questions).length;
}

function conditionOptions(question: Question, when: readonly string[]) {
  const values = valuesOf(question);
  const options = 'options' in question ? question.options : [];
  const any = { value: question.code, label: texts.anyAnswer };
  const given = values.map((value) => ({
    value: `${question.code}=${value}`,
    label: options.find(({ code }) => code === value)?.label ?? texts.tickedAnswer,
  }));
  return (question.kind === 'statement' ? given : [any, ...given]).map((option) => ({
    ...option,
    checked: when.includes(option.value),
  }));
}

function fieldsOf(question: Question) {
  const { label, hint, optional, shownIf } = question;
  const when = shownIf === undefined ? [] : conditionTicks(shownIf.question, shownIf.values);
  const lines = (items: readonly { readonly label: string }[]) => items.map((item) => item.label).join('\n');
  const number = (value: number | null) => (value === null ? '' : String(value));
  const isNumber = question.kind === 'number';
  const isAmount = question.kind === 'amount';
  return {
    ...{ label, hint, optional, when, tellsWho: tellsWho(question) },
    maxLetters: 'maxLetters' in question ? String(question.maxLetters) : '',
    language: 'language' in question ? question.language : ownLanguage,
    least: isNumber ? number(question.least) : '',
    most: isNumber ? number(question.most) : '',
    unit: isNumber ? question.unit : '',
    leastGrosze: isAmount && question.leastGrosze !== null ? inputAmount(question.leastGrosze) : '',
    mostGrosze: isAmount && question.mostGrosze !== null ? inputAmount(question.mostGrosze) : '',
    options: 'options' in question ? lines(question.options) : '',
    columns: 'columns' in question ? lines(question.columns) : '',
    mostRows: 'mostRows' in question ? String(question.mostRows) : '',
    mostFiles: 'mostFiles' in question ? String(question.mostFiles) : '',
    inRealisation: 'inRealisation' in question && question.inRealisation,
  };
}

function conditionTicks(question: string, values: readonly string[]): string[] {
  return values.length === 0 ? [question] : values.map((value) => `${question}=${value}`);
}

function typedFields(raw: RawBody): ReturnType<typeof fieldsOf> {
  const text = (name: string) => rawText(raw, name);
  const when = raw['when'];
  const [label, hint, maxLetters, least, most, unit] = [
    text('label'),
    text('hint'),
    text('maxLetters'),
    text('least'),
    text('most'),
    text('unit'),
  ];
  return {
    ...{ label, hint, maxLetters, least, most, unit, language: text('language') },
    ...{ leastGrosze: text('leastGrosze'), mostGrosze: text('mostGrosze'), options: text('options') },
    ...{ columns: text('columns'), mostRows: text('mostRows'), mostFiles: text('mostFiles') },
    optional: text('optional') !== '',
    tellsWho: text('tellsWho') !== '',
    inRealisation: text('inRealisation') !== '',
    when: Array.isArray(when) ? when.filter((one) => typeof one === 'string') : [text('when')].filter(Boolean),
  };
}

/** Kinds to begin a question with. */
export const kindChoices = questionKinds.map((kind) => ({ value: kind, label: texts.kindNames[kind] }));
