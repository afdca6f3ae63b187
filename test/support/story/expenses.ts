import { sql } from 'drizzle-orm';
import type { Deps } from '../../../src/deps.ts';
import { approveExpense, controlExpense } from '../../../src/features/expenses/commands/approvals.ts';
import { bookExpense } from '../../../src/features/expenses/commands/book.ts';
import { saveExpense } from '../../../src/features/expenses/commands/draft.ts';
import { recordPayment } from '../../../src/features/expenses/commands/pay.ts';
import type { Part } from '../../../src/features/expenses/policy.ts';
import type { ExpenseKind } from '../../../src/features/expenses/queries.ts';
import { type Day, warsawDay } from '../../../src/lib/days.ts';
import { type Grosze, grosze, sum } from '../../../src/lib/money.ts';
import type { Result } from '../../../src/lib/result.ts';
import type { TestClock } from '../clock.ts';
import type { StoryApplication } from './applications.ts';
import { accountantOf, directorOf, publishedResults, signedAgreement } from './decisions.ts';
import { coordinatorOf, momentOf } from './jury.ts';

export interface StoryExpense {
  readonly parts: readonly Part[];
  readonly outside?: Grosze;
  readonly kind?: ExpenseKind;
  /** „FV/1/2024” and so on when absent. */
  readonly number?: string;
  readonly sellerName?: string;
  readonly sellerNip?: string;
  /** Today when absent. */
  readonly issuedOn?: Day;
  readonly description?: string;
}

/** A draft whose total is its parts and the part outside the project. Returns its id. */
export function draftInvoice(deps: Deps, story: StoryExpense): number {
  const outside = story.outside ?? grosze(0);
  const document = {
    kind: story.kind ?? 'invoice',
    number: story.number ?? `FV/${nextNumber(deps)}/2024`,
    sellerName: story.sellerName ?? 'Pracownia Druku „Hańcza” sp. z o.o., Suwałki',
    sellerNip: story.sellerNip ?? '1234563218',
    issuedOn: story.issuedOn ?? warsawDay(deps.clock.now()),
    total: sum([outside, ...story.parts.map((part) => part.amount)]),
    description: story.description ?? 'Druk zakładek i plakatów',
  };
  return must(saveExpense(deps, coordinatorOf(deps), { document, outside, parts: story.parts }));
}

function nextNumber(deps: Deps): number {
  return deps.db.get<{ count: number }>(sql`select count(*) + 1 as count from expenses`)?.count ?? 1;
}

export function bookedInvoice(deps: Deps, story: StoryExpense): number {
  const id = draftInvoice(deps, story);
  must(bookExpense(deps, accountantOf(deps), { expenseId: id }));
  return id;
}

/** Booked, controlled by the accountant, approved by the director. */
export function approvedInvoice(deps: Deps, story: StoryExpense): number {
  const id = bookedInvoice(deps, story);
  must(controlExpense(deps, accountantOf(deps), id));
  must(approveExpense(deps, directorOf(deps), id));
  return id;
}

/** As `approvedInvoice`, then paid today in one payment from statement 7. */
export function paidInvoice(deps: Deps, story: StoryExpense): number {
  const id = approvedInvoice(deps, story);
  const amount = sum([story.outside ?? grosze(0), ...story.parts.map((part) => part.amount)]);
  const payment = {
    expenseId: id,
    kind: 'net',
    payee: story.sellerName ?? 'Pracownia Druku „Hańcza”',
    amount,
    statement: '7',
  } as const;
  must(recordPayment(deps, accountantOf(deps), { ...payment, paidOn: warsawDay(deps.clock.now()) }));
  return id;
}

/** The budget line of this task, category and source, e.g. `lineOf(deps, '4', 'druk i promocja', 'grant')`. */
export function lineOf(deps: Deps, taskCode: string, category: string, source: 'grant' | 'own', year = 2024): number {
  const line = deps.db.get<{ id: number }>(sql`
    select l.id from budget_lines l join budget_tasks t on t.id = l.task_id
    where t.code = ${taskCode} and l.category = ${category} and l.source = ${source} and l.year = ${year}`);
  if (line === undefined) throw new Error(`There is no line ${taskCode} ${category} ${year} ${source}`);
  return line.id;
}

/** The whole road to realisation for these applications: awarded in full, agreed as awarded, signed. The clock is left on its first day. Returns the initiatives' ids. */
export async function inRealisation(
  house: { deps: Deps; clock: TestClock },
  applications: readonly StoryApplication[],
  callId = 1,
): Promise<number[]> {
  const told = publishedResults(house, {
    callId,
    applications,
    given: applications.map((_, index) => fourTimes(5 - index)),
  });
  house.clock.set(momentOf(house.deps, callId, 'realisation'));
  const ids = told.applications.map(({ id }) => told.initiativeOf.get(id) ?? 0);
  for (const id of ids) await signedAgreement(house.deps, id);
  return ids;
}

/** Every juror's points, each application one lower than the one before: no ties, three stay above the threshold. */
function fourTimes(points: number): number[] {
  return [points, points, points, points];
}

/** Two groups with small plans, for sums worked out by hand: print 1 230,00 and 615,00; materials 1 000,00; pay 1 800,00. */
export const twoGroups: readonly StoryApplication[] = [
  {
    leader: 'Birutė Jurkianis',
    email: 'birute@example.org',
    title: 'Dwa języki, jedna półka',
    costs: [
      { name: 'Zakładki dwujęzyczne', category: 'print', quantity: '600', unit: 'szt.', price: '2,05' },
      { name: 'Książki do wspólnej półki', category: 'materials', quantity: '25', unit: 'szt.', price: '40,00' },
    ],
  },
  {
    leader: 'Wiesława Mościńska',
    email: 'wieslawa@example.org',
    title: 'Ławki z wierszem',
    costs: [
      { name: 'Plakaty A2', category: 'print', quantity: '50', unit: 'szt.', price: '12,30' },
      { name: 'Prowadzenie warsztatów', category: 'pay', quantity: '6', unit: 'godz.', price: '300,00' },
    ],
  },
];

function must<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`Refused: ${result.code} ${JSON.stringify(result.facts ?? {})}`);
  return result.value;
}
