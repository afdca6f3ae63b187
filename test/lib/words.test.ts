import { describe, expect, it } from 'vitest';
import { grosze } from '../../src/lib/money.ts';
import { amountInWords } from '../../src/lib/words.ts';

describe('an amount in words', () => {
  it.each([
    [0, 'zero złotych 00/100'],
    [1, 'zero złotych 01/100'],
    [100, 'jeden złoty 00/100'],
    [150, 'jeden złoty 50/100'],
    [200, 'dwa złote 00/100'],
    [500, 'pięć złotych 00/100'],
    [1_200, 'dwanaście złotych 00/100'],
    [2_100, 'dwadzieścia jeden złotych 00/100'],
    [2_200, 'dwadzieścia dwa złote 00/100'],
    [10_100, 'sto jeden złotych 00/100'],
    [11_200, 'sto dwanaście złotych 00/100'],
    [12_305, 'sto dwadzieścia trzy złote 05/100'],
    [100_000, 'tysiąc złotych 00/100'],
    [210_000, 'dwa tysiące sto złotych 00/100'],
    [300_000, 'trzy tysiące złotych 00/100'],
    [13_370_000, 'sto trzydzieści trzy tysiące siedemset złotych 00/100'],
    [99_999_999_999, expect.stringMatching(/^dziewięćset .* dziewięć złotych 99\/100$/)],
    [-150, 'minus jeden złoty 50/100'],
    [-50, 'minus zero złotych 50/100'],
  ])('%i grosze: %s', (amount, words) => {
    expect(amountInWords(grosze(amount))).toEqual(words);
  });
});
