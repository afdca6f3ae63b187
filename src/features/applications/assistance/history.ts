import type { Tx } from '../../../db/connection.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import type { Actor } from '../../../lib/actor.ts';
import type { OpenApplication } from '../commands/own.ts';

/** Every saving that staff make in somebody's name stands in the history: who wrote, which part, whose it is. A change of what was sent is its history too. */
export function noteInName(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  { draft, leaderId, inNameOfLeader }: OpenApplication,
  section: string,
): void {
  if (!inNameOfLeader) return;
  record(tx, deps, actor, {
    what: 'application.saved_in_name',
    subject: { kind: 'application', id: draft.amends?.applicationId ?? draft.id },
    callId: draft.callId,
    facts: { section, inNameOf: leaderId },
  });
}
