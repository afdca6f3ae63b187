import { sql } from 'drizzle-orm';
import { leadersOf } from '../applications/leaders.ts';
import { leaderFields } from '../applications/recipient-texts.ts';
import type { RecipientSet } from '../correspondence/recipient-sets.ts';
import { decisionPaths } from './paths.ts';
import { resultField, setTexts } from './recipient-texts.ts';

/** Nobody is told how it ended before everybody may be: until the results are published these sets are empty. */
export const decisionRecipients: readonly RecipientSet[] = (['award', 'reserve', 'refusal'] as const).map((kind) => ({
  code: `result_${kind}`,
  ...setTexts[kind],
  fields: { ...leaderFields, ...resultField },
  members: (asked) =>
    leadersOf(
      asked,
      sql`a.id in (select d.application_id from decisions d join decision_sets s on s.id = d.set_id
        where d.kind = ${kind} and s.state = 'published')`,
    ).map((leader) => ({
      ...leader,
      values: { ...leader.values, resultAddress: asked.publicUrl + decisionPaths.resultOf(leader.about.id) },
    })),
}));
