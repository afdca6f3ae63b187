import { sql } from 'drizzle-orm';
import type { Reader, Tx } from '../../../db/connection.ts';
import type { Deps } from '../../../deps.ts';
import { type Actor, hasAnyRole, personIdOf } from '../../../lib/actor.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { askForDocument } from '../../../pdf/register.ts';
import { documentText } from '../../../pdf/wording/versions.ts';
import { orderSubject, orderWriters } from '../../calls/access.ts';
import { readCall } from '../../calls/queries.ts';
import { signedDeclaration } from '../declaration.ts';
import { documentTitles, juryDocuments } from '../documents.ts';
import { declarationOf, hasMet, membershipOf, membersOf } from '../queries.ts';

/** The declaration on paper in the text that was signed, in the transaction that signs it. */
export function askForDeclaration(tx: Tx, deps: Deps, actor: Actor, member: { id: number; callId: number }): void {
  const name = membersOf(tx, member.callId).find(({ memberId }) => memberId === member.id)?.name ?? '';
  const subject = { kind: 'jury_member', id: member.id };
  const { textId } = signedDeclaration(tx, declarationOf(tx, member.id)?.textVersion ?? '');
  const title = documentTitles.jury_declaration(name);
  askForDocument(tx, deps.clock, actor, 'jury_declaration', subject, title, textId);
}

/**
 * Makes one's own declaration on paper anew, with what was reported since; the paper of the signing stays. Refuses `absent` before it is
 * signed, `document_final` while the paper says all there is.
 */
export function printDeclaration(deps: Deps, actor: Actor, callId: number): Result {
  return deps.db.write((tx) => {
    const member = membershipOf(tx, personIdOf(actor) ?? 0, callId);
    if (member === undefined || !member.declared) return refused('absent');
    if (!isReportedSincePaper(tx, member.memberId)) return refused('document_final');
    askForDeclaration(tx, deps, actor, { id: member.memberId, callId });
    return done();
  });
}

/** Whether no paper says all that the member declared so far. */
export function isReportedSincePaper(reader: Reader, memberId: number): boolean {
  const last = sql`select max(r.declared_at) from recusals r where r.member_id = ${memberId}`;
  return (
    reader.get(sql`select 1 from documents d where d.kind = 'jury_declaration' and d.subject_kind = 'jury_member'
      and d.subject_id = ${memberId} and d.state = 'made' and d.asked_at >= coalesce((${last}), '')`) === undefined
  );
}

/** A draft order appointing the jury as it sits now. Refuses `absent`, `jury_has_met`, `jury_empty`. */
export function draftJuryOrder(deps: Deps, actor: Actor, callId: number): Result {
  return deps.db.write((tx) => {
    const call = readCall(tx, callId);
    if (call === undefined || !hasAnyRole(actor, orderWriters, callId)) return refused('absent');
    if (hasMet(tx, callId)) return refused('jury_has_met');
    if (membersOf(tx, callId).length === 0) return refused('jury_empty');
    const title = documentTitles.order_jury(call.title);
    const { textId } = documentText(tx, deps.clock, juryDocuments.order_jury, 'order');
    askForDocument(tx, deps.clock, actor, 'order_jury', orderSubject(callId), title, textId);
    return done();
  });
}
