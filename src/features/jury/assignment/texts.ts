import { counted, noOrphans } from '../../../lib/polish.ts';

type Facts = Readonly<Record<string, string | number>>;

export const assignmentTexts = {
  title: 'Kto ocenia który wniosek',
  changeTitle: (code: string) => `Zmiana osoby oceniającej: ${code}`,
  reasonMissing: 'Brakuje powodu, wystarczy jedno zdanie. Zostanie w historii konkursu.',
  reasonTooLong: 'To za długie: zmieści się 600 znaków.',
  memberMissing: 'Proszę wybrać osobę z listy.',
  drawn: (short: number) =>
    short === 0
      ? 'Wylosowano. Każda osoba z komisji widzi swoje wnioski na stronie „Moje oceny”.'
      : noOrphans(
          `Wylosowano. Przy ${counted(short, 'wniosku', 'wnioskach', 'wnioskach')} zostało mniej osób niż trzeba, bo reszta się wyłączyła.`,
        ),
  filled: (places: number) =>
    `Uzupełniono ${counted(places, 'miejsce', 'miejsca', 'miejsc')}. Oceniają osoby, które miały najmniej wniosków.`,
  changed: 'Zmiana zapisana.',
} as const;

export const assignmentRefusals = {
  jury_has_met: () => 'Komisja przyjęła już ranking, więc przydziału nie można zmienić.',
  scoring_begun: () =>
    'Ktoś zaczął już kartę, więc losowania nie można powtórzyć. Pojedyncze miejsca zmienisz przy wniosku, a braki uzupełnisz przyciskiem.',
  too_few_declared: (facts: Facts) =>
    noOrphans(
      `Każdy wniosek mają ocenić ${counted(Number(facts['each']), 'osoba', 'osoby', 'osób')}, a tylu osób z prawem głosu nie złożyło jeszcze oświadczenia. Poczekaj na oświadczenia albo powołaj kolejną osobę.`,
    ),
  nothing_to_draw: () => 'Nie ma jeszcze wniosków do oceny: losowanie zrobisz po ocenie formalnej.',
  not_drawn: () => 'Przydział nie jest jeszcze wylosowany.',
  nobody_to_fill: () =>
    'Nie ma już kogo dopisać: pozostałe osoby są z tych wniosków wyłączone albo już je oceniają. Powołaj kogoś z rezerwy albo nową osobę.',
  card_begun: () => 'Ta osoba zaczęła już kartę tego wniosku, więc zostaje przy nim.',
  not_assigned: () => 'Ta osoba nie ocenia już tego wniosku. Niżej jest obecny przydział.',
  cannot_score: () => 'Ta osoba nie może ocenić tego wniosku albo już go ocenia. Wybierz inną.',
} as const;
