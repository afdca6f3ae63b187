import { eq } from 'drizzle-orm';
import { scoreCards } from '../../../db/schema/reviews.ts';
import type { Deps } from '../../../deps.ts';
import { addFile } from '../../../files/records.ts';
import { record } from '../../../history/record.ts';
import { type Actor, personIdOf } from '../../../lib/actor.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import type { UploadedFile } from '../../../web/upload.ts';
import { readMeritCriteria } from '../../calls/criteria.ts';
import { endReopening } from '../commands/end-reopening.ts';
import { type ScoreDraft, writePoints, writeReasons } from '../commands/save.ts';
import { cardFingerprint } from '../commands/send.ts';
import { suggestedGrosze } from '../completeness.ts';
import { lacksAtFields } from '../lacks.ts';
import { readScoreCard } from '../queries.ts';
import { openPaper } from './open.ts';
import { tellKeyedIn } from './tell.ts';

export interface PaperCard extends Omit<ScoreDraft, 'privateNote' | 'reasons'> {
  readonly memberId: number;
  readonly reasons: NonNullable<ScoreDraft['reasons']>;
  readonly suggestedAmount: string;
  readonly scan: UploadedFile | undefined;
}

/**
 * A coordinator keys in what a juror filled in on paper, with its scan; the card is sent at once, and its juror gets a letter with what was keyed in. Returns
 * the card's id. Refuses as `openPaper`, 'edited_meanwhile', 'card_incomplete' with messages at the fields, 'scan_missing'.
 */
export function keyInCard(deps: Deps, actor: Actor, paper: PaperCard): Result<number> {
  return deps.db.write((tx) => {
    const now = deps.clock.now();
    const open = openPaper(tx, actor, paper, now);
    if (!open.ok) return open;
    const { memberId, submitted, card: before } = open.value;
    if (before.revision !== paper.revision) return refused('edited_meanwhile');
    const { points, reasons, justification, suggestedAmount, scan } = paper;
    const fields = lacksAtFields(tx, submitted, { points, reasons, justification, suggestedAmount });
    if (Object.keys(fields).length > 0) return refused('card_incomplete', { fields });
    if (scan === undefined) return refused('scan_missing', { field: 'scan' });

    const row = { justification, suggestedAmount, revision: before.revision + 1 };
    const { id } = tx.orm
      .insert(scoreCards)
      .values({ ...row, applicationId: submitted.id, memberId, openedAt: now })
      .onConflictDoUpdate({ target: [scoreCards.applicationId, scoreCards.memberId], set: row })
      .returning({ id: scoreCards.id })
      .get();
    const criteria = readMeritCriteria(tx, submitted.callId);
    writePoints(tx, id, criteria, points);
    writeReasons(tx, id, criteria, reasons);
    const scanFileId = addFile(tx, deps.clock, actor, scan.blob, scan.name, { kind: 'score_card', id });
    tx.orm
      .update(scoreCards)
      .set({
        ...{ keyedBy: personIdOf(actor), keyedAt: now, scanFileId },
        ...{ state: 'sent', sentAt: now, suggestedGrosze: suggestedGrosze(suggestedAmount) },
      })
      .where(eq(scoreCards.id, id))
      .run();
    if (before.isReopened) endReopening(tx, id, { endedAt: now, endedAs: 'sent' });
    const card = readScoreCard(tx, memberId, submitted.id);
    record(tx, deps, actor, {
      what: 'score_card.keyed_in',
      subject: { kind: 'score_card', id },
      callId: submitted.callId,
      from: 'draft',
      to: 'sent',
      facts: { application: submitted.id, member: memberId, fingerprint: cardFingerprint(card) },
    });
    tellKeyedIn(tx, deps, actor, { ...open.value, card });
    return done(id);
  });
}
