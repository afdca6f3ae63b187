import { describe, expect, it } from 'vitest';
import { type Difference, differences } from '../../src/lib/differences.ts';
import { numbers } from '../support/properties.ts';

const side = (found: readonly Difference[], other: 'removed' | 'added') =>
  found
    .filter(({ kind }) => kind !== other)
    .map(({ text }) => text)
    .join('');

describe('what was changed between two texts', () => {
  it('is told word by word', () => {
    expect(differences('Dzień dobry!\nWniosek wpłynął.', 'Dzień dobry!\nWasz wniosek wpłynął.')).toEqual([
      { kind: 'same', text: 'Dzień dobry!\n' },
      { kind: 'removed', text: 'Wniosek' },
      { kind: 'added', text: 'Wasz wniosek' },
      { kind: 'same', text: ' wpłynął.' },
    ]);
  });

  it('is nothing between equal texts, and everything beside an empty one', () => {
    expect(differences('a b', 'a b')).toEqual([{ kind: 'same', text: 'a b' }]);
    expect(differences('', 'a b')).toEqual([{ kind: 'added', text: 'a b' }]);
    expect(differences('a b', '')).toEqual([{ kind: 'removed', text: 'a b' }]);
    expect(differences('', '')).toEqual([]);
  });

  it('holds both texts whole, whatever they are', () => {
    const below = numbers(7);
    const text = () => Array.from({ length: below(40) }, () => ['a', 'b', 'ż', ' ', '\n', '  '][below(6)]).join('');
    for (let round = 0; round < 500; round += 1) {
      const [earlier, later] = [text(), text()];
      const found = differences(earlier, later);
      expect([side(found, 'added'), side(found, 'removed')]).toEqual([earlier, later]);
    }
  });

  it('of two long texts is told at once', () => {
    const text = (word: string) => Array.from({ length: 1500 }, (_, index) => `${word}${index % 7}`).join(' ');
    const start = performance.now();
    differences(text('a'), text('b'));
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
