import { eq } from 'drizzle-orm';
import { scoreCards, scoreReopenings } from '../../../db/schema/reviews.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import { type Actor, personIdOf } from '../../../lib/actor.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { readMeritCriteria } from '../../calls/criteria.ts';
import { hasMet } from '../../jury/queries.ts';
import { readScoreCard } from '../queries.ts';
import { openToReopen, reopeningsOf, sentHeads } from '../reopenings.ts';
import { endReopening } from './end-reopening.ts';
import { writePoints, writeReasons } from './save.ts';
import { cardFingerprint } from './send.ts';

export interface Reopening {
  readonly applicationId: number;
  readonly memberId: number;
  readonly reason: string;
}

/**
 * Gives a sent card back to its juror: the chair's decision, or the coordinator's at the chair's word. What was sent is kept. Refuses `absent`,
 * `ranking_adopted`, `card_not_sent`, `own_card`.
 */
export function reopenCard(deps: Deps, actor: Actor, { applicationId, memberId, reason }: Reopening): Result {
  return deps.db.write((tx) => {
    const submitted = openToReopen(tx, actor, applicationId);
    const by = personIdOf(actor);
    if (submitted === undefined || by === null) return refused('absent');
    if (hasMet(tx, submitted.callId)) return refused('ranking_adopted');
    const heads = sentHeads(tx, applicationId);
    const head = heads.find((one) => one.memberId === memberId);
    const card = readScoreCard(tx, memberId, applicationId);
    if (head === undefined || card.sentAt === null) return refused('card_not_sent', { field: 'member' });
    // Whoever has seen the others' points does not open the own card to herself.
    if (head.personId === by) return refused('own_card', { field: 'member' });

    const { justification, suggestedAmount, suggestedGrosze, revision } = card;
    const othersSeen = heads.length - 1;
    tx.orm
      .insert(scoreReopenings)
      .values({
        ...{ cardId: head.cardId, revision, wasSentAt: card.sentAt, justification, suggestedAmount, suggestedGrosze },
        ...{ points: JSON.stringify(card.points), reasons: JSON.stringify(card.reasons) },
        ...{ reason, othersSeen, reopenedBy: by, reopenedAt: deps.clock.now() },
      })
      .run();
    const draft = { state: 'draft', sentAt: null, suggestedGrosze: null, revision: revision + 1 } as const;
    tx.orm.update(scoreCards).set(draft).where(eq(scoreCards.id, head.cardId)).run();
    record(tx, deps, actor, {
      what: 'score_card.reopened',
      subject: { kind: 'score_card', id: head.cardId },
      callId: submitted.callId,
      from: 'sent',
      to: 'draft',
      facts: {
        application: applicationId,
        member: memberId,
        othersSeen,
        fingerprint: cardFingerprint(card),
      },
      text: reason,
    });
    return done();
  });
}

/**
 * Puts back what had been sent, where the card given back will not be sent again; the justification written meanwhile is set aside for its juror.
 * Refuses `absent`, `ranking_adopted`, `card_not_given_back`, also where its juror was taken off and the cards put aside.
 */
export function restoreCard(deps: Deps, actor: Actor, { applicationId, memberId }: Omit<Reopening, 'reason'>): Result {
  return deps.db.write((tx) => {
    const submitted = openToReopen(tx, actor, applicationId);
    if (submitted === undefined) return refused('absent');
    if (hasMet(tx, submitted.callId)) return refused('ranking_adopted');
    const before = reopeningsOf(tx, applicationId).find((one) => one.memberId === memberId && one.isWaiting);
    if (before === undefined) return refused('card_not_given_back');

    const card = readScoreCard(tx, memberId, applicationId);
    const criteria = readMeritCriteria(tx, submitted.callId);
    writePoints(tx, before.cardId, criteria, before.points);
    writeReasons(tx, before.cardId, criteria, before.reasons);
    const { justification, suggestedAmount, suggestedGrosze, wasSentAt } = before;
    tx.orm
      .update(scoreCards)
      .set({
        ...{ justification, suggestedAmount, suggestedGrosze, revision: card.revision + 1 },
        ...{ state: 'sent', sentAt: wasSentAt },
      })
      .where(eq(scoreCards.id, before.cardId))
      .run();
    const setAside = card.justification === justification ? '' : card.justification;
    endReopening(tx, before.cardId, { endedAt: deps.clock.now(), endedAs: 'restored', setAside });
    record(tx, deps, actor, {
      what: 'score_card.restored',
      subject: { kind: 'score_card', id: before.cardId },
      callId: submitted.callId,
      from: 'draft',
      to: 'sent',
      facts: { application: applicationId, member: memberId, fingerprint: cardFingerprint(before) },
    });
    return done();
  });
}
