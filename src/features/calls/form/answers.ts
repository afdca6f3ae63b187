import { type Day, parseDay } from '../../../lib/days.ts';
import { parseAmount } from '../../../lib/money.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { countLetters } from '../../../lib/text.ts';
import { type FormDefinition, type Question, questionsOf, type TableQuestion, ticked } from './questions.ts';

/** Answers by the code of their question, each as one text: what was typed, codes of options or days a line each, rows of a table as JSON. */
export type Answers = Readonly<Record<string, string>>;

/** The whole realisation; an open end is null. Warsaw days. */
export interface Realisation {
  readonly firstOn: Day | null;
  readonly lastOn: Day | null;
}

/** Codes of the questions that these answers leave asked, in the order of the form. A question under a hidden one is hidden. */
export function askedQuestions(form: FormDefinition, answers: Answers): Set<string> {
  const asked = new Set<string>();
  for (const { code, shownIf } of questionsOf(form)) {
    if (shownIf === undefined || (asked.has(shownIf.question) && answersSo(answers[shownIf.question], shownIf.values)))
      asked.add(code);
  }
  return asked;
}

function answersSo(answer = '', values: readonly string[]): boolean {
  if (values.length === 0) return answer !== '';
  return linesIn(answer).some((line) => values.includes(line));
}

export function linesIn(answer: string): string[] {
  return answer.split('\n').filter((line) => line !== '');
}

/** Rows of a table, each as long as its columns; what cannot be read is no row. */
export function rowsIn({ columns }: Pick<TableQuestion, 'columns'>, answer: string): string[][] {
  const read = parsed(answer);
  if (!Array.isArray(read)) return [];
  return read
    .filter((row) => Array.isArray(row))
    .map((row) => columns.map((_, index) => (typeof row[index] === 'string' ? row[index] : '')));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** First and last day; of one day both are it. Refuses what `parseDay` does, and `ends_before_start`. */
export function daysIn(answer: string): Result<{ readonly first: Day; readonly last: Day }> {
  const [first = '', last = ''] = answer.split('\n');
  const starts = parseDay(first);
  if (!starts.ok) return starts;
  const ends = last === '' ? starts : parseDay(last);
  if (!ends.ok) return ends;
  if (ends.value < starts.value) return refused('ends_before_start');
  return done({ first: starts.value, last: ends.value });
}

/** A whole number as people write it. Refuses `number_unreadable`. */
export function wholeNumber(text: string): Result<number> {
  const written = text.replace(/\s+/gu, '');
  if (!/^-?\d{1,9}$/u.test(written)) return refused('number_unreadable');
  return done(Number(written));
}

/**
 * Why an answer that is there cannot stay as it is; undefined where it can. `text_too_long`, `number_unreadable`, `number_below`, `number_above`, what
 * `parseAmount` and `parseDay` refuse, `amount_below`, `amount_above`, `before_realisation`, `after_realisation`, `ends_before_start`, `choice_unknown`,
 * `too_many_rows`, `too_many_of_question`.
 */
export function faultOf(
  question: Question,
  answer: string,
  { firstOn, lastOn }: Realisation,
): { readonly code: string; readonly facts: Readonly<Record<string, string | number>> } | undefined {
  const fault = (code: string, facts: Readonly<Record<string, string | number>> = {}) => ({ code, facts });
  switch (question.kind) {
    case 'short':
    case 'long':
      return tooLong(answer, question.maxLetters);
    case 'number': {
      const read = wholeNumber(answer);
      if (!read.ok) return fault(read.code);
      if (question.least !== null && read.value < question.least)
        return fault('number_below', { least: question.least });
      if (question.most !== null && read.value > question.most) return fault('number_above', { most: question.most });
      return undefined;
    }
    case 'amount': {
      const read = parseAmount(answer);
      if (!read.ok) return fault(read.code);
      const { leastGrosze, mostGrosze } = question;
      if (leastGrosze !== null && read.value < leastGrosze) return fault('amount_below', { least: leastGrosze });
      if (mostGrosze !== null && read.value > mostGrosze) return fault('amount_above', { most: mostGrosze });
      return undefined;
    }
    case 'choice':
    case 'many':
      return linesIn(answer).every((line) => question.options.some(({ code }) => code === line))
        ? undefined
        : fault('choice_unknown');
    case 'date':
    case 'range': {
      const read = daysIn(answer);
      if (!read.ok) return fault(read.code);
      if (!question.inRealisation) return undefined;
      if (firstOn !== null && read.value.first < firstOn) return fault('before_realisation', { on: firstOn });
      if (lastOn !== null && read.value.last > lastOn) return fault('after_realisation', { on: lastOn });
      return undefined;
    }
    case 'statement':
      return undefined;
    case 'file': {
      const files = linesIn(answer).length;
      return files > question.mostFiles ? fault('too_many_of_question', { most: question.mostFiles }) : undefined;
    }
    case 'table': {
      const rows = rowsIn(question, answer);
      if (rows.length > question.mostRows)
        return fault('too_many_rows', { rows: rows.length, most: question.mostRows });
      return rows
        .flat()
        .map((cell) => tooLong(cell, 200))
        .find((found) => found !== undefined);
    }
  }
}

function tooLong(text: string, most: number) {
  const letters = countLetters(text);
  return letters > most ? { code: 'text_too_long', facts: { letters, most, over: letters - most } } : undefined;
}

/** Whether anything was answered: a table of empty rows is not, an unticked statement neither. */
export function isAnswered(question: Question, answer: string): boolean {
  if (question.kind === 'table') return rowsIn(question, answer).some((row) => row.some((cell) => cell !== ''));
  if (question.kind === 'statement') return answer === ticked;
  return answer.trim() !== '';
}

/** The checks between answers that do not hold; one that cannot be judged yet holds. */
export function brokenChecks(form: FormDefinition, answers: Answers) {
  const asked = askedQuestions(form, answers);
  const questions = new Map(questionsOf(form).map((question) => [question.code, question]));
  const read = (code: string, edge: 'first' | 'last') => {
    const question = asked.has(code) ? questions.get(code) : undefined;
    return question === undefined ? undefined : comparable(question, answers[code] ?? '', edge);
  };
  return (form.checks ?? []).filter(({ left, relation, right }) => {
    const [one, other] = [read(left, 'first'), read(right, 'last')];
    if (one === undefined || other === undefined || typeof one !== typeof other) return false;
    return relation === 'not_more' ? one > other : one < other;
  });
}

/** A number, an amount in grosze, or a Warsaw day; undefined where none can be read. */
function comparable(question: Question, answer: string, edge: 'first' | 'last'): number | Day | undefined {
  const read =
    question.kind === 'number' ? wholeNumber(answer) : question.kind === 'amount' ? parseAmount(answer) : undefined;
  if (read !== undefined) return read.ok ? read.value : undefined;
  if (question.kind !== 'date' && question.kind !== 'range') return undefined;
  const days = daysIn(answer);
  return days.ok ? days.value[edge] : undefined;
}
