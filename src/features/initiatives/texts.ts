import { formatAmount, grosze } from '../../lib/money.ts';
import { sentence } from '../../lib/polish.ts';
import { amountMessages, quantityMessages } from '../../lib/polish-messages.ts';
import type { RefusalTexts } from '../../web/routes.ts';
import { budgetRefusals } from '../budgets/texts.ts';
import type { InitiativeState } from './lifecycle.ts';

export const stateNames: Readonly<Record<InitiativeState, string>> = {
  negotiation: 'uzgadnianie kosztorysu',
  agreed: 'kosztorys uzgodniony',
  realisation: 'w realizacji',
  settled: 'rozliczona',
  withdrawn: 'rezygnacja',
};

/** Settled states stand in a solid frame, those that may change in a dashed one. */
export const stateTones: Readonly<Record<InitiativeState, 'draft' | 'now' | 'ok' | ''>> = {
  negotiation: 'draft',
  agreed: 'now',
  realisation: 'now',
  settled: 'ok',
  withdrawn: '',
};

/** What stands beside the entry in the budget's journal. */
export const reservationReason = (code: string) => `uzgodniony kosztorys inicjatywy ${code}`;

export const planMessages = {
  ...amountMessages,
  ...quantityMessages,
  name_missing: 'Brakuje nazwy. Wpisz, co będzie kupione albo za co biblioteka zapłaci.',
  name_too_long: 'Nazwa ma więcej niż 200 znaków. Skróć ją.',
  category_missing: 'Wybierz rodzaj kosztu z listy.',
  unit_missing: 'Wpisz jednostkę, np. szt., godz., komplet.',
  unit_too_long: 'Jednostka ma więcej niż 40 znaków. Skróć ją.',
  amount_nothing: 'Kwota wynosi zero. Wpisz większą albo usuń tę pozycję.',
} as const satisfies Record<string, string>;

const sum = (facts: Readonly<Record<string, string | number>>, key: string) =>
  formatAmount(grosze(Number(facts[key] ?? 0)));

export const planRefusals: RefusalTexts = {
  ...budgetRefusals,
  plan_empty: () => 'Kosztorys nie ma żadnej pozycji. Dodaj co najmniej jedną.',
  plan_over_award: (facts) =>
    `Razem jest ${sum(facts, 'total')}, a przyznana kwota to ${sum(facts, 'awarded')}. Zmniejsz pozycje o ${sum(facts, 'over')}.`,
  category_unknown: () => 'Tego rodzaju kosztu nie ma w regulaminie. Wybierz inny z listy.',
  not_in_this_state: () => 'Kosztorys jest już uzgodniony i nie można go zmieniać.',
};

/** „Ilość × cena” against the amount, when they differ. */
export const differsFromPrice = (value: number) => `ilość razy cena to ${formatAmount(grosze(value))}`;

export const flashes = {
  saved: 'Zapisano kosztorys.',
  agreed:
    'Kosztorys jest uzgodniony. Rezerwacja w budżecie odpowiada teraz uzgodnionym pozycjom. Następny krok: porozumienie.',
} as const;

/** The history of an initiative in a reader's words; events missing here are the machine's business. */
export const happenings: Readonly<Record<string, string>> = {
  'initiative.created': 'Ogłoszono wyniki, powstała inicjatywa',
  'initiative.plan_saved': 'Zapisano kosztorys w trakcie uzgadniania',
  'initiative.plan_agreed': 'Uzgodniono kosztorys',
  'initiative.in_realisation': 'Rozpoczęła się realizacja',
  'initiative.settled': 'Inicjatywę rozliczono',
  'budget.reserved': 'Zarezerwowano kwotę w budżecie',
  'budget.reservation_released': 'Zwolniono rezerwację w budżecie',
  'budget.committed': 'Kwota stała się zobowiązaniem z porozumienia',
  'budget.commitment_released': 'Zamknięto zobowiązanie z porozumienia',
  'agreement.opened': 'Przygotowano projekt porozumienia',
  'agreement.funds_confirmed': 'Księgowość potwierdziła, że kwota mieści się w planie finansowym',
  'agreement.issued': 'Wydano porozumienie do podpisu',
  'agreement.signed': 'Podpisane porozumienie jest w systemie',
};

export const systemName = 'system';

/** What the group is to do next, in a few sentences; `isIssued` = its agreement waits for its signature, `dates` are written or ''. */
export function nextForGroup(
  state: InitiativeState,
  isIssued: boolean,
  dates: { negotiation: string; realisation: string; report: string },
): string {
  const { negotiation, realisation, report } = dates;
  switch (state) {
    case 'negotiation':
      return `${sentence(`Uzgodnijcie z biblioteką kosztorys${negotiation && `: rozmowy trwają ${negotiation}`}`)} Zadzwonimy, a poprawki wpiszemy razem.`;
    case 'agreed':
      if (isIssued)
        return 'Porozumienie czeka na Wasz podpis. Otwórzcie je: piszemy tam, jak i gdzie podpisać. Nic jeszcze nie kupujcie.';
      return 'Kosztorys jest uzgodniony. Biblioteka przygotuje porozumienie i prześle je do podpisu. Nic jeszcze nie kupujcie.';
    case 'realisation':
      return [
        sentence(`Działajcie${realisation && ` w terminie ${realisation}`}`),
        'Zakupy zgłaszajcie bibliotece: to ona zamawia i płaci.',
        report && sentence(`Sprawozdanie złóżcie ${report}`),
      ].join(' ');
    case 'settled':
      return 'Inicjatywa jest rozliczona. Dziękujemy.';
    case 'withdrawn':
      return 'Zrezygnowaliście z realizacji. Dziękujemy za wiadomość.';
  }
}

export function nextForStaff(state: InitiativeState, hasAgreement: boolean): string {
  switch (state) {
    case 'negotiation':
      return 'Zadzwoń do grupy, popraw kosztorys i zatwierdź go przyciskiem „Uzgodnione”.';
    case 'agreed':
      if (hasAgreement) return 'Porozumienie jest przygotowywane do podpisu. Następny krok jest na jego stronie.';
      return 'Przygotuj porozumienie. Najpierw księgowość potwierdza, że kwota mieści się w planie finansowym.';
    case 'realisation':
      return 'Biblioteka zamawia i płaci w granicach uzgodnionego kosztorysu.';
    case 'settled':
      return 'Inicjatywa jest rozliczona i nic nie trzeba z nią robić.';
    case 'withdrawn':
      return 'Grupa zrezygnowała.';
  }
}

export const onPoster = (name: string) => `Na plakacie: ${name}`;

export const pageTitles = { list: 'Inicjatywy', plan: 'Uzgodniony kosztorys' } as const;
