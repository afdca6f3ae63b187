import { formatAmount, grosze } from '../../lib/money.ts';
import { dayMessages } from '../../lib/polish-messages.ts';
import type { RefusalTexts } from '../../web/routes.ts';
import { budgetRefusals } from '../budgets/texts.ts';
import type { AgreementState } from './lifecycle.ts';

export const pageTitle = 'Porozumienie o współpracy';

export const stateNames: Readonly<Record<AgreementState, string>> = {
  draft: 'czeka na księgowość',
  confirmed: 'pieniądze potwierdzone',
  issued: 'do podpisu',
  signed: 'podpisane',
};

export const stateTones: Readonly<Record<AgreementState, 'draft' | 'now' | 'ok'>> = {
  draft: 'draft',
  confirmed: 'draft',
  issued: 'now',
  signed: 'ok',
};

/** What stands beside the entries in the budget's journal. */
export const releaseReason = (number: string) => `podpisane porozumienie ${number}: rezerwacja zwolniona`;
export const commitmentReason = (number: string) => `podpisane porozumienie ${number}`;

export const signingMessages = {
  ...dayMessages,
  scan_missing: 'Wybierz skan podpisanego porozumienia: plik PDF, JPG albo PNG.',
} as const;

const sum = (facts: Readonly<Record<string, string | number>>, key: string) =>
  formatAmount(grosze(Number(facts[key] ?? 0)));

export const agreementRefusals: RefusalTexts = {
  ...budgetRefusals,
  plan_not_agreed: () => 'Kosztorys nie jest jeszcze uzgodniony. Porozumienie powstaje po jego zamknięciu.',
  already_open: () => 'Projekt porozumienia już jest. Odśwież stronę.',
  not_open: () => 'Najpierw przygotuj projekt porozumienia.',
  reservation_short: (facts) =>
    `Rezerwacja nie pokrywa kosztorysu: w jednej z pozycji potrzeba ${sum(facts, 'needed')}, a zarezerwowano ${sum(facts, 'reserved')}. Sprawdź budżet.`,
  text_changed: () =>
    'Treść porozumienia zmieniła się, kiedy strona była otwarta, więc nic nie wydano. Przeczytaj ją niżej jeszcze raz i wydaj.',
  same_person: () => 'Pieniądze potwierdziła ta sama osoba. Porozumienie wydaje ktoś inny: zasada dwóch par oczu.',
  guardian_consent_missing: () =>
    'Brakuje zgody opiekuna, a inicjatywę prowadzi osoba niepełnoletnia. Otwórz „Zgoda opiekuna” i zapisz zgodę albo poproś o nią.',
  signed_in_future: () => 'Ten dzień jest w przyszłości. Podaj dzień, w którym podpisano porozumienie.',
  signed_before_issue: () => 'To dzień sprzed wydania porozumienia. Sprawdź datę na podpisanym egzemplarzu.',
  scan_missing: () => signingMessages.scan_missing,
};

export const flashes = {
  opened: 'Projekt porozumienia jest gotowy. Czeka na potwierdzenie księgowości.',
  confirmed: 'Potwierdzono: kwota mieści się w planie finansowym.',
  issued: 'Porozumienie wydano. Grupa dostanie je w liście, z instrukcją, jak podpisać.',
  signed: 'Zapisano podpisane porozumienie. Rezerwacja stała się zobowiązaniem, inicjatywa jest w realizacji.',
} as const;
