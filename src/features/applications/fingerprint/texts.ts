import type { Instant } from '../../../lib/days.ts';
import { longMoment } from '../../../lib/polish-dates.ts';

const shape = /^[0-9a-f]{64}$/;

export const fingerprintTexts = {
  title: 'Sprawdzenie odcisku',
  found: (code: string, at: Instant) => `Wniosek nr ${code} przyjęty ${longMoment(at)}`,
  unknown: (fingerprint: string) =>
    shape.test(fingerprint)
      ? 'Żaden złożony u nas wniosek nie ma takiego odcisku. Sprawdźcie każdą cyfrę i literę; jeśli wszystko się zgadza, treść na papierze jest inna niż złożona.'
      : 'Odcisk ma 64 znaki: cyfry i litery od a do f. Przepiszcie go w całości, odstępy nie przeszkadzają.',
};
