import type { ExpenseKind } from '../../../features/expenses/queries.ts';
import { readOrganisation } from '../../../features/organisation/queries.ts';
import { day } from '../../../lib/days.ts';
import { formatAmount, formatNumber, grosze } from '../../../lib/money.ts';
import { longDate } from '../../../lib/polish-dates.ts';
import { amountInWords } from '../../../lib/words.ts';
import type { Sheet } from '../../../pdf/sheet.ts';
import type { Scene } from '../../scene.ts';
import { type Seller, seller } from './sellers.ts';
import { type ToldExpense, totalOf } from './told-expense.ts';

const titles: Readonly<Record<ExpenseKind, string>> = {
  invoice: 'Faktura',
  bill: 'Rachunek',
  contract: 'Rachunek do umowy i lista płac',
  receipt: 'Paragon fiskalny',
  note: 'Nota księgowa',
  insurance: 'Polisa ubezpieczeniowa',
  internal: 'Dowód wewnętrzny',
};

/** What came from the seller: who sold what to whom, for how much. Not the library's paper, so its words may be plainer. */
export function drawScan(sheet: Sheet, scene: Scene, expense: ToldExpense): void {
  const [kind, number, issuedOn] = expense.document;
  const total = totalOf(expense);
  const organisation = readOrganisation(scene.deps.db);
  const buyer = { ...organisation, address: `${organisation.street}, ${organisation.postalCode} ${organisation.city}` };
  sheet.title(`${titles[kind]} ${number}`, `wystawiono ${longDate(day(issuedOn))}`);
  if (kind !== 'internal') sheet.pairs(sides(kind, seller(expense.seller), buyer));
  if (kind === 'contract') sheet.paragraph(expense.what);
  sheet.table({
    columns: [
      { head: 'Lp.', width: 1 },
      { head: kind === 'contract' ? 'Składnik' : 'Nazwa towaru albo usługi', width: 8, rowHead: true },
      { head: 'Wartość brutto, zł', width: 3, align: 'right' },
    ],
    rows: rowsOf(expense).map(([name, amount], index) => [String(index + 1), name, formatNumber(grosze(amount))]),
    foot: [['', 'Razem', formatNumber(total)]],
  });
  sheet.pairs([
    ['Do zapłaty', `${formatAmount(total)} (słownie: ${amountInWords(total)})`],
    ['Forma zapłaty', kind === 'receipt' ? 'karta płatnicza' : 'przelew, 14 dni'],
  ]);
}

type Side = Pick<Seller, 'name' | 'nip' | 'address'>;

function sides(kind: ExpenseKind, from: Side, to: Side): (readonly [string, string])[] {
  const words = ({ name, nip, address }: Side) => [name, address, ...(nip === '' ? [] : [`NIP ${nip}`])].join('\n');
  const [first, second] = kind === 'contract' ? ['Zleceniobiorca', 'Zleceniodawca'] : ['Sprzedawca', 'Nabywca'];
  return [
    [first ?? '', words(from)],
    [second ?? '', words(to)],
  ];
}

const payroll = {
  net: 'do wypłaty',
  tax: 'zaliczka na podatek dochodowy',
  social_insurance: 'składki ZUS',
  other: 'inne',
} as const;

/** A contract shows how its cost is paid out; other documents, what was bought. */
function rowsOf(expense: ToldExpense): [string, number][] {
  const {
    document: [kind],
    what,
    shares,
    outside = 0,
    rows,
    paid,
  } = expense;
  if (kind === 'contract')
    return typeof paid === 'string'
      ? [[payroll.net, totalOf(expense)]]
      : paid.map(([, of, amount]) => [payroll[of], amount]);
  if (rows === undefined) return [[what, totalOf(expense)]];
  const amounts = [...shares.map(([, , amount]) => amount), ...(outside === 0 ? [] : [outside])];
  return amounts.map((amount, index) => [rows[index] ?? what, amount]);
}
