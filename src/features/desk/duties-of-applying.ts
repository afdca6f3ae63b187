import { sql } from 'drizzle-orm';
import { keyedInBy, ownedBy } from '../applications/access.ts';
import { datePaths } from '../applications/dates/paths.ts';
import { hasUnread } from '../applications/messages/queries.ts';
import { waitsForLibrary } from '../applications/messages/unread.ts';
import { applicationPaths } from '../applications/paths.ts';
import { askedPaths } from '../calls/asked/paths.ts';
import { consultationPaths } from '../calls/consultation/paths.ts';
import type { DutyKind } from './duty.ts';

/** What waits about applications being written, and about those sent. */
export const applyingDuties: readonly DutyKind[] = [
  {
    name: 'drafts',
    of: 'own',
    href: applicationPaths.list,
    count: ({ actor }) =>
      sql`select count(*) from applications a where a.state = 'draft' and ${ownedBy(actor.personId)}
        and a.call_id in (select id from real_calls)`,
  },
  {
    name: 'keyed_in',
    of: 'coordinator',
    href: applicationPaths.list,
    count: ({ actor, callId }) =>
      sql`select count(*) from applications a where a.call_id = ${callId} and ${keyedInBy(actor)}`,
  },
  {
    name: 'messages_to_group',
    of: 'own',
    href: applicationPaths.list,
    count: ({ actor }) =>
      sql`select count(*) from applications a where ${ownedBy(actor.personId)} and ${hasUnread('group')}
        and a.call_id in (select id from real_calls)`,
  },
  {
    name: 'messages_to_library',
    of: 'coordinator',
    href: applicationPaths.list,
    count: ({ actor, callId }) =>
      sql`select count(*) from applications a where a.call_id = ${callId} and ${waitsForLibrary(actor)}`,
  },
];

/** What people said of a call and the library has not answered. */
export const callDuties: readonly DutyKind[] = [
  {
    name: 'questions_to_answer',
    of: 'coordinator',
    href: askedPaths.listOf,
    count: ({ callId }) =>
      sql`select count(*) from asked_questions q where q.call_id = ${callId} and q.outcome is null`,
  },
  {
    name: 'changes_to_tell',
    of: 'coordinator',
    href: datePaths.listOf,
    count: ({ callId }) => sql`select count(*) from timetable_changes t where t.call_id = ${callId}
      and not exists (select 1 from date_notices n where n.change_id = t.id) and exists (select 1 from applications a where a.call_id = t.call_id)`,
  },
  {
    name: 'opinions_to_answer',
    of: 'coordinator',
    href: consultationPaths.opinionsOf,
    count: ({ callId }) => sql`select count(*) from opinions o where o.call_id = ${callId} and o.outcome is null`,
  },
];
