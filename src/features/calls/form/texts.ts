import { counted, quoted, sentence } from '../../../lib/polish.ts';
import type { FormFault } from './faults.ts';
import type { AnswerCheck, QuestionKind } from './questions.ts';

export const formTitles = {
  form: 'Formularz wniosku',
  newQuestion: 'Nowe pytanie',
  question: 'Pytanie',
  consents: 'Oświadczenia',
} as const;

export const kindNames: Readonly<Record<QuestionKind, string>> = {
  short: 'krótki tekst',
  long: 'dłuższy tekst',
  number: 'liczba',
  amount: 'kwota',
  choice: 'jedna odpowiedź z listy',
  many: 'kilka odpowiedzi z listy',
  date: 'dzień',
  range: 'od dnia do dnia',
  statement: 'oświadczenie do zaznaczenia',
  table: 'mała tabela',
  file: 'plik',
};

export const relationNames: Readonly<Record<AnswerCheck['relation'], string>> = {
  not_more: 'nie większe niż',
  not_before: 'nie wcześniejsze niż',
};

const faultTexts: Readonly<Record<string, string | ((facts: FormFault['facts']) => string)>> = {
  no_questions: 'Formularz nie ma żadnego pytania. Dodaj pierwsze.',
  too_many_questions: ({ most }) => `Pytań jest za dużo. Zostaw najwyżej ${most}, a najlepiej dwanaście.`,
  section_untitled: 'Ta część nie ma tytułu. Wpisz go.',
  section_empty: ({ title }) => `Część ${quoted(String(title))} nie ma pytań. Dodaj pytanie albo usuń tę część.`,
  label_missing: 'Pytanie nie ma treści. Wpisz ją.',
  language_missing: 'Nie wybrano, w jakim języku grupy mają odpowiedzieć. Otwórz pytanie i wybierz język.',
  code_twice: 'To pytanie stoi w formularzu dwa razy. Usuń jedno z nich.',
  options_too_few: 'Do wyboru jest za mało odpowiedzi. Dopisz co najmniej dwie, każdą w nowym wierszu.',
  option_empty: 'Jedna z odpowiedzi albo kolumn jest pusta. Wpisz ją albo usuń.',
  option_twice: 'Ta sama odpowiedź jest na liście dwa razy. Zostaw jedną.',
  columns_missing: 'Tabela nie ma kolumn. Wpisz je, każdą w nowym wierszu.',
  least_above_most: 'Najmniej jest większe niż najwięcej. Popraw jedną z tych liczb.',
  condition_without_question: 'Pytanie, od którego to zależy, usunięto. Wybierz inne albo pytaj zawsze.',
  condition_on_later: ({ label }) =>
    `To pytanie zależy od pytania ${quoted(String(label))}, które stoi niżej. Przenieś je wyżej albo zmień warunek.`,
  condition_never: ({ label }) =>
    `Warunek nigdy nie będzie spełniony: w pytaniu ${quoted(String(label))} nie ma już takiej odpowiedzi.`,
  check_without_question: 'Jednego z pytań tego porównania nie ma. Usuń porównanie.',
  check_of_other_kinds: 'Tych dwóch odpowiedzi nie da się porównać. Wybierz dwie liczby, dwie kwoty albo dwa dni.',
};

/** One or two sentences: what is wrong with the form and what to do. */
export function faultText({ code, facts }: FormFault): string {
  const text = faultTexts[code];
  if (text === undefined) throw new Error(`The fault ${code} of a form has no words`);
  return typeof text === 'string' ? text : text(facts);
}

export const formRefusals: Readonly<Record<string, (facts: Readonly<Record<string, string | number>>) => string>> = {
  edited_meanwhile: () =>
    'Ktoś zmienił formularz, odkąd otworzyłaś lub otworzyłeś tę stronę. Poniżej jest to, co jest zapisane teraz. Powtórz zmianę, jeśli nadal jest potrzebna.',
  not_in_form: () => 'Tej części formularza już nie ma. Poniżej jest to, co jest zapisane teraz.',
  section_not_empty: () => 'W tej części są pytania. Najpierw je usuń albo przenieś.',
  form_unchanged: () => 'Formularz jest taki sam jak opublikowany, więc nie ma czego publikować.',
  form_faulty: () => 'Formularza nie można jeszcze opublikować. Popraw to, co jest wypisane na górze.',
  call_absent: () => 'Nie ma takiego konkursu.',
};

export const formFlashes = {
  saved: 'Zapisano w szkicu formularza. Grupy zobaczą zmianę, gdy ją opublikujesz.',
  chooseLanguage: 'Dodano do szkicu formularza. Wybierz jeszcze język odpowiedzi.',
  discarded: 'Odrzucono zmiany. Formularz jest taki jak opublikowany.',
  published: (number: number) => `Opublikowano wersję ${number} formularza.`,
} as const;

export const fieldTexts = {
  label: (most: number) => `Wpisz treść pytania, najwyżej ${most} znaków.`,
  hint: (most: number) => `Podpowiedź może mieć najwyżej ${most} znaków.`,
  letters: (least: number, most: number) => `Wpisz liczbę od ${least} do ${most}.`,
  whole: 'Wpisz liczbę całkowitą albo zostaw puste.',
  leastAboveMost: 'Najmniej jest większe niż najwięcej.',
  options: (most: number) => `Wpisz od dwóch do ${most} odpowiedzi, każdą inną i w nowym wierszu.`,
  columns: (most: number) => `Wpisz od jednej do ${most} kolumn, każdą w nowym wierszu.`,
  condition: 'Wybierz odpowiedzi jednego pytania, nie kilku.',
  title: 'Wpisz tytuł części, najwyżej 80 znaków.',
  check: 'Wybierz dwa różne pytania i napisz, co ma przeczytać grupa.',
  consent: 'Oświadczenie może mieć najwyżej 600 znaków.',
} as const;

/** The changes of a form for a letter and a page: a line each. */
export function changesText(changes: {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
}): string {
  const parts = [
    ['Nowe pytania:', changes.added],
    ['Usunięte pytania:', changes.removed],
    ['Zmienione pytania:', changes.changed],
  ] as const;
  const lines = parts.flatMap(([title, labels]) =>
    labels.length === 0 ? [] : [`${title}\n${labels.map((label) => `- ${label}`).join('\n')}`],
  );
  return lines.length === 0 ? 'Zmieniły się oświadczenia albo kolejność pytań.' : lines.join('\n\n');
}

export const questionCountText = (count: number) => counted(count, 'pytanie', 'pytania', 'pytań');

export const conditionText = (question: string, labels: readonly string[]) =>
  sentence(
    labels.length === 0
      ? `tylko gdy odpowiedziano na ${quoted(question)}`
      : `tylko gdy w ${quoted(question)} jest: ${labels.join(', ')}`,
  );

export const chooseLanguage = 'wybierz język';
export const anyAnswer = 'jakakolwiek odpowiedź';
export const tickedAnswer = 'zaznaczone';
