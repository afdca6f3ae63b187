import { describe, expect, test } from 'vitest';
import {
  type Decision,
  type FaultCode,
  faultsOf,
  type PoolRules,
  prefill,
  type Ranked,
  reservePlaces,
} from '../../src/features/decisions/policy.ts';
import { grosze } from '../../src/lib/money.ts';
import { numbers } from '../support/properties.ts';

const rules: PoolRules = { pool: grosze(24_000_00), least: grosze(2000_00) };

function ranking(...rows: [requested: number, qualifies?: boolean][]): Ranked[] {
  return rows.map(([requested, qualifies = true], index) => ({
    applicationId: index + 1,
    place: index + 1,
    requested: grosze(requested),
    qualifies,
    minutes: { amount: null, forGroup: '' },
  }));
}

function told(decisions: readonly Decision[]): string[] {
  return decisions.map(({ kind, amount }) => (kind === 'award' ? `award ${amount}` : kind));
}

describe('the first proposal', () => {
  test('awards from the top while the request fits, then what is left, then the reserve; below the threshold a refusal', () => {
    const ranked = ranking([8000_00], [8000_00], [6000_00], [8000_00], [3000_00], [4000_00, false]);
    expect(told(prefill(ranked, rules))).toEqual([
      'award 800000',
      'award 800000',
      'award 600000',
      'award 200000',
      'reserve',
      'refusal',
    ]);
  });

  test('what is left below the minimum is not given away in part', () => {
    const ranked = ranking([8000_00], [8000_00], [6000_01], [8000_00], [2000_00]);
    expect(told(prefill(ranked, rules))).toEqual([
      'award 800000',
      'award 800000',
      'award 600001',
      'reserve',
      'reserve',
    ]);
  });

  test('a request that fits is awarded though it is the last of the pool', () => {
    expect(told(prefill(ranking([8000_00], [8000_00], [8000_00], [2000_00]), rules))).toEqual([
      'award 800000',
      'award 800000',
      'award 800000',
      'reserve',
    ]);
  });

  test('an amount set by the jury stands for the request, with its words to the group, and leaves more for the next', () => {
    const [first, second, third] = ranking([8000_00], [9000_00], [8000_00]);
    if (!first || !second || !third) throw new Error('three rows');
    const minutes = { amount: grosze(5000_00), forGroup: 'Bez druku.' };
    const given = prefill([first, { ...second, minutes }, third], rules);
    expect(told(given)).toEqual(['award 800000', 'award 500000', 'award 800000']);
    expect(given.map(({ reason }) => reason)).toEqual(['', 'Bez druku.', '']);
  });

  test('a pool smaller than the first award gives it what there is, or nobody anything below the minimum', () => {
    const [first, second] = ranking([8000_00], [3000_00]);
    if (!first || !second) throw new Error('two rows');
    const small = { ...rules, pool: grosze(5000_00) };
    expect(told(prefill([first, second], small))).toEqual(['award 500000', 'reserve']);
    expect(told(prefill([first, second], { ...rules, pool: grosze(1500_00) }))).toEqual(['reserve', 'reserve']);
    const minutes = { amount: grosze(4000_00), forGroup: '' };
    expect(told(prefill([{ ...first, minutes }, second], small)), 'the rest, in part, is below the minimum').toEqual([
      'award 400000',
      'reserve',
    ]);
  });

  test('never passes the pool, never overtakes, never forgets anybody', () => {
    expect(wronglyFilled(prefill)).toEqual([]);
  });

  const mutants: Record<string, typeof prefill> = {
    'the last one in full': (ranked, { pool }) => {
      let left: number = pool;
      return ranked.map(({ applicationId, requested, qualifies }) => {
        const award = qualifies && left > 0;
        if (award) left -= requested;
        return {
          applicationId,
          kind: award ? 'award' : qualifies ? 'reserve' : 'refusal',
          amount: award ? requested : null,
          reason: '',
        };
      });
    },
    'smaller requests squeezed in below the line': (ranked, { pool }) => {
      let left: number = pool;
      return ranked.map(({ applicationId, requested, qualifies }) => {
        const award = qualifies && requested <= left;
        if (award) left -= requested;
        return {
          applicationId,
          kind: award ? 'award' : qualifies ? 'reserve' : 'refusal',
          amount: award ? requested : null,
          reason: '',
        };
      });
    },
    'the threshold forgotten': (ranked, given) =>
      prefill(
        ranked.map((row) => ({ ...row, qualifies: true })),
        given,
      ),
    'whoever is below the line left out': (ranked, given) =>
      prefill(ranked, given).filter(({ kind }) => kind !== 'reserve'),
  };

  test.each(Object.entries(mutants))('mutant: %s, caught by the same property', (_name, mutant) => {
    expect(wronglyFilled(mutant)).not.toEqual([]);
  });
});

