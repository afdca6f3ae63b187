import { describe, expect, test } from 'vitest';
import { type Cap, estimate } from '../../src/features/applications/costs.ts';
import type { Draft } from '../../src/features/applications/drafts.ts';
import { membersIn, whatIsMissing } from '../../src/features/applications/policy.ts';
import type { DraftRules } from '../../src/features/applications/rules.ts';
import { fieldText, missingText } from '../../src/features/applications/texts/missing.ts';
import type { TypedCost } from '../../src/features/applications/typed.ts';
import type { CostCategory } from '../../src/features/calls/criteria.ts';
import { day } from '../../src/lib/days.ts';
import { grosze } from '../../src/lib/money.ts';
import { numbers } from '../support/properties.ts';

const category = (id: number, name: string, capPercent: number | null): CostCategory => ({
  id,
  code: name,
  name,
  budgetLineId: id,
  capPercent,
  unitThreshold: null,
  note: '',
  isPay: false,
});
const materials = category(1, 'materiały', null);
const catering = category(2, 'poczęstunek', 10);

const equipment: CostCategory = { ...category(3, 'sprzęt', null), unitThreshold: grosze(50_000) };

const rules: DraftRules = {
  asked: null,
  form: {
    sections: [
      {
        code: 'idea',
        title: 'Pomysł',
        questions: [{ code: 'summary', label: 'Opowiedzcie', hint: '', kind: 'long', maxLetters: 40, optional: false }],
      },
      {
        code: 'people',
        title: 'Ludzie',
        questions: [{ code: 'partners', label: 'Kto pomoże', hint: '', kind: 'long', maxLetters: 40, optional: true }],
      },
    ],
    consents: [{ code: 'true_data', text: 'To prawda.' }],
  },
  applicantKinds: [
    { kind: 'person', note: '' },
    { kind: 'informal_group', note: '' },
    { kind: 'minor', note: '' },
  ],
  categories: [materials, catering, equipment],
  minGrosze: grosze(200_000),
  maxGrosze: grosze(800_000),
  needsEmail: true,
  minGroupSize: 3,
  guardianConsent: null,
  realisation: { firstOn: day('2024-05-13'), lastOn: day('2024-09-30') },
};

const cost = (price: string, more: Partial<TypedCost> = {}): TypedCost => ({
  payBasis: '',
  name: 'Książki',
  category: '1',
  quantity: '1',
  unit: 'szt.',
  price,
  ...more,
});

const complete = {
  title: 'Dwa języki, jedna półka',
  applicant: {
    applicantKind: 'informal_group',
    name: 'Lentyna',
    leaderName: 'Birutė Jurkianis',
    email: 'birute@example.org',
    phone: '600 100 200',
    street: 'Łąkowa 3',
    postalCode: '16-500',
    city: 'Sejny',
    registerKind: '',
    registerNumber: '',
    groupMembers: 'Birutė Jurkianis\nJonas Vaičiulis\nEwa Sidorowicz',
    guardianName: '',
  },
  answers: { summary: 'Czytamy na głos.' },
  schedule: [{ activity: 'Spotkanie', starts: '1.06.2024', ends: '', place: 'czytelnia' }],
  costs: [cost('3000,00')],
  consents: ['true_data'],
  unsettled: [],
} satisfies Partial<Draft>;

const missingIn = (changes: Partial<Draft>) =>
  whatIsMissing({ ...complete, ...changes }, rules).map(({ field, code, facts }) => ({ field, code, ...facts }));
const applicantWith = (changes: Partial<Draft['applicant']>) =>
  missingIn({ applicant: { ...complete.applicant, ...changes } });

test('a complete draft lacks nothing', () => {
  expect(missingIn({})).toEqual([]);
});

test('an untouched draft names everything, section by section', () => {
  const nothing = {
    title: '',
    answers: {},
    schedule: [],
    costs: [],
    consents: [],
    unsettled: [],
    applicant: Object.fromEntries(
      Object.keys(complete.applicant).map((key) => [key, '']),
    ) as unknown as Draft['applicant'],
  };
  expect(missingIn(nothing).map(({ field }) => field)).toEqual([
    ...['applicantKind', 'leaderName', 'email', 'phone', 'street', 'postalCode', 'city', 'title', 'answers.summary'],
    ...['rows.0.activity', 'rows.0.name', 'given.true_data'],
  ]);
  expect(whatIsMissing(nothing, rules).filter((one) => one.wrong)).toEqual([]);
});

