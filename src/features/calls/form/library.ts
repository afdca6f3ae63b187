import type { Need } from '../../project/queries.ts';
import { mostOptions } from './faults.ts';
import { needsCode, needsQuestion, posterNameCode, type ReadyQuestion, readyQuestions } from './library-texts.ts';
import type { Question } from './questions.ts';

/** What other rooms read by its code: taken out and put in again it is the same question, so its code returns. */
export const codesWithMeaning: readonly string[] = [needsCode, posterNameCode];

/** What a call of the project may take ready: questions for any call and, where there is a diagnosis, which of its needs an idea answers. */
export function readyQuestionsOf(needs: readonly Need[]): readonly ReadyQuestion[] {
  // One place is left for „another need”.
  return needs.length === 0 ? readyQuestions : [...readyQuestions, needsQuestion(needs.slice(0, mostOptions - 1))];
}

export function readyQuestion(code: string, needs: readonly Need[]): Question | undefined {
  const found = readyQuestionsOf(needs).find((one) => one.code === code);
  if (found === undefined) return undefined;
  const { about: _, ...question } = found;
  return question as Question;
}
