import { type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { FileAccess } from '../../files/records.ts';
import { type Actor, hasAnyRole } from '../../lib/actor.ts';
import { sameAs } from '../accounts/access.ts';
import { judgingVisibleTo } from '../applications/access.ts';
import { isMine, isOpenToMember } from '../jury/access.ts';
import { hasMet } from '../jury/queries.ts';

/** Who reads how far the scoring is, and the cards themselves once the ranking is adopted. */
export const progressReaders = ['coordinator', 'director', 'inspector'] as const;

/** Who has the cards of a call printed; the inspector opens what there is and asks for nothing. */
export const cardPrinters = ['coordinator', 'director'] as const;

/** Condition over the aliases `k` of score_cards, `m` of jury_members and `a` of applications: one's own card of an application still open. */
function isOwnCard(actor: Actor): SQL {
  return actor.kind === 'person' ? sql`(${isMine(actor.personId)} and ${isOpenToMember})` : sql`false`;
}

/**
 * A sent card names its juror and what the juror gave: it is its juror's own, and after the ranking's adoption the staff's, except of an
 * application closed to them or their own. The scan of a card keyed in from paper is open to its juror also while the card is given back, and to whoever keyed it in.
 */
export const reviewFiles: FileAccess = {
  score_card: (reader, actor, cardId, fileId) => {
    if (fileId !== undefined && opensScan(reader, actor, fileId)) return true;
    const card = sentCard(reader, actor, cardId);
    return card !== undefined && (card.own === 1 || (card.open === 1 && readsSentCards(reader, actor, card.callId)));
  },
};

/** Of a card open to her as its juror, or keyed in by her from an application still open to her as the call's coordinator. */
function opensScan(reader: Reader, actor: Actor, fileId: number): boolean {
  if (actor.kind !== 'person') return false;
  const card = reader.get<{ callId: number; own: number; keyed: number }>(sql`
    select m.call_id as callId, ${isOwnCard(actor)} as own, (k.keyed_by in ${sameAs(actor.personId)} and ${judgingVisibleTo(actor)}) as keyed
    from score_cards k join jury_members m on m.id = k.member_id join applications a on a.id = k.application_id
    where k.scan_file_id = ${fileId}`);
  return (
    card !== undefined && (card.own === 1 || (card.keyed === 1 && hasAnyRole(actor, ['coordinator'], card.callId)))
  );
}

/** Its juror, and after the ranking's adoption who has the cards of the call printed. */
export function mayAskForCard(reader: Reader, actor: Actor, cardId: number): boolean {
  const card = sentCard(reader, actor, cardId);
  return card !== undefined && (card.own === 1 || (card.open === 1 && hasAnyRole(actor, cardPrinters, card.callId)));
}

function sentCard(reader: Reader, actor: Actor, cardId: number) {
  return reader.get<{ callId: number; own: number; open: number }>(sql`
    select m.call_id as callId, ${isOwnCard(actor)} as own, ${judgingVisibleTo(actor)} as open
    from score_cards k join jury_members m on m.id = k.member_id join applications a on a.id = k.application_id
    where k.id = ${cardId} and k.state = 'sent'`);
}

/** Whether the jurors' cards of this call are there for the actor to read, as staff. */
export function readsSentCards(reader: Reader, actor: Actor, callId: number): boolean {
  return hasAnyRole(actor, progressReaders, callId) && hasMet(reader, callId);
}