describe('of a guardian’s consent', () => {
  const minor = { applicantKind: 'minor', name: '', groupMembers: '', guardianName: 'Teresa Krakowska' } as const;
  const lacks = (guardianConsent: DraftRules['guardianConsent'], change: Partial<Draft['applicant']> = {}) =>
    whatIsMissing(
      { ...complete, applicant: { ...complete.applicant, ...minor, ...change } },
      { ...rules, guardianConsent },
    ).map(({ field, code }) => `${field}: ${code}`);
  const given = { guardianName: 'Teresa Krakowska', childName: complete.applicant.leaderName };

  test('nothing waits where the call wants it before the agreement, or the leader is of age', () => {
    expect(lacks(null)).toEqual([]);
    expect(lacks({ given: null }, { applicantKind: 'person' })).toEqual([]);
  });

  test('it is of this guardian for this child', () => {
    expect(lacks({ given: null })).toEqual(['guardianConsent: guardian_consent_missing']);
    expect(lacks({ given })).toEqual([]);
    expect(lacks({ given: { ...given, guardianName: 'Adam Krakowski' } })).toEqual([
      'guardianConsent: guardian_consent_renamed',
    ]);
    expect(lacks({ given: { ...given, childName: 'Matas Nevulis' } })).toEqual([
      'guardianConsent: guardian_consent_renamed',
    ]);
  });
});

describe('of the applicant', () => {
  test.each([
    [
      'a kind the call does not admit',
      { applicantKind: 'school_or_parish' },
      [{ field: 'applicantKind', code: 'kind_not_admitted' }],
    ],
    ['an address that is none', { email: 'birute@' }, [{ field: 'email', code: 'email_wrong' }]],
    ['eight digits of a telephone', { phone: '60010020' }, [{ field: 'phone', code: 'phone_wrong' }]],
    ['a postal code without its hyphen', { postalCode: '16500' }, [{ field: 'postalCode', code: 'postal_code_wrong' }]],
    [
      'two names where three are needed',
      { groupMembers: 'Birutė Jurkianis, Jonas Vaičiulis' },
      [{ field: 'groupMembers', code: 'members_too_few', members: 2, least: 3 }],
    ],
    ['a group without names', { groupMembers: '' }, [{ field: 'groupMembers', code: 'members_missing', least: 3 }]],
    [
      'a minor without a guardian',
      { applicantKind: 'minor', name: '', groupMembers: '' },
      [{ field: 'guardianName', code: 'guardian_missing' }],
    ],
    [
      'a person needs neither a name of a group nor members',
      { applicantKind: 'person', name: '', groupMembers: '' },
      [],
    ],
    [
      'a name of three hundred letters',
      { name: 'ž'.repeat(300) },
      [{ field: 'name', code: 'text_too_long', letters: 300, most: 200, over: 100 }],
    ],
  ] as const)('%s', (_, changes, expected) => {
    expect(applicantWith(changes)).toEqual(expected);
  });

  test('members are counted by lines, commas and semicolons that hold letters', () => {
    expect(membersIn('Ona Žukauskienė;\n\n- \nJonas Vaičiulis, Ewa Sidorowicz')).toBe(3);
  });
});

test('letters are counted as a reader counts them: forty letters with emoji fit, forty-one do not', () => {
  expect(missingIn({ answers: { summary: `${'ą'.repeat(39)}👩‍👩‍👧` } })).toEqual([]);
  expect(missingIn({ answers: { summary: `${'ą'.repeat(40)}👩‍👩‍👧` } })).toEqual([
    { field: 'answers.summary', code: 'text_too_long', letters: 41, most: 40, over: 1 },
  ]);
});

describe('of the schedule', () => {
  const scheduleWith = (starts: string, ends = '') =>
    missingIn({ schedule: [{ activity: 'Spotkanie', starts, ends, place: 'czytelnia' }] });
  test.each([
    ['no day', '', '', [{ field: 'rows.0.starts', code: 'day_missing' }]],
    ['a day that does not exist', '31.06.2024', '', [{ field: 'rows.0.starts', code: 'day_not_a_date' }]],
    ['an end that cannot be read', '1.06.2024', 'lipiec', [{ field: 'rows.0.ends', code: 'day_not_a_date' }]],
    ['an end before its start', '2.06.2024', '1.06.2024', [{ field: 'rows.0.ends', code: 'ends_before_start' }]],
    [
      'the day before the period',
      '12.05.2024',
      '',
      [{ field: 'rows.0.starts', code: 'before_realisation', on: '2024-05-13' }],
    ],
    ['the first and the last day of the period', '13.05.2024', '30.09.2024', []],
    [
      'an end after the period',
      '13.05.2024',
      '1.10.2024',
      [{ field: 'rows.0.ends', code: 'after_realisation', on: '2024-09-30' }],
    ],
    [
      'one day after the period',
      '1.10.2024',
      '',
      [{ field: 'rows.0.starts', code: 'after_realisation', on: '2024-09-30' }],
    ],
  ] as const)('%s', (_, starts, ends, expected) => {
    expect(scheduleWith(starts, ends)).toEqual(expected);
  });
});

