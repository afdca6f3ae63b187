import { type SQL, sql } from 'drizzle-orm';
import type { Actor } from '../../lib/actor.ts';
import { standing } from '../../mail/outbox.ts';
import { sameAs } from '../accounts/access.ts';
import { ownedBy, visibleTo } from '../applications/access.ts';
import { waitsAt } from '../applications/corrections/requests.ts';
import { budgetPaths } from '../budgets/paths.ts';
import { checkPaths } from '../checks/paths.ts';
import { waitsForAnswer } from '../checks/recheck/requests.ts';
import { waitsForSecond, waitsForSecondOf } from '../checks/second/queries.ts';
import { mailingPaths } from '../correspondence/paths.ts';
import { decisionPaths } from '../decisions/paths.ts';
import { visibleTo as expenseVisibleTo } from '../expenses/access.ts';
import type { ExpenseState } from '../expenses/lifecycle.ts';
import { expensePaths } from '../expenses/paths.ts';
import { visibleTo as initiativeVisibleTo } from '../initiatives/access.ts';
import { initiativePaths } from '../initiatives/paths.ts';
import { isScorer } from '../jury/access.ts';
import { juryPaths } from '../jury/paths.ts';
import { reviewPaths } from '../reviews/paths.ts';
import { openLetters } from './access.ts';
import { applyingDuties, callDuties } from './duties-of-applying.ts';
import type { DutyKind, Scope } from './duty.ts';
import { noFilter } from './log-filter.ts';
import { deskPaths } from './paths.ts';

const members = sql`select count(*) from jury_members m where m.removed_at is null and m.id not in (select member_id from jury_declarations)`;
const sets = ({ callId }: Scope) => sql`select count(*) from decision_sets s where s.call_id = ${callId}`;
const initiatives = ({ actor, callId }: Scope) =>
  sql`select count(*) from initiatives i where i.call_id = ${callId} and ${initiativeVisibleTo(actor)}`;
const agreements = ({ actor, callId }: Scope) =>
  sql`select count(*) from agreements g join initiatives i on i.id = g.initiative_id where i.call_id = ${callId} and ${initiativeVisibleTo(actor)}`;
const waitingOutside = (actor: Actor) =>
  sql`select count(*) from letters l where l.state = 'waiting' and l.channel <> 'email' and ${openLetters(actor)}`;
const expenses = (actor: Actor) => sql`select count(*) from expenses e where ${expenseVisibleTo(actor)}`;

const isMember = ({ personId }: Scope['actor']) => sql`m.person_id in ${sameAs(personId)}`;

const inState = (counted: (scope: Scope) => SQL, alias: 'g' | 'i' | 's', state: string) => (scope: Scope) =>
  sql`${counted(scope)} and ${sql.raw(alias)}.state = ${state}`;
const expensesIn =
  (state: ExpenseState) =>
  ({ actor }: Scope) =>
    sql`${expenses(actor)} and e.state = ${state}`;

