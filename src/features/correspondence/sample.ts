import { instant } from '../../lib/days.ts';
import type { LetterPaper } from './documents/letter.ts';

export const sampleLetter: LetterPaper = {
  letterId: 7,
  letterhead: {
    organisation: 'Biblioteka Publiczna w Przykładowie',
    credit: 'Dofinansowano ze środków programu „Czytająca okolica”.',
  },
  sender: 'ul. Lipowa 1, 00-001 Przykładowo, tel. 87 123 45 67, biblioteka@example.org',
  city: 'Przykładowo',
  writtenAt: instant('2024-04-22T07:00:00.000Z'),
  addressee: ['Stanisława Krejpcio', 'ul. Wiosenna 4', '00-950 Przykładowo'],
  subject: 'Wynik konkursu: inicjatywa MP/2024/03 wybrana',
  body: `Dzień dobry!

Inicjatywa „Pierzajki i bajki” została wybrana w konkursie „Małe pomysły 2024”. Gratulujemy.

Kwota na realizację: 5 200,00 zł
Punkty: 91,40, miejsce 1 z 14.

Co dalej
1. Zadzwonimy, żeby uzgodnić kosztorys.
2. Potem podpiszemy porozumienie o współpracy.
3. Potem działacie. Pieniędzy nie wypłacamy: to biblioteka kupuje i płaci. Do podpisania porozumienia niczego nie kupujcie.

Biblioteka Publiczna w Przykładowie
tel. 87 123 45 67`,
  enclosures: ['Karta punktów MP/2024/03'],
};
