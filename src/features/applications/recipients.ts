import { sql } from 'drizzle-orm';
import type { RecipientSet } from '../correspondence/recipient-sets.ts';
import { leadersOf } from './leaders.ts';
import { leaderFields, setTexts } from './recipient-texts.ts';

/** Drafts belong to their groups alone, so no set holds their people: reminders by the clock reach them. */
export const applicationRecipients: readonly RecipientSet[] = [
  {
    code: 'submitted',
    ...setTexts.submitted,
    fields: leaderFields,
    members: (asked) => leadersOf(asked, sql`a.state <> 'withdrawn'`),
  },
];
