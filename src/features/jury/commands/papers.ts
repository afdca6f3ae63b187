import type { Tx } from '../../../db/connection.ts';
import type { Deps } from '../../../deps.ts';
import { type Actor, hasAnyRole, personIdOf } from '../../../lib/actor.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { askForDocument } from '../../../pdf/register.ts';
import { orderSubject, orderWriters } from '../../calls/access.ts';
import { readCall } from '../../calls/queries.ts';
import { documentTitles } from '../documents.ts';
import { hasMet, membershipOf, membersOf } from '../queries.ts';

/** The declaration on paper, in the transaction that signs it. */
export function askForDeclaration(tx: Tx, deps: Deps, actor: Actor, member: { id: number; callId: number }): void {
  const name = membersOf(tx, member.callId).find(({ memberId }) => memberId === member.id)?.name ?? '';
  const subject = { kind: 'jury_member', id: member.id };
  askForDocument(tx, deps.clock, actor, 'jury_declaration', subject, documentTitles.jury_declaration(name));
}

/** Makes one's own declaration on paper anew, with what was reported since. Refuses `absent` before it is signed. */
export function printDeclaration(deps: Deps, actor: Actor, callId: number): Result {
  return deps.db.write((tx) => {
    const member = membershipOf(tx, personIdOf(actor) ?? 0, callId);
    if (member === undefined || !member.declared) return refused('absent');
    askForDeclaration(tx, deps, actor, { id: member.memberId, callId });
    return done();
  });
}

/** A draft order appointing the jury as it sits now. Refuses `absent`, `jury_has_met`, `jury_empty`. */
export function draftJuryOrder(deps: Deps, actor: Actor, callId: number): Result {
  return deps.db.write((tx) => {
    const call = readCall(tx, callId);
    if (call === undefined || !hasAnyRole(actor, orderWriters, callId)) return refused('absent');
    if (hasMet(tx, callId)) return refused('jury_has_met');
    if (membersOf(tx, callId).length === 0) return refused('jury_empty');
    const title = documentTitles.order_jury(call.title);
    askForDocument(tx, deps.clock, actor, 'order_jury', orderSubject(callId), title);
    return done();
  });
}
