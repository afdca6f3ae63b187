import { sql } from 'drizzle-orm';
import { leadersOf } from '../applications/leaders.ts';
import { leaderFields } from '../applications/recipient-texts.ts';
import type { RecipientSet } from '../correspondence/recipient-sets.ts';
import { setTexts } from './recipient-texts.ts';

export const checkRecipients: readonly RecipientSet[] = (['accepted', 'rejected'] as const).map((state) => ({
  code: state,
  ...setTexts[state],
  fields: leaderFields,
  members: (asked) => leadersOf(asked, sql`a.state = ${state}`),
}));
