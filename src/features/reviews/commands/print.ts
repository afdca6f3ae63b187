import type { Tx } from '../../../db/connection.ts';
import type { Deps } from '../../../deps.ts';
import { type Actor, hasAnyRole } from '../../../lib/actor.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { askForDocument, hasFinal } from '../../../pdf/register.ts';
import { openToJuror } from '../../jury/queries.ts';
import { cardPrinters, readsSentCards } from '../access.ts';
import { scoreTitle } from '../documents.ts';
import { type ListedCard, listedCards, readScoreCard } from '../queries.ts';

/** The juror's own sent card on paper. Refuses `absent`, `card_not_sent`, `document_final`. */
export function printOwnCard(deps: Deps, actor: Actor, applicationId: number): Result {
  return deps.db.write((tx) => {
    const open = openToJuror(tx, actor, applicationId);
    if (open === undefined) return refused('absent');
    const { id } = readScoreCard(tx, open.memberId, applicationId);
    const card = listedCards(tx, actor, open.submitted.callId).find((listed) => listed.id === id);
    if (card === undefined) return refused('card_not_sent');
    if (hasFinal(tx, 'score_card', { kind: 'score_card', id: card.id })) return refused('document_final');
    ask(tx, deps, actor, card);
    return done();
  });
}

/** Every card of the call that the actor may read and that is not on paper or on its way there. Refuses `absent`, `ranking_not_adopted`. */
export function printCards(deps: Deps, actor: Actor, callId: number): Result<number> {
  return deps.db.write((tx) => {
    if (!hasAnyRole(actor, cardPrinters, callId)) return refused('absent');
    if (!readsSentCards(tx, actor, callId)) return refused('ranking_not_adopted');
    const lacking = listedCards(tx, actor, callId).filter(({ isPrinted }) => !isPrinted);
    for (const card of lacking) ask(tx, deps, actor, card);
    return done(lacking.length);
  });
}

function ask(tx: Tx, deps: Deps, actor: Actor, { id, code, juror }: ListedCard): void {
  askForDocument(tx, deps.clock, actor, 'score_card', { kind: 'score_card', id }, scoreTitle(code, juror));
}
