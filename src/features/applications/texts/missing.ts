import type { Day } from '../../../lib/days.ts';
import { formatAmount, grosze } from '../../../lib/money.ts';
import { counted, nbsp, noOrphans, quoted } from '../../../lib/polish.ts';
import { longDate } from '../../../lib/polish-dates.ts';
import { amountMessages, dayMessages, quantityMessages } from '../../../lib/polish-messages.ts';
import { versionsOf } from '../policy.ts';
import { startMessages } from '../texts.ts';

type Facts = Readonly<Record<string, string | number>>;

const number = (facts: Facts, name: string) => Number(facts[name]);
const money = (facts: Facts, name: string) => formatAmount(grosze(number(facts, name)));

const missingTexts: Readonly<Record<string, string | ((facts: Facts) => string)>> = {
  ...amountMessages,
  ...quantityMessages,
  ...dayMessages,
  two_versions:
    'Ta odpowiedź jest w dwóch wersjach, bo zmieniono ją w dwóch miejscach naraz. Wybierzcie, która zostaje.',
  kind_missing: startMessages.kindMissing,
  kind_not_admitted: 'W tym naborze nie może składać taki wnioskodawca. Wybierzcie kogoś z listy.',
  name_missing: 'Wpiszcie nazwę, pod którą działacie.',
  leader_missing: 'Wpiszcie imię i nazwisko osoby prowadzącej.',
  email_missing: startMessages.emailMissing,
  email_wrong: startMessages.emailWrong,
  phone_missing: 'Wpiszcie numer telefonu. Zadzwonimy tylko w sprawie wniosku.',
  phone_wrong:
    'W numerze telefonu powinno być dziewięć cyfr, na przykład 600 100 200. Przed numerem z innego kraju wpiszcie + i numer kierunkowy.',
  street_missing: 'Wpiszcie ulicę i numer, a gdy nie ma ulic, miejscowość i numer domu.',
  postal_code_missing: 'Wpiszcie kod pocztowy.',
  postal_code_wrong: 'Kod pocztowy ma dwie cyfry, kreskę i trzy cyfry, na przykład 00-950.',
  city_missing: 'Wpiszcie miejscowość.',
  register_kind_missing: 'Wybierzcie rejestr, w którym jest Wasza organizacja.',
  register_none:
    'Organizacja, której nie ma w żadnym rejestrze, składa wniosek jako grupa nieformalna. Zmieńcie wyżej, kto składa wniosek.',
  register_missing:
    'Wpiszcie numer w tym rejestrze. Organizacja spoza rejestrów składa wniosek jako grupa nieformalna.',
  members_missing: (facts) =>
    `Wpiszcie osoby z grupy, razem z osobą prowadzącą, każdą w nowym wierszu. Potrzeba co najmniej ${counted(number(facts, 'least'), 'osoby', 'osób', 'osób')}.`,
  members_too_few: (facts) =>
    `Wpisano ${counted(number(facts, 'members'), 'osobę', 'osoby', 'osób')}, a grupa musi liczyć co najmniej ${number(facts, 'least')}. Dopiszcie brakujące, każdą w nowym wierszu.`,
  guardian_missing: 'Wpiszcie imię i nazwisko opiekuna: rodzica albo opiekuna prawnego.',
  guardian_consent_missing:
    'Potrzebna jest zgoda opiekuna. Na stronie wniosku otwórzcie „Zgoda opiekuna”: wyślemy link albo damy kartkę do podpisu.',
  guardian_consent_renamed:
    'Opiekun zgodził się, gdy we wniosku było inne imię lub nazwisko. Otwórzcie „Zgoda opiekuna” i poproście o nową zgodę.',
  title_missing: 'Wpiszcie tytuł inicjatywy.',
  answer_missing: 'Odpowiedzcie na to pytanie.',
  choice_missing: 'Wybierzcie odpowiedź z listy.',
  choice_unknown: 'Tej odpowiedzi nie ma na liście. Wybierzcie jedną z tych, które są.',
  statement_missing: 'Przeczytajcie to zdanie i zaznaczcie, że tak jest.',
  rows_missing: 'Wpiszcie co najmniej jeden wiersz.',
  question_file_missing: 'Dodajcie plik: PDF, JPG albo PNG.',
  too_many_of_question: (facts) =>
    `Tu zmieści się najwyżej ${counted(number(facts, 'most'), 'plik', 'pliki', 'plików')}. Usuńcie zbędne.`,
  too_many_rows: (facts) =>
    `Jest ${counted(number(facts, 'rows'), 'wiersz', 'wiersze', 'wierszy')}, a zmieści się najwyżej ${facts['most']}. Usuńcie zbędne.`,
  number_unreadable: 'Wpiszcie liczbę całkowitą, cyframi, na przykład 12.',
  number_below: (facts) => `Za mało: najmniej ${facts['least']}.`,
  number_above: (facts) => `Za dużo: najwyżej ${facts['most']}.`,
  amount_below: (facts) => `Za mało: najmniej ${money(facts, 'least')}.`,
  amount_above: (facts) => `Za dużo: najwyżej ${money(facts, 'most')}.`,
  check_broken: (facts) => String(facts['said']),
  text_too_long: (facts) =>
    `Tekst jest za długi o ${counted(number(facts, 'over'), 'znak', 'znaki', 'znaków')}: zmieści się najwyżej ${number(facts, 'most')}. Skróćcie go przed złożeniem wniosku.`,
  schedule_missing: 'Wpiszcie co najmniej jedno działanie z terminem.',
  activity_missing: 'Wpiszcie, co zrobicie.',
  place_missing: 'Wpiszcie miejsce.',
  before_realisation: (facts) =>
    `Działania mogą zacząć się najwcześniej ${longDate(String(facts['on']) as Day)} Wybierzcie późniejszy dzień.`,
  after_realisation: (facts) =>
    `Działania muszą skończyć się najpóźniej ${longDate(String(facts['on']) as Day)} Wybierzcie wcześniejszy dzień.`,
  ends_before_start: 'Koniec wypada przed początkiem. Sprawdźcie obie daty.',
  costs_missing: 'Wpiszcie co najmniej jedną pozycję kosztorysu.',
  cost_name_missing: 'Wpiszcie, za co trzeba zapłacić.',
  category_missing: 'Wybierzcie kategorię.',
  unit_missing: 'Wpiszcie jednostkę, np. szt. albo godz.',
  price_nothing: 'Cena musi być większa od zera. Jeśli to nic nie kosztuje, usuńcie tę pozycję.',
  price_above_threshold: (facts) =>
    `W kategorii ${quoted(String(facts['category']))} jedna rzecz może kosztować najwyżej ${money(facts, 'most')}. Wybierzcie tańszą, wypożyczcie ją albo zmieńcie kategorię.`,
  total_below: (facts) =>
    `Wniosek może opiewać najmniej na ${money(facts, 'min')}, a suma to ${money(facts, 'total')}. Brakuje ${money(facts, 'gap')}.`,
  total_above: (facts) =>
    `Wniosek może opiewać najwyżej na ${money(facts, 'max')}, a suma to ${money(facts, 'total')}. Zmniejszcie ją o ${money(facts, 'over')}.`,
  cap_exceeded: (facts) =>
    `${capitalised(String(facts['category']))}: najwyżej ${facts['percent']}% całej kwoty. Jest ${money(facts, 'amount')}; zmniejszcie do ${money(facts, 'aim')} albo resztę wnieście od siebie.`,
  consent_missing: 'Bez tego oświadczenia nie możemy przyjąć wniosku. Przeczytajcie je i zaznaczcie.',
};

