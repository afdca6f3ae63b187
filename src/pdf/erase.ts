import { eq, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../db/connection.ts';
import { documents } from '../db/schema/pdf.ts';

/** Erases the titles of documents, a condition over the alias `d`; their files are erased as files. One not made yet never will be. */
export function eraseDocuments(tx: Tx, which: SQL): void {
  const found = tx.all<{ id: number; state: string }>(sql`select d.id, d.state from documents d where ${which}`);
  for (const { id, state } of found)
    tx.orm
      .update(documents)
      .set({ title: '–', lastError: null, ...(state === 'queued' ? { state: 'failed' as const } : {}) })
      .where(eq(documents.id, id))
      .run();
}
