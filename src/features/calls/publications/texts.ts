import type { RefusalTexts } from '../../../web/routes.ts';
import type { CallPublication, PublicationKind, PublicationPlace } from './queries.ts';

export const publicationTitles = { list: 'Publikacje', copy: 'Zachowana kopia' } as const;

const names: Readonly<Record<PublicationKind, string>> = {
  draft_rules: 'Projekt regulaminu do konsultacji',
  consultation_summary: 'Podsumowanie konsultacji',
  announcement: 'Ogłoszenie o konkursie',
  rules: 'Regulamin',
  privacy: 'Klauzula o danych osobowych',
  terms: 'Regulamin po zmianie kwot i limitów',
  timetable: 'Ogłoszenie o zmianie terminów',
};

export const resultsName = 'Wyniki konkursu';

/** „Regulamin, wersja 2” */
export function publicationName({ what, textNumber }: Pick<CallPublication, 'what' | 'textNumber'>): string {
  return textNumber === null ? names[what] : `${names[what]}, wersja ${textNumber}`;
}

export const placeNames: Readonly<Record<PublicationPlace['place'], string>> = {
  bip: 'Biuletyn Informacji Publicznej',
  website: 'strona biblioteki',
  social: 'media społecznościowe',
  notice_board: 'tablica ogłoszeń',
  press: 'prasa, radio lub telewizja',
  other: 'inne miejsce',
};

export const publicationMessages = {
  what_missing: 'Wybierz, co opublikowano.',
  place_missing: 'Wybierz, gdzie opublikowano.',
  address_missing: 'Wpisz adres strony albo nazwij miejsce, na przykład: tablica w holu, ul. Długa 1.',
  address_too_long: 'Adres może mieć najwyżej 500 znaków. Skróć go.',
  day_missing: 'Wpisz dzień publikacji, na przykład 12.02.2024.',
  note_too_long: 'Uwaga może mieć najwyżej 500 znaków. Skróć ją.',
} as const;

export const publicationRefusals: RefusalTexts = {
  placed_later: () => 'Ten dzień jeszcze nie nadszedł. Wpisz, kiedy to naprawdę opublikowano.',
  what_unknown: () => 'Tej publikacji nie ma w tym konkursie. Wybierz z listy jeszcze raz.',
  place_corrected: () => 'Ktoś w międzyczasie poprawił albo wycofał ten wpis. Na liście jest jego nowa wersja.',
};

export const publicationFlashes = {
  stored: 'Miejsce publikacji jest zapisane.',
  corrected: 'Wpis jest poprawiony. Poprzedni zostaje w historii.',
  withdrawn: 'Wpis jest wycofany. Zostaje w historii.',
} as const;
