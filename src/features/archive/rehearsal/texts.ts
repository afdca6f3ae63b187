import type { RefusalTexts } from '../../../web/routes.ts';
import type { RehearsalStep } from '../../calls/rehearsal/steps.ts';

/** On every page about a record of a rehearsal, and before the names of its files. */
export const bandTexts = {
  text: 'PRÓBA GENERALNA – nic tu nie dzieje się naprawdę',
  label: 'Strona próby',
  filePrefix: 'PROBA-GENERALNA-',
} as const;

export const rehearsalTitles = {
  list: 'Próba generalna',
  show: 'Próba generalna',
  join: 'Dołącz do próby generalnej',
  letters: 'Listy z próby',
  closing: 'Zakończenie próby',
} as const;

export const stepTexts: Readonly<Record<RehearsalStep, { readonly name: string; readonly text: string }>> = {
  applying: {
    name: 'Nabór wniosków',
    text: 'Ktoś z Was pisze i składa wniosek, jak zrobi to grupa. W tym czasie powołaj też komisję: osoby z tej próby, ale nie te, które złożyły wniosek.',
  },
  checking: { name: 'Ocena formalna', text: 'Koordynatorka sprawdza złożone wnioski.' },
  scoring: { name: 'Ocena komisji', text: 'Osoby z komisji podpisują oświadczenia, a potem wypełniają karty.' },
  deciding: {
    name: 'Posiedzenie i wyniki',
    text: 'Ranking, przygotowanie wyników, zatwierdzenie przez dyrekcję, ogłoszenie.',
  },
  negotiating: {
    name: 'Rozmowy o kosztorysie',
    text: 'Uzgodnienie kosztorysu i porozumienie. Na wybraną inicjatywę wchodzi się z listy niżej.',
  },
  carrying_out: {
    name: 'Realizacja',
    text: 'Tu próba się kończy: rachunków i zakupów nie przyjmuje, bo budżet jest prawdziwy.',
  },
};

export const placeNames = {
  call: 'Strona konkursu',
  apply: 'Złóż wniosek',
  submitted: 'Złożone wnioski',
  jury: 'Komisja',
  checks: 'Ocena formalna',
  declaration: 'Twoje oświadczenie',
  cards: 'Twoje karty oceny',
  progress: 'Postęp ocen',
  ranking: 'Ranking',
  decisions: 'Rozstrzygnięcie',
  results: 'Ogłoszone wyniki',
} as const;

export const rehearsalFlashes = {
  started: 'Próba się zaczęła. Nabór jest otwarty tylko dla osób, którym podasz adres próby.',
  movedOn: (step: RehearsalStep) => `Próba przeszła do następnego etapu: ${stepTexts[step].name}.`,
  joined: 'Jesteś w próbie. Wszystko, co tu zrobisz, zniknie razem z nią.',
  partGiven: 'Rola jest nadana, tylko na tę próbę.',
  closed: 'Próba jest zakończona. Jej teksty i pliki są skasowane.',
} as const;

export const rehearsalRefusals: RefusalTexts = {
  rehearsal_open: () => 'Ten konkurs ma już próbę. Zakończ ją, zanim zaczniesz następną.',
  rehearsal_lacks: () =>
    'Konkursowi brakuje jeszcze czegoś, bez czego nie da się go przejść. Zobacz listę „Czego jeszcze brakuje” w ustawieniach konkursu, uzupełnij i zacznij próbę.',
  not_rehearsing: () => 'Tej osoby nie ma w próbie. Najpierw podaj jej adres próby.',
  step_over: () => 'Próba jest już w innym etapie. Sprawdź niżej, w którym, i przesuń ją jeszcze raz, jeśli trzeba.',
};

export const partMessage = 'Wybierz osobę i rolę.';

/** Beside every caught letter. */
export const caught = { text: 'zatrzymany: próba generalna', tone: 'draft' } as const;
export const conversation = { text: 'zapisana rozmowa', tone: 'draft' } as const;