function wronglyFilled(fill: typeof prefill): string[] {
  const draw = numbers(24_000);
  const odd: string[] = [];
  for (let round = 0; round < 400; round += 1) {
    const above = draw(10);
    const ranked = ranking(
      ...Array.from({ length: above + draw(4) }, (_, index): [number, boolean] => [
        2000_00 + draw(600_001),
        index < above,
      ]),
    );
    const decisions = fill(ranked, rules);
    const spent = decisions.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
    const kinds = ranked.map(
      ({ applicationId }) => decisions.find((decision) => decision.applicationId === applicationId)?.kind,
    );
    const awards = decisions.filter(({ kind }) => kind === 'award');
    const inFull = awards.filter(
      ({ applicationId, amount }) => ranked.find((row) => row.applicationId === applicationId)?.requested === amount,
    );
    if (kinds.includes(undefined)) odd.push(`${round}: somebody is missing`);
    if (spent > rules.pool) odd.push(`${round}: over the pool`);
    if (ranked.some(({ qualifies }, index) => (kinds[index] === 'refusal') === qualifies))
      odd.push(`${round}: the threshold`);
    if (kinds.lastIndexOf('award') > kinds.indexOf('reserve') && kinds.includes('reserve'))
      odd.push(`${round}: somebody overtook`);
    if (awards.length - inFull.length > 1) odd.push(`${round}: two in part`);
    if (awards.some(({ amount }) => (amount ?? 0) < rules.least)) odd.push(`${round}: less than the minimum`);
  }
  return odd;
}

describe('what keeps a set from being handed on', () => {
  const ranked = ranking([8000_00], [6000_00], [5000_00], [4000_00, false]);
  const proposed = prefill(ranked, rules);
  const codes = (changes: Partial<Decision>[]): FaultCode[] => {
    const changed = proposed.map((decision) => ({
      ...decision,
      ...changes.find(({ applicationId }) => applicationId === decision.applicationId),
    }));
    return faultsOf(ranked, changed, rules).map(({ code }) => code);
  };

  test('nothing in the first proposal when nobody gets a part', () => {
    expect(codes([])).toEqual([]);
  });

  test('another amount than in the minutes needs words of its own, not the jury’s', () => {
    const minutes = { amount: grosze(3000_00), forGroup: 'Bez druku.' };
    const rows = ranked.map((row) => (row.applicationId === 2 ? { ...row, minutes } : row));
    const faults = (change: Partial<Decision>) =>
      faultsOf(
        rows,
        prefill(rows, rules).map((one) => (one.applicationId === 2 ? { ...one, ...change } : one)),
        rules,
      ).map(({ code }) => code);
    expect(faults({}), 'as in the minutes').toEqual([]);
    expect(faults({ amount: grosze(3500_00) })).toEqual(['other_than_minutes_without_reason']);
    expect(faults({ amount: grosze(3500_00), reason: '' })).toEqual(['other_than_minutes_without_reason']);
    expect(faults({ amount: grosze(3500_00), reason: 'Druk okazał się potrzebny.' })).toEqual([]);
    expect(faults({ kind: 'refusal', amount: null })).toEqual(['other_than_minutes_without_reason']);
  });

  test.each<[string, Partial<Decision>[], FaultCode[]]>([
    ['a grosz less without a reason', [{ applicationId: 2, amount: grosze(5999_99) }], ['smaller_without_reason']],
    ['less than the minimum', [{ applicationId: 2, amount: grosze(1999_99) }], ['below_least_without_reason']],
    [
      'more than the request, whatever the reason',
      [{ applicationId: 2, amount: grosze(6000_01), reason: 'Bo warto.' }],
      ['amount_over_request'],
    ],
    [
      'an award below the threshold',
      [{ applicationId: 4, kind: 'award', amount: grosze(4000_00) }],
      ['below_threshold_without_reason'],
    ],
    [
      'a reserve place below the threshold',
      [{ applicationId: 4, kind: 'reserve' }],
      ['below_threshold_without_reason'],
    ],
    ['somebody overtaken', [{ applicationId: 2, kind: 'reserve', amount: null }], ['overtaken_without_reason']],
    [
      'a refusal above the threshold',
      [{ applicationId: 3, kind: 'refusal', amount: null }],
      ['refusal_without_reason'],
    ],
    [
      'nobody awarded',
      [1, 2, 3].map((applicationId) => ({ applicationId, kind: 'reserve' as const, amount: null })),
      ['nobody_awarded'],
    ],
  ])('%s', (_what, changes, expected) => {
    expect(codes(changes)).toEqual(expected);
  });

  test('a reason makes each departure possible but the pool stays the pool', () => {
    const reason = 'Komisja proponuje jeden warsztat mniej.';
    expect(
      codes([
        { applicationId: 2, amount: grosze(100), reason },
        { applicationId: 3, kind: 'refusal', amount: null, reason },
      ]),
    ).toEqual([]);
    const tight: PoolRules = { pool: grosze(18_999_99), least: grosze(2000_00) };
    expect(faultsOf(ranked, proposed, tight)).toEqual([{ code: 'over_pool', applicationId: null }]);
  });

  test('somebody left out is named', () => {
    expect(faultsOf(ranked, proposed.slice(1), rules)).toEqual([{ code: 'undecided', applicationId: 1 }]);
  });
});

test('places on the reserve list follow the ranking, however the decisions are listed', () => {
  const ranked = ranking([8000_00], [8000_00], [8000_00], [8000_00], [8000_00]);
  const given = [5, 2, 4].map(
    (applicationId): Decision => ({ applicationId, kind: 'reserve', amount: null, reason: '' }),
  );
  expect([...reservePlaces(ranked, given)]).toEqual([
    [2, 1],
    [4, 2],
    [5, 3],
  ]);
});
