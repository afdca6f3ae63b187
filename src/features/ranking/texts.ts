import { counted, noOrphans, quoted } from '../../lib/polish.ts';
import type { MeritCriterion } from '../calls/criteria.ts';

/** „91,40” from hundredths of a point; „91,4” or „91” where the call publishes fewer places. */
export function pointsText(hundredths: number, decimals = 2): string {
  const digits = String(hundredths).padStart(3, '0');
  const places = digits.slice(-2).slice(0, decimals);
  return places === '' ? digits.slice(0, -2) : `${digits.slice(0, -2)},${places}`;
}

/** „o 2,35 wyżej”, „o 1,20 niżej”, „tak samo”. */
export function differenceText(hundredths: number): string {
  if (hundredths === 0) return 'tak samo';
  return `o ${pointsText(Math.abs(hundredths))} ${hundredths > 0 ? 'wyżej' : 'niżej'}`;
}

/** Against the last row that the pool pays for: „na linii”, „3,20 nad linią”, „0,80 pod linią”. */
export function distanceText(hundredths: number, decimals: number): string {
  if (hundredths === 0) return 'na linii';
  return `${pointsText(Math.abs(hundredths), decimals)} ${hundredths > 0 ? 'nad linią' : 'pod linią'}`;
}

/** „o 2 miejsca wyżej”; '' for the same place. */
export function placesText(up: number): string {
  if (up === 0) return '';
  return `o ${counted(Math.abs(up), 'miejsce', 'miejsca', 'miejsc')} ${up > 0 ? 'wyżej' : 'niżej'}`;
}

/** „za mało punktów w kryterium „Budżet” (najmniej 3)”; '' when no minimum is missed. */
export function missedText(
  criteria: readonly Pick<MeritCriterion, 'code' | 'name' | 'minPoints'>[],
  missed: readonly string[],
): string {
  const named = criteria.filter(({ code }) => missed.includes(code));
  if (named.length === 0) return '';
  const each = named.map(({ name, minPoints }) => `${quoted(name)} (najmniej ${minPoints})`);
  return `za mało punktów w ${named.length === 1 ? 'kryterium' : 'kryteriach'} ${each.join(', ')}`;
}

export function cardsText(cards: number, excluded: number): string {
  const came = counted(cards, 'karta', 'karty', 'kart');
  return excluded === 0
    ? came
    : `${came}, ${counted(excluded, 'osoba wyłączona', 'osoby wyłączone', 'osób wyłączonych')}`;
}

/** What parted a row from an equal result; `criterionName` when a criterion did. */
export function tieText(tieNote: string, criterionName: string | undefined): string {
  if (tieNote === '') return '';
  if (tieNote === 'chair_decides') return 'remis: o kolejności zdecyduje głos przewodniczącego';
  if (tieNote === 'chair_decided') return 'remis: o kolejności zdecydował głos przewodniczącego';
  return `remis: o kolejności zdecydowało kryterium „${criterionName ?? tieNote}”`;
}

export const documentTitles = {
  minutes: (callTitle: string) => `Protokół z posiedzenia komisji – ${callTitle}`,
} as const;

/** „ranking-PB-2024.json” */
export const proofName = ({ code, year }: { readonly code: string; readonly year: number }) =>
  `ranking-${code}-${year}.json`;

export const pageTitles = {
  ranking: 'Ranking wniosków',
  adoption: 'Przyjęcie rankingu',
  leniency: 'Surowość ocen',
} as const;

export const flashes = {
  adopted: 'Ranking przyjęty. Protokół będzie gotowy do druku za chwilę.',
  scenarioKept: 'Wariant zachowany. Rankingu nie zmienia.',
  scenarioDropped: 'Wariant usunięty.',
} as const;

export const messages = {
  place_missing: 'Brakuje miejsca posiedzenia.',
  place_too_long: 'To za długie: zmieści się 160 znaków.',
  attendance_missing: 'Proszę zaznaczyć, kto był na posiedzeniu.',
  threshold_not_a_percent: 'Próg to liczba od 0 do 100, na przykład 60.',
  no_money: 'Wpisz kwotę większą od zera.',
  scenario_unnamed: 'Nazwij ten wariant, na przykład „Pula po dołożeniu środków”.',
  scenario_name_too_long: 'To za długie: zmieści się 80 znaków.',
} as const;

type Facts = Readonly<Record<string, string | number>>;

export const refusals = {
  already_adopted: () => 'Ranking tego naboru jest już przyjęty i nie można go zmienić.',
  scoring_goes_on: () => 'Ocena jeszcze trwa. Ranking można przyjąć, gdy przyjdą karty albo minie termin oceny.',
  nothing_to_rank: () => 'Nie ma wniosków do ułożenia: żaden nie przeszedł oceny formalnej.',
  meeting_opened: () =>
    'Posiedzenie tej komisji jest otwarte w systemie. Ranking przyjmuje się na jego stronie, przyciskiem „Zakończ posiedzenie”.',
  card_reopened: (facts: Facts) =>
    noOrphans(
      `Karty oddane do poprawy: ${facts['count']}. Nie liczą się do wyniku, dopóki nie wrócą. Poproś o wysłanie ich jeszcze raz albo przywróć je bez zmian (Postęp oceny, przy wniosku); potem przyjmij ranking.`,
    ),
  not_drawn: () =>
    'W tym konkursie losuje się, kto ocenia który wniosek, a losowania jeszcze nie było. Zrobisz je na stronie komisji; potem przyjdą karty.',
  nobody_may_judge: (facts: Facts) =>
    noOrphans(
      `${counted(Number(facts['count']), 'wniosku', 'wniosków', 'wniosków')} nie może ocenić nikt z komisji, bo wszyscy się z niego wyłączyli. Powołaj do komisji jeszcze jedną osobę, przedłuż ocenę w terminarzu i poproś ją o kartę.`,
    ),
  met_in_future: () => 'Ta data jeszcze nie nadeszła. Proszę podać dzień posiedzenia, które się odbyło.',
  chair_missing: () =>
    'Osoba przewodnicząca została odwołana, a nowej jeszcze nie ma. Powołaj ją na stronie „Komisja konkursowa”; potem można otworzyć posiedzenie i przyjąć ranking.',
  meeting_without_quorum: (facts: Facts) =>
    noOrphans(
      `Kworum to ${counted(Number(facts['quorum']), 'osoba', 'osoby', 'osób')} z prawem głosu, po złożonym oświadczeniu. Zaznacz wszystkich, którzy byli; jeśli było ich mniej, potrzebne jest kolejne posiedzenie.`,
    ),
  cards_missing: (facts: Facts) =>
    noOrphans(
      `${counted(Number(facts['count']), 'wniosek ma', 'wnioski mają', 'wniosków ma')} mniej kart niż kworum. Poczekaj na brakujące karty albo zaznacz, że komisja przyjmuje ranking mimo to.`,
    ),
  uneven_sums: () =>
    'Wynikiem jest suma punktów, a wnioski mają różną liczbę kart, więc sum nie da się uczciwie porównać. Poproś brakujące osoby o karty albo powołaj osobę rezerwową; w kolejnym konkursie regulamin może powiedzieć, że sumy przelicza się na pełny skład.',
  too_many_scenarios: (facts: Facts) => `Zachowanych wariantów może być ${facts['most']}. Usuń któryś niepotrzebny.`,
  tie_undecided: () =>
    'Przy remisie brakuje głosu przewodniczącego. Proszę podać kolejność wniosków z remisu, każdą pozycję raz.',
} as const;
