import { and, eq, isNull } from 'drizzle-orm';
import type { Tx } from '../../../db/connection.ts';
import { scoreReopenings } from '../../../db/schema/reviews.ts';

type Ending = Pick<typeof scoreReopenings.$inferInsert, 'endedAt' | 'endedAs' | 'setAside'>;

/** The card given back is a sent one again. */
export function endReopening(tx: Tx, cardId: number, ending: Ending): void {
  tx.orm
    .update(scoreReopenings)
    .set(ending)
    .where(and(eq(scoreReopenings.cardId, cardId), isNull(scoreReopenings.endedAt)))
    .run();
}
