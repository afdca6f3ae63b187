import type { Tx } from '../../../db/connection.ts';
import type { Actor } from '../../../lib/actor.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { mayStep } from '../../../lib/transitions.ts';
import { isOwn } from '../access.ts';
import { type Draft, readDraft } from '../drafts.ts';
import { type ApplicationAction, applicationLife } from '../lifecycle.ts';

/** The actor's own application, if the action is open to it now. Refuses 'absent' and 'not_in_this_state'. */
export function ownFor(
  tx: Tx,
  actor: Actor,
  applicationId: number,
  action: ApplicationAction,
): Result<{ draft: Draft; personId: number }> {
  if (actor.kind !== 'person' || !isOwn(tx, actor.personId, applicationId)) return refused('absent');
  const draft = readDraft(tx, applicationId);
  if (draft === undefined) return refused('absent');
  if (!mayStep(applicationLife, action, draft.state))
    return refused('not_in_this_state', { facts: { action, state: draft.state } });
  return done({ draft, personId: actor.personId });
}
