/** Bare words of the calendar and of money, shared by the rules that read Polish and the functions that write it. */
export const monthsGenitive = [
  'stycznia',
  'lutego',
  'marca',
  'kwietnia',
  'maja',
  'czerwca',
  'lipca',
  'sierpnia',
  'września',
  'października',
  'listopada',
  'grudnia',
] as const;

/** Monday first. */
export const weekdayNames = ['poniedziałek', 'wtorek', 'środa', 'czwartek', 'piątek', 'sobota', 'niedziela'] as const;

/** Days free from work by the act of 18 January 1951, by our own keys. */
export const holidayNames = {
  newYear: 'Nowy Rok',
  epiphany: 'Święto Trzech Króli',
  easter: 'Wielkanoc',
  easterMonday: 'Poniedziałek Wielkanocny',
  labourDay: 'Święto Pracy',
  constitutionDay: 'Święto Konstytucji 3 Maja',
  pentecost: 'Zielone Świątki',
  corpusChristi: 'Boże Ciało',
  assumption: 'Wniebowzięcie Najświętszej Maryi Panny',
  allSaints: 'Wszystkich Świętych',
  independenceDay: 'Narodowe Święto Niepodległości',
  christmasEve: 'Wigilia Bożego Narodzenia',
  christmas: 'Boże Narodzenie',
  christmasSecond: 'drugi dzień Bożego Narodzenia',
} as const;

export const currency = 'zł';
