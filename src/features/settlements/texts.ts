import type { RefusalTexts } from '../../web/routes.ts';

export const titles = { show: 'Rozliczenie inicjatywy', closing: 'Zamknięcie rozliczenia' } as const;

/** What stands in the budget's journal. */
export const releaseReason = (code: string) => `rozliczenie inicjatywy ${code}`;

export const settlementTitle = (code: string) => `Rozliczenie inicjatywy ${code}`;

/** What keeps an initiative from being settled, and what to do. */
export const blockerTexts = {
  not_in_realisation: 'Rozliczyć można inicjatywę w realizacji: po podpisaniu porozumienia, a przed rozliczeniem.',
  documents_open:
    'Są dokumenty, które nie są zapłacone w całości. Zapłać je i zapisz zapłaty, a pomyłkowe szkice odrzuć.',
} as const;

export const settlementRefusals: RefusalTexts = {
  not_in_realisation: () => blockerTexts.not_in_realisation,
  documents_open: () => blockerTexts.documents_open,
  figures_changed: () =>
    'W międzyczasie ktoś zapisał zapłatę albo dokument i kwoty są inne. Sprawdź je jeszcze raz i zamknij rozliczenie.',
  note_too_long: () => noteTooLong,
};

export const noteTooLong = 'Uwagi mają więcej niż 1000 znaków. Skróć je.';

export const flashes = {
  settled:
    'Inicjatywa jest rozliczona. Niewykorzystana kwota wróciła do puli, a wydruk rozliczenia będzie tu za chwilę.',
  print: 'Przygotowujemy wydruk. Za chwilę będzie na tej stronie.',
} as const;
