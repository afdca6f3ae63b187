import type { Refusal, Result } from '../../lib/result.ts';
import { type Answer, absent } from '../../web/answer.ts';

/** A refusal goes back to its form; a record that is not there, or not for this person, is the same missing page. */
export function answerTo<Value>(outcome: Result<Value>, success: (value: Value) => Answer): Answer | Refusal {
  if (outcome.ok) return success(outcome.value);
  return outcome.code === 'absent' ? absent : outcome;
}
