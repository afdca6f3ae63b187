import { createHash } from 'node:crypto';
import { readPayAnswer } from '../pay/basis.ts';
import type { TypedActivity, TypedCost, TypedSection } from '../typed.ts';

/** A section as its answers, each one text: `title`, `phone`, `answers.need`, `given.rules`; a table is one answer, `schedule` or `costs`. */
export type AnswerTexts = Readonly<Record<string, string>>;

export const givenText = 'tak';

export function textsOf(typed: TypedSection): AnswerTexts {
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
      return {
        schedule: textOfRows(typed.rows.map(({ activity, starts, ends, place }) => [activity, starts, ends, place])),
      };
    case 'costs':
      return { costs: textOfRows(typed.rows.map(wordsOfCost)) };
    case 'consents':
      return Object.fromEntries(typed.given.map((code) => [`given.${code}`, givenText]));
  }
}

/** No rows are no words; otherwise JSON with the columns in their order, so that equal tables are equal texts. */
function textOfRows(rows: readonly (readonly string[])[]): string {
  return rows.length === 0 ? '' : JSON.stringify(rows);
}

/** The last column only where something is said in it: rows kept before it was asked stay equal texts. */
function wordsOfCost({ name, category, quantity, unit, price, payBasis }: TypedCost): string[] {
  return [name, category, quantity, unit, price, ...(payBasis === '' ? [] : [payBasis])];
}

export function activitiesIn(text: string): TypedActivity[] {
  return rowsIn(text).map(([activity = '', starts = '', ends = '', place = '']) => ({ activity, starts, ends, place }));
}

export function costsIn(text: string): TypedCost[] {
  return rowsIn(text).map(([name = '', category = '', quantity = '', unit = '', price = '', payBasis = '']) => ({
    name,
    category,
    quantity,
    unit,
    price,
    payBasis: readPayAnswer(payBasis),
  }));
}

export function rowsIn(text: string): string[][] {
  return text === '' ? [] : (JSON.parse(text) as string[][]);
}

/** The section with these answers in their places. */
export function withTexts(typed: TypedSection, texts: AnswerTexts): TypedSection {
  switch (typed.kind) {
    case 'applicant':
      return { ...typed, ...texts };
    case 'questions': {
      const answers = Object.keys(typed.answers).map((code) => [code, texts[`answers.${code}`] ?? '']);
      return {
        ...typed,
        title: typed.title === null ? null : (texts['title'] ?? ''),
        answers: Object.fromEntries(answers),
      };
    }
    case 'schedule':
      return { ...typed, rows: activitiesIn(texts['schedule'] ?? '') };
    case 'costs':
      return { ...typed, rows: costsIn(texts['costs'] ?? '') };
    case 'consents': {
      const given = Object.entries(texts).flatMap(([field, text]) =>
        text === '' ? [] : [field.slice('given.'.length)],
      );
      return { ...typed, given: given.sort() };
    }
  }
}

/**
 * Names a text in a form that was opened over it: the base revision of one answer. Told from the words alone, it says both whether the answer
 * changed since and whether the writer changed it, without a copy of what it said then.
 */
export function markOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 12);
}

/** The marks of what stands in a section; an answer without words is left out. */
export type Marks = Readonly<Record<string, string>>;

export function marksOf(typed: TypedSection): Marks {
  const written = Object.entries(textsOf(typed)).filter(([, text]) => text !== '');
  return Object.fromEntries(written.map(([field, text]) => [field, markOf(text)]));
}
