import { sql } from 'drizzle-orm';
import { hasAnyRole } from '../../lib/actor.ts';
import type { RecipientSet } from '../correspondence/recipient-sets.ts';
import { juryReaders } from '../jury/access.ts';
import { seatedMembers } from '../jury/seats.ts';
import { reviewPaths } from './paths.ts';
import { lateFields, setTexts } from './recipient-texts.ts';
import { unsentCards } from './unsent.ts';

/** Only how many cards are missing, never of whom. */
export const reviewRecipients: readonly RecipientSet[] = [
  {
    code: 'cards_missing',
    ...setTexts.cards_missing,
    fields: lateFields,
    members(asked) {
      if (!hasAnyRole(asked.actor, juryReaders, asked.callId)) return [];
      return seatedMembers(asked, sql`true`).flatMap((member) => {
        const left = unsentCards(asked.reader, member.about.id).length;
        const values = { cardsLeft: String(left), scoresAddress: asked.publicUrl + reviewPaths.list };
        return left === 0 ? [] : [{ ...member, values }];
      });
    },
  },
];
