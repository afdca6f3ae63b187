import { eq } from 'drizzle-orm';
import { applications } from '../../../db/schema/applications.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import type { Actor } from '../../../lib/actor.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { readFormVersion } from '../../calls/call-texts.ts';
import { ownFor } from './own.ts';

/** Moves a draft to the newest form of its call; every answer stays, also to questions that are gone. Refuses 'absent', 'not_in_this_state', 'section_not_open', 'form_current'. */
export function takeNewForm(deps: Deps, actor: Actor, { applicationId }: { readonly applicationId: number }): Result {
  return deps.db.write((tx) => {
    const own = ownFor(tx, actor, applicationId, 'write');
    if (!own.ok) return own;
    const { draft } = own.value;
    // Corrections are of what was sent, in the form it was sent in.
    if (draft.amends?.correction) return refused('section_not_open');
    const { id, number } = readFormVersion(tx, draft.callId);
    if (draft.formTextId === id) return refused('form_current');
    tx.orm
      .update(applications)
      .set({ formTextId: id, revision: draft.revision + 1 })
      .where(eq(applications.id, applicationId))
      .run();
    record(tx, deps, actor, {
      what: 'application.form_taken',
      subject: { kind: 'application', id: applicationId },
      callId: draft.callId,
      facts: { number },
    });
    return done();
  });
}
