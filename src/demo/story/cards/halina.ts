import type { Card } from './card.ts';

export const halina: readonly Card[] = [
  {
    of: 'wieslawa',
    sentAt: '2024-04-05 17.25',
    points: [5, 4, 5, 5, 4, 4, 3, 0, 2],
    why: 'Aż się chce tam pojechać! Dzieci, babcie, chleb i bajki, a do tego wieś, do której rzadko coś dociera. Jeden dzień, a opowiadać się będzie latami.',
  },
  {
    of: 'birute',
    sentAt: '2024-04-06 10.10',
    points: [5, 5, 5, 4, 4, 5, 4, 0, 2],
    why: 'Wspaniałe: ludzie czytają w parach i nikt nie jest gorszy, bo nie zna języka. Dokładnie tego szukaliśmy w diagnozie. Boję się tylko o liczbę spotkań w czasie sianokosów.',
  },
  {
    of: 'ewa',
    sentAt: '2024-04-06 10.48',
    points: [5, 5, 5, 4, 4, 5, 4, 0, 2],
    why: 'Opowieści starszych znikają na naszych oczach, więc to ostatni dzwonek. Stowarzyszenie robiło już takie rzeczy i wie jak. Kosztorys mógłby być skromniejszy, szczególnie honoraria.',
  },
  {
    of: 'kazimierz',
    sentAt: '2024-04-06 11.30',
    points: [2, 2, 2, 4, 3, 2, 2, 0, 0],
    why: 'Pan Kazimierz na pewno nauczy grać, serce po jego stronie. Ale z wniosku nie wynika komu poza graczami to służy ani gdzie tu jest książka.',
  },
  {
    of: 'daiva',
    sentAt: '2024-04-06 12.05',
    points: [4, 5, 3, 4, 4, 4, 4, 0, 0],
    why: 'Piękny język i piękne miejsce. Zastanawiam się, czy mieszkańcy przyjadą na stację cztery razy. Wiersze wybrane przez ludzi to najlepsza część.',
  },
  {
    of: 'bozena',
    sentAt: '2024-04-07 18.20',
    points: [4, 5, 4, 4, 4, 4, 2, 0, 2],
    why: 'Z życia wzięte. Babcia, która boi się czytać na głos, bo „nie umie ładnie”, to prawda o nas wszystkich. Bardzo podoba mi się przychodnia z badaniem wzroku.',
  },
  {
    of: 'kajetan',
    sentAt: '2024-04-07 18.58',
    points: [4, 4, 3, 4, 4, 4, 4, 3, 0],
    why: 'Cieszę się, że napisał to sam, bez gładkich zdań. Warsztaty z rysownikiem potrzebne. Wolałabym zobaczyć więcej o tym, jak dołączą inni spoza piątki.',
  },
  {
    of: 'romuald',
    sentAt: '2024-04-07 19.31',
    points: [4, 4, 4, 4, 4, 3, 2, 0, 0],
    why: 'Strażacy, którzy malują salę pod książki, to widok, którego nam trzeba. Porządny plan i liczby z zebrania. Tematy niedziel trochę szkolne.',
  },
  {
    of: 'jonas',
    sentAt: '2024-04-12 16.20',
    givenBack: {
      wasSentAt: '2024-04-11 20.05',
      points: [4, 4, 4, 4, 4, 4, 2, 0, 2],
      at: '2024-04-12 09.15',
      reason:
        'Dzwoniła Pani rano, że w wierszu o czytelnictwie została nie ta liczba, którą chciała Pani dać. Otwieram kartę do poprawienia.',
    },
    points: [4, 2, 4, 4, 4, 4, 2, 0, 2],
    why: 'Wzruszyła mnie pani, która pamięta czternaście zwrotek. To trzeba zapisać. Do czytelnictwa jednak dość daleko, stąd niższa ocena w tym punkcie.',
  },
  {
    of: 'agata',
    sentAt: '2024-04-11 20.36',
    points: [4, 3, 3, 3, 2, 3, 2, 0, 0],
    why: 'Potrzeba prawdziwa, sama nie miałam dokąd pójść z małymi dziećmi. Tylko że opis jest bardzo krótki i nie wiem, co będzie po trzeciej sobocie, a szafa droga.',
  },
  {
    of: 'ugne',
    sentAt: '2024-04-11 21.02',
    points: [3, 3, 3, 2, 3, 2, 4, 3, 0],
    why: 'Trzymam kciuki za autorkę, pomysł ma urok. Na razie jest to jednak bardziej zamiar niż plan: nie wiadomo, kto, kiedy i z kim. Proszę przyjść z tym do biblioteki.',
  },
  {
    of: 'maja',
    sentAt: '2024-04-12 07.35',
    points: [4, 4, 4, 3, 3, 3, 4, 3, 0],
    why: 'Nikt dotąd nie powiedział nam tak jasno, że młodzi siedzą na przystanku, bo nie mają gdzie. Wierzę w tę grupę. Kosztorys poprawiany na ostatnią chwilę, ale się zgadza.',
  },
];
