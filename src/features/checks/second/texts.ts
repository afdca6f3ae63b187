import type { Instant } from '../../../lib/days.ts';
import { noOrphans } from '../../../lib/polish.ts';
import { longMoment } from '../../../lib/polish-dates.ts';
import type { RefusalTexts } from '../../../web/routes.ts';
import { untilText } from '../../calls/texts.ts';
import type { Outcome } from '../policy.ts';

export const secondFlashes = {
  signed: (code: string) =>
    `Karta wniosku ${code} jest podpisana i czeka na drugi podpis. Do tego czasu nic się nie zmienia, a list nie wychodzi.`,
  accepted: (code: string) => `Karta ma oba podpisy: wniosek ${code} jest przyjęty. Lider dostanie o tym list.`,
  rejected: (code: string) => `Karta ma oba podpisy: wniosek ${code} jest odrzucony. Lider dostanie list z powodem.`,
  returned: 'Karta wróciła do poprawy z Twoją uwagą. Odpowiedzi zostały, jak były.',
} as const;

export const secondMessages = {
  note_missing: 'Napisz, co poprawić. Bez uwagi karty nie można odesłać.',
  note_too_long: 'To za długie: zmieści się 1000 znaków.',
} as const;

const proposals: Readonly<Record<Outcome, string>> = {
  accepted: 'wniosek przyjęty',
  rejected: 'wniosek odrzucony',
};

export const secondTexts = {
  signed: (by: string, at: Instant, outcome: Outcome) =>
    noOrphans(`Pierwszy podpis: ${by}, ${longMoment(at)}. Rozstrzygnięcie na karcie: ${proposals[outcome]}.`),
  returned: (by: string, at: Instant) => noOrphans(`${by}, ${longMoment(at)}:`),
  same: 'Pierwszy podpis jest Twój, więc drugi złoży ktoś inny z rolą koordynatora. Do tego czasu karty nie można zmienić.',
  off: 'Drugi podpis jest w tym konkursie wyłączony, więc rozstrzyga jedna osoba, także ta, która podpisała kartę.',
  newer:
    'Po pierwszym podpisie przyszła nowa wersja wniosku. Odeślij kartę z uwagą, żeby pierwsza osoba sprawdziła nową wersję.',
} as const;

export const secondRefusals: RefusalTexts = {
  waits_for_second: ({ by }) =>
    `Ta karta jest już podpisana (${String(by)}) i czeka na drugi podpis, więc nie można jej teraz zmienić. Może ją odesłać druga osoba.`,
  second_signed: ({ by }) => `Ta karta jest już rozstrzygnięta (${String(by)}). Twój podpis nie jest potrzebny.`,
  second_returned: () => 'Ta karta nie czeka już na drugi podpis: ktoś ją odesłał do poprawy.',
  same_person: () => secondTexts.same,
  version_changed: () => secondTexts.newer,
  second_corrections: (facts) =>
    `Grupa ma czas na poprawki do ${untilText(String(facts['untilAt']) as Instant)}, więc karty nie można jeszcze zatwierdzić. Poczekaj na poprawki albo odwołaj prośbę.`,
};
