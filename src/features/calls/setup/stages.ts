import { eq } from 'drizzle-orm';
import { callStages } from '../../../db/schema/calls.ts';
import type { Deps } from '../../../deps.ts';
import type { Actor } from '../../../lib/actor.ts';
import { endOfDay, type Instant, startOfDay, warsawDay } from '../../../lib/days.ts';
import { done, type Result } from '../../../lib/result.ts';
import { type Stage, type StageKind, stageOrder } from '../stages.ts';
import { draftFor, type Edition, keepDraft } from './draft.ts';

/** Without these there is no call. */
export const fixedStages: readonly StageKind[] = ['submission', 'scoring', 'realisation'];

/** Days on which the library meets people: there may be several. */
export const repeatedStages: readonly StageKind[] = ['information_meeting', 'advice'];
export const mostRepeats = 6;

export interface NewStages extends Edition {
  /** How many dates of each kind the call has; kinds not named have none. */
  readonly counts: Readonly<Partial<Record<StageKind, number>>>;
}

/**
 * Changes which stages a call has. A stage taken away goes with its dates, the last of a kind first; a new one stands on the day of the stage before it,
 * until somebody dates it. `fixedStages` stay. Refuses as `draftFor`.
 */
export function changeStages(deps: Deps, actor: Actor, { callId, version, counts }: NewStages): Result {
  return deps.db.write((tx) => {
    const draft = draftFor(tx, { callId, version });
    if (!draft.ok) return draft;
    const { stages } = draft.value;
    const now = deps.clock.now();
    const added: StageKind[] = [];
    const removed: StageKind[] = [];
    for (const kind of stageOrder) {
      const there = stages.filter((stage) => stage.kind === kind);
      const wanted = fixedStages.includes(kind) ? 1 : (counts[kind] ?? 0);
      for (const stage of there.slice(wanted)) {
        tx.orm.delete(callStages).where(eq(callStages.id, stage.id)).run();
        removed.push(kind);
      }
      for (let count = there.length; count < wanted; count += 1) {
        tx.orm
          .insert(callStages)
          .values({ callId, kind, ...proposedDates(stages, kind, now) })
          .run();
        added.push(kind);
      }
    }
    if (added.length + removed.length > 0)
      keepDraft(tx, deps, actor, draft.value, {
        what: 'call.stages_changed',
        facts: { added: added.join(' '), removed: removed.join(' ') },
      });
    return done();
  });
}

/** The day on which the stage before ends, from that hour on or whole where it ends with the day; the day of the next one's beginning where nothing comes before; else today. */
function proposedDates(
  stages: readonly Stage[],
  kind: StageKind,
  now: Instant,
): { startsAt: Instant; endsAt: Instant } {
  const place = stageOrder.indexOf(kind);
  const before = stages.filter((stage) => stageOrder.indexOf(stage.kind) < place).at(-1);
  const after = stages.find((stage) => stageOrder.indexOf(stage.kind) > place);
  const at = before?.endsAt ?? after?.startsAt ?? now;
  const endsAt = endOfDay(warsawDay(at));
  return { startsAt: at < endsAt ? at : startOfDay(warsawDay(at)), endsAt };
}
