import type { Deps } from '../../../../deps.ts';
import type { Actor } from '../../../../lib/actor.ts';
import { done, type Result, refused } from '../../../../lib/result.ts';
import { changeSentPoints, type PointsChange } from '../../../reviews/commands/change.ts';
import { changeable, seenPoints } from '../changeable.ts';

/**
 * A juror's points changed at the meeting: by herself, or by the chair in her name, while the application is talked about. `seen`: the points as
 * the page had them. Refuses `absent`, `edited_meanwhile`, and as `changeSentPoints` does.
 */
export function changePoints(
  deps: Deps,
  actor: Actor,
  { callId, seen, ...change }: PointsChange & { readonly callId: number; readonly seen: string },
): Result {
  return deps.db.write((tx) => {
    const card = changeable(tx, actor, callId, change.cardId);
    if (card === undefined) return refused('absent');
    if (seen !== seenPoints(card.points)) return refused('edited_meanwhile');
    const changed = changeSentPoints(tx, deps, actor, change);
    return changed.ok ? done() : changed;
  });
}
