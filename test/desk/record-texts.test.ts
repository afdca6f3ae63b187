import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changeWords, recordWords } from '../../src/features/desk/record-texts.ts';

const features = join(import.meta.dirname, '../../src/features');

describe('a record of the history in words', () => {
  it('has a name, whatever room it is of', () => {
    const sources = readdirSync(features, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(join(features, file), 'utf8'));
    const kinds = sources.flatMap((source) =>
      [...source.matchAll(/subject(?:: | = )\{ kind: '(\w+)'/g)].map((match) => match[1] ?? ''),
    );
    expect(new Set(kinds).size).toBeGreaterThan(12);
    const unnamed = kinds.filter((subjectKind) => recordWords({ subjectKind, record: null }) === '');
    expect([...new Set(unnamed)]).toEqual(['sign_in_link']);
  });

  it('is known by its number, and its states by their names', () => {
    expect(recordWords({ subjectKind: 'application', record: 'PB/2024/03' })).toBe('wniosek PB/2024/03');
    expect(changeWords({ subjectKind: 'application', fromState: 'draft', toState: 'submitted' })).toBe(
      'było: szkic, jest: złożony',
    );
    expect(changeWords({ subjectKind: 'initiative', fromState: null, toState: 'negotiation' })).toBe(
      'uzgadnianie kosztorysu',
    );
    expect(changeWords({ subjectKind: 'call', fromState: null, toState: null })).toBe('');
  });
});
