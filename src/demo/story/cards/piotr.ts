import type { Card } from './card.ts';

export const piotr: readonly Card[] = [
  {
    of: 'wieslawa',
    sentAt: '2024-04-09 06.58',
    points: [4, 3, 5, 5, 4, 3, 3, 0, 2],
    why: 'Koszty uczciwe, kwota jedna z najniższych, a odbiorców siedemdziesięcioro. Książki są, choć w tle. Wykonalne bez zastrzeżeń.',
  },
  {
    of: 'birute',
    sentAt: '2024-04-09 16.47',
    points: [5, 4, 5, 4, 4, 5, 4, 0, 2],
    why: 'Potrzeba z diagnozy wskazana wprost. Kosztorys przejrzysty, jedna uwaga do ceny druku. Sześć spotkań wystarczy, żeby coś się zmieniło.',
  },
  {
    of: 'ewa',
    sentAt: '2024-04-10 06.57',
    points: [4, 4, 5, 4, 3, 4, 4, 0, 2],
    why: 'Dobry wniosek, ale najdroższy z ocenianych. Honoraria 3 200 zł to ponad połowa. Proponuję zmniejszyć liczbę płatnych wieczorów i nakład.',
    privateNote: 'Dopytać na posiedzeniu: czy opowiadaczka musi być na obu wieczorach i skąd nakład książeczki.',
    suggestedAmount: '4 500',
  },
  {
    of: 'kazimierz',
    sentAt: '2024-04-10 07.20',
    points: [3, 1, 3, 4, 3, 2, 1, 0, 2],
    why: 'Sprzęt zostanie i posłuży. Z kryterium czytelnictwa niewiele da się tu obronić. Zegary po 150 zł to cena rynkowa.',
  },
  {
    of: 'daiva',
    sentAt: '2024-04-10 16.50',
    points: [3, 5, 3, 4, 4, 3, 5, 0, 0],
    why: 'Ciekawe i inne niż reszta. Liczba odbiorców niewielka w stosunku do kwoty, przejazdy policzone na wyrost. Sugeruję mniej spotkań.',
    suggestedAmount: '2 700',
  },
  {
    of: 'bozena',
    sentAt: '2024-04-11 06.56',
    points: [4, 4, 3, 4, 5, 3, 2, 0, 2],
    why: 'Najlepiej policzony kosztorys, każda pozycja ma sens. Działanie w jednej szkole, więc zasięg ograniczony. Zmiana mierzona przed i po.',
  },
  {
    of: 'kajetan',
    sentAt: '2024-04-11 07.21',
    points: [3, 4, 4, 3, 4, 3, 4, 3, 0],
    why: 'Nakład 80 sztuk po 5 zł rozsądny. Harmonogram zależy od tego, czy rysownik znajdzie czas w lipcu. Czytania więcej, niż się spodziewałem.',
  },
  {
    of: 'jonas',
    sentAt: '2024-04-12 06.55',
    points: [3, 2, 4, 4, 4, 3, 2, 0, 0],
    why: 'Śpiewnik potrzebny parafii i chórowi. Czytelnictwo jest tu raczej pretekstem, dlatego w tym kryterium dwa punkty. Reszta poprawnie.',
  },
  {
    of: 'agata',
    sentAt: '2024-04-14 20.14',
    points: [3, 3, 2, 3, 2, 3, 2, 0, 0],
    why: 'Czterdzieści książek bez listy tytułów za 1 600 zł i szafa za 600 zł. Nie wiadomo, czyja będzie szafa. Działanie kończy się w czerwcu.',
  },
  {
    of: 'ugne',
    sentAt: '2024-04-14 20.41',
    points: [3, 3, 3, 3, 3, 2, 3, 3, 0],
    why: 'Wypożyczenie sprzętu na dwa miesiące zjada piątą część kwoty, a przecież telefony grupa ma. Efekt trudny do zmierzenia. Pomysł młody i niech taki zostanie.',
  },
  {
    of: 'maja',
    sentAt: '2024-04-14 21.06',
    points: [4, 3, 4, 3, 3, 2, 4, 3, 0],
    why: 'Potrzeba udokumentowana. Trwałość wątpliwa: co będzie, gdy ekipa wyjedzie na studia? Kosztorys w porządku, muzyka stanowi jego piątą część.',
  },
];
