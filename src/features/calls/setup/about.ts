import { sql } from 'drizzle-orm';
import type { Deps } from '../../../deps.ts';
import type { Actor } from '../../../lib/actor.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { draftFor, type Edition, keepDraft } from './draft.ts';

export interface About extends Edition {
  readonly title: string;
  readonly subtitle: string;
  readonly lead: string;
  readonly year: number;
  readonly code: string;
  readonly contact: string;
  readonly contributionNote: string;
}

/** Changes what a call is called and how it presents itself. Refuses as `draftFor`, and `code_taken`. */
export function changeAbout(deps: Deps, actor: Actor, { callId, version, ...set }: About): Result {
  return deps.db.write((tx) => {
    const draft = draftFor(tx, { callId, version });
    if (!draft.ok) return draft;
    const { code, year } = set;
    if (tx.get(sql`select 1 from calls where code = ${code} and year = ${year} and id <> ${callId}`) !== undefined)
      return refused('code_taken', { field: 'code' });
    keepDraft(tx, deps, actor, draft.value, { what: 'call.about_changed', set, facts: { code, year } });
    return done();
  });
}
