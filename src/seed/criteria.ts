import type { NewCall } from '../features/calls/commands/create.ts';

/** The first five are answered by the system under these codes; the others need a person's eyes. */
export const formalCriteria: NewCall['formalCriteria'] = [
  { code: 'in_time', name: 'Wniosek złożono w terminie', knownBy: 'system' },
  {
    code: 'complete',
    name: 'Wniosek jest kompletny: są odpowiedzi, harmonogram, kosztorys i oświadczenia',
    knownBy: 'system',
  },
  {
    code: 'amount_within_limits',
    name: 'Kwota mieści się w limitach konkursu, także dla rodzajów kosztów',
    knownBy: 'system',
  },
  { code: 'dates_within_period', name: 'Działania mieszczą się w okresie realizacji', knownBy: 'system' },
  {
    code: 'one_per_applicant',
    name: 'Grupa i jej lider nie złożyli więcej wniosków, niż pozwala regulamin',
    knownBy: 'system',
  },
  {
    code: 'eligible_applicant',
    name: 'Wnioskodawca może wziąć udział w konkursie (§ 2 regulaminu)',
    knownBy: 'person',
  },
  { code: 'area', name: 'Działania odbędą się na obszarze konkursu', knownBy: 'person' },
  {
    code: 'eligible_costs',
    name: 'W kosztorysie nie ma kosztów, na które nie można wydać pieniędzy',
    knownBy: 'person',
  },
  {
    code: 'attachments',
    name: 'Załączniki da się otworzyć i odczytać; zgoda opiekuna jest, jeśli jest potrzebna',
    knownBy: 'person',
  },
  {
    code: 'not_excluded',
    name: 'Wnioskodawca nie jest pracownikiem biblioteki, członkiem komisji ani ich bliską rodziną',
    knownBy: 'person',
  },
];

/** 0–5 points times weight, at most 100; bonus points (at most 5) stand apart. Ties: needs, then budget, then the chair. */
export const meritCriteria: NewCall['meritCriteria'] = [
  {
    code: 'needs',
    name: 'Odpowiedź na potrzeby z diagnozy',
    description:
      'Czy widać, komu i po co to potrzebne? Czy pomysł wynika z diagnozy biblioteki albo z rozmów z mieszkańcami?',
    weight: 4,
    maxPoints: 5,
    tieOrder: 1,
  },
  {
    code: 'reading',
    name: 'Czytelnictwo i biblioteka',
    description: 'Czy książka, czytanie albo biblioteka są częścią działania, a nie dodatkiem?',
    weight: 4,
    maxPoints: 5,
  },
  {
    code: 'community',
    name: 'Udział mieszkańców i partnerzy',
    description: 'Czy mieszkańcy współtworzą działanie? Czy pomagają partnerzy albo sąsiedzi?',
    weight: 4,
    maxPoints: 5,
  },
  {
    code: 'feasibility',
    name: 'Realność działań',
    description: 'Czy wiadomo, kto, co, kiedy i gdzie zrobi, i czy grupa ma siły to przeprowadzić?',
    weight: 3,
    maxPoints: 5,
  },
  {
    code: 'budget',
    name: 'Kosztorys',
    description: 'Czy koszty są potrzebne do działań, policzone z ceny i liczby sztuk i nie zawyżone?',
    weight: 3,
    maxPoints: 5,
    tieOrder: 2,
  },
  {
    code: 'lasting',
    name: 'Trwałość',
    description: 'Czy coś zostanie: umiejętność, zwyczaj, nagranie, zbiór?',
    weight: 1,
    maxPoints: 5,
  },
  {
    code: 'originality',
    name: 'Oryginalność',
    description: 'Czy to coś, czego u nas jeszcze nie było albo było dawno?',
    weight: 1,
    maxPoints: 5,
  },
  {
    code: 'youth',
    name: 'Inicjatywa młodzieży',
    description: '3 punkty, gdy pomysł wymyślili i prowadzą ludzie do 19 lat; inaczej 0.',
    weight: 1,
    maxPoints: 3,
    isBonus: 1,
  },
  {
    code: 'encounter',
    name: 'Spotkanie pokoleń lub kultur',
    description: '2 punkty, gdy działanie łączy pokolenia albo kultury; inaczej 0.',
    weight: 1,
    maxPoints: 2,
    isBonus: 1,
  },
];
