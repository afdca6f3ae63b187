import { eq, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/connection.ts';
import { askedQuestions, calls, timetableChanges } from '../../../db/schema/calls.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import type { Actor } from '../../../lib/actor.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { leads } from './commands.ts';
import { erasedWords } from './erased.ts';
import { readRehearsal } from './queries.ts';

/**
 * Closes a rehearsal for good, in the transaction that erases it: from now on nobody finds it. Its line stands in the history of the real call. Refuses
 * `absent`, also once it is closed.
 */
export function shutRehearsal(tx: Tx, deps: Deps, actor: Actor, callId: number): Result {
  const rehearsal = readRehearsal(tx, callId);
  if (rehearsal === undefined || !leads(tx, actor, callId)) return refused('absent');
  tx.orm.update(calls).set({ rehearsalClosedAt: deps.clock.now() }).where(eq(calls.id, callId)).run();
  record(tx, deps, actor, {
    what: 'rehearsal.closed',
    subject: { kind: 'call', id: rehearsal.realCallId },
    callId: rehearsal.realCallId,
    facts: { rehearsal: callId },
  });
  return done();
}

/** Empties what visitors asked and why dates changed; the copied texts are the real call's own. */
export function eraseCallOf(tx: Tx, callId: number): void {
  const unasked = {
    question: erasedWords,
    askerName: '',
    askerEmail: '',
    publicQuestion: erasedWords,
    answer: erasedWords,
  };
  tx.orm.update(askedQuestions).set(unasked).where(sql`call_id = ${callId}`).run();
  tx.orm.update(timetableChanges).set({ reason: erasedWords }).where(sql`call_id = ${callId}`).run();
}
