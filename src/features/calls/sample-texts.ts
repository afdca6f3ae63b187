import { instant } from '../../lib/days.ts';
import type { OrderFrame } from './order-texts.ts';

/** The made-up library and call that documents are tried on. */
export const sampleFrame: OrderFrame = {
  callTitle: 'Małe pomysły 2024',
  year: 2024,
  letterhead: {
    organisation: 'Biblioteka Publiczna w Przykładowie',
    credit: 'Dofinansowano ze środków programu „Czytająca okolica”.',
  },
  genitiveName: 'Biblioteki Publicznej w Przykładowie',
  director: { name: 'Dorota Przykładna', title: 'Dyrektor' },
  askedAt: instant('2024-02-05T09:00:00.000Z'),
};
