import { formatAmount } from '../../lib/money.ts';
import { noOrphans } from '../../lib/polish.ts';
import { longDate, longMoment } from '../../lib/polish-dates.ts';
import { approvalOf, type Expense } from './queries.ts';
import { laneNames } from './texts.ts';

/** One step of the four-eyes path, as the page draws it. */
export interface ShownStep {
  readonly name: string;
  readonly note: string;
  readonly state: 'done' | 'now' | 'later';
}

/** Through whose hands the document goes: who did each step and when, and who may not do the next. Entering is no step of control. */
export function stepsOf(expense: Expense): ShownStep[] {
  const reached = ['booked', 'controlled', 'approved', 'paid'].indexOf(expense.state);
  const steps = [
    ['Zaksięgowanie', expense.bookedAt === null ? 'księgowa, gdy podział się zgadza' : longMoment(expense.bookedAt)],
    ['Wstępna kontrola', signed(expense, 'control') || 'księgowa: zgodne z planem finansowym, formalnie i rachunkowo'],
    ['Zatwierdzenie do wypłaty', signed(expense, 'approval') || whoMayApprove(expense)],
    ['Zapłata', paymentNote(expense)],
  ] as const;
  const state = (index: number) => (index <= reached ? 'done' : index === reached + 1 ? 'now' : 'later');
  return steps.map(([name, note], index) => ({ name, note: noOrphans(note), state: state(index) }));
}

function signed(expense: Expense, which: 'control' | 'approval'): string {
  const approval = approvalOf(expense, which);
  if (approval === undefined) return '';
  return `${approval.name}, ${longDate(approval.signedOn)}, ${laneNames[approval.lane]}`;
}

function whoMayApprove(expense: Expense): string {
  const control = approvalOf(expense, 'control');
  if (control === undefined) return 'dyrektor, inna osoba niż w kroku 2';
  return `dyrektor, ale nie ${control.name}: to osoba z kroku 2`;
}

function paymentNote(expense: Expense): string {
  const last = expense.payments.at(-1);
  if (expense.state === 'paid' && last) return `ostatnia ${longDate(last.paidOn)}`;
  return `zapłacono ${formatAmount(expense.paid)} z ${formatAmount(expense.totalGrosze)}`;
}
