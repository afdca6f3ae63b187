import { eq, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/connection.ts';
import {
  askedQuestions,
  callQuestions,
  callStages,
  calls,
  callTexts,
  formDrafts,
  timetableChangeDates,
  timetableChanges,
} from '../../../db/schema/calls.ts';
import {
  callPublications,
  directorOrders,
  legalDrafts,
  publicationPlaces,
} from '../../../db/schema/calls-published.ts';
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

/**
 * Empties what visitors asked and what staff wrote here: texts changed and published in the rehearsal, copies of what was published and the places,
 * meetings, remarks on orders, ready answers. The texts and dates it was made with stay: they are the real call's own. Numbers of orders stay, as numbers do.
 */
export function eraseCallOf(tx: Tx, callId: number): void {
  const unasked = {
    question: erasedWords,
    askerName: '',
    askerEmail: '',
    publicQuestion: erasedWords,
    answer: erasedWords,
  };
  const here = sql`call_id = ${callId}`;
  tx.orm.update(askedQuestions).set(unasked).where(here).run();
  tx.orm.update(callQuestions).set({ question: erasedWords, answer: erasedWords }).where(here).run();
  tx.orm.update(callTexts).set({ content: '{}', reason: '' }).where(sql`${here} and number > 1`).run();
  tx.orm.update(formDrafts).set({ content: '{}' }).where(here).run();
  tx.orm.update(legalDrafts).set({ content: '' }).where(here).run();
  tx.orm.update(callPublications).set({ content: '{}' }).where(here).run();
  tx.orm.update(publicationPlaces).set({ address: erasedWords, note: '' }).where(here).run();
  tx.orm.update(directorOrders).set({ note: '' }).where(here).run();
  tx.orm.update(callStages).set({ place: '' }).where(here).run();
  tx.orm.update(timetableChanges).set({ reason: erasedWords }).where(here).run();
  tx.orm
    .update(timetableChangeDates)
    .set({ place: '', beforePlace: '' })
    .where(sql`change_id in (select id from timetable_changes where ${here})`)
    .run();
}
