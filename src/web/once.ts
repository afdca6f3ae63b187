import { createHash } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import type { Database } from '../db/connection.ts';
import { formPosts } from '../db/schema/web.ts';
import type { Clock } from '../lib/clock.ts';
import type { Answer } from './answer.ts';
import { hashToken } from './secrets.ts';

/** What a once-token says of a form that arrives: new; sent before and where it led; sent before with other words; being worked on. */
export type OnceState =
  | { readonly kind: 'first' }
  | { readonly kind: 'repeated'; readonly location: string }
  | { readonly kind: 'sent_differently' }
  | { readonly kind: 'unfinished' };

export function hashBody(action: string, body: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify([action, body]))
    .digest('hex');
}

/** Takes the token for this body before the command runs, so that a second click can never run it too. */
export function takeOnce(db: Database, clock: Clock, token: string, bodyHash: string): OnceState {
  return db.write((tx) => {
    const tokenHash = hashToken(token);
    const before = tx.get<{ bodyHash: string; location: string | null }>(
      sql`select body_hash as bodyHash, location from form_posts where token_hash = ${tokenHash}`,
    );
    if (before === undefined) {
      tx.orm.insert(formPosts).values({ tokenHash, bodyHash, postedAt: clock.machine() }).run();
      return { kind: 'first' };
    }
    if (before.bodyHash !== bodyHash) return { kind: 'sent_differently' };
    return before.location === null ? { kind: 'unfinished' } : { kind: 'repeated', location: before.location };
  });
}

/** Remembers where the form led, so that the same form sent again leads there too. */
export function settleOnce(db: Database, token: string, location: string): void {
  db.write((tx) =>
    tx.orm
      .update(formPosts)
      .set({ location })
      .where(eq(formPosts.tokenHash, hashToken(token)))
      .run(),
  );
}

/** Gives the token back: the form was refused and nothing was done. */
export function returnOnce(db: Database, token: string): void {
  db.write((tx) =>
    tx.orm
      .delete(formPosts)
      .where(eq(formPosts.tokenHash, hashToken(token)))
      .run(),
  );
}

const repeatSeconds = 60;

/**
 * The last minute's answers that open or end a session, by the form's token: a second click gets the same cookie as the first, whose answer the
 * browser threw away. In memory alone, since a session's token is never stored.
 */
export function openRepeats(clock: Clock): {
  keep(token: string, answer: Answer): void;
  find(token: string): Answer | undefined;
} {
  const kept = new Map<string, { readonly answer: Answer; readonly until: number }>();
  const now = () => Date.parse(clock.machine());
  return {
    keep(token, answer) {
      if (answer.kind !== 'redirect' || answer.session === undefined) return;
      for (const [old, { until }] of kept) if (until < now()) kept.delete(old);
      kept.set(token, { answer, until: now() + repeatSeconds * 1000 });
    },
    find(token) {
      const found = kept.get(token);
      return found !== undefined && found.until >= now() ? found.answer : undefined;
    },
  };
}
