import type { Grosze } from '../../../lib/money.ts';
import type { Language } from './languages.ts';

/** Asked only where an earlier question was answered so; without values: where it has any answer. */
export interface Condition {
  readonly question: string;
  /** Codes of options; „tak” of a statement. */
  readonly values: readonly string[];
}

interface Asked {
  readonly code: string;
  readonly label: string;
  readonly hint: string;
  readonly optional: boolean;
  readonly shownIf?: Condition;
  /** The answer tells who applies, or does not; absent where nobody said, see `telling.ts`. */
  readonly tellsWho?: boolean;
}

export interface Option {
  readonly code: string;
  readonly label: string;
}

export interface TextQuestion extends Asked {
  readonly kind: 'short' | 'long';
  readonly maxLetters: number;
  /** Other than the form's own; '' = another, still to be chosen. Absent where the answer is in the form's own. */
  readonly language?: Language | '';
}

/** A whole number. */
export interface NumberQuestion extends Asked {
  readonly kind: 'number';
  readonly least: number | null;
  readonly most: number | null;
  /** „osób”; may be ''. */
  readonly unit: string;
}

export interface AmountQuestion extends Asked {
  readonly kind: 'amount';
  readonly leastGrosze: Grosze | null;
  readonly mostGrosze: Grosze | null;
}

export interface ChoiceQuestion extends Asked {
  readonly kind: 'choice' | 'many';
  readonly options: readonly Option[];
}

/** A day, or two. */
export interface DateQuestion extends Asked {
  readonly kind: 'date' | 'range';
  /** Within the call's realisation. */
  readonly inRealisation: boolean;
}

/** One sentence to be ticked; its label is the sentence. */
export interface StatementQuestion extends Asked {
  readonly kind: 'statement';
}

/** Rows of short texts. */
export interface TableQuestion extends Asked {
  readonly kind: 'table';
  readonly columns: readonly Option[];
  readonly mostRows: number;
}

/** One file or several, kept as attachments of the application that belong to the question; its answer is their names, a line each. */
export interface FileQuestion extends Asked {
  readonly kind: 'file';
  readonly mostFiles: number;
}

export type Question =
  | TextQuestion
  | NumberQuestion
  | AmountQuestion
  | ChoiceQuestion
  | DateQuestion
  | StatementQuestion
  | TableQuestion
  | FileQuestion;

export type QuestionKind = Question['kind'];

export const questionKinds = [
  'short',
  'long',
  'number',
  'amount',
  'choice',
  'many',
  'date',
  'range',
  'statement',
  'table',
  'file',
] as const satisfies readonly QuestionKind[];

/** What must hold between two answers, judged once both can be read. */
export interface AnswerCheck {
  readonly left: string;
  /** `not_more`: the left number or amount; `not_before`: the left day (of a range its first) against the right one (its last). */
  readonly relation: 'not_more' | 'not_before';
  readonly right: string;
  /** What the group reads when it does not hold. */
  readonly text: string;
}

export interface FormSection {
  readonly code: string;
  readonly title: string;
  readonly questions: readonly Question[];
}

/** The questions of a call; applicant, schedule, costs and attachments are the same in every call and stand beside them. */
export interface FormDefinition {
  readonly sections: readonly FormSection[];
  readonly consents: readonly { readonly code: string; readonly text: string }[];
  /** Absent in forms written before answers were checked against each other. */
  readonly checks?: readonly AnswerCheck[];
}

export function questionsOf(form: FormDefinition): Question[] {
  return form.sections.flatMap((section) => section.questions);
}

/** The language an answer is asked for in; undefined where it is the form's own or nobody has chosen it yet. */
export function languageOf(question: Question): Language | undefined {
  const language = 'language' in question ? question.language : undefined;
  return language === '' ? undefined : language;
}

/** It is asked for in another language that nobody has chosen yet. */
export function isUnchosen(question: Question): boolean {
  return 'language' in question && question.language === '';
}

/** What is stored of a ticked statement. */
export const ticked = 'tak';
