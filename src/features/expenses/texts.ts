import type { Day } from '../../lib/days.ts';
import { formatAmount, grosze } from '../../lib/money.ts';
import { shortDate } from '../../lib/polish-dates.ts';
import { type Source, sourceNames } from '../budgets/texts.ts';
import type { ExpenseState } from './lifecycle.ts';
import type { Approval, Expense, ExpenseKind, Payment } from './queries.ts';

export const kindNames: Readonly<Record<ExpenseKind, string>> = {
  invoice: 'faktura',
  bill: 'rachunek',
  contract: 'umowa z listą płac',
  receipt: 'paragon',
  note: 'nota księgowa',
  insurance: 'polisa ubezpieczenia',
  internal: 'dowód wewnętrzny',
};

export const noScanName = 'bez skanu';

export const stateNames: Readonly<Record<ExpenseState, string>> = {
  draft: 'szkic',
  booked: 'zaksięgowany',
  controlled: 'po wstępnej kontroli',
  approved: 'zatwierdzony do wypłaty',
  paid: 'zapłacony',
  discarded: 'odrzucony szkic',
};

/** What may still change stands in a dashed frame. */
export const stateTones: Readonly<Record<ExpenseState, 'draft' | 'now' | 'ok' | ''>> = {
  draft: 'draft',
  booked: 'now',
  controlled: 'now',
  approved: 'now',
  paid: 'ok',
  discarded: '',
};

export const paymentNames: Readonly<Record<Payment['kind'], string>> = {
  net: 'zapłata sprzedawcy albo wypłata netto',
  tax: 'podatek (PIT)',
  social_insurance: 'składki ZUS',
  other: 'inna',
};

export const stepNames: Readonly<Record<Approval['step'], string>> = {
  control: 'Wstępna kontrola: zgodne z planem finansowym, formalnie i rachunkowo',
  approval: 'Zatwierdzono do wypłaty',
};

export const laneNames: Readonly<Record<Approval['lane'], string>> = {
  clicked: 'w systemie',
  paper: 'podpis na wydruku opisu',
};

/** „faktura FV/1/2024 z 12.06.2024” */
export function documentLabel(document: { kind: ExpenseKind; number: string; issuedOn: string }): string {
  return `${kindNames[document.kind]} ${document.number} z ${shortDate(document.issuedOn as Day)}`;
}

/** „Inicjatywy lokalne: materiały, 2024”; the source stands beside it. */
export function lineWords(line: { taskName: string; category: string; year: number }): string {
  return `${line.taskName}: ${line.category}, ${line.year}`;
}

export function lineAndSource(line: { taskName: string; category: string; year: number; source: Source }): string {
  return `${lineWords(line)}, ${sourceNames[line.source]}`;
}

export const outsideLabel = 'poza zadaniem';
export const withoutInitiative = 'bez inicjatywy (zadanie biblioteki)';

/** What „Zostaje do podziału” says: nothing left, something missing, too much given out. Grosze. */
export function leftWords(left: number): { label: string; hint: string } {
  if (left === 0) return { label: 'Zostaje do podziału', hint: 'Wszystko podzielone co do grosza.' };
  if (left > 0)
    return { label: 'Zostaje do podziału', hint: 'Dodaj część albo wpisz resztę jako zapłaconą poza zadaniem.' };
  return { label: 'Podzielono za dużo o', hint: 'Zmniejsz którąś część: razem muszą dać kwotę dokumentu.' };
}

export const titles = {
  list: 'Wydatki',
  create: 'Nowy dokument',
  edit: 'Podział dokumentu',
  booking: 'Zaksięgowanie dokumentu',
  discard: 'Usunięcie szkicu',
  paper: 'Podpisy z papieru',
  show: (document: { kind: ExpenseKind; number: string }) => capital(`${kindNames[document.kind]} ${document.number}`),
} as const;

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The heading of a document's page says what waits to be done. Grosze. */
export function headline(expense: Pick<Expense, 'state' | 'totalGrosze' | 'kind'>): string {
  const what = `${capital(kindNames[expense.kind])} na ${formatAmount(grosze(expense.totalGrosze))}`;
  const next: Readonly<Record<ExpenseState, string>> = {
    draft: 'do zaksięgowania',
    booked: 'do wstępnej kontroli',
    controlled: 'do zatwierdzenia do wypłaty',
    approved: 'do zapłaty',
    paid: 'zapłacona w całości',
    discarded: 'odrzucona jako pomyłka',
  };
  const masculine = expense.kind === 'bill' || expense.kind === 'receipt' || expense.kind === 'internal';
  return `${what}: ${masculine ? next[expense.state].replace(/ona\b/, 'ony') : next[expense.state]}`;
}

export const flashes = {
  entered: 'Dokument zapisany. Teraz sprawdź podział i zapisz go.',
  saved: 'Zapisano. Jeśli podział się zgadza, dokument można zaksięgować.',
  notDraft: 'Ten dokument nie jest już szkicem, więc nie można go zmieniać.',
  scanAdded: 'Skan jest przy dokumencie.',
  discarded: 'Szkic odrzucony. Został w historii, ale nie liczy się nigdzie.',
  booked: 'Dokument zaksięgowany. Kwoty są w budżecie jako zobowiązanie do zapłaty.',
  controlled: 'Wstępna kontrola zapisana. Teraz zatwierdzenie do wypłaty, przez inną osobę.',
  approved: 'Zatwierdzono do wypłaty.',
  papers: 'Podpisy z papieru są zapisane.',
  payment: 'Zapłata zapisana.',
  paid: 'Zapłata zapisana. Dokument jest zapłacony w całości, kwoty w budżecie są teraz wydane.',
  description: 'Przygotowujemy opis dokumentu. Za chwilę będzie na tej stronie do pobrania.',
} as const;
