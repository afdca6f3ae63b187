import { type AnswerCheck, type FormDefinition, isUnchosen, type Question, questionsOf, ticked } from './questions.ts';

/** One thing that keeps a form from being published. `question` is '' where it concerns the whole form or a section. */
export interface FormFault {
  readonly code: string;
  readonly section: string;
  readonly question: string;
  readonly facts: Readonly<Record<string, string | number>>;
}

export const mostQuestions = 60;
export const mostOptions = 30;
export const mostColumns = 6;
export const mostRowsOfTable = 50;
export const mostFilesOfQuestion = 10;
export const mostLettersOfAnswer = 5000;

/**
 * Everything in a form that contradicts itself; empty when it can be published. A condition may only ask about a question that stands above, which is why
 * conditions cannot run in a circle.
 */
export function faultsOfForm(form: FormDefinition): FormFault[] {
  const questions = questionsOf(form);
  return [
    ...(questions.length === 0 ? [{ code: 'no_questions', section: '', question: '', facts: {} }] : []),
    ...(questions.length > mostQuestions
      ? [{ code: 'too_many_questions', section: '', question: '', facts: { most: mostQuestions } }]
      : []),
    ...form.sections.flatMap((section) => [
      ...(section.title.trim() === ''
        ? [{ code: 'section_untitled', section: section.code, question: '', facts: {} }]
        : []),
      ...(section.questions.length === 0
        ? [{ code: 'section_empty', section: section.code, question: '', facts: { title: section.title } }]
        : []),
      ...section.questions.flatMap((question) =>
        faultsOfQuestion(question, questions).map((fault) => ({
          ...{ section: section.code, question: question.code },
          ...fault,
        })),
      ),
    ]),
    ...(form.checks ?? []).flatMap((check) => faultsOfCheck(check, questions)),
  ];
}

type Fault = Pick<FormFault, 'code' | 'facts'>;

function faultsOfQuestion(question: Question, all: readonly Question[]): Fault[] {
  const found: Fault[] = [];
  const fault = (code: string, facts: FormFault['facts'] = {}) => void found.push({ code, facts });
  if (question.label.trim() === '') fault('label_missing');
  if (all.filter(({ code }) => code === question.code).length > 1) fault('code_twice', { code: question.code });
  if (isUnchosen(question)) fault('language_missing');
  if (question.kind === 'choice' || question.kind === 'many') {
    const labels = question.options.map(({ label }) => label.trim());
    if (question.options.length < (question.kind === 'choice' ? 2 : 1)) fault('options_too_few');
    if (labels.includes('')) fault('option_empty');
    if (new Set(labels).size < labels.length) fault('option_twice');
  }
  if (question.kind === 'table') {
    if (question.columns.length === 0) fault('columns_missing');
    if (question.columns.some(({ label }) => label.trim() === '')) fault('option_empty');
  }
  if (question.kind === 'number' && crossed(question.least, question.most)) fault('least_above_most');
  if (question.kind === 'amount' && crossed(question.leastGrosze, question.mostGrosze)) fault('least_above_most');
  return [...found, ...faultsOfCondition(question, all)];
}

function crossed(least: number | null, most: number | null): boolean {
  return least !== null && most !== null && least > most;
}

function faultsOfCondition({ code, shownIf }: Question, all: readonly Question[]): Fault[] {
  if (shownIf === undefined) return [];
  const own = all.findIndex((one) => one.code === code);
  const place = all.findIndex((one) => one.code === shownIf.question);
  const asked = all[place];
  if (asked === undefined) return [{ code: 'condition_without_question', facts: {} }];
  if (place >= own) return [{ code: 'condition_on_later', facts: { label: asked.label } }];
  const possible = valuesOf(asked);
  const strange = shownIf.values.filter((value) => !possible.includes(value));
  return strange.length === 0 ? [] : [{ code: 'condition_never', facts: { label: asked.label } }];
}

/** What an answer can be where a condition may ask for it. */
export function valuesOf(question: Question): string[] {
  if (question.kind === 'choice' || question.kind === 'many') return question.options.map(({ code }) => code);
  return question.kind === 'statement' ? [ticked] : [];
}

function faultsOfCheck({ left, relation, right }: AnswerCheck, all: readonly Question[]): FormFault[] {
  const kinds = relation === 'not_more' ? ['number', 'amount'] : ['date', 'range'];
  const [one, other] = [left, right].map((code) => all.find((question) => question.code === code));
  const fault = (code: string) => [{ code, section: '', question: left, facts: {} }];
  if (one === undefined || other === undefined || one === other) return fault('check_without_question');
  if (!kinds.includes(one.kind) || !kinds.includes(other.kind)) return fault('check_of_other_kinds');
  return relation === 'not_more' && one.kind !== other.kind ? fault('check_of_other_kinds') : [];
}
