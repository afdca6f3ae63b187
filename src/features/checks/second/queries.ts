import { type SQL, sql } from 'drizzle-orm';
import type { Actor } from '../../../lib/actor.ts';
import { sameAs } from '../../accounts/access.ts';

/** Condition over the alias `k` of formal_cards: the card waits for its second signature. */
export const waitsForSecond: SQL = sql`(k.signed_at is not null and k.decided_at is null and k.set_aside_at is null)`;

/**
 * Condition over the aliases `k` of formal_cards and `a` of applications: it waits for this person, who is not the first; or for anybody, where the call no
 * longer asks for two signatures. Her role and whether she may see the application are the caller's question.
 */
export function waitsForSecondOf(actor: Actor & { kind: 'person' }): SQL {
  return sql`(${waitsForSecond} and (k.signed_by not in ${sameAs(actor.personId)}
    or a.call_id in (select id from calls where second_signature = 0)))`;
}
