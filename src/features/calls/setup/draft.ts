import { eq } from 'drizzle-orm';
import type { Tx } from '../../../db/connection.ts';
import { calls } from '../../../db/schema/calls.ts';
import type { Deps } from '../../../deps.ts';
import { type Happening, record } from '../../../history/record.ts';
import type { Actor } from '../../../lib/actor.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { type Call, readCall } from '../queries.ts';

/** What was on the page when somebody began to change it. */
export interface Edition {
  readonly callId: number;
  readonly version: number;
}

/** The draft a form belongs to. Refuses `call_absent`, `announced_fixed` once people write by it, `edited_meanwhile`. */
export function draftFor(tx: Tx, { callId, version }: Edition): Result<Call> {
  const call = readCall(tx, callId);
  if (call === undefined) return refused('call_absent');
  if (call.state !== 'draft') return refused('announced_fixed');
  if (call.version !== version) return refused('edited_meanwhile');
  return done(call);
}

/** Ends every change of the set-up: the call's own columns, its next version, and the event. */
export function keepDraft(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  call: Call,
  change: {
    readonly what: string;
    readonly set?: Partial<typeof calls.$inferInsert>;
    readonly facts?: NonNullable<Happening['facts']>;
    /** What people wrote, kept apart in the history. */
    readonly text?: string;
  },
): void {
  tx.orm
    .update(calls)
    .set({ ...change.set, version: call.version + 1 })
    .where(eq(calls.id, call.id))
    .run();
  record(tx, deps, actor, {
    what: change.what,
    subject: { kind: 'call', id: call.id },
    callId: call.id,
    ...(change.facts === undefined ? {} : { facts: change.facts }),
    ...(change.text === undefined ? {} : { text: change.text }),
  });
}
