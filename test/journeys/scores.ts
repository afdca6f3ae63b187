import { comic, railway, shelf } from './applications.ts';
import { jury } from './cast.ts';

/** In the order of the card; the last two are bonus criteria, all or nothing. */
export const criteria = [
  'Odpowiedź na potrzeby z diagnozy',
  'Czytelnictwo i biblioteka',
  'Udział mieszkańców i partnerzy',
  'Realność działań',
  'Kosztorys',
  'Trwałość',
  'Oryginalność',
  'Inicjatywa młodzieży',
  'Spotkanie pokoleń lub kultur',
] as const;

export interface Card {
  readonly code: string;
  readonly title: string;
  readonly points: readonly number[];
  /** Weighted, without bonus points, and with them. */
  readonly merit: number;
  readonly total: number;
}

const [zubrycka, vaina, rapczynska, maksimowicz] = jury;

/** Halina Rapczyńska is kin to somebody in the second group. */
export const excluded = { juror: rapczynska, from: railway } as const;

const card = (code: string, title: string, points: readonly number[], merit: number, total: number): Card => ({
  code,
  title,
  points,
  merit,
  total,
});
const ofShelf = (points: readonly number[], merit: number, total: number) =>
  card(shelf.code, shelf.title, points, merit, total);
const ofRailway = (points: readonly number[], merit: number, total: number) =>
  card(railway.code, railway.title, points, merit, total);
const ofComic = (points: readonly number[], merit: number, total: number) =>
  card(comic.code, comic.title, points, merit, total);

/** Means: (95 + 93 + 88 + 85) / 4 = 90,25; (83 + 80 + 82) / 3 = 81,67; (72 + 71 + 70 + 72) / 4 = 71,25. */
export const cards = [
  {
    juror: zubrycka,
    cards: [
      ofShelf([5, 5, 5, 4, 4, 5, 4, 0, 2], 93, 95),
      ofRailway([4, 4, 5, 4, 3, 4, 4, 0, 2], 81, 83),
      ofComic([3, 4, 3, 4, 3, 3, 5, 3, 0], 69, 72),
    ],
  },
  {
    juror: vaina,
    cards: [
      ofShelf([5, 4, 5, 4, 5, 4, 4, 0, 2], 91, 93),
      ofRailway([4, 4, 4, 4, 4, 4, 4, 0, 0], 80, 80),
      ofComic([4, 3, 3, 3, 4, 3, 4, 3, 0], 68, 71),
    ],
  },
  {
    juror: rapczynska,
    cards: [ofShelf([4, 5, 4, 5, 4, 4, 3, 0, 2], 86, 88), ofComic([3, 3, 4, 3, 3, 4, 5, 3, 0], 67, 70)],
  },
  {
    juror: maksimowicz,
    cards: [
      ofShelf([4, 4, 5, 4, 4, 3, 4, 0, 2], 83, 85),
      ofRailway([5, 4, 4, 3, 4, 3, 4, 0, 2], 80, 82),
      ofComic([4, 4, 3, 3, 3, 3, 4, 3, 0], 69, 72),
    ],
  },
] as const;

export const means = { shelf: '90,25', railway: '81,67', comic: '71,25' } as const;
