import { describe, expect, it } from 'vitest';
import { systemRandom } from '../../src/lib/random.ts';

describe('random', () => {
  it('gives as many bytes as asked, never the same', () => {
    const drawn = Array.from({ length: 50 }, () => systemRandom.bytes(32));
    expect(drawn.every((bytes) => bytes.length === 32)).toBe(true);
    expect(new Set(drawn.map((bytes) => bytes.toString('hex'))).size).toBe(50);
  });

  it('gives codes of a fixed length, leading zeros kept', () => {
    const codes = Array.from({ length: 2_000 }, () => systemRandom.code(6));
    expect(codes.filter((code) => !/^\d{6}$/.test(code))).toEqual([]);
    expect(codes.some((code) => code.startsWith('0'))).toBe(true);
    expect(new Set(codes.map((code) => code[0])).size).toBe(10);
  });
});
