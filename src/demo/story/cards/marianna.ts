import type { Card } from './card.ts';

export const marianna: readonly Card[] = [
  {
    of: 'wieslawa',
    sentAt: '2024-04-03 19.10',
    points: [4, 4, 5, 5, 4, 4, 3, 0, 2],
    why: 'Wniosek krótki, a wiadomo z niego wszystko: kto upiecze, kto przeczyta, kto posprząta. Bajka nie jest tu dodatkiem, bo czyta się ją wtedy, kiedy ciasto rośnie. Szkoda tylko, że o dwudziestu książkach w świetlicy jest jedno zdanie.',
  },
  {
    of: 'birute',
    sentAt: '2024-04-03 19.41',
    points: [5, 5, 5, 5, 4, 5, 4, 0, 2],
    why: 'Dawno nie czytałam wniosku, w którym książka byłaby tak naprawdę w środku. Odpowiada wprost na potrzebę z diagnozy, grupa sprawdziła zainteresowanie, a półka zostaje. Koszt zeszytu mógłby być niższy.',
  },
  {
    of: 'ewa',
    sentAt: '2024-04-03 20.15',
    points: [5, 4, 5, 4, 4, 5, 4, 0, 2],
    why: 'Bardzo dobrze przygotowana metoda, zgody i miejsce dla nagrań. Przy mniejszej kwocie da się zrobić jeden wieczór z opowiadaczką zamiast dwóch. Lektura jako początek rozmowy to dobry pomysł, choć czytania mogłoby być więcej.',
  },
  {
    of: 'kazimierz',
    sentAt: '2024-04-04 18.50',
    points: [3, 1, 3, 4, 2, 2, 2, 0, 2],
    why: 'Szanuję doświadczenie i chęć uczenia za darmo, ale książka pojawia się tu w jednym zdaniu. Prawie trzy czwarte kosztów to sprzęt szachowy. Może warto poszukać razem z biblioteką literatury, od której zacznie się każda środa.',
  },
  {
    of: 'daiva',
    sentAt: '2024-04-04 19.22',
    points: [4, 5, 4, 4, 4, 4, 5, 0, 2],
    why: 'Oryginalne i w najlepszym sensie skromne: peron, wiersz, herbata. Widać, że autorka rozmawiała z ludźmi. Mam pytanie o pogodę, bo w planie nie ma miejsca na deszcz.',
  },
  {
    of: 'bozena',
    sentAt: '2024-04-04 19.58',
    points: [4, 5, 4, 4, 4, 3, 2, 0, 2],
    why: 'Świetnie, że zmianę da się policzyć i że będzie policzona. Babcie czytające w klasach to rzecz prosta i trwała. Oryginalność nie jest tu najważniejsza.',
  },
  {
    of: 'kajetan',
    sentAt: '2024-04-08 18.35',
    points: [4, 4, 4, 3, 4, 4, 4, 3, 0],
    why: 'Młodzi piszą o swoim i we własnym języku, a przy tym wiedzą, co w którym tygodniu. Komiks z legend regionalnych przyda się w bibliotece. Przydałaby się jedna osoba dorosła wpisana do zespołu, nie tylko do podpisu.',
  },
  {
    of: 'romuald',
    sentAt: '2024-04-08 19.02',
    points: [4, 4, 4, 4, 4, 4, 2, 0, 0],
    why: 'Solidnie policzone i poparte głosowaniem zebrania. Kąt na wymianę ma sens, o ile ktoś będzie go prowadził także zimą. Sama forma festynu jest znana.',
  },
  {
    of: 'jonas',
    sentAt: '2024-04-08 19.40',
    points: [4, 3, 4, 4, 3, 4, 2, 0, 2],
    why: 'Ratowanie pieśni od czterech ostatnich śpiewaczek jest pilne i potrzebne. Czytania jest niewiele, poza śpiewnikiem. Dobrze, że próby są otwarte.',
  },
  {
    of: 'agata',
    sentAt: '2024-04-09 18.45',
    points: [3, 4, 3, 2, 2, 3, 2, 0, 0],
    why: 'Pomysł z szafą jest miły, ale wszystko, co ma być po czerwcu, pozostaje bez opisu. Nie ma jeszcze zgody przedszkola, a sobót jest tylko trzy. Kosztorys książek bez tytułów trudno ocenić.',
  },
  {
    of: 'ugne',
    sentAt: '2024-04-09 19.12',
    points: [3, 3, 2, 3, 3, 2, 5, 3, 0],
    why: 'Pomysł świeży, język bliski rówieśnikom. Brakuje odpowiedzi, dla kogo konkretnie to jest i kto prowadzi warsztaty. Po konkursie zostają filmy w serwisie, na który nikt z nas nie ma wpływu.',
  },
  {
    of: 'maja',
    sentAt: '2024-04-09 19.33',
    points: [5, 3, 4, 3, 3, 3, 4, 3, 0],
    why: 'Najmocniejsza odpowiedź na pierwszą potrzebę z diagnozy, poparta własną ankietą. Terminy są napięte: dwanaście odcinków w dwa miesiące. Czytanie jest obecne, ale trzeba pilnować, żeby nie znikło przy montażu.',
  },
];
