import type { FormDefinition, Question } from '../features/calls/form/questions.ts';

/** Twelve questions: half an hour on a phone. Applicant, schedule, costs and attachments are asked beside them. */
export const form: FormDefinition = {
  sections: [
    {
      code: 'idea',
      title: 'Pomysł',
      questions: [
        long(
          'summary',
          'Opowiedzcie o pomyśle w kilku zdaniach',
          'Tak, jak opowiedzielibyście sąsiadce przy płocie: co, gdzie i po co.',
          700,
        ),
        long(
          'need',
          'Skąd wiecie, że to potrzebne?',
          'Możecie powołać się na diagnozę biblioteki albo na własne rozmowy z ludźmi.',
          1000,
        ),
        long(
          'goal',
          'Co się zmieni dzięki inicjatywie?',
          'Napiszcie o jednej lub dwóch zmianach, które da się zauważyć.',
          800,
        ),
      ],
    },
    {
      code: 'people',
      title: 'Ludzie',
      questions: [
        long(
          'audience',
          'Dla kogo to robicie i ile osób weźmie udział?',
          'Wystarczy szacunek, na przykład: 30 dzieci ze wsi i ich dziadkowie.',
          600,
        ),
        long(
          'community',
          'Jak włączą się mieszkańcy?',
          'Kto pomoże przygotować, poprowadzić, posprzątać? Co zrobią sami uczestnicy?',
          800,
        ),
        long(
          'partners',
          'Kto Wam pomoże?',
          'Organizacje, szkoły, firmy, sąsiedzi. Jeśli działacie sami, zostawcie puste.',
          600,
          true,
        ),
        long(
          'own_input',
          'Co wnosicie od siebie?',
          'Praca, rzeczy, miejsce, umiejętności. Pieniądze nie są potrzebne.',
          600,
          true,
        ),
      ],
    },
    {
      code: 'course',
      title: 'Przebieg',
      questions: [
        long(
          'actions',
          'Co zrobicie krok po kroku?',
          'Po kolei: przygotowania, wydarzenia, zakończenie. Daty wpiszecie osobno, w harmonogramie.',
          1500,
        ),
        long(
          'reading',
          'Jaką rolę mają książki, czytanie albo biblioteka?',
          'Na przykład głośne czytanie, książka jako punkt wyjścia, spotkanie w bibliotece.',
          800,
        ),
        long(
          'safety',
          'Jak zadbacie o bezpieczeństwo i dostępność?',
          'Dzieci, seniorzy, osoby z niepełnosprawnościami, drugi język. Krótko.',
          600,
        ),
        short(
          'promotion',
          'Jak zaprosicie ludzi?',
          'Na przykład plakaty w sklepie, ogłoszenie w parafii, grupa w internecie.',
          300,
        ),
      ],
    },
    {
      code: 'after',
      title: 'Potem',
      questions: [
        long(
          'lasting',
          'Co zostanie po zakończeniu?',
          'Nagrania, książka, umiejętność, nowy zwyczaj, chęć na więcej.',
          600,
        ),
      ],
    },
  ],
  // One box: what all must say anyway is said once. Information about personal data (art. 13 GDPR) is shown beside it and asks for no tick.
  consents: [
    {
      code: 'statement',
      text: [
        'Oświadczamy, że:',
        '- znamy regulamin konkursu i zgadzamy się na jego zasady,',
        '- to, co napisaliśmy we wniosku, jest prawdą,',
        '- pomysł jest nasz, a jeśli korzystamy z cudzych tekstów, muzyki lub zdjęć, mamy na to zgodę albo ujęliśmy ją w kosztorysie,',
        '- na te same koszty nie dostajemy pieniędzy z innego źródła.',
      ].join('\n'),
    },
  ],
};

function long(code: string, label: string, hint: string, maxLetters: number, optional = false): Question {
  return { code, label, hint, kind: 'long', maxLetters, optional };
}

function short(code: string, label: string, hint: string, maxLetters: number): Question {
  return { code, label, hint, kind: 'short', maxLetters, optional: false };
}
