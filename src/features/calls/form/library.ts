import { readyQuestions } from './library-texts.ts';
import type { Question } from './questions.ts';

export function readyQuestion(code: string): Question | undefined {
  const found = readyQuestions.find((one) => one.code === code);
  if (found === undefined) return undefined;
  const { about: _, ...question } = found;
  return question as Question;
}
