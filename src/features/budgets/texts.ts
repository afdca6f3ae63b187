import { formatAmount, grosze } from '../../lib/money.ts';

export type Source = 'grant' | 'own';

export const sourceNames: Readonly<Record<Source, string>> = { grant: 'dotacja', own: 'wkład własny' };

export function lineLabel(line: { taskName: string; category: string; year: number; source: Source }): string {
  return `${line.taskName}: ${line.category}, ${line.year}, ${sourceNames[line.source]}`;
}

export const pageTitles = {
  budget: 'Budżet zadania',
  draft: 'Szkic budżetu',
  task: 'Działanie w budżecie',
  taskRemoval: 'Usunięcie działania',
  journal: 'Dziennik rezerwacji i zobowiązań',
} as const;

export const tabTexts = { all: 'Wszystkie lata', whole: 'całość' } as const;

export function potName(source: Source, funder: string): string {
  return source === 'grant' ? `Dotacja ${funder}`.trimEnd() : 'Wkład własny';
}

/** What a bar shows, in words, for those who do not see it. */
export function barLabel(name: string, figures: { spent: string; held: string; left: string }): string {
  return `${name}: wydano ${figures.spent}, zajęte ${figures.held}, zostaje ${figures.left}`;
}

export const entryKindNames = { reservation: 'rezerwacja', commitment: 'zobowiązanie z porozumienia' } as const;

export const flashes = {
  drafted: 'Szkic jest gotowy do uzupełnienia. Dopóki nie wprowadzisz go w życie, obowiązuje dotychczasowy budżet.',
  saved: 'Kwoty szkicu są zapisane.',
  inForce: 'Nowa wersja budżetu obowiązuje od teraz.',
  lineAdded: 'Pozycja jest dodana do szkicu.',
  taskAdded: 'Działanie jest dodane. Teraz dodaj jego pozycje.',
  taskRenamed: 'Działanie jest zapisane.',
  taskRemoved: 'Działania już nie ma.',
} as const;

export const fieldMessages = {
  category_missing: 'Wpisz rodzaj kosztu, na przykład „materiały”.',
  category_long: 'Rodzaj kosztu może mieć najwyżej 120 znaków. Skróć go.',
  year_wrong: 'Wpisz rok czterema cyframi, na przykład 2024.',
  task_missing: 'Wybierz działanie z listy.',
  code_missing: 'Wpisz numer działania, na przykład 3.',
  code_long: 'Numer działania może mieć najwyżej 10 znaków. Skróć go.',
  name_missing: 'Wpisz nazwę działania, taką jak w umowie.',
  name_long: 'Nazwa działania może mieć najwyżej 120 znaków. Skróć ją.',
  source_missing: 'Wybierz źródło: dotacja albo wkład własny.',
} as const;

type Facts = Readonly<Record<string, string | number>>;

const sum = (facts: Facts, key: string) => formatAmount(grosze(Number(facts[key] ?? 0)));

/** What the budget's refusals say; rooms that reserve or commit money merge these with their own. */
export const budgetRefusals: Readonly<Record<string, (facts: Facts) => string>> = {
  line_overdrawn: (facts) =>
    `W pozycji „${facts['line']}” zostaje ${sum(facts, 'left')}, a potrzeba ${sum(facts, 'wanted')}. Zmniejsz kwotę albo przesuń pieniądze między pozycjami na stronie budżetu.`,
  line_unknown: () => 'Tej pozycji nie ma w obowiązującym budżecie. Wybierz inną z listy.',
  budget_sum: (facts) =>
    `Suma pozycji nie zgadza się z umową. Dotacja: pozycje ${sum(facts, 'grantSum')}, umowa ${sum(facts, 'grant')}. Wkład własny: pozycje ${sum(facts, 'ownSum')}, umowa ${sum(facts, 'own')}. Popraw kwoty pozycji, przelicz i wprowadź w życie.`,
  line_below_use: (facts) =>
    `Pozycja „${facts['line']}” ma w szkicu ${sum(facts, 'planned')}, a już zarezerwowano, zobowiązano się zapłacić lub wydano ${sum(facts, 'used')}. Wpisz co najmniej tyle.`,
  pool_uncovered: (facts) =>
    `Konkurs „${facts['call']}” ma pulę ${sum(facts, 'pool')}, a w szkicu na jego działanie jest ${sum(facts, 'planned')} z dotacji. Podnieś te pozycje albo zmniejsz pulę konkursu.`,
  line_repeated: () =>
    'Taka pozycja już jest w tym szkicu: to samo działanie, rodzaj kosztu, rok i źródło. Zmień jej kwotę w tabeli.',
  task_unknown: () => 'Tego działania już nie ma. Wybierz inne z listy.',
  task_code_taken: (facts) => `Numer ${facts['code']} ma już działanie „${facts['name']}”. Wpisz inny.`,
  task_name_taken: (facts) => `Tak nazywa się już działanie nr ${facts['code']}. Wpisz inną nazwę.`,
  task_has_lines: () =>
    'To działanie ma pozycje w budżecie, więc zostaje. Możesz zmienić jego nazwę, a kwoty pozycji w szkicu ustawić na 0.',
  draft_only: () => 'Tę wersję budżetu już wprowadzono w życie i nie można jej zmieniać. Przepisz ją do nowego szkicu.',
};
