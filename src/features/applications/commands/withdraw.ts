import { eq } from 'drizzle-orm';
import { applications } from '../../../db/schema/applications.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import type { Actor } from '../../../lib/actor.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { hasResults } from '../../calls/queries.ts';
import { closeOpenAmendment } from '../amendments/commands.ts';
import { ownFor } from './own.ts';

/**
 * Takes one's own application back before the results; from publication on everything refers to initiatives. The number stays taken. Refuses 'absent', 'not_in_this_state', 'results_published'.
 */
export function withdrawApplication(deps: Deps, actor: Actor, { applicationId }: { applicationId: number }): Result {
  return deps.db.write((tx) => {
    const own = ownFor(tx, actor, applicationId, 'withdraw');
    if (!own.ok) return own;
    const { draft } = own.value;
    if (hasResults(tx, draft.callId)) return refused('results_published');
    tx.orm
      .update(applications)
      .set({ state: 'withdrawn', revision: draft.revision + 1 })
      .where(eq(applications.id, applicationId))
      .run();
    closeOpenAmendment(tx, deps, applicationId);
    record(tx, deps, actor, {
      what: 'application.withdrawn',
      subject: { kind: 'application', id: applicationId },
      callId: draft.callId,
      from: draft.state,
      to: 'withdrawn',
    });
    return done();
  });
}
