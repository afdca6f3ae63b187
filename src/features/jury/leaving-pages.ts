import type { Reader } from '../../db/connection.ts';
import type { Actor } from '../../lib/actor.ts';
import { type RawBody, rawText } from '../../web/form.ts';
import type { Call } from '../calls/queries.ts';
import { sentBy } from './commands/take-off.ts';
import { juryPaths } from './paths.ts';
import { hasMet, membersOf } from './queries.ts';
import { cardsChoices, functionNames, scopeChoices, thinHint, thinLabel } from './texts.ts';
import { callableFor } from './thin.ts';

const crumbsOf = (call: Call) => ({ call: { id: call.id, title: call.title }, back: juryPaths.juryOf(call.id) });

/** What somebody in reserve may be called up for; undefined of anybody who does not wait there with a declaration signed. */
export function callUpPage(reader: Reader, actor: Actor, call: Call, memberId: number, raw: RawBody = {}) {
  const member = membersOf(reader, call.id).find((one) => one.memberId === memberId);
  const isWaiting = member?.function === 'reserve' && member.isCalledUp === 0 && member.declaredAt !== null;
  if (member === undefined || !isWaiting || hasMet(reader, call.id)) return undefined;
  const callable = callableFor(reader, actor, call, memberId);
  return {
    ...crumbsOf(call),
    name: member.name,
    action: juryPaths.callUpOf(call.id, memberId),
    scopes: callable.length === 0 ? scopeChoices.slice(0, 1) : scopeChoices,
    scope: rawText(raw, 'scope'),
    applications: callable.map(({ applicationId, code, title, scorers }) => ({
      value: String(applicationId),
      label: thinLabel(code, title),
      hint: thinHint(scorers, call.quorum),
    })),
    chosen: [raw['applications'] ?? []].flat(),
    reason: rawText(raw, 'reason'),
  };
}

/** What is asked before somebody who declared is taken off, and what it will do; undefined of nobody in office. */
export function takingOffPage(reader: Reader, call: Call, memberId: number, raw: RawBody = {}) {
  const member = membersOf(reader, call.id).find((one) => one.memberId === memberId);
  if (member === undefined || hasMet(reader, call.id)) return undefined;
  const sent = sentBy(reader, memberId);
  return {
    ...crumbsOf(call),
    name: member.name,
    functionName: functionNames[member.function],
    isChair: member.function === 'chair',
    sent,
    choices: cardsChoices,
    cards: rawText(raw, 'cards'),
    reason: rawText(raw, 'reason'),
    order: rawText(raw, 'order'),
    action: juryPaths.takingOffOf(call.id, memberId),
  };
}
