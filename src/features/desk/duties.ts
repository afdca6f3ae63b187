import { type SQL, sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import { type Actor, hasRole, type Role } from '../../lib/actor.ts';
import { sameAs } from '../accounts/access.ts';
import { visibleTo } from '../applications/access.ts';
import { dutyTexts } from './texts.ts';

export interface Duty {
  readonly text: string;
  readonly href: string;
}

interface DutyKind {
  readonly name: keyof typeof dutyTexts;
  /** Whose it is; `own` = of the group or person itself. */
  readonly of: Role | 'own';
  /** How many wait; 0 = nothing to do. */
  readonly count: (actor: Actor & { kind: 'person' }) => SQL;
  readonly href: string;
}

const one = sql`1`;
const mine = (actor: { personId: number }) =>
  sql`a.id in (select m.application_id from application_members m where m.person_id in ${sameAs(actor.personId)})`;
const expensesIn = (state: string) => () => sql`select count(*) from expenses where state = ${state}`;
const agreementsIn = (state: string) => () => sql`select count(*) from agreements where state = ${state}`;

/** Everything that can wait for a person, in the order of the river. `:call` stands for the current call's id. */
const kinds: readonly DutyKind[] = [
  {
    name: 'drafts',
    of: 'own',
    href: '/wnioski',
    count: (actor) => sql`select count(*) from applications a where a.state = 'draft' and ${mine(actor)}`,
  },
  {
    name: 'agreements_to_sign',
    of: 'own',
    href: '/inicjatywy',
    count: (
      actor,
    ) => sql`select count(*) from agreements g join initiatives i on i.id = g.initiative_id join applications a on a.id = i.application_id
      where g.state = 'issued' and ${mine(actor)}`,
  },
  {
    name: 'declarations',
    of: 'juror',
    href: '/komisja/:call/oswiadczenie',
    count: (
      actor,
    ) => sql`select count(*) from jury_members m where m.person_id in ${sameAs(actor.personId)} and m.removed_at is null
      and m.id not in (select member_id from jury_declarations)`,
  },
  {
    name: 'cards_to_send',
    of: 'juror',
    href: '/oceny',
    count: (
      actor,
    ) => sql`select count(*) from applications a join jury_members m on m.call_id = a.call_id and m.removed_at is null and m.person_id in ${sameAs(actor.personId)}
      where a.state = 'accepted' and ${visibleTo(actor)} and m.id in (select member_id from jury_declarations)
        and not exists (select 1 from rankings r where r.call_id = a.call_id)
        and not exists (select 1 from score_cards c where c.application_id = a.id and c.member_id = m.id and c.state = 'sent')`,
  },
  {
    name: 'example_budget',
    of: 'coordinator',
    href: '/budzet',
    count: () => sql`select count(*) from budget_versions where state = 'in_force' and is_example = 1`,
  },
  {
    name: 'formal_checks',
    of: 'coordinator',
    href: '/nabory/:call/ocena-formalna',
    count: (actor) => sql`select count(*) from applications a where a.state = 'submitted' and ${visibleTo(actor)}`,
  },
  {
    name: 'jury_undeclared',
    of: 'coordinator',
    href: '/nabory/:call/komisja',
    count: () =>
      sql`select count(*) from jury_members m where m.removed_at is null and m.id not in (select member_id from jury_declarations)`,
  },
  {
    name: 'decisions_to_prepare',
    of: 'coordinator',
    href: '/nabory/:call/rozstrzygniecie',
    count: () =>
      sql`select count(*) from rankings r where not exists (select 1 from decision_sets s where s.call_id = r.call_id and s.state <> 'draft')`,
  },
  {
    name: 'decisions_to_approve',
    of: 'director',
    href: '/nabory/:call/rozstrzygniecie',
    count: () => sql`select count(*) from decision_sets where state = 'proposed'`,
  },
  {
    name: 'results_to_publish',
    of: 'coordinator',
    href: '/nabory/:call/rozstrzygniecie',
    count: () => sql`select count(*) from decision_sets where state = 'approved'`,
  },
  {
    name: 'plans_to_agree',
    of: 'coordinator',
    href: '/inicjatywy',
    count: () => sql`select count(*) from initiatives where state = 'negotiation'`,
  },
  {
    name: 'agreements_to_open',
    of: 'coordinator',
    href: '/inicjatywy',
    count: () =>
      sql`select count(*) from initiatives i where i.state = 'agreed' and not exists (select 1 from agreements g where g.initiative_id = i.id)`,
  },
  { name: 'funds_to_confirm', of: 'accountant', href: '/inicjatywy', count: agreementsIn('draft') },
  { name: 'agreements_to_issue', of: 'coordinator', href: '/inicjatywy', count: agreementsIn('confirmed') },
  { name: 'scans_to_store', of: 'coordinator', href: '/inicjatywy', count: agreementsIn('issued') },
  { name: 'expenses_to_control', of: 'accountant', href: '/wydatki?stan=booked', count: expensesIn('booked') },
  { name: 'expenses_to_approve', of: 'director', href: '/wydatki?stan=controlled', count: expensesIn('controlled') },
  { name: 'expenses_to_pay', of: 'accountant', href: '/wydatki?stan=approved', count: expensesIn('approved') },
  {
    name: 'letters_failed',
    of: 'coordinator',
    href: '/skrzynka',
    count: () => sql`select count(*) from letters where state = 'failed'`,
  },
];

/** Accounting documents wait for those who hold their role in the whole organisation, the rest for those who hold it in the current call. */
function scopeOf({ href }: DutyKind, callId: number | undefined): number | null | undefined {
  return href.startsWith('/wydatki') ? null : callId;
}

/** What waits for this person now, by each role held; empty when nothing does. */
export function dutiesOf(reader: Reader, actor: Actor & { kind: 'person' }, callId: number | undefined): Duty[] {
  const held = kinds.filter((kind) => kind.of === 'own' || hasRole(actor, kind.of, scopeOf(kind, callId)));
  const columns = held.map((kind, index) => sql`(${kind.count(actor)}) as ${sql.identifier(`n${index}`)}`);
  const counts = reader.get<Record<string, number>>(sql`select ${sql.join([...columns, one], sql`, `)}`) ?? {};
  return held.flatMap((kind, index) => {
    const waiting = counts[`n${index}`] ?? 0;
    return waiting === 0
      ? []
      : [{ text: dutyTexts[kind.name](waiting), href: kind.href.replace(':call', String(callId ?? 0)) }];
  });
}
