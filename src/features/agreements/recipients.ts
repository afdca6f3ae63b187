import { sql } from 'drizzle-orm';
import type { RecipientSet } from '../correspondence/recipient-sets.ts';
import { initiativeFields } from '../initiatives/recipient-texts.ts';
import { initiativeLeaders } from '../initiatives/recipients.ts';
import { agreementFields, setTexts } from './recipient-texts.ts';

export const agreementRecipients: readonly RecipientSet[] = [
  {
    code: 'agreement_unsigned',
    ...setTexts.unsigned,
    fields: { ...initiativeFields, ...agreementFields },
    members: (asked) =>
      initiativeLeaders(asked, sql`i.id in (select g.initiative_id from agreements g where g.state = 'issued')`).map(
        (leader) => {
          const agreement = asked.reader.get<{ number: string }>(
            sql`select g.number from agreements g where g.initiative_id = ${leader.about.id} and g.state = 'issued'`,
          );
          return { ...leader, values: { ...leader.values, agreementNumber: agreement?.number ?? '' } };
        },
      ),
  },
];
