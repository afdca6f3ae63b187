import { eq } from 'drizzle-orm';
import { callQuestions } from '../../../db/schema/calls.ts';
import type { Deps } from '../../../deps.ts';
import type { Actor } from '../../../lib/actor.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { readCall, readQuestions } from '../queries.ts';
import { type Edition, keepDraft } from './draft.ts';
import { storedId, storedKey } from './row-forms.ts';
import { inPlace, type KeyedRows, knowsAll, repeated, rowField } from './rows.ts';
import { setupMessages } from './texts.ts';

export interface NewQuestions extends Edition {
  /** `name` is the question. */
  readonly rows: KeyedRows<{ readonly name: string; readonly answer: string; readonly position: number }>;
  readonly removed: readonly number[];
}

/**
 * Changes the ready questions and answers of a call, in the order given. Once the call is announced people have read them: they may be corrected and
 * added to, the earlier words stay in the history, and none is taken away. Refuses `call_absent`, `edited_meanwhile`, `rows_wrong` at the fields.
 */
export function changeQuestions(deps: Deps, actor: Actor, { callId, version, rows, removed }: NewQuestions): Result {
  return deps.db.write((tx) => {
    const call = readCall(tx, callId);
    if (call === undefined) return refused('call_absent');
    const stored = readQuestions(tx, callId);
    if (call.version !== version || !namesAll(stored, rows, removed)) return refused('edited_meanwhile');
    const isRead = call.state !== 'draft';
    const ordered = inPlace(rows);
    const fields = {
      ...repeated(ordered, 'name', ({ name }) => name, setupMessages.questionTwice),
      ...(isRead
        ? Object.fromEntries(removed.map((id) => [rowField(storedKey(id), 'remove'), setupMessages.readQuestion]))
        : {}),
    };
    if (Object.keys(fields).length > 0) return refused('rows_wrong', { fields });

    const before = new Map(stored.map((one) => [one.id, one]));
    const corrected = ordered.flatMap(({ key, row }) => {
      const was = before.get(storedId(key) ?? 0);
      return was === undefined || (was.question === row.name && was.answer === row.answer) ? [] : [was];
    });
    const facts = {
      added: ordered.filter(({ key }) => storedId(key) === undefined).length,
      changed: corrected.length,
      removed: removed.length,
    };
    // They stand in the order of their numbers and nothing refers to one, so the list is written anew.
    tx.orm.delete(callQuestions).where(eq(callQuestions.callId, callId)).run();
    for (const { row } of ordered)
      tx.orm.insert(callQuestions).values({ callId, question: row.name, answer: row.answer }).run();
    const earlier = corrected.map(({ question, answer }) => `${question}\n${answer}`).join('\n\n');
    keepDraft(tx, deps, actor, call, {
      what: 'call.questions_changed',
      facts,
      ...(isRead && earlier !== '' ? { text: earlier } : {}),
    });
    return done();
  });
}

/** Each stored question is either kept or taken away by name: one left out would vanish unseen. */
function namesAll(stored: readonly { id: number }[], rows: NewQuestions['rows'], removed: readonly number[]): boolean {
  const ids = new Set(stored.map(({ id }) => id));
  return knowsAll(ids, rows, removed) && [...ids].every((id) => storedKey(id) in rows || removed.includes(id));
}
