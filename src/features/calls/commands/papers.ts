import type { Tx } from '../../../db/connection.ts';
import type { Deps } from '../../../deps.ts';
import { type Actor, hasAnyRole, hasRole } from '../../../lib/actor.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { askForDocument } from '../../../pdf/register.ts';
import { documentText } from '../../../pdf/wording/versions.ts';
import { orderSubject, orderWriters, rulesSubject } from '../access.ts';
import { callDocuments, documentTitles } from '../documents.ts';
import { blankFormTitle } from '../form-paper/texts.ts';
import { type Call, readCall } from '../queries.ts';

/** The rules and the empty form on paper, in the transaction that announces them or changes what they say. A draft has none. */
export function askForRules(tx: Tx, deps: Deps, actor: Actor, call: Pick<Call, 'id' | 'title' | 'state'>): void {
  if (call.state === 'draft') return;
  const { textId } = documentText(tx, deps.clock, callDocuments.call_rules, 'rules');
  const title = documentTitles.call_rules(call.title);
  askForDocument(tx, deps.clock, actor, 'call_rules', rulesSubject(call.id), title, textId);
  askForBlankForm(tx, deps, actor, call);
}

/** The form to be filled in by hand, as the call's newest one stands: whoever saves another form calls it. A draft has none. */
export function askForBlankForm(tx: Tx, deps: Deps, actor: Actor, call: Pick<Call, 'id' | 'title' | 'state'>): void {
  if (call.state === 'draft') return;
  askForDocument(tx, deps.clock, actor, 'blank_form', rulesSubject(call.id), blankFormTitle(call.title));
}

/** Makes the empty form on paper anew. Refuses `absent`, `not_announced`. */
export function printBlankForm(deps: Deps, actor: Actor, callId: number): Result {
  return deps.db.write((tx) => {
    const call = readCall(tx, callId);
    if (call === undefined || !hasRole(actor, 'coordinator', callId)) return refused('absent');
    if (call.state === 'draft') return refused('not_announced');
    askForBlankForm(tx, deps, actor, call);
    return done();
  });
}

/** A poster of the call as it stands. Refuses `absent`, `not_announced`. */
export function printPoster(deps: Deps, actor: Actor, callId: number): Result {
  return deps.db.write((tx) => {
    const call = readCall(tx, callId);
    if (call === undefined || !hasRole(actor, 'coordinator', callId)) return refused('absent');
    if (call.state === 'draft') return refused('not_announced');
    const title = documentTitles.call_poster(call.title);
    askForDocument(tx, deps.clock, actor, 'call_poster', rulesSubject(call.id), title);
    return done();
  });
}

/** Makes the rules on paper anew. Refuses `absent`, `not_announced`. */
export function printRules(deps: Deps, actor: Actor, callId: number): Result {
  return deps.db.write((tx) => {
    const call = readCall(tx, callId);
    if (call === undefined || !hasRole(actor, 'coordinator', callId)) return refused('absent');
    if (call.state === 'draft') return refused('not_announced');
    askForRules(tx, deps, actor, call);
    return done();
  });
}

/** A draft order announcing the rules, for the director to complete and sign. Refuses `absent`. */
export function draftRulesOrder(deps: Deps, actor: Actor, callId: number): Result {
  return deps.db.write((tx) => {
    const call = readCall(tx, callId);
    if (call === undefined || !hasAnyRole(actor, orderWriters, callId)) return refused('absent');
    const title = documentTitles.order_rules(call.title);
    const { textId } = documentText(tx, deps.clock, callDocuments.order_rules, 'order');
    askForDocument(tx, deps.clock, actor, 'order_rules', orderSubject(callId), title, textId);
    return done();
  });
}
