import { day } from '../../../lib/days.ts';
import { formatAmount, grosze } from '../../../lib/money.ts';
import { noOrphans } from '../../../lib/polish.ts';
import { longDate } from '../../../lib/polish-dates.ts';
import { organisationPaths } from '../../organisation/paths.ts';
import { orderPaths } from '../orders/paths.ts';
import { callPaths } from '../paths.ts';
import { rulesPaths } from '../rules/paths.ts';
import type { StageKind } from '../stages.ts';
import { callRefusals, stageNames } from '../texts.ts';
import { setupPaths } from './paths.ts';
import type { Lack, SetupPage } from './policy.ts';

type Facts = Readonly<Record<string, string | number>>;
const money = (facts: Facts, key: string) => formatAmount(grosze(Number(facts[key] ?? 0)));
const on = (facts: Facts, key: string) => longDate(day(String(facts[key])));
const stage = (facts: Facts, key: string) => stageNames[String(facts[key]) as StageKind];

/** What is missing and what to do about it. Reasons that forms give too have their words there. */
const words: Readonly<Record<string, (facts: Facts) => string>> = {
  institution_unknown: () =>
    'Nie zapisano nazwy, adresu i telefonu instytucji. Stają w ogłoszeniu, regulaminie i na każdej stronie.',
  no_title: () => 'Konkurs nie ma nazwy. Wpisz ją.',
  no_contact: () => 'Nie wiadomo, kogo pytać o konkurs. Wpisz osobę, miejsce i godziny.',
  pools_over_plan: (facts) =>
    `Z tego samego zadania korzystają też inne konkursy. Ich pule razem z tą to ${money(facts, 'together')}, a budżet ma na to ${money(facts, 'planned')}. Sprawdź, czy tamte pule są już rozliczone.`,
  no_applicants: () => 'Nie wybrano, kto może złożyć wniosek. Zaznacz przynajmniej jedną możliwość.',
  group_of_one: () => 'Grupa nieformalna musi mieć co najmniej 2 osoby. Zwiększ najmniejszą liczbę osób.',
  minors_too_old: () => 'Wnioski mogą składać niepełnoletni, a najmłodszy lider ma mieć 18 lat. Zmień jedno z dwojga.',
  ends_before_start: (facts) => `Etap „${stage(facts, 'stage')}” kończy się, zanim się zacznie. Popraw jedną z dat.`,
  not_before: (facts) =>
    `Etap „${stage(facts, 'stage')}” kończy się wcześniej niż „${stage(facts, 'before')}”. Popraw jedną z dat.`,
  stage_missing: (facts) => `Etap „${stage(facts, 'stage')}” nie ma początku albo końca. Uzupełnij daty.`,
  results_too_late: () =>
    'Realizacja zaczyna się przed ogłoszeniem wyników. Grupy nie będą jeszcze wiedziały, czy mogą działać.',
  outside_project: (facts) =>
    `Realizacja wychodzi poza okres zadania (od ${on(facts, 'startsOn')} do ${on(facts, 'endsOn')}). Koszty spoza tego okresu mogą być niekwalifikowane.`,
  no_costs: () => 'Nie ma ani jednego rodzaju kosztu, na który można wydać pieniądze. Dodaj przynajmniej jeden.',
  costs_without_line: (facts) =>
    `Te koszty nie mają pozycji budżetu: ${facts['names']}. Wskaż pozycję z dotacji zadania.`,
  caps_too_tight: (facts) =>
    `Limity wszystkich rodzajów kosztów dają razem ${facts['percent']}%, więc całej kwoty nie da się wydać. Podnieś limit albo dodaj rodzaj bez limitu.`,
  no_formal_criteria: () => 'Nie ma kryteriów formalnych. Dodaj przynajmniej jedno.',
  no_criteria: () => 'Nie ma kryteriów oceny. Dodaj przynajmniej jedno z wagą.',
  minimum_over_scale: (facts) => `Najmniejsza liczba punktów jest wyższa niż skala: ${facts['names']}. Zmniejsz ją.`,
  tie_order_repeated: () => 'Dwa kryteria mają to samo miejsce przy równej liczbie punktów. Zmień jedno.',
  bonus_heavy: (facts) =>
    `Punkty dodatkowe (${facts['bonus']}) to więcej niż dziesiąta część punktów za kryteria (${facts['most']}). Mogą przesądzić o wyniku.`,
  rules_unpublished: () => 'W regulaminie są zmiany, których nie opublikowano. Opublikuj je albo odłóż.',
  privacy_unpublished: () =>
    'W klauzuli o danych osobowych są zmiany, których nie opublikowano. Opublikuj je albo odłóż.',
  order_missing: () =>
    'Nie zapisano zarządzenia, które wprowadza regulamin. Gdy dyrektor je podpisze, wpisz numer i dzień i dołącz skan.',
  threshold_whole: () => 'Próg 100% osiągnie tylko wniosek z kompletem punktów od wszystkich. Obniż próg.',
};

export function lackText({ code, facts = {} }: Lack): string {
  const say = words[code] ?? callRefusals[code];
  if (say === undefined) throw new Error(`The lack ${code} has no words`);
  return say(facts);
}

const linkNames: Readonly<Record<SetupPage, string>> = {
  about: 'Popraw nazwę i kontakt',
  amounts: 'Popraw kwoty i limity',
  timetable: 'Popraw terminy',
  applicants: 'Popraw, kto może złożyć wniosek',
  costs: 'Popraw rodzaje kosztów',
  formal: 'Popraw kryteria formalne',
  merit: 'Popraw kryteria oceny',
  rules: 'Zobacz zmiany regulaminu',
  privacy: 'Zobacz zmiany klauzuli',
  orders: 'Zapisz zarządzenie',
  institution: 'Uzupełnij dane instytucji',
};

/** Where each thing is mended. */
export function setupPageOf(page: SetupPage, callId: number): string {
  const ways: Readonly<Record<SetupPage, (id: number) => string>> = {
    about: setupPaths.aboutOf,
    amounts: callPaths.amountsOf,
    timetable: callPaths.timetableOf,
    applicants: setupPaths.applicantsOf,
    costs: setupPaths.costsOf,
    formal: setupPaths.formalOf,
    merit: setupPaths.meritOf,
    rules: (id) => rulesPaths.editorOf(id, 'rules'),
    privacy: (id) => rulesPaths.editorOf(id, 'privacy'),
    orders: orderPaths.listOf,
    institution: () => organisationPaths.edit,
  };
  return ways[page](callId);
}

/** Lines of the checklist, as the partial `lights` draws them; each has an id, so that a refusal leads to it. */
export function checklist(lacks: readonly Lack[], callId: number, mayChange: boolean) {
  return lacks.map((lack, index) => ({
    id: `brak-${index + 1}`,
    state: lack.isAdvice ? 'warn' : 'bad',
    word: lack.isAdvice ? 'Sprawdź' : 'Brakuje',
    text: noOrphans(lackText(lack)),
    href: mayChange ? setupPageOf(lack.page, callId) : '',
    linkText: mayChange ? linkNames[lack.page] : '',
  }));
}

/** A refusal to announce, every reason at its line of the checklist. */
export function lackFields(lacks: readonly Lack[]): Record<string, string> {
  return Object.fromEntries(
    lacks.flatMap((lack, index) => (lack.isAdvice ? [] : [[`brak-${index + 1}`, lackText(lack)]])),
  );
}
