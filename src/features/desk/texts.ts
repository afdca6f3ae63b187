import { counted } from '../../lib/polish.ts';
import type { ApplicationState } from '../applications/lifecycle.ts';
import type { DecisionKind } from '../decisions/policy.ts';

export const wayNames = {
  call: 'Konkurs',
  home: 'Pulpit',
  applications: 'Wnioski',
  scores: 'Moje oceny',
  jury: 'Komisja',
  ranking: 'Ranking',
  initiatives: 'Inicjatywy',
  budget: 'Budżet',
  expenses: 'Wydatki',
  reports: 'Raporty',
  letters: 'Pisma',
  administration: 'Osoby',
  results: 'Wyniki',
  documents: 'Dokumenty',
  signIn: 'Zaloguj się',
} as const;

export const moreNames = {
  calls: 'Konkursy: lista i nowy konkurs',
  documents: 'Dokumenty konkursu, także jako jeden ZIP',
  history: 'Historia: kto, kiedy, co',
  project: 'Zadanie: partnerzy i potrzeby z diagnozy',
  institution: 'Dane instytucji',
  summary: 'Codzienne podsumowanie e-mailem',
} as const;

const applications = (n: number) => counted(n, 'wniosek', 'wnioski', 'wniosków');
const agreements = (n: number) => counted(n, 'porozumienie', 'porozumienia', 'porozumień');
const letters = (n: number) => counted(n, 'list', 'listy', 'listów');
const documents = (n: number) => counted(n, 'dokument', 'dokumenty', 'dokumentów');

