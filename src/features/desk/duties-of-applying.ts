import { sql } from 'drizzle-orm';
import { keyedInBy, ownedBy, signaturesVisibleTo } from '../applications/access.ts';
import { standsForItself } from '../applications/amendments/copies.ts';
import { waitsAt } from '../applications/corrections/requests.ts';
import { datePaths } from '../applications/dates/paths.ts';
import { hasGuardianConsent, isOfMinor } from '../applications/guardian/queries.ts';
import { hasUnread } from '../applications/messages/queries.ts';
import { waitsForLibrary } from '../applications/messages/unread.ts';
import { applicationPaths } from '../applications/paths.ts';
import { changesRules } from '../applications/rules-notices/changes.ts';
import { askedPaths } from '../calls/asked/paths.ts';
import { consultationPaths } from '../calls/consultation/paths.ts';
import { initiativePaths } from '../initiatives/paths.ts';
import type { DutyKind } from './duty.ts';

const lacksConsent = sql`(${isOfMinor} and not ${hasGuardianConsent})`;

/** Over the alias `a`: awarded, and its agreement is not signed yet. */
const waitsForAgreement = sql`exists (select 1 from initiatives i where i.application_id = a.id
  and not exists (select 1 from agreements g where g.initiative_id = i.id and g.state = 'signed'))`;
/** Over the alias `a`: the call wants the consent before the application is sent. */
const waitsForSending = sql`(a.state in ('draft', 'submitted') and (select c.guardian_consent from real_calls c where c.id = a.call_id) = 'submission')`;

/** What waits about applications being written, and about those sent. */
export const applyingDuties: readonly DutyKind[] = [
  {
    name: 'drafts',
    of: 'own',
    href: applicationPaths.list,
    count: ({ actor }) =>
      sql`select count(*) from applications a where a.state = 'draft' and ${standsForItself} and ${ownedBy(actor.personId)}
        and a.call_id in (select id from real_calls)`,
  },
  {
    name: 'changes_unsent',
    of: 'own',
    href: applicationPaths.list,
    count: ({ actor }) => sql`select count(*) from amendments m join applications a on a.id = m.amends_id
      where m.closed_at is null and m.correction_id is null and a.state = 'submitted' and ${ownedBy(actor.personId)} and a.call_id in (select id from real_calls)`,
  },
  {
    name: 'corrections_to_send',
    of: 'own',
    href: applicationPaths.list,
    count: ({
      actor,
      now,
    }) => sql`select count(*) from correction_requests r join applications a on a.id = r.application_id
      where ${waitsAt(now)} and ${ownedBy(actor.personId)} and a.call_id in (select id from real_calls)`,
  },
  {
    name: 'keyed_in',
    of: 'coordinator',
    href: applicationPaths.list,
    count: ({ actor, callId }) =>
      sql`select count(*) from applications a where a.call_id = ${callId} and ${keyedInBy(actor)}`,
  },
  {
    name: 'guardian_to_ask',
    of: 'own',
    href: applicationPaths.list,
    count: ({ actor }) => sql`select count(*) from applications a
      where ${ownedBy(actor.personId)} and ${standsForItself} and a.call_id in (select id from real_calls) and ${lacksConsent} and (${waitsForAgreement} or ${waitsForSending})`,
  },
  {
    name: 'guardian_missing',
    of: 'coordinator',
    href: initiativePaths.list,
    count: ({ actor, callId }) => sql`select count(*) from applications a
      where a.call_id = ${callId} and ${lacksConsent} and ${waitsForAgreement} and ${signaturesVisibleTo(actor)} and not ${ownedBy(actor.personId)}`,
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
    name: 'rules_to_tell',
    of: 'coordinator',
    href: datePaths.listOf,
    count: ({ callId }) => sql`select count(*) from call_publications k where k.call_id = ${callId} and ${changesRules}
      and not exists (select 1 from rules_notices n where n.publication_id = k.id)
      and exists (select 1 from applications a where a.call_id = k.call_id and a.created_at < k.published_at)`,
  },
  {
    name: 'opinions_to_answer',
    of: 'coordinator',
    href: consultationPaths.opinionsOf,
    count: ({ callId }) => sql`select count(*) from opinions o where o.call_id = ${callId} and o.outcome is null`,
  },
];