/** One or two sentences: what is wrong and what to do. */
export function missingText({ code, facts }: { readonly code: string; readonly facts: Facts }): string {
  const text = missingTexts[code];
  if (text === undefined) throw new Error(`What is missing as ${code} has no words`);
  return noOrphans(typeof text === 'string' ? text : text(facts));
}

/** What fits under a field of a table; the list over the page says it in full. */
const cellTexts: Readonly<Record<string, string | ((facts: Facts) => string)>> = {
  amount_two_separators: 'Tylko jeden przecinek, np. 1 234,56',
  amount_too_precise: 'Po przecinku najwyżej dwie cyfry',
  amount_negative: 'Bez minusa',
  amount_spacing: 'Odstęp tylko przed tysiącami, np. 1 234,56',
  amount_too_large: 'Za duża kwota',
  amount_not_a_number: 'Wpiszcie cyframi, np. 1 234,56',
  amount_missing: 'Wpiszcie cenę',
  price_nothing: 'Więcej niż zero',
  price_above_threshold: (facts) => `Najwyżej ${money(facts, 'most')} za jedną rzecz`,
  quantity_missing: 'Wpiszcie liczbę',
  quantity_not_a_number: 'Wpiszcie cyframi, np. 12',
  quantity_too_precise: 'Po przecinku najwyżej trzy cyfry',
  quantity_not_positive: 'Więcej niż zero',
  quantity_too_large: 'Za duża liczba',
  unit_missing: 'Np. szt.',
};

/** The sentence beside a field. */
export function fieldText(missing: { readonly field: string; readonly code: string; readonly facts: Facts }): string {
  const short = missing.field.startsWith('rows.') ? cellTexts[missing.code] : undefined;
  if (short === undefined) return missingText(missing);
  return noOrphans(typeof short === 'string' ? short : short(missing.facts));
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

const fieldNames: Readonly<Record<string, string>> = {
  activity: 'działanie',
  starts: 'początek',
  ends: 'koniec',
  place: 'miejsce',
  name: 'nazwa',
  category: 'kategoria',
  quantity: 'ilość',
  unit: 'jednostka',
  price: 'cena',
  applicantKind: 'kto składa',
  leaderName: 'osoba prowadząca',
  email: 'adres e-mail',
  phone: 'telefon',
  street: 'ulica i numer',
  postalCode: 'kod pocztowy',
  city: 'miejscowość',
  registerKind: 'rejestr',
  registerNumber: 'numer w rejestrze',
  groupMembers: 'osoby w grupie',
  guardianName: 'opiekun',
  guardianConsent: 'zgoda opiekuna',
  title: 'tytuł',
  limits: 'granice z regulaminu',
  schedule: 'działania i terminy',
  costs: 'kosztorys',
};

/** Where on the page of its section something is missing: „Pozycja 4, ilość”. Questions and statements are named by their own words. */
export function fieldName(field: string, questions: Readonly<Record<string, string>>): string {
  const [first = '', second = '', third = ''] = field.replace(versionsOf, '').split('.');
  if (first === 'rows') return `Pozycja${nbsp}${Number(second) + 1}, ${fieldNames[third] ?? third}`;
  if (first === 'answers' || first === 'given') return quoted(questions[second] ?? second);
  return capitalised(fieldNames[first] ?? first);
}
