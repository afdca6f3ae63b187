import { describe, expect, test } from 'vitest';
import type { SubmittedContent } from '../../src/features/applications/content.ts';
import type { FormDefinition } from '../../src/features/calls/form/questions.ts';
import {
  type CheckedFacts,
  type FormalAnswer,
  faultsOf,
  type Verdict,
  whatTheSystemKnows,
} from '../../src/features/checks/policy.ts';
import { findingText } from '../../src/features/checks/texts.ts';
import { day, instant } from '../../src/lib/days.ts';
import { grosze } from '../../src/lib/money.ts';

const form: FormDefinition = {
  sections: [
    {
      code: 'idea',
      title: 'Pomysł',
      questions: [
        { code: 'summary', label: 'O czym to jest?', hint: '', kind: 'long', maxLetters: 600, optional: false },
        { code: 'partners', label: 'Kto Wam pomoże?', hint: '', kind: 'long', maxLetters: 600, optional: true },
      ],
    },
  ],
  consents: [{ code: 'rules', text: 'Znamy regulamin' }],
};

const content: SubmittedContent = {
  title: 'Ławki z wierszem',
  applicant: {
    ...{
      kind: 'informal_group',
      kindName: 'Grupa nieformalna',
      name: 'Sąsiedzi z Rynku',
      leaderName: 'Birutė Jurkianis',
    },
    ...{ email: 'birute@example.org', phone: '', address: '', registerNumber: '', groupMembers: '', guardianName: '' },
  },
  answers: [{ code: 'summary', section: 'Pomysł', label: 'O czym to jest?', text: 'O ławkach.' }],
  schedule: [{ activity: 'Otwarcie', startsOn: day('2024-05-13'), endsOn: day('2024-09-30'), place: 'rynek' }],
  costs: [
    {
      name: 'Deski',
      categoryId: 1,
      categoryName: 'materiały',
      quantity: 1000,
      unit: 'komplet',
      price: grosze(180_000),
      value: grosze(180_000),
    },
    {
      name: 'Ciasto',
      categoryId: 2,
      categoryName: 'poczęstunek',
      quantity: 1000,
      unit: 'szt.',
      price: grosze(20_000),
      value: grosze(20_000),
    },
  ],
  requestedGrosze: grosze(200_000),
  consents: [{ code: 'rules', text: 'Znamy regulamin' }],
  attachments: [],
};

const facts: CheckedFacts = {
  submittedAt: instant('2024-03-15T13:59:59.999Z'),
  closesAt: instant('2024-03-15T14:00:00Z'),
  content,
  form,
  limits: { min: grosze(200_000), max: grosze(800_000) },
  categories: [
    {
      id: 1,
      code: 'materials',
      name: 'materiały',
      budgetLineId: 1,
      capPercent: null,
      unitThreshold: null,
      note: '',
      isPay: false,
    },
    {
      id: 2,
      code: 'catering',
      name: 'poczęstunek',
      budgetLineId: 2,
      capPercent: 10,
      unitThreshold: null,
      note: '',
      isPay: false,
    },
  ],
  realisation: { firstOn: day('2024-05-13'), lastOn: day('2024-09-30') },
  others: [],
  othersOfOrganisation: [],
  applicationsPerOrganisation: null,
  applicationsPerLeader: 1,
};

/** What the system says of one criterion when the facts differ so. */
function said(criterion: string, changes: Partial<CheckedFacts> = {}) {
  const finding = whatTheSystemKnows({ ...facts, ...changes }).get(criterion);
  return finding && [finding.holds, findingText(finding).replaceAll('\u00a0', ' ')];
}

