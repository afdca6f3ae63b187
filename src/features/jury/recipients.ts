import { sql } from 'drizzle-orm';
import { hasAnyRole } from '../../lib/actor.ts';
import type { Asked, Member, RecipientSet } from '../correspondence/recipient-sets.ts';
import { juryReaders } from './access.ts';
import { memberFields, setTexts } from './recipient-texts.ts';
import { hasNotDeclared, seatedMembers } from './seats.ts';

const members = (asked: Asked, which = sql`true`): Member[] =>
  hasAnyRole(asked.actor, juryReaders, asked.callId) ? seatedMembers(asked, which) : [];

export const juryRecipients: readonly RecipientSet[] = [
  { code: 'jury', ...setTexts.jury, fields: memberFields, members: (asked) => members(asked) },
  {
    code: 'jury_undeclared',
    ...setTexts.jury_undeclared,
    fields: memberFields,
    members: (asked) => members(asked, hasNotDeclared),
  },
];
