import { eq } from 'drizzle-orm';
import type { Tx } from '../../../db/connection.ts';
import { answerSavings, answerVersions } from '../../../db/schema/applications-drafts.ts';
import type { Instant } from '../../../lib/days.ts';
import { comesAfter, isOwn, type Judged, type Saver } from './merge.ts';
import { readVersions } from './queries.ts';

/** Who writes, from which opened page, when. */
export interface Author extends Saver {
  readonly applicationId: number;
  readonly personId: number;
  readonly at: Instant;
}

/** Writes down who wrote an answer last. */
export function noteSaving(tx: Tx, author: Author, field: string): void {
  const trace = { savedAt: author.at, savedBy: author.personId, page: author.page, step: author.step };
  tx.orm
    .insert(answerSavings)
    .values({ applicationId: author.applicationId, field, ...trace })
    .onConflictDoUpdate({ target: [answerSavings.applicationId, answerSavings.field], set: trace })
    .run();
}

/** Keeps words beside an answer that somebody else changed; what the same page writes on comes in their place. False where they stand there already. */
export function keepBeside(tx: Tx, author: Author, { field, sent }: Judged): boolean {
  const { applicationId, personId, at, page, step } = author;
  const open = readVersions(tx, applicationId).filter((one) => one.field === field && one.settledAt === null);
  const own = open.find((one) => isOwn(one, author));
  if (own === undefined ? open.some(({ content }) => content === sent) : own.content === sent) return false;
  const written = { content: sent, writtenAt: at, writtenBy: personId, page, step };
  if (own === undefined) {
    tx.orm
      .insert(answerVersions)
      .values({ applicationId, field, ...written })
      .run();
    return true;
  }
  if (!comesAfter(own, author)) return false;
  tx.orm.update(answerVersions).set(written).where(eq(answerVersions.id, own.id)).run();
  return true;
}
