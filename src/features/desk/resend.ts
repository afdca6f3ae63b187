import { sql } from 'drizzle-orm';
import type { Deps } from '../../deps.ts';
import { record } from '../../history/record.ts';
import type { Actor } from '../../lib/actor.ts';
import { done, type Result, refused } from '../../lib/result.ts';
import { askToSendAgain, readLetter } from '../../mail/outbox.ts';
import { openDoor } from '../accounts/links.ts';

/**
 * Sends a failed letter once more. Refusals: letter_not_failed; letter_stopped – its mailing was called back; door_over – its link was used or is no longer valid, and a new letter is needed.
 * The event belongs to the record that the letter is about, and is read by whoever reads that record.
 */
export function sendLetterAgain(deps: Deps, actor: Actor, letterId: number): Result {
  return deps.db.write((tx) => {
    const letter = readLetter(tx, sql`true`, letterId);
    if (letter?.state !== 'failed') return refused('letter_not_failed');
    if (letter.stoppedAt !== null) return refused('letter_stopped');
    if (letter.linkId !== null && openDoor(deps)(letter.linkId) === undefined) return refused('door_over');
    askToSendAgain(tx, deps.clock, letterId);
    record(tx, deps, actor, {
      what: 'letter.sent_again',
      subject: { kind: letter.subjectKind, id: letter.subjectId },
      facts: { letter: letterId },
    });
    return done();
  });
}
