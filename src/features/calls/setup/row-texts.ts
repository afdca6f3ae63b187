import type { SystemCriterion } from './formal.ts';

type Fields = Readonly<Record<string, string>>;

const unnamed = 'nowy wiersz';

/** How a closed row of a list is told. */
export const rowTexts = {
  cost: ({ name, eligible, cap, line, isPay }: Fields) =>
    `${name || unnamed}${eligible === 'nie' ? ' (nie można)' : ''}${isPay && eligible === 'tak' ? ', zapłata za pracę' : ''}${cap ? `, najwyżej ${cap}%` : ''}${name !== '' && eligible === 'tak' && line === '' ? ' (bez pozycji budżetu)' : ''}`,
  formal: ({ name, knownBy }: Fields) => `${name || unnamed}${knownBy === 'person' ? '' : ' (sprawdza system)'}`,
  question: ({ name }: Fields) => name || 'nowe pytanie',
  merit: ({ name, weight, maxPoints, bonus }: Fields) =>
    name === ''
      ? unnamed
      : `${name}: ${/^\d{1,2}$/.test(maxPoints ?? '') ? `0–${maxPoints}` : ''} × ${weight}${bonus ? ', dodatkowo' : ''}`,
  line: (category: string, year: number) => `${category}, ${year}`,
  eligible: [
    { value: 'tak', label: 'Można na to wydać pieniądze' },
    { value: 'nie', label: 'Nie można na to wydać pieniędzy' },
  ],
  byPerson: 'Człowiek, czytając wniosek',
  bySystem: {
    in_time: 'System: czy wniosek wpłynął w terminie',
    complete: 'System: czy wniosek jest kompletny',
    amount_within_limits: 'System: czy kwota mieści się w limitach',
    dates_within_period: 'System: czy daty mieszczą się w okresie realizacji',
    one_per_applicant: 'System: czy grupa nie złożyła za wielu wniosków',
  } satisfies Readonly<Record<SystemCriterion, string>>,
} as const;
