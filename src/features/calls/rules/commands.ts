import type { Tx } from '../../../db/connection.ts';
import { callTexts } from '../../../db/schema/calls.ts';
import { legalDrafts } from '../../../db/schema/calls-published.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import type { Actor } from '../../../lib/actor.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { rulesSubject, settingsRights } from '../access.ts';
import { askForRules } from '../commands/papers.ts';
import type { LegalKind } from '../definitions.ts';
import { publishText } from '../publications/copies.ts';
import { type Call, readCall } from '../queries.ts';
import { legalFields } from './field-texts.ts';
import { legalFaults } from './language.ts';
import { readWorkingLegal, type WorkingLegal } from './queries.ts';

interface Place {
  readonly callId: number;
  readonly kind: LegalKind;
  /** Of the working copy that the page showed. */
  readonly revision: number;
}

type Writer = Actor & { kind: 'person' };

/** Keeps what was written, right or wrong; what is published stays. Gives the new revision. Refuses 'absent', 'edited_meanwhile'. */
export function saveLegal(deps: Deps, actor: Actor, { text, ...place }: Place & { text: string }): Result<number> {
  return written(deps, actor, place, (tx, writer, _call, working) => {
    if (text === working.text) return done(working.revision);
    return done(keep(tx, deps, writer, place, working, { step: 'saved', content: text }));
  });
}

/** Goes back to what is published; what was written stays among the saves. Refuses 'absent', 'edited_meanwhile', 'text_unchanged'. */
export function putLegalAside(deps: Deps, actor: Actor, place: Place): Result {
  return written(deps, actor, place, (tx, writer, _call, working) => {
    if (!working.isChanged) return refused('text_unchanged');
    keep(tx, deps, writer, place, working, { step: 'put_aside', content: working.text });
    return done();
  });
}

/**
 * Makes the working copy the next version, and of an announced call a publication that everybody reads, with its reason. Gives its number. Refuses
 * 'absent', 'edited_meanwhile', 'text_unchanged', 'text_faulty', and 'reason_missing' in an announced call.
 */
export function publishLegal(
  deps: Deps,
  actor: Actor,
  { reason, ...place }: Place & { reason: string },
): Result<number> {
  return written(deps, actor, place, (tx, writer, call, working) => {
    if (!working.isChanged) return refused('text_unchanged');
    if (legalFaults(working.text, legalFields).length > 0) return refused('text_faulty');
    if (call.state !== 'draft' && reason === '') return refused('reason_missing', { field: 'reason' });
    const { callId, kind } = place;
    const number = working.published.number + 1;
    const content = JSON.stringify({ text: working.text });
    const { id: textId } = tx.orm
      .insert(callTexts)
      .values({ callId, kind, number, content, reason, createdAt: deps.clock.now(), createdBy: writer.personId })
      .returning({ id: callTexts.id })
      .get();
    keep(tx, deps, writer, place, working, { step: 'published', content: working.text });
    record(tx, deps, actor, {
      what: kind === 'rules' ? 'call.rules_published' : 'call.privacy_published',
      subject: rulesSubject(callId),
      callId,
      facts: { number },
      text: reason,
    });
    if (call.state === 'draft') return done(number);
    askForRules(tx, deps, actor, call);
    publishText(tx, deps, actor, { call, kind, textId });
    return done(number);
  });
}

function written<Value>(
  deps: Deps,
  actor: Actor,
  { callId, kind, revision }: Place,
  change: (tx: Tx, writer: Writer, call: Call, working: WorkingLegal) => Result<Value>,
): Result<Value> {
  return deps.db.write((tx) => {
    const call = readCall(tx, callId);
    if (call === undefined || actor.kind !== 'person' || !settingsRights(actor, callId).mayChange)
      return refused('absent');
    const working = readWorkingLegal(tx, callId, kind);
    if (working.revision !== revision) return refused('edited_meanwhile');
    return change(tx, actor, call, working);
  });
}

function keep(
  tx: Tx,
  deps: Deps,
  { personId: savedBy }: Writer,
  { callId, kind }: Place,
  working: WorkingLegal,
  row: Pick<typeof legalDrafts.$inferInsert, 'step' | 'content'>,
): number {
  const revision = working.revision + 1;
  const own = { callId, kind, revision, baseTextId: working.published.id, savedAt: deps.clock.now(), savedBy };
  tx.orm
    .insert(legalDrafts)
    .values({ ...own, ...row })
    .run();
  return revision;
}
