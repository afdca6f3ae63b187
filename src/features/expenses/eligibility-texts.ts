import type { Day } from '../../lib/days.ts';
import { formatAmount, grosze } from '../../lib/money.ts';
import { plural } from '../../lib/polish.ts';
import { dateRange, longDate } from '../../lib/polish-dates.ts';
import type { Finding } from './eligibility.ts';
import { expensePaths } from './paths.ts';

type Facts = Finding['facts'];

const day = (facts: Facts, key: string) => longDate(String(facts[key]) as Day);
const sum = (facts: Facts, key: string) => formatAmount(grosze(Number(facts[key])));
const period = (facts: Facts, from: string, to: string) =>
  dateRange(String(facts[from]) as Day, String(facts[to]) as Day);
const planned = (facts: Facts) =>
  `${facts['initiative']}, „${facts['line']}”: uzgodniono ${sum(facts, 'agreed')}, inne dokumenty ${sum(facts, 'used')}, ten ${sum(facts, 'wanted')}`;

/** The finding, and what it is based on. */
const words: Readonly<Record<string, readonly [text: (facts: Facts) => string, cite: (facts: Facts) => string]>> = {
  scan: [() => 'Zdjęcie albo PDF dokumentu jest w systemie.', () => 'Plik przy dokumencie'],
  scan_missing: [
    () => 'Nie ma zdjęcia ani PDF-u dokumentu. Można zaksięgować bez niego, ale do rozliczenia będzie potrzebny.',
    () => 'Plik przy dokumencie',
  ],
  nip: [() => 'NIP sprzedawcy jest poprawny.', (facts) => `NIP ${facts['nip']}, sprawdzona cyfra kontrolna`],
  nip_foreign: [
    () => 'Sprzedawca z innego kraju. VAT: import usług albo WNT – decyduje księgowa.',
    (facts) => `Numer ${facts['nip']}`,
  ],
  nip_missing: [() => 'Na fakturze powinien być NIP sprzedawcy, a tu go nie ma.', () => 'Dane z dokumentu'],
  nip_not_given: [
    () => 'NIP sprzedawcy jest pusty. Zostaw tak, jeśli wystawia osoba prywatna.',
    () => 'Dane z dokumentu',
  ],
  receipt_without_nip: [
    () =>
      'Paragon bez NIP-u sprzedawcy. Sprawdź też, czy jest na nim NIP biblioteki: bez niego kosztu nie da się rozliczyć.',
    () => 'Dane z dokumentu',
  ],
  single: [() => 'Takiego dokumentu nie ma w innym wpisie.', () => 'Porównano sprzedawcę, kwotę, datę i numer'],
  similar: [
    (facts) =>
      `Bardzo podobny dokument już jest: ${facts['label']}${Number(facts['count']) > 1 ? ` i jeszcze ${Number(facts['count']) - 1}` : ''}. Sprawdź, czy to nie ten sam.`,
    () => 'Ten sam sprzedawca i kwota, ta sama data albo ten sam numer.',
  ],
  project_period: [
    () => 'Data wystawienia mieści się w okresie zadania.',
    (facts) => `${day(facts, 'issuedOn')}; zadanie: ${period(facts, 'startsOn', 'endsOn')}`,
  ],
  outside_project_period: [
    () => 'Data wystawienia jest poza okresem zadania.',
    (facts) => `${day(facts, 'issuedOn')}; zadanie: ${period(facts, 'startsOn', 'endsOn')}`,
  ],
  paid_too_late: [
    (facts) => `Zapłata z ${day(facts, 'paidOn')} jest po ostatnim dniu płatności w zadaniu.`,
    (facts) => `Płatności zadania: do ${day(facts, 'until')}`,
  ],
  line_year: [
    (facts) => `Rok pozycji zgadza się z rokiem dokumentu: ${facts['year']}.`,
    () => 'Preliminarz i data wystawienia',
  ],
  other_line_year: [
    (facts) =>
      `Dokument jest z ${facts['year']} r., a pozycja preliminarza z ${facts['lineYear']} r. Liczy się rok zapłaty.`,
    () => 'Preliminarz i data wystawienia',
  ],
  realisation: [
    (facts) => `${facts['initiative']}: data mieści się w okresie realizacji.`,
    (facts) => `Terminarz konkursu: ${period(facts, 'firstOn', 'until')}`,
  ],
  outside_realisation: [
    (facts) => `${facts['initiative']}: data wystawienia jest poza okresem realizacji.`,
    (facts) => `${day(facts, 'issuedOn')}; terminarz konkursu: ${period(facts, 'firstOn', 'until')}`,
  ],
  agreement: [
    (facts) => `${facts['initiative']}: porozumienie podpisano przed tym dokumentem.`,
    (facts) => `Podpis: ${day(facts, 'signedOn')}`,
  ],
  before_agreement: [
    (facts) => `${facts['initiative']}: dokument wystawiono, zanim podpisano porozumienie.`,
    (facts) => `Wystawiono ${day(facts, 'issuedOn')}, podpis ${day(facts, 'signedOn')}`,
  ],
  paid_before_agreement: [
    (facts) => `${facts['initiative']}: zapłacono, zanim podpisano porozumienie.`,
    (facts) => `Zapłata ${day(facts, 'paidOn')}, podpis ${day(facts, 'signedOn')}`,
  ],
  agreement_missing: [
    (facts) => `${facts['initiative']}: nie ma podpisanego porozumienia.`,
    () => 'Rejestr porozumień',
  ],
  in_plan: [() => 'Koszt mieści się w uzgodnionym kosztorysie.', planned],
  over_plan: [() => 'Ta pozycja kosztorysu jest przekroczona. Potrzebna zgoda na przesunięcie.', planned],
  not_in_plan: [() => 'Tej pozycji nie ma w uzgodnionym kosztorysie. Potrzebna zgoda na przesunięcie.', planned],
};

/** A light as the page draws it. */
export interface Light {
  readonly state: Finding['state'];
  readonly text: string;
  readonly cite: string;
  readonly href: string;
  readonly linkText: string;
}

export function lightOf({ code, state, facts }: Finding): Light {
  const [text, cite] = words[code] ?? [];
  if (text === undefined || cite === undefined) throw new Error(`The finding ${code} has no words`);
  const leads = code === 'similar';
  return {
    state,
    text: text(facts),
    cite: cite(facts),
    href: leads ? expensePaths.showOf(Number(facts['id'])) : '',
    linkText: leads ? 'Otwórz tamten' : '',
  };
}

/** How many lights are not green, for the button of booking. */
export function lightsSummary(findings: readonly Finding[]): string {
  const open = findings.filter((finding) => finding.state !== 'ok').length;
  if (open === 0) return 'Wszystkie sprawdzenia są zgodne.';
  return `${open} ${plural(open, 'rzecz', 'rzeczy', 'rzeczy')} do sprawdzenia. Można zaksięgować, jeśli jest na to wyjaśnienie.`;
}