/** Everything that can wait for a person, in the order of the river. */
export const dutyKinds: readonly DutyKind[] = [
  ...applyingDuties,
  {
    name: 'agreements_to_sign',
    of: 'own',
    href: initiativePaths.list,
    count: ({ actor }) => sql`select count(*) from agreements g join initiatives i on i.id = g.initiative_id
      join applications a on a.id = i.application_id where g.state = 'issued' and ${ownedBy(actor.personId)}
        and i.call_id in (select id from real_calls)`,
  },
  {
    name: 'declarations',
    of: 'juror',
    href: juryPaths.declarationOf,
    count: ({ actor, callId }) => sql`${members} and m.call_id = ${callId} and ${isMember(actor)}`,
  },
  {
    name: 'cards_to_send',
    of: 'juror',
    href: reviewPaths.list,
    count: ({ actor }) => sql`select count(*) from applications a
      join jury_members m on m.call_id = a.call_id and ${isScorer} and ${isMember(actor)}
      where a.state = 'accepted' and a.call_id in (select id from real_calls) and ${visibleTo(actor)} and m.id in (select member_id from jury_declarations)
        and not exists (select 1 from rankings r where r.call_id = a.call_id)
        and not exists (select 1 from score_cards c where c.application_id = a.id and c.member_id = m.id and c.state = 'sent')`,
  },
  {
    name: 'example_budget',
    of: 'coordinator',
    href: budgetPaths.show,
    count: () => sql`select count(*) from budget_versions where state = 'in_force' and is_example = 1`,
  },
  ...callDuties,
  {
    name: 'formal_checks',
    of: 'coordinator',
    href: checkPaths.listOf,
    count: ({ actor, callId, now }) => sql`select count(*) from applications a
      where a.call_id = ${callId} and a.state = 'submitted' and ${visibleTo(actor)} and not ${ownedBy(actor.personId)}
        and not exists (select 1 from formal_cards k where k.application_id = a.id and ${waitsForSecond})
        and not exists (select 1 from correction_requests r where r.application_id = a.id and ${waitsAt(now)})`,
  },
  {
    name: 'second_signatures',
    of: 'coordinator',
    href: checkPaths.listOf,
    count: ({
      actor,
      callId,
      now,
    }) => sql`select count(*) from applications a join formal_cards k on k.application_id = a.id
      where a.call_id = ${callId} and a.state = 'submitted' and ${waitsForSecondOf(actor)} and ${visibleTo(actor)} and not ${ownedBy(actor.personId)}
        and not exists (select 1 from correction_requests r where r.application_id = a.id and ${waitsAt(now)})`,
  },
  ...(['coordinator', 'director'] as const).map(
    (of): DutyKind => ({
      name: 'rechecks_to_answer',
      of,
      href: checkPaths.listOf,
      count: ({
        actor,
        callId,
      }) => sql`select count(*) from applications a join formal_cards k on k.application_id = a.id
        where a.call_id = ${callId} and ${waitsForAnswer} and k.decided_by not in ${sameAs(actor.personId)}
          and coalesce(k.signed_by, 0) not in ${sameAs(actor.personId)} and ${visibleTo(actor)} and not ${ownedBy(actor.personId)}`,
    }),
  ),
  {
    name: 'jury_undeclared',
    of: 'coordinator',
    href: juryPaths.juryOf,
    count: ({ callId }) =>
      sql`${members} and m.call_id = ${callId} and not exists (select 1 from rankings r where r.call_id = m.call_id)`,
  },
  {
    name: 'decisions_to_prepare',
    of: 'coordinator',
    href: decisionPaths.setOf,
    count: ({ callId }) => sql`select count(*) from rankings r where r.call_id = ${callId}
      and not exists (select 1 from decision_sets s where s.call_id = r.call_id and s.state <> 'draft')`,
  },
  {
    name: 'decisions_to_approve',
    of: 'director',
    href: decisionPaths.setOf,
    count: inState(sets, 's', 'proposed'),
  },
  {
    name: 'results_to_publish',
    of: 'coordinator',
    href: decisionPaths.setOf,
    count: inState(sets, 's', 'approved'),
  },
  {
    name: 'plans_to_agree',
    of: 'coordinator',
    href: initiativePaths.list,
    count: inState(initiatives, 'i', 'negotiation'),
  },
  {
    name: 'agreements_to_open',
    of: 'coordinator',
    href: initiativePaths.list,
    count: (scope) =>
      sql`${initiatives(scope)} and i.state = 'agreed' and not exists (select 1 from agreements g where g.initiative_id = i.id)`,
  },
  {
    name: 'funds_to_confirm',
    of: 'accountant',
    href: initiativePaths.list,
    count: inState(agreements, 'g', 'draft'),
  },
  {
    name: 'agreements_to_issue',
    of: 'coordinator',
    href: initiativePaths.list,
    count: inState(agreements, 'g', 'confirmed'),
  },
  {
    name: 'scans_to_store',
    of: 'coordinator',
    href: initiativePaths.list,
    count: inState(agreements, 'g', 'issued'),
  },
  {
    name: 'scans_missing',
    of: 'accountant',
    needs: 'whole_organisation',
    href: expensePaths.listIn('without_scan'),
    count: ({ actor }) => sql`${expenses(actor)} and e.state <> 'discarded' and e.file_id is null`,
  },
  {
    name: 'expenses_to_control',
    of: 'accountant',
    needs: 'whole_organisation',
    href: expensePaths.listIn('booked'),
    count: expensesIn('booked'),
  },
  {
    name: 'expenses_to_approve',
    of: 'director',
    needs: 'whole_organisation',
    href: expensePaths.listIn('controlled'),
    count: expensesIn('controlled'),
  },
  {
    name: 'expenses_to_pay',
    of: 'accountant',
    needs: 'whole_organisation',
    href: expensePaths.listIn('approved'),
    count: expensesIn('approved'),
  },
  {
    name: 'letters_to_print',
    of: 'coordinator',
    href: deskPaths.toHandOver,
    count: ({ actor }) => sql`${waitingOutside(actor)} and l.channel = 'print'`,
  },
  {
    name: 'letters_to_tell',
    of: 'coordinator',
    href: deskPaths.toHandOver,
    count: ({ actor }) => sql`${waitingOutside(actor)} and l.channel in ('phone', 'e_delivery')`,
  },
  {
    name: 'mailings_held',
    of: 'coordinator',
    href: mailingPaths.list,
    count: ({ callId }) => sql`select count(*) from mailings w where w.call_id = ${callId} and w.state = 'held'`,
  },
  {
    name: 'letters_failed',
    of: 'coordinator',
    href: deskPaths.outboxOf({ ...noFilter, state: 'failed' }, 1),
    count: ({ actor }) =>
      sql`select count(*) from letters l where ${standing} = 'failed' and l.link_id is null and ${openLetters(actor)}`,
  },
];
