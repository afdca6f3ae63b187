import type { Instant } from '../../../lib/days.ts';
import { longMoment } from '../../../lib/polish-dates.ts';

export const clockTexts = {
  call: (until: Instant) =>
    `Wnioski przyjmujemy do ${longMoment(until)}. Liczy się tylko ten zegar: wniosek musi dotrzeć do nas wcześniej.`,
  late: (until: Instant) =>
    `Macie zgodę, żeby złożyć wniosek po terminie, do ${longMoment(until)}. Liczy się tylko ten zegar: wniosek musi dotrzeć do nas wcześniej.`,
} as const;
