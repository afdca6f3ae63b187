import { eq } from 'drizzle-orm';
import type { Tx } from '../../../db/connection.ts';
import { calls } from '../../../db/schema/calls.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import type { Actor } from '../../../lib/actor.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { step } from '../../../lib/transitions.ts';
import { type CallAction, callLifecycle } from '../lifecycle.ts';
import { publishAnnouncement } from '../publications/copies.ts';
import { type Call, countSubmitted, readCall } from '../queries.ts';
import { readLacks } from '../setup/facts.ts';
import { lackFields } from '../setup/lack-texts.ts';
import { askForRules } from './papers.ts';

/**
 * Shows the call to everyone and asks for its rules on paper. Refuses `not_in_this_state`, and the first thing the call lacks (`lacksOf`) with all of
 * them at their lines of the checklist.
 */
export function announceCall(deps: Deps, actor: Actor, callId: number): Result {
  return deps.db.write((tx) => announce(tx, deps, actor, callId));
}

/** As `announceCall`, inside a transaction. */
export function announce(tx: Tx, deps: Deps, actor: Actor, callId: number): Result {
  const call = readCall(tx, callId);
  if (call === undefined) return refused('call_absent');
  const lacks = readLacks(tx, call, deps.clock.now());
  const first = lacks.find(({ isAdvice }) => !isAdvice);
  if (call.state === 'draft' && first !== undefined) return refused(first.code, { fields: lackFields(lacks) });
  return take(tx, deps, actor, call, 'announce');
}

/** Takes the call off the page. Refuses `has_applications` (facts count) once somebody has submitted. */
export function returnToDraft(deps: Deps, actor: Actor, callId: number): Result {
  return deps.db.write((tx) => {
    const call = readCall(tx, callId);
    if (call === undefined) return refused('call_absent');
    const count = countSubmitted(tx, callId);
    if (count > 0) return refused('has_applications', { facts: { count } });
    return take(tx, deps, actor, call, 'return_to_draft');
  });
}

function take(tx: Tx, deps: Deps, actor: Actor, call: Call, action: CallAction): Result {
  const next = step(callLifecycle, action, call.state);
  if (!next.ok) return next;
  const announcedAt = next.value === 'announced' ? deps.clock.now() : null;
  tx.orm
    .update(calls)
    .set({ state: next.value, announcedAt, version: call.version + 1 })
    .where(eq(calls.id, call.id))
    .run();
  record(tx, deps, actor, {
    what: action === 'announce' ? 'call.announced' : 'call.returned_to_draft',
    subject: { kind: 'call', id: call.id },
    callId: call.id,
    from: call.state,
    to: next.value,
  });
  askForRules(tx, deps, actor, { ...call, state: next.value });
  if (action === 'announce') publishAnnouncement(tx, deps, actor, call.id);
  return done();
}