/** What waits, said as a thing to do. */
export const dutyTexts = {
  changes_unsent: (n: number) =>
    `Wyślij albo odłóż: ${counted(n, 'zaczęta zmiana wniosku', 'zaczęte zmiany wniosków', 'zaczętych zmian wniosków')}`,
  corrections_to_send: (n: number) =>
    n === 1 ? 'Poprawcie wniosek, o co prosi biblioteka' : `Poprawcie, o co prosi biblioteka: ${applications(n)}`,
  drafts: (n: number) => `Dokończ i złóż: ${counted(n, 'szkic wniosku', 'szkice wniosków', 'szkiców wniosków')}`,
  keyed_in: (n: number) =>
    `Dokończ w imieniu osób: ${counted(n, 'szkic wniosku', 'szkice wniosków', 'szkiców wniosków')}`,
  guardian_to_ask: (n: number) =>
    n === 1 ? 'Zgoda opiekuna – brakuje: poproście opiekuna' : `Zgoda opiekuna – brakuje: ${applications(n)}`,
  guardian_missing: (n: number) =>
    `Zgoda opiekuna – brakuje: ${counted(n, 'inicjatywa', 'inicjatywy', 'inicjatyw')} przed porozumieniem`,
  messages_to_group: (n: number) =>
    n === 1
      ? 'Przeczytajcie wiadomość z biblioteki'
      : `Przeczytajcie wiadomości z biblioteki: ${counted(n, 'wniosek', 'wnioski', 'wniosków')}`,
  messages_to_library: (n: number) =>
    `Odpowiedz na wiadomości: ${counted(n, 'grupa pisze', 'grupy piszą', 'grup pisze')}`,
  agreements_to_sign: (n: number) => `Podpiszcie z biblioteką: ${agreements(n)}`,
  declarations: () => 'Złóż oświadczenie o bezstronności, potem otworzą się wnioski',
  cards_to_send: (n: number) => `Oceń: ${applications(n)}`,
  formal_checks: (n: number) => `Oceń formalnie: ${applications(n)}`,
  second_signatures: (n: number) => `Podpisz jako druga osoba: ${counted(n, 'karta', 'karty', 'kart')} oceny formalnej`,
  rechecks_to_answer: (n: number) => `Rozpatrz: ${counted(n, 'prośba', 'prośby', 'próśb')} o ponowne sprawdzenie`,
  changes_to_tell: (n: number) =>
    `Zdecyduj, czy napisać do grup: ${counted(n, 'zmiana terminu', 'zmiany terminów', 'zmian terminów')}`,
  rules_to_tell: (n: number) =>
    `Zdecyduj, czy napisać do grup: ${counted(n, 'zmiana regulaminu', 'zmiany regulaminu', 'zmian regulaminu')}`,
  opinions_to_answer: (n: number) => `Odpowiedz: ${counted(n, 'opinia', 'opinie', 'opinii')} o projekcie regulaminu`,
  questions_to_answer: (n: number) =>
    `Odpowiedz: ${counted(n, 'pytanie o konkurs', 'pytania o konkurs', 'pytań o konkurs')}`,
  jury_undeclared: (n: number) =>
    `Na oświadczenie ${n === 1 ? 'czeka' : 'czekają'} jeszcze ${counted(n, 'osoba', 'osoby', 'osób')} z komisji`,
  ranking_to_adopt: () => 'Wszystkie karty oceny są wysłane: komisja może przyjąć ranking',
  decisions_to_prepare: () => 'Ranking przyjęty: przygotuj rozstrzygnięcie dla dyrektora',
  decisions_to_approve: () => 'Zatwierdź rozstrzygnięcie konkursu albo zwróć je z uwagą',
  results_to_publish: () => 'Rozstrzygnięcie zatwierdzone: ogłoś wyniki',
  plans_to_agree: (n: number) => `Uzgodnij kosztorys: ${counted(n, 'inicjatywa', 'inicjatywy', 'inicjatyw')}`,
  agreements_to_open: (n: number) => `Przygotuj: ${agreements(n)}`,
  funds_to_confirm: (n: number) => `Potwierdź, że mieści się w planie finansowym: ${agreements(n)}`,
  agreements_to_issue: (n: number) => `Wydaj do podpisu: ${agreements(n)}`,
  scans_to_store: (n: number) => `Po podpisaniu dołącz skan: ${agreements(n)}`,
  scans_missing: (n: number) => `Dołącz skan albo zdjęcie: ${documents(n)}`,
  expenses_to_control: (n: number) => `Sprawdź pod względem formalnym i rachunkowym: ${documents(n)}`,
  expenses_to_approve: (n: number) => `Zatwierdź do wypłaty: ${documents(n)}`,
  expenses_to_pay: (n: number) => `Zapłać i wpisz datę z wyciągu: ${documents(n)}`,
  mailings_held: (n: number) =>
    `Wyślij albo odwołaj: ${counted(n, 'wstrzymana wysyłka', 'wstrzymane wysyłki', 'wstrzymanych wysyłek')}`,
  letters_to_print: (n: number) => `Do wydrukowania i wysłania: ${letters(n)}`,
  letters_to_tell: (n: number) => `Do przekazania przez telefon albo e-Doręczenia: ${letters(n)}`,
  letters_failed: (n: number) => `Nie doszło: ${letters(n)}. Zadzwoń do tych osób albo wydrukuj i wyślij pocztą`,
  example_budget: () => 'Budżet jest przykładem: uzupełnij go z umowy z dotującym',
} as const;

/** An application as its own group sees it on its home page. */
export const applicationStates: Readonly<Record<ApplicationState, { text: string; tone: string }>> = {
  draft: { text: 'szkic', tone: 'draft' },
  submitted: { text: 'złożony', tone: '' },
  accepted: { text: 'przyjęty, w ocenie', tone: 'now' },
  rejected: { text: 'odrzucony', tone: 'bad' },
  withdrawn: { text: 'wycofany', tone: '' },
};

/** The same once results are published. */
export const decisionTags: Readonly<Record<DecisionKind, { text: string; tone: string }>> = {
  award: { text: 'do realizacji', tone: 'ok' },
  reserve: { text: 'na liście rezerwowej', tone: 'now' },
  refusal: { text: 'bez dofinansowania', tone: '' },
};

export const summaryTexts = {
  duties: 'Czeka na Ciebie',
  fresh: 'Nowe od poprzedniego podsumowania',
  dates: 'Terminy w najbliższych siedmiu dniach',
  applications: (n: number) => `${counted(n, 'złożony wniosek', 'złożone wnioski', 'złożonych wniosków')}`,
  begins: (stage: string, when: string) => `${stage}, początek: ${when}`,
  ends: (stage: string, when: string) => `${stage}, koniec: ${when}`,
} as const;
