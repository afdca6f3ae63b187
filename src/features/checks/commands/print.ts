import { sql } from 'drizzle-orm';
import type { Deps } from '../../../deps.ts';
import type { Actor } from '../../../lib/actor.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { askForDocument, hasFinal } from '../../../pdf/register.ts';
import { readSubmitted } from '../../applications/content.ts';
import { readsCard } from '../access.ts';
import { readCard } from '../card.ts';
import { cardTitle } from '../documents.ts';

/** The decided card on paper, for staff who read it. Refuses `absent`, `not_in_this_state` before the decision, `document_final`. */
export function printCard(deps: Deps, actor: Actor, applicationId: number): Result {
  return deps.db.write((tx) => {
    if (!readsCard(tx, actor, sql`k.application_id = ${applicationId} and k.set_aside_at is null`))
      return refused('absent');
    const { id, decidedAt } = readCard(tx, applicationId);
    if (id === null || decidedAt === null) return refused('not_in_this_state');
    const subject = { kind: 'formal_card', id };
    if (hasFinal(tx, 'formal_card', subject)) return refused('document_final');
    const title = cardTitle(readSubmitted(tx, applicationId)?.code ?? '');
    askForDocument(tx, deps.clock, actor, 'formal_card', subject, title);
    return done();
  });
}
