import { eq } from 'drizzle-orm';
import type { Tx } from '../db/connection.ts';
import { letters } from '../db/schema/mail.ts';

/** Erases the letters caught in a rehearsal that was closed: to whom and what they said. That they were written stays. */
export function eraseLetters(tx: Tx, caughtFor: number): void {
  const nothing = { toName: '', toAddress: '', subject: '', body: '', fields: null, event: null, lastError: null };
  tx.orm.update(letters).set(nothing).where(eq(letters.caughtFor, caughtFor)).run();
}
