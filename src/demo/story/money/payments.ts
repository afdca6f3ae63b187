import { recordPayment } from '../../../features/expenses/commands/pay.ts';
import type { Payment } from '../../../features/expenses/queries.ts';
import { type Day, day, daysBetween } from '../../../lib/days.ts';
import { type Grosze, grosze } from '../../../lib/money.ts';
import { type Happening, happening } from '../../happening.ts';
import type { StoryTime } from '../../stages.ts';
import type { Seller } from './sellers.ts';
import { dayOf } from './times.ts';

/** One of several payments of a document, in grosze. */
export type Instalment = readonly [at: StoryTime, kind: Payment['kind'], amount: number];

export interface Paid {
  readonly number: string;
  readonly total: Grosze;
  readonly seller: Seller;
  readonly paid: StoryTime | readonly Instalment[];
}

/** Teresa writes each payment down from the bank's page, on its day. */
export function paying({ number, total, seller, paid }: Paid): Happening[] {
  const instalments: readonly Instalment[] = typeof paid === 'string' ? [[paid, 'net', total]] : paid;
  return instalments.map(([at, kind, amount]) =>
    happening(at, 'teresa', `pays ${number}, ${kind}`, (scene, actor) => {
      const paidOn = dayOf(at);
      const payment = { kind, payee: payeeOf(kind, seller), amount: grosze(amount), paidOn };
      return recordPayment(scene.deps, actor, {
        expenseId: scene.expense(number),
        ...payment,
        statement: statementOf(paidOn),
      });
    }),
  );
}

function payeeOf(kind: Payment['kind'], { name, payee }: Seller): string {
  if (kind === 'tax') return 'Urząd Skarbowy, mikrorachunek podatkowy';
  return kind === 'social_insurance' ? 'Zakład Ubezpieczeń Społecznych' : (payee ?? name);
}

/** The bank sends a statement a week. */
function statementOf(paidOn: Day): string {
  const year = paidOn.slice(0, 4);
  return `${Math.floor(daysBetween(day(`${year}-01-01`), paidOn) / 7) + 1}/${year}`;
}
