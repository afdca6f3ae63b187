import type { Reader } from '../../../db/connection.ts';
import { type Actor, hasAnyRole } from '../../../lib/actor.ts';
import { currentPapers, type ShownPaper } from '../../../web/papers.ts';
import { cardPrinters, readsSentCards } from '../access.ts';
import { scoreTitle } from '../documents.ts';
import { reviewPaths } from '../paths.ts';
import { type ListedCard, listedCards } from '../queries.ts';

/** The cards on paper for staff, application by application; null before the ranking is adopted. */
export function cardsOnPaper(reader: Reader, actor: Actor, callId: number) {
  if (!readsSentCards(reader, actor, callId)) return null;
  const cards = listedCards(reader, actor, callId);
  const heads = new Map(cards.map(({ applicationId, code, title }) => [applicationId, { code, title }]));
  return {
    applications: [...heads].map(([id, head]) => ({
      ...head,
      papers: cards.filter(({ applicationId }) => applicationId === id).flatMap((card) => shown(reader, card)),
    })),
    lacking: cards.filter(({ isPrinted }) => !isPrinted).length,
    print: hasAnyRole(actor, cardPrinters, callId) ? reviewPaths.printsOf(callId) : '',
  };
}

/** The card's papers, or its title while nobody has asked for one; of a card that does not count it is said. */
function shown(
  reader: Reader,
  { id, code, juror, counts }: ListedCard,
): (Pick<ShownPaper, 'title' | 'href' | 'size'> & { counts: boolean })[] {
  const papers = papersOfCard(reader, id);
  const unasked = { title: scoreTitle(code, juror), state: 'unasked', href: '', size: null };
  return (papers.length > 0 ? papers : [unasked]).map((paper) => ({ ...paper, counts }));
}

export function papersOfCard(reader: Reader, cardId: number) {
  return currentPapers(reader, { kind: 'score_card', id: cardId }, 'score_card');
}
