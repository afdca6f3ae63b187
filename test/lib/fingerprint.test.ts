import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { fingerprint } from '../../src/lib/fingerprint.ts';

describe('a fingerprint', () => {
  it('is the SHA-256 of the canonical JSON', () => {
    const canonical = '{"amount":250000,"leader":"Zofia Wasilewska","rows":[1,{"a":null,"ż":true}]}';
    expect(fingerprint({ rows: [1, { ż: true, a: null }], leader: 'Zofia Wasilewska', amount: 250_000 })).toBe(
      createHash('sha256').update(canonical).digest('hex'),
    );
  });

  it('does not depend on the order of keys, and does on everything else', () => {
    const frozen = fingerprint({ title: 'Pieśni z Puńska', rows: [1, 2] });
    expect(fingerprint({ rows: [1, 2], title: 'Pieśni z Puńska' })).toBe(frozen);
    expect(fingerprint({ rows: [2, 1], title: 'Pieśni z Puńska' })).not.toBe(frozen);
    expect(fingerprint({ rows: [1, 2], title: 'Pieśni z Puńska ' })).not.toBe(frozen);
    expect(fingerprint({ rows: ['1', 2], title: 'Pieśni z Puńska' })).not.toBe(frozen);
  });

  it('is not given to what JSON cannot hold', () => {
    expect(() => fingerprint(undefined)).toThrow(TypeError);
    expect(() => fingerprint({ amount: Number.NaN })).toThrow();
  });
});