describe('the system answers by itself', () => {
  test('all five on an application that keeps the rules to the last grosz, day and second', () => {
    const verdicts = [...whatTheSystemKnows(facts)].map(([code, { holds }]) => [code, holds]);
    expect(verdicts).toEqual([
      ['in_time', true],
      ['complete', true],
      ['amount_within_limits', true],
      ['dates_within_period', true],
      ['one_per_applicant', true],
    ]);
  });

  test('whether it came in time; the deadline itself is late', () => {
    expect(said('in_time')).toEqual([
      true,
      'Złożono 15 marca 2024 r., godz. 14.59; termin mijał 15 marca 2024 r., godz. 15.00.',
    ]);
    expect(said('in_time', { submittedAt: instant('2024-03-15T14:00:00Z') })?.[0]).toBe(false);
    expect(said('in_time', { closesAt: null }), 'unknown is left to a person').toBeUndefined();
  });

  test('whether it is complete, and what is not there; what was optional may be missing', () => {
    expect(said('complete')).toEqual([true, 'Są wszystkie odpowiedzi, harmonogram, kosztorys i oświadczenia.']);
    expect(said('complete', { content: { ...content, answers: [], consents: [], schedule: [], costs: [] } })).toEqual([
      false,
      'Brakuje: „O czym to jest?”, „Znamy regulamin”, harmonogram, kosztorys.',
    ]);
  });

  test('whether the amount keeps the limits, of the call and of a category', () => {
    expect(said('amount_within_limits')?.[1]).toBe(
      'Wnioskowana kwota to 2 000,00 zł, limit od 2 000,00 zł do 8 000,00 zł.',
    );
    expect(said('amount_within_limits', { content: { ...content, requestedGrosze: grosze(199_999) } })?.[0]).toBe(
      false,
    );
    expect(said('amount_within_limits', { content: { ...content, requestedGrosze: grosze(800_001) } })?.[0]).toBe(
      false,
    );
    const cake = content.costs.map((cost) => (cost.categoryId === 2 ? { ...cost, value: grosze(20_001) } : cost));
    expect(said('amount_within_limits', { content: { ...content, costs: cake } })).toEqual([
      false,
      'Wnioskowana kwota to 2 000,00 zł, limit od 2 000,00 zł do 8 000,00 zł. Ponad limit 10% w kategorii „poczęstunek”.',
    ]);
  });

  test('whether every activity falls in the period', () => {
    expect(said('dates_within_period')?.[0]).toBe(true);
    const late = [{ activity: 'Finał', startsOn: day('2024-09-30'), endsOn: day('2024-10-01'), place: 'rynek' }];
    expect(said('dates_within_period', { content: { ...content, schedule: late } })).toEqual([
      false,
      'Poza okresem 13 maja – 30 września 2024 r.: „Finał”.',
    ]);
  });

  test('whether the same people sent another', () => {
    expect(said('one_per_applicant', { others: ['PB/2024/07'] })).toEqual([
      false,
      'Ta sama osoba lub organizacja złożyła też: PB/2024/07.',
    ]);
    expect(said('one_per_applicant', { others: ['PB/2024/07'], applicationsPerLeader: 2 })?.[0]).toBe(true);
    const ofCircle = { othersOfOrganisation: ['PB/2024/07'] };
    expect(said('one_per_applicant', { ...ofCircle, applicationsPerOrganisation: 1 })?.[0]).toBe(false);
    expect(said('one_per_applicant', { ...ofCircle, applicationsPerOrganisation: 2 })?.[0]).toBe(true);
  });
});

describe('a card may be decided', () => {
  const answers = (...verdicts: (Verdict | null)[]): FormalAnswer[] =>
    verdicts.map((verdict, index) => ({ criterionId: index + 1, verdict, note: '' }));
  const found = new Map([[1, true]]);

  test('accepted with every criterion answered and no „nie”', () => {
    expect(faultsOf({ outcome: 'accepted', reason: '', answers: answers('yes', 'not_applicable') }, found)).toEqual([]);
    expect(faultsOf({ outcome: 'accepted', reason: '', answers: answers('yes', null) }, found)).toEqual([
      { criterionId: 2, code: 'unanswered' },
    ]);
    expect(faultsOf({ outcome: 'accepted', reason: '', answers: answers('yes', 'no') }, found)).toEqual([
      { code: 'accepted_with_no' },
    ]);
  });

  test('rejected with a „nie” and a reason; what is unanswered may stay so', () => {
    expect(faultsOf({ outcome: 'rejected', reason: 'Poza powiatem.', answers: answers(null, 'no') }, found)).toEqual(
      [],
    );
    expect(faultsOf({ outcome: 'rejected', reason: '', answers: answers('yes', null) }, found)).toEqual([
      { code: 'rejected_without_no' },
      { code: 'reason_missing' },
    ]);
  });

  test('against the system’s own answer only with a note that says why', () => {
    const against = answers('no', 'yes');
    expect(faultsOf({ outcome: 'rejected', reason: 'Po terminie.', answers: against }, found)).toEqual([
      { criterionId: 1, code: 'difference_unexplained' },
    ]);
    const explained = against.map((answer) => ({ ...answer, note: 'awaria serwera' }));
    expect(faultsOf({ outcome: 'rejected', reason: 'Po terminie.', answers: explained }, found)).toEqual([]);
  });
});
