import { describe, expect, test } from 'vitest';
import { type LineAmount, mayComeIntoForce, type SourceSums } from '../../src/features/budgets/policy.ts';
import { grosze, splitByLargestRemainder } from '../../src/lib/money.ts';
import { numbers } from '../support/properties.ts';

const agreed: SourceSums = { grant: grosze(119_600_00), own: grosze(14_100_00) };

describe('a version comes into force exactly when its lines sum to both amounts', () => {
  test('whatever the lines, whichever of them is a grosz off', () => {
    expect(wronglyJudged(mayComeIntoForce)).toEqual([]);
  });

  const mutants: Record<string, typeof mayComeIntoForce> = {
    'the two sources judged together': (lines, sums) =>
      lines.reduce((total, line) => total + line.amount, 0) === sums.grant + sums.own,
    'no more than the agreement is enough': (lines, sums) =>
      lines.filter((line) => line.source === 'grant').reduce((total, line) => total + line.amount, 0) <= sums.grant,
    'a złoty’s tolerance': (lines, sums) =>
      Math.abs(lines.reduce((total, line) => total + line.amount, 0) - sums.grant - sums.own) < 100,
  };

  test.each(Object.entries(mutants))('mutant: %s, caught by the same property', (_name, mutant) => {
    expect(wronglyJudged(mutant)).not.toEqual([]);
  });
});

function wronglyJudged(judge: typeof mayComeIntoForce): string[] {
  const draw = numbers(133_700_00);
  const odd: string[] = [];
  for (let round = 0; round < 200; round += 1) {
    const weights = () => Array.from({ length: 2 + draw(12) }, () => 1 + draw(1000));
    const split = (source: 'grant' | 'own'): LineAmount[] =>
      splitByLargestRemainder(agreed[source], weights()).map((amount) => ({ source, amount }));
    const lines = [...split('grant'), ...split('own')];
    const [from, to] = [draw(lines.length), draw(lines.length)];
    const offBy = (index: number, n: number) =>
      lines.map((line, at) => (at === index ? { ...line, amount: grosze(line.amount + n) } : line));
    const moved = offBy(from, -1).map((line, at) => (at === to ? { ...line, amount: grosze(line.amount + 1) } : line));
    const sameSource = lines[from]?.source === lines[to]?.source;
    if (!judge(lines, agreed)) odd.push(`${round}: refused as it should be`);
    if (judge(offBy(from, 1), agreed) || judge(offBy(from, -1), agreed)) odd.push(`${round}: a grosz off`);
    if (judge(moved, agreed) !== sameSource) odd.push(`${round}: a grosz moved`);
  }
  return odd;
}
