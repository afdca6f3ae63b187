import type { Reader } from '../../db/connection.ts';
import { type Actor, hasRole } from '../../lib/actor.ts';
import { grosze, inputAmount } from '../../lib/money.ts';
import { noOrphans } from '../../lib/polish.ts';
import type { Result } from '../../lib/result.ts';
import { mayStep } from '../../lib/transitions.ts';
import { documentsOf } from '../../pdf/register.ts';
import { sourceNames } from '../budgets/texts.ts';
import { initiativePaths } from '../initiatives/paths.ts';
import { enteringStaff, mayEnterMoney } from './access.ts';
import { checkBooking } from './commands/book.ts';
import { lightOf } from './eligibility-texts.ts';
import { readFindings } from './facts.ts';
import { expenseRefusals } from './form-texts.ts';
import { historyOf } from './history.ts';
import { expenseLife } from './lifecycle.ts';
import { expensePaths } from './paths.ts';
import { approvalOf, type Expense } from './queries.ts';
import { settlementsOf } from './settlement-links.ts';
import { stepsOf } from './step-texts.ts';
import {
  capital,
  documentLabel,
  headline,
  kindNames,
  lineWords,
  outsideLabel,
  paymentNames,
  stateNames,
  stateTones,
  stepNames,
  withoutInitiative,
} from './texts.ts';

/** What needs a person stands above what agrees. */
const urgency = { bad: 0, warn: 1, ok: 2 } as const;

/** Everything the page of one document shows to this person. */
export function showPage(
  reader: Reader,
  actor: Actor,
  expense: Expense,
  typedPayment: TypedPayment = emptyPayment(expense),
) {
  const may = doors(actor, expense);
  const booking = expense.state === 'draft' ? checkBooking(reader, expense) : undefined;
  return {
    title: headline(expense),
    label: capital(documentLabel(expense)),
    tag: { tone: stateTones[expense.state], text: stateNames[expense.state] },
    document: documentShown(expense),
    parts: partsShown(expense),
    settlements: settlementsOf(reader, actor, expense),
    lights: readFindings(reader, actor, expense)
      .sort((a, b) => urgency[a.state] - urgency[b.state])
      .map(lightOf),
    isDraft: expense.state === 'draft',
    isDiscarded: expense.state === 'discarded',
    missing: booking === undefined ? '' : sentenceOf(booking),
    steps: stepsOf(expense),
    signatureScans: expense.approvals.flatMap(({ step, fileId }) =>
      fileId === null ? [] : [{ name: stepNames[step], href: `/pliki/${fileId}` }],
    ),
    payments: expense.payments.map((payment) => ({ ...payment, kindName: paymentNames[payment.kind] })),
    left: grosze(expense.totalGrosze - expense.paid),
    paid: expense.paid,
    total: expense.totalGrosze,
    typedPayment,
    paymentKinds: Object.entries(paymentNames).map(([value, label]) => ({ value, label })),
    controller: approvalOf(expense, 'control')?.name ?? '',
    may,
    descriptions: documentsOf(reader, { kind: 'expense', id: expense.id }).map(({ title, state, fileId, askedAt }) => ({
      title,
      state,
      askedAt,
      href: fileId === null ? '' : `/pliki/${fileId}`,
    })),
    history: historyOf(reader, expense.id),
    revision: expense.revision,
    paths: pathsOf(expense.id),
  };
}

/** A payment as typed. */
export type TypedPayment = Readonly<Record<'kind' | 'payee' | 'amount' | 'paidOn' | 'statement', string>>;

/** One payment of all that is left is suggested, but not for a contract, which is paid in parts. */
function emptyPayment({ kind, sellerName, totalGrosze, paid }: Expense): TypedPayment {
  const amount = kind === 'contract' ? '' : inputAmount(grosze(totalGrosze - paid));
  return { kind: 'net', payee: sellerName, amount, paidOn: '', statement: '' };
}

/** What this person may do with the document now. */
export function doors(actor: Actor, { state, fileId }: Pick<Expense, 'state' | 'fileId'>) {
  const enters = mayEnterMoney(actor, enteringStaff);
  const accountant = hasRole(actor, 'accountant', null);
  return {
    edit: enters && mayStep(expenseLife, 'edit', state),
    discard: enters && mayStep(expenseLife, 'discard', state),
    book: accountant && mayStep(expenseLife, 'book', state),
    control: accountant && mayStep(expenseLife, 'control', state),
    approve: hasRole(actor, 'director', null) && mayStep(expenseLife, 'approve', state),
    paper: enters && (mayStep(expenseLife, 'control', state) || mayStep(expenseLife, 'approve', state)),
    pay: accountant && mayStep(expenseLife, 'pay', state),
    scan: enters && state !== 'discarded' && (state === 'draft' || fileId === null),
    describe: enters && state !== 'draft' && state !== 'discarded',
  };
}

export function documentShown(expense: Expense) {
  return {
    kind: capital(kindNames[expense.kind]),
    number: expense.number,
    sellerName: expense.sellerName,
    sellerNip: expense.sellerNip,
    issuedOn: expense.issuedOn,
    total: expense.totalGrosze,
    description: expense.description,
    enteredBy: expense.enteredBy,
    scan: expense.fileId === null ? '' : `/pliki/${expense.fileId}`,
  };
}

/** Rows of the split, the part outside the project last. */
export function partsShown(expense: Expense) {
  const rows = expense.parts.map((part) => ({
    line: noOrphans(lineWords(part)),
    source: sourceNames[part.source],
    initiative: part.initiativeCode === null ? '' : noOrphans(`${part.initiativeCode} ${part.initiativeTitle}`),
    initiativeHref: part.initiativeId === null ? '' : initiativePaths.showOf(part.initiativeId),
    without: withoutInitiative,
    amount: part.amount,
  }));
  const given = expense.parts.reduce((sum, part) => sum + part.amount, 0);
  const left = grosze(expense.totalGrosze - expense.outsideGrosze - given);
  return { rows, outside: expense.outsideGrosze, outsideLabel, total: expense.totalGrosze, left };
}

function sentenceOf(outcome: Result): string {
  if (outcome.ok) return '';
  const say = expenseRefusals[outcome.code];
  if (say === undefined) throw new Error(`The refusal ${outcome.code} has no words`);
  return say(outcome.facts ?? {});
}

export function pathsOf(id: number) {
  return {
    list: expensePaths.list,
    show: expensePaths.showOf(id),
    edit: expensePaths.editOf(id),
    sums: expensePaths.sumsOf(id),
    scan: expensePaths.scanOf(id),
    discard: expensePaths.discardOf(id),
    booking: expensePaths.bookingOf(id),
    control: expensePaths.controlOf(id),
    approval: expensePaths.approvalOf(id),
    paper: expensePaths.paperOf(id),
    payment: expensePaths.paymentOf(id),
    description: expensePaths.descriptionOf(id),
  };
}
