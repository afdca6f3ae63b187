import type { Need } from '../../project/queries.ts';
import type { Question } from './questions.ts';

export type ReadyQuestion = Question & { readonly about: string };

/** The question whose answer is the name of a group where the public reads it; the agreement keeps the other. */
export const posterNameCode = 'poster_name';

/** Questions for any call of local initiatives. `about`: what they are for, as the librarian reads it. */
export const readyQuestions: readonly ReadyQuestion[] = [
  text(
    'summary',
    'Pomysł w kilku zdaniach',
    'Opowiedzcie o pomyśle w kilku zdaniach',
    'Tak, jak opowiedzielibyście sąsiadce: co, gdzie i po co.',
    700,
  ),
  text(
    'need',
    'Potrzeba',
    'Skąd wiecie, że to potrzebne?',
    'Możecie powołać się na diagnozę albo na własne rozmowy z ludźmi.',
    1000,
  ),
  text(
    'goal',
    'Zmiana',
    'Co się zmieni dzięki inicjatywie?',
    'Napiszcie o jednej lub dwóch zmianach, które da się zauważyć.',
    800,
  ),
  text(
    'audience',
    'Odbiorcy',
    'Dla kogo to robicie?',
    'Wystarczy szacunek, na przykład: dzieci ze wsi i ich dziadkowie.',
    600,
  ),
  {
    ...{ code: 'second_title', about: 'Tytuł w drugim języku', label: 'Tytuł inicjatywy w drugim języku' },
    ...{ hint: 'Taki, jaki ma stać obok polskiego na plakacie.', kind: 'short', maxLetters: 120 },
    ...{ optional: true, language: '' },
  },
  {
    ...{ code: posterNameCode, about: 'Podpis na plakacie i w wynikach', kind: 'short', maxLetters: 120 },
    ...{ label: 'Jak podpisać Was na plakacie i w wynikach?', optional: true },
    hint: 'Nazwa grupy albo organizacji, jeśli ma być inna niż w porozumieniu. Gdy wniosek składa jedna osoba, w wynikach nie podajemy jej nazwiska ani podpisu.',
  },
  {
    ...{
      code: 'participants',
      about: 'Liczba uczestników',
      label: 'Ile osób weźmie udział?',
      hint: 'Wystarczy szacunek.',
    },
    ...{ kind: 'number', least: 1, most: 100000, unit: 'osób', optional: false },
  },
  text(
    'community',
    'Udział mieszkańców',
    'Jak włączą się mieszkańcy?',
    'Kto pomoże przygotować, poprowadzić, posprzątać?',
    800,
  ),
  text(
    'partners',
    'Partnerzy',
    'Kto Wam pomoże?',
    'Organizacje, szkoły, firmy, sąsiedzi. Jeśli działacie sami, zostawcie puste.',
    600,
    true,
  ),
  text(
    'own_input',
    'Wkład grupy',
    'Co wnosicie od siebie?',
    'Praca, rzeczy, miejsce, umiejętności. Pieniądze nie są potrzebne.',
    600,
    true,
  ),
  text('actions', 'Przebieg', 'Co zrobicie krok po kroku?', 'Po kolei: przygotowania, wydarzenia, zakończenie.', 1500),
  {
    ...{
      code: 'place_kind',
      about: 'Miejsce',
      label: 'Gdzie to się odbędzie?',
      hint: '',
      kind: 'choice',
      optional: false,
    },
    options: [
      { code: 'o1', label: 'W bibliotece' },
      { code: 'o2', label: 'W świetlicy, szkole, remizie albo na plebanii' },
      { code: 'o3', label: 'Na dworze' },
      { code: 'o4', label: 'Gdzie indziej' },
    ],
  },
  text(
    'place_consent',
    'Zgoda gospodarza',
    'Kto udostępni miejsce i czy już się zgodził?',
    'Imię i nazwisko albo nazwa, wystarczy jedno zdanie.',
    300,
  ),
  text(
    'safety',
    'Bezpieczeństwo i dostępność',
    'Jak zadbacie o bezpieczeństwo i dostępność?',
    'Dzieci, seniorzy, osoby z niepełnosprawnościami, drugi język. Krótko.',
    600,
  ),
  text(
    'promotion',
    'Zaproszenie ludzi',
    'Jak zaprosicie ludzi?',
    'Na przykład plakaty w sklepie, ogłoszenie w parafii, grupa w internecie.',
    300,
  ),
  text(
    'lasting',
    'Trwałość',
    'Co zostanie po zakończeniu?',
    'Nagrania, książka, umiejętność, nowy zwyczaj, chęć na więcej.',
    600,
  ),
  {
    ...{
      code: 'tools',
      about: 'Sprzęt',
      label: 'Co trzeba pożyczyć albo przywieźć?',
      hint: 'Na przykład namiot, nagłośnienie, stoły.',
    },
    ...{ kind: 'table', optional: true, mostRows: 10 },
    columns: [
      { code: 'c1', label: 'Co' },
      { code: 'c2', label: 'Od kogo' },
    ],
  },
  {
    ...{
      code: 'support_letter',
      about: 'List poparcia',
      label: 'List od tych, którzy Wam pomogą',
      hint: 'Zdjęcie albo skan listu od szkoły, sołtysa, stowarzyszenia. Wystarczy kilka zdań z podpisem.',
    },
    ...{ kind: 'file', optional: true, mostFiles: 3 },
  },
  {
    ...{ code: 'image_consent', about: 'Wizerunek', kind: 'statement', optional: false, hint: '' },
    label: 'Uprzedzimy uczestników o robieniu zdjęć i uszanujemy tych, którzy się nie zgodzą.',
  },
];

/** The question in which groups tick the needs their idea answers, and how a need is named in its answers. */
export const needsCode = 'needs';
export const needOption = (need: number | 'other') => (need === 'other' ? 'n0' : `n${need}`);

/** The needs by their titles as they stand now: what groups read does not change when the diagnosis is written anew. */
export function needsQuestion(needs: readonly Need[]): ReadyQuestion {
  return {
    ...{ code: needsCode, about: 'Potrzeby z diagnozy', kind: 'many', optional: true },
    label: 'Na które potrzeby z diagnozy odpowiada pomysł?',
    hint: 'Potrzeby są opisane na stronie zadania. Można zaznaczyć kilka albo żadnej.',
    options: [
      ...needs.map(({ id, title }) => ({ code: needOption(id), label: title })),
      { code: needOption('other'), label: 'Inna potrzeba, opisujemy ją w swoich słowach' },
    ],
  };
}

function text(code: string, about: string, label: string, hint: string, maxLetters: number, optional = false) {
  return { code, about, label, hint, maxLetters, optional, kind: 'long' as const };
}
