import type { Reader } from '../../../db/connection.ts';
import type { Instant } from '../../../lib/days.ts';
import { formatAmount, formatNumber, sum } from '../../../lib/money.ts';
import { nbsp, noOrphans, quoted } from '../../../lib/polish.ts';
import { longDate, shortDate } from '../../../lib/polish-dates.ts';
import { amountInWords } from '../../../lib/words.ts';
import type { Occasion } from '../../../pdf/kinds.ts';
import type { Sheet } from '../../../pdf/sheet.ts';
import { type Source, sourceNames } from '../../budgets/texts.ts';
import { readOrganisation } from '../../organisation/queries.ts';
import { readProject } from '../../project/queries.ts';
import { approvalOf, type Expense, readExpense, type ShownPart } from '../queries.ts';
import { capital, kindNames, laneNames, lineWords, outsideLabel, paymentNames, stepNames } from '../texts.ts';

/** Not how it was entered and where it stands in the house: the paper says nothing of that. */
type PrintedExpense = Pick<
  Expense,
  | ('kind' | 'number' | 'sellerName' | 'sellerNip' | 'issuedOn' | 'totalGrosze' | 'outsideGrosze' | 'description')
  | ('parts' | 'approvals' | 'payments' | 'paid')
>;

export interface Description {
  readonly expense: PrintedExpense;
  readonly organisation: string;
  readonly project: {
    readonly title: string;
    readonly agreementNumber: string;
    readonly funderName: string;
    readonly creditLine: string;
  };
  /** When this copy was asked for. */
  readonly askedAt: Instant;
}

export function loadDescription(reader: Reader, expenseId: number, { askedAt }: Occasion): Description {
  const found = readExpense(reader, expenseId);
  if (found === undefined) throw new Error(`There is no expense ${expenseId}`);
  const { kind, number, sellerName, sellerNip, issuedOn, totalGrosze, outsideGrosze, description } = found;
  const { parts, approvals, payments, paid } = found;
  const expense = {
    ...{ kind, number, sellerName, sellerNip, issuedOn, totalGrosze, outsideGrosze, description },
    ...{ parts, approvals, payments, paid },
  };
  const { title, agreementNumber, funderName, creditLine } = readProject(reader);
  const project = { title, agreementNumber, funderName, creditLine };
  return { expense, organisation: readOrganisation(reader).name, project, askedAt };
}

/** Signatures and payments come after it is printed to be signed: they complete the description, they do not put it out of date. */
export function whatIsDescribed({ expense, ...rest }: Description) {
  const { approvals: _approvals, payments: _payments, paid: _paid, ...described } = expense;
  return { ...rest, expense: described };
}

export function drawDescription(sheet: Sheet, { expense, project }: Description): void {
  sheet.title('Opis dokumentu księgowego', `${capital(kindNames[expense.kind])} ${expense.number}`);
  sheet.pairs([
    ['Data wystawienia', longDate(expense.issuedOn)],
    [
      'Wystawca',
      expense.sellerNip === '' ? expense.sellerName : `${expense.sellerName}, NIP${nbsp}${expense.sellerNip}`,
    ],
    ['Kwota brutto', `${formatAmount(expense.totalGrosze)} (słownie: ${amountInWords(expense.totalGrosze)})`],
    ['Za co', expense.description],
  ]);
  sheet.paragraph(noOrphans(purpose(expense, project)));
  drawParts(sheet, expense);
  drawPayments(sheet, expense);
  sheet.table({
    columns: [
      { head: 'Dekretacja: miesiąc', width: 3, rowHead: true },
      { head: 'Konto Wn', width: 3 },
      { head: 'Konto Ma', width: 3 },
      { head: 'Kwota, zł', width: 2, align: 'right' },
    ],
    rows: [['', '', '', '']],
  });
  sheet.pairs([['Sprawdzono pod względem merytorycznym (data i podpis)', '']]);
  sheet.signatures([
    { role: stepNames.control, name: signed(expense, 'control') },
    { role: stepNames.approval, name: signed(expense, 'approval') },
  ]);
}

function purpose(expense: PrintedExpense, project: Description['project']): string {
  const agreement = project.agreementNumber === '' ? '' : ` (umowa nr ${project.agreementNumber})`;
  const of = (source: Source) => sum(expense.parts.filter((part) => part.source === source).map((part) => part.amount));
  return `Wydatek dotyczy zadania ${quoted(project.title)}${agreement}. Z dotacji (${project.funderName}): ${formatAmount(of('grant'))}. Z wkładu własnego: ${formatAmount(of('own'))}.`;
}

function drawParts(sheet: Sheet, expense: PrintedExpense): void {
  sheet.heading('Podział', 2);
  const outside = expense.outsideGrosze === 0 ? [] : [['', outsideLabel, '', '', formatNumber(expense.outsideGrosze)]];
  sheet.table({
    columns: [
      { head: 'Lp.', width: 0.8 },
      { head: 'Pozycja preliminarza', width: 5, rowHead: true },
      { head: 'Źródło', width: 2 },
      { head: 'Na co', width: 4 },
      { head: 'Kwota, zł', width: 2, align: 'right' },
    ],
    rows: [
      ...expense.parts.map((part, index) => [
        String(index + 1),
        noOrphans(`${part.taskCode}. ${lineWords(part)}`),
        sourceNames[part.source],
        noOrphans(aim(part)),
        formatNumber(part.amount),
      ]),
      ...outside,
    ],
    foot: [['', 'Razem', '', '', formatNumber(expense.totalGrosze)]],
  });
}

function aim(part: ShownPart): string {
  return part.initiativeCode === null
    ? 'zadanie biblioteki'
    : `inicjatywa ${part.initiativeCode} ${quoted(part.initiativeTitle ?? '')}`;
}

function drawPayments(sheet: Sheet, expense: PrintedExpense): void {
  if (expense.payments.length === 0) return;
  sheet.heading('Zapłata', 2);
  sheet.table({
    columns: [
      { head: 'Dzień', width: 2, rowHead: true },
      { head: 'Komu', width: 4 },
      { head: 'Rodzaj', width: 4 },
      { head: 'Wyciąg nr', width: 2 },
      { head: 'Kwota, zł', width: 2, align: 'right' },
    ],
    rows: expense.payments.map(({ paidOn, payee, kind, statement, amountGrosze }) => [
      shortDate(paidOn),
      payee,
      paymentNames[kind],
      statement,
      formatNumber(amountGrosze),
    ]),
    foot: [['Razem', '', '', '', formatNumber(expense.paid)]],
  });
}

/** Empty where somebody still has to sign by hand. */
function signed(expense: PrintedExpense, which: 'control' | 'approval'): string {
  const approval = approvalOf(expense, which);
  if (approval === undefined) return '';
  return noOrphans(`${approval.name}, ${longDate(approval.signedOn)} (${laneNames[approval.lane]})`);
}