describe('of the costs', () => {
  test('one thing dearer than its category allows, to the grosz; many cheap ones are no matter', () => {
    const rows = (price: string, quantity = '1') => [cost('3000'), cost(price, { category: '3', quantity })];
    expect(missingIn({ costs: rows('500,00', '8') })).toEqual([]);
    const found = whatIsMissing({ ...complete, costs: rows('500,01') }, rules);
    expect(found).toEqual([
      {
        ...{ section: 'kosztorys', field: 'rows.1.price', code: 'price_above_threshold', wrong: true },
        facts: { most: 50_000, category: 'sprzęt' },
      },
    ]);
    const said = found.map((one) => [fieldText(one), missingText(one)].map((text) => text.replaceAll('\u00a0', ' ')));
    expect(said).toEqual([
      [
        'Najwyżej 500,00 zł za jedną rzecz',
        'W kategorii „sprzęt” jedna rzecz może kosztować najwyżej 500,00 zł. Wybierzcie tańszą, wypożyczcie ją albo zmieńcie kategorię.',
      ],
    ]);
  });

  test.each([
    ['1.234,56', 'amount_two_separators'],
    ['1,155', 'amount_too_precise'],
    ['-5', 'amount_negative'],
    ['1e3', 'amount_not_a_number'],
    ['1000000000000000', 'amount_too_large'],
    ['', 'amount_missing'],
    ['0', 'price_nothing'],
    ['999 999 999,99', 'amount_too_large'],
  ])('B1: a price of „%s”', (price, code) => {
    const missing = missingIn({
      costs: [cost('3000'), cost(price, { quantity: price === '999 999 999,99' ? '2' : '1' })],
    });
    expect(missing).toEqual([{ field: 'rows.1.price', code }]);
  });

  test('a quantity in words, no unit, no category', () => {
    const rows = [cost('3000'), cost('10', { quantity: 'dwanaście', unit: '', category: '' })];
    expect(missingIn({ costs: rows })).toEqual([
      { field: 'rows.1.category', code: 'category_missing' },
      { field: 'rows.1.quantity', code: 'quantity_not_a_number' },
      { field: 'rows.1.unit', code: 'unit_missing' },
    ]);
  });

  test('a category of another call is none', () => {
    expect(missingIn({ costs: [cost('3000', { category: '99' })] })).toEqual([
      { field: 'rows.0.category', code: 'category_missing' },
    ]);
  });

  test('a total a grosz below the least, and a grosz above the most', () => {
    expect(missingIn({ costs: [cost('1999,99')] })).toEqual([
      { field: 'limits', code: 'total_below', total: 199_999, min: 200_000, gap: 1 },
    ]);
    expect(missingIn({ costs: [cost('2000,00')] })).toEqual([]);
    expect(missingIn({ costs: [cost('8000,00')] })).toEqual([]);
    expect(missingIn({ costs: [cost('8000,01')] })).toEqual([
      { field: 'limits', code: 'total_above', total: 800_001, max: 800_000, over: 1 },
    ]);
  });

  test('refreshments over a tenth: the amount to aim at is what fits when the rest stays', () => {
    const rows = [cost('3795,00'), cost('540,00', { category: '2' })];
    expect(missingIn({ costs: rows })).toEqual([
      {
        field: 'limits',
        code: 'cap_exceeded',
        category: 'poczęstunek',
        percent: 10,
        amount: 54_000,
        aim: 42_166,
        over: 11_834,
      },
    ]);
    expect(missingIn({ costs: [cost('3795,00'), cost('421,66', { category: '2' })] })).toEqual([]);
    expect(missingIn({ costs: [cost('3795,00'), cost('421,67', { category: '2' })] })).toHaveLength(1);
  });
});

describe('the amount to aim at', () => {
  /** True when the aim fits the cap and a grosz more does not. */
  const isHighest = (percent: number, others: number, aim: number) => {
    const fits = (part: number) => BigInt(part) * 100n <= BigInt(percent) * BigInt(others + part);
    return fits(aim) && !fits(aim + 1);
  };
  const capsOf = (percent: number, others: number): Cap | undefined =>
    estimate(
      [cost(inputOf(others)), cost('1,00', { category: '2' })],
      [materials, { ...catering, capPercent: percent }],
    ).caps[0];
  const inputOf = (amount: number) => `${Math.floor(amount / 100)},${String(amount % 100).padStart(2, '0')}`;

  test('is the highest that fits, for any cap and any rest', () => {
    const below = numbers(20240315);
    for (let round = 0; round < 500; round += 1) {
      const percent = 1 + below(99);
      const others = 1 + below(1_000_000);
      expect({
        percent,
        others,
        highest: isHighest(percent, others, capsOf(percent, others)?.aim ?? -1),
      }).toMatchObject({ highest: true });
    }
  });

  test('a tenth of the present whole is not it', () => {
    const tenthOfWhole = (others: number, amount: number) => Math.floor((others + amount) / 10);
    expect(isHighest(10, 379_500, tenthOfWhole(379_500, 54_000))).toBe(false);
  });
});

test('a missing consent', () => {
  expect(missingIn({ consents: [] })).toEqual([{ field: 'given.true_data', code: 'consent_missing' }]);
});
