import { describe, expect, it } from 'vitest';
import { done, type Result, refused } from '../../src/lib/result.ts';

describe('a result', () => {
  it('carries the value, or nothing', () => {
    expect(done(7)).toEqual({ ok: true, value: 7 });
    expect(done().ok).toBe(true);
  });

  it('carries the refusal with its facts and place', () => {
    const result: Result<number> = refused('over_limit', { field: 'amount', facts: { limit: 300_000 } });
    expect(result).toEqual({ ok: false, code: 'over_limit', field: 'amount', facts: { limit: 300_000 } });
    expect(refused('deadline_passed')).toEqual({ ok: false, code: 'deadline_passed' });
  });
});
