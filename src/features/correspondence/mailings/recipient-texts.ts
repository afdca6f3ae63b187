export const byHandName = 'osoby wpisane ręcznie';

/** What every mailing may name. */
export const commonMeanings = {
  name: 'imię i nazwisko albo nazwa adresata',
  callTitle: 'nazwa konkursu',
  siteAddress: 'adres strony konkursu',
  organisationName: 'nazwa instytucji',
  organisationPhone: 'telefon instytucji',
} as const;

/** „Anna Nowak, Jan Rutko i Ewa Sawko” */
export function andText(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} i\u00a0${names.at(-1)}`;
}
