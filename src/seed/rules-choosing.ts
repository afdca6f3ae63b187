import type { LegalSection } from '../features/calls/definitions.ts';
import type { Named } from './named.ts';

export function choosing({ jury }: Named): LegalSection[] {
  return [
    {
      title: 'Sprawdzenie formalne',
      items: [
        { text: 'Koordynator konkursu sprawdza każdy wniosek według kryteriów formalnych z załącznika nr 4.' },
        {
          text: 'Jeśli czegoś brakuje, a da się to poprawić, biblioteka wzywa do uzupełnienia, pisząc, co i do kiedy poprawić.',
        },
        { text: 'Wniosek, który nie spełnia kryteriów i nie został poprawiony, jest odrzucany z podaniem powodu.' },
        {
          text: 'W ciągu 3 dni roboczych od wiadomości o odrzuceniu lider może złożyć prośbę o ponowne sprawdzenie. Rozpatruje ją osoba, która nie sprawdzała wniosku.',
        },
      ],
    },
    {
      title: 'Komisja',
      items: [
        {
          text: `Komisję powołuje zarządzeniem dyrektor biblioteki. ${jury}`,
        },
        {
          text: 'Komisja może podjąć rozstrzygnięcie, gdy uczestniczy w nim co najmniej tylu członków, ilu podaje załącznik nr 1.',
        },
        { text: 'Przed poznaniem treści wniosków każdy członek komisji składa oświadczenie o bezstronności.' },
        {
          text: 'Członek komisji wyłącza się z oceny wniosku, jeśli jest spokrewniony z wnioskodawcą do drugiego stopnia, mieszka z nim, należy do tej samej organizacji, jest jego pracodawcą lub podwładnym albo sam skorzystałby z inicjatywy. Znajomość lub sąsiedztwo ujawnia w oświadczeniu.',
        },
      ],
    },
    {
      title: 'Ocena',
      items: [
        {
          text: 'Każdy członek komisji ocenia wnioski samodzielnie, przyznając punkty w kryteriach z załącznika nr 4, i pisze krótkie uzasadnienie. Cudze punkty widzi dopiero po wysłaniu swoich.',
        },
        {
          text: 'Punkty mnoży się przez wagę kryterium. Jak z kart powstaje wynik, podaje załącznik nr 1. Punkty dodatkowe dolicza się osobno; do progu ich się nie liczy.',
        },
        { text: 'Wniosek może zostać wybrany, gdy osiągnie próg punktów z załącznika nr 1.' },
        {
          text: 'Przy równej liczbie punktów decyduje wyższa średnia w kryteriach, które załącznik nr 4 wskazuje na taki przypadek, w podanej tam kolejności, a na końcu głos przewodniczącego, zapisany w protokole.',
        },
        {
          text: 'Komisja przyjmuje listę rankingową na posiedzeniu. Z posiedzenia powstaje protokół, podpisany przez członków komisji.',
        },
        { text: 'Komisja może zaproponować kwotę mniejszą niż wnioskowana, jeśli inicjatywa pozostaje wykonalna.' },
      ],
    },
    {
      title: 'Wyniki',
      items: [
        {
          text: 'Wyniki zatwierdza dyrektor biblioteki na podstawie protokołu komisji. Różnica między protokołem a wynikami wymaga ogłoszonego powodu.',
        },
        { text: 'Wyniki ogłaszamy wszystkie naraz na stronie konkursu i wysyłamy liderom.' },
        {
          text: 'Dla wybranych inicjatyw podajemy tytuł, nazwę grupy, kwotę i punkty, a dla pozostałych numer i tytuł. Nazwisko lidera podajemy tylko za jego zgodą.',
        },
        { text: 'Każda grupa widzi swoje punkty i uzasadnienia, bez nazwisk oceniających.' },
        {
          text: 'Inicjatywy, które osiągnęły próg, a nie zmieściły się w puli, tworzą listę rezerwową. Jeśli pieniądze się zwolnią, biblioteka proponuje je po kolei grupom z tej listy.',
        },
        { text: 'Biblioteka może nie wykorzystać całej puli, jeśli zabraknie wniosków, które osiągnęły próg.' },
      ],
    },
  ];
}
