import type { RefusalTexts } from '../../../web/routes.ts';
import type { QuestionOutcome } from './queries.ts';

export const askedTitles = {
  ask: 'Pytania o konkurs',
  list: 'Zadane pytania',
  answer: 'Odpowiedź na pytanie',
} as const;

export const askedFlashes = {
  asked: 'Dziękujemy. Odpowiedź ukaże się tutaj, a jeśli podano adres, przyjdzie także listem.',
  answered: 'Odpowiedź jest zapisana.',
} as const;

export const outcomeNames: Readonly<Record<QuestionOutcome, string>> = {
  published: 'opublikowane',
  answered: 'odpowiedź tylko listem',
  set_aside: 'odłożone',
};

export const outcomeChoices: readonly {
  readonly value: QuestionOutcome;
  readonly label: string;
  readonly hint: string;
}[] = [
  {
    value: 'published',
    label: 'Opublikuj na stronie konkursu',
    hint: 'Bez imienia i adresu. Kto podał adres, dostanie odpowiedź także listem.',
  },
  {
    value: 'answered',
    label: 'Odpowiedz tylko tej osobie',
    hint: 'Gdy pytanie dotyczy czyjejś sytuacji. Potrzebny jest adres e-mail tej osoby.',
  },
  {
    value: 'set_aside',
    label: 'Odłóż bez odpowiedzi',
    hint: 'Reklama, obelga albo to samo drugi raz. Treść zostaje tutaj.',
  },
];

export const askedMessages = {
  question_missing: 'Wpisz pytanie.',
  question_too_long: 'Pytanie może mieć najwyżej 1500 znaków. Skróć je albo zadaj dwa.',
  name_too_long: 'Imię i nazwisko mogą mieć najwyżej 120 znaków.',
  email_wrong: 'Adres e-mail wygląda na niepełny. Popraw go albo zostaw to pole puste.',
  outcome_missing: 'Wybierz, co zrobić z pytaniem.',
  answer_too_long: 'Odpowiedź może mieć najwyżej 4000 znaków. Skróć ją.',
} as const;

export const askedRefusals: RefusalTexts = {
  looks_automatic: () => 'Nie udało się wysłać. Naciśnij „Wyślij pytanie” jeszcze raz; tekst jest poniżej.',
  too_many_words: () =>
    'Z tej sieci przyszło w ciągu godziny bardzo dużo wiadomości. Spróbuj za godzinę albo zadzwoń do nas.',
  call_over: () => 'Ten konkurs jest zakończony. Zadzwoń albo napisz do nas, odpowiemy.',
  answer_missing: () => 'Wpisz odpowiedź.',
  public_question_missing: () => 'Wpisz pytanie w takiej postaci, w jakiej ma się ukazać.',
  no_address: () => 'Ta osoba nie podała adresu e-mail. Opublikuj odpowiedź albo odłóż pytanie.',
  already_published: () => 'To pytanie jest już opublikowane; można poprawić odpowiedź, ale nie można jej ukryć.',
};
