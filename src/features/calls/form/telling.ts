import { posterNameCode } from './library-texts.ts';
import type { Question } from './questions.ts';

/** Ready questions that are answered with names; staff may say otherwise of each. */
const answeredWithNames: readonly string[] = [posterNameCode, 'partners', 'place_consent', 'support_letter'];

/** Whether the answer tells who applies, so that a jury judging without names is not shown it. */
export function tellsWho({ code, tellsWho: said }: Pick<Question, 'code' | 'tellsWho'>): boolean {
  return said ?? answeredWithNames.includes(code);
}
