import { formatAmount, grosze } from '../../lib/money.ts';
import { amountMessages, dayMessages } from '../../lib/polish-messages.ts';
import type { RefusalTexts } from '../../web/routes.ts';
import { budgetRefusals } from '../budgets/texts.ts';
import { stateNames } from './texts.ts';

/** What stands at a field that cannot be taken as it is. */
export const fieldMessages = {
  ...amountMessages,
  ...dayMessages,
  kind_missing: 'Wybierz rodzaj dokumentu.',
  number_missing:
    'Wpisz numer dokumentu, tak jak jest na nim wydrukowany. Gdy dokument go nie ma, nadaj własny, np. DW 3/2024.',
  number_too_long: 'Numer ma więcej niż 100 znaków. Skróć go.',
  seller_missing: 'Wpisz, kto wystawił dokument: nazwę firmy albo imię i nazwisko.',
  seller_too_long: 'Nazwa ma więcej niż 200 znaków. Skróć ją.',
  nip_wrong:
    'To nie jest poprawny NIP: powinien mieć 10 cyfr, a ostatnia to cyfra kontrolna. Porównaj z dokumentem albo zostaw puste.',
  issued_in_future: 'Ta data jeszcze nie nadeszła. Wpisz dzień wystawienia z dokumentu.',
  total_nothing: 'Kwota dokumentu musi być większa od zera.',
  description_missing: 'Napisz w jednym zdaniu, za co jest ten dokument.',
  description_too_long: 'Opis ma więcej niż 1000 znaków. Skróć go.',
  initiative_unknown: 'Tej inicjatywy nie ma na liście. Wybierz inną.',
  line_missing: 'Wybierz pozycję preliminarza.',
  part_nothing: 'Część wynosi zero. Wpisz kwotę albo usuń tę część.',
  payment_nothing: 'Zapłata musi być większa od zera.',
  paid_in_future: 'Ta data jeszcze nie nadeszła. Zapłatę wpisuje się po tym, jak wyjdzie z banku.',
  payee_missing: 'Wpisz, komu zapłacono, np. nazwę sprzedawcy, urząd skarbowy albo ZUS.',
  payee_too_long: 'Nazwa ma więcej niż 200 znaków. Skróć ją.',
  statement_too_long: 'Numer wyciągu ma więcej niż 40 znaków. Skróć go.',
  signer_missing: 'Wybierz, kto podpisał.',
  signed_in_future: 'Ta data jeszcze nie nadeszła. Wpisz dzień, w którym złożono podpis.',
} as const satisfies Record<string, string>;

export type FieldMessage = keyof typeof fieldMessages;

const sum = (facts: Readonly<Record<string, string | number>>, key: string) =>
  formatAmount(grosze(Number(facts[key] ?? 0)));

export const expenseRefusals: RefusalTexts = {
  ...budgetRefusals,
  line_overdrawn: (facts) =>
    `Pozycja „${facts['line']}” nie wystarczy: z tego, co nie jest zarezerwowane dla innych, potrzeba ${sum(facts, 'wanted')}, a zostaje ${sum(facts, 'left')}. Zmniejsz tę część o ${sum(facts, 'over')}, wybierz inną pozycję albo przesuń pieniądze na stronie budżetu.`,
  same_document: (facts) =>
    `Ten dokument już jest w systemie: ${facts['document']}, stan: ${stateNames[facts['state'] as keyof typeof stateNames]}. Otwórz tamten (link niżej) albo popraw numer.`,
  same_document_closed: () =>
    'Dokument tego sprzedawcy o tym numerze już jest w systemie, przy inicjatywie, która jest dla Ciebie zamknięta. Zapytaj osobę, która prowadzi jej wydatki, albo popraw numer.',
  issued_in_future: () => fieldMessages.issued_in_future,
  initiative_unknown: () => fieldMessages.initiative_unknown,
  outside_over_total: () => 'Kwota poza zadaniem jest większa niż cały dokument. Zmniejsz ją.',
  parts_missing: () => 'Dokument nie ma jeszcze podziału. Wskaż co najmniej jedną pozycję preliminarza.',
  split_short: (facts) =>
    `Do podziału brakuje jeszcze ${sum(facts, 'gap')} z ${sum(facts, 'total')}. Dodaj część albo wpisz resztę jako zapłaconą poza zadaniem.`,
  split_over: (facts) =>
    `Części i kwota poza zadaniem są razem o ${sum(facts, 'gap')} większe niż dokument (${sum(facts, 'total')}). Zmniejsz którąś część.`,
  initiative_not_in_realisation: (facts) =>
    `Inicjatywa ${facts['initiative']} nie jest w realizacji, więc nie można jej jeszcze (albo już) obciążyć. Potrzebne jest podpisane porozumienie, a po rozliczeniu nowych dokumentów nie ma.`,
  over_agreed: (facts) =>
    `Inicjatywa ${facts['initiative']} ma z dotacji jeszcze ${sum(facts, 'left')}, a ten dokument bierze ${sum(facts, 'wanted')}. Przenieś ${sum(facts, 'over')} na wkład własny albo poza zadanie.`,
  same_person: (facts) =>
    `Wstępną kontrolę tego dokumentu wykonała ta sama osoba: ${facts['name']}. Wypłatę zatwierdza ktoś inny, z rolą dyrektora.`,
  not_a_signer: () =>
    'Ta osoba nie ma roli, która pozwala to podpisać. Kontrolę wykonuje księgowa, wypłatę zatwierdza dyrektor.',
  approval_before_control: () =>
    'Zatwierdzenie ma wcześniejszą datę niż wstępna kontrola. Sprawdź obie daty na wydruku.',
  overpaid: (facts) =>
    Number(facts['left']) === 0
      ? 'Dokument jest już zapłacony w całości.'
      : `Do zapłaty zostało ${sum(facts, 'left')}, ta zapłata jest większa o ${sum(facts, 'over')}. Popraw kwotę.`,
  scan_stands: () => 'Skan zaksięgowanego dokumentu zostaje taki, jaki był przy księgowaniu.',
  signer_missing: () => fieldMessages.signer_missing,
  signed_in_future: () => fieldMessages.signed_in_future,
  paid_in_future: () => fieldMessages.paid_in_future,
  not_in_this_state: () =>
    'Tego nie można już zrobić, bo dokument jest na innym etapie. Otwórz go jeszcze raz, żeby zobaczyć, co jest teraz możliwe.',
};
