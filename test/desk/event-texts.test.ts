import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { eventWords } from '../../src/features/desk/event-texts.ts';

const features = join(import.meta.dirname, '../../src/features');

/** Every code of an event that a command may record: `<record>.<participle>` in the sources of the rooms. */
function recordedCodes(): string[] {
  const sources = readdirSync(features, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.startsWith('desk'),
  );
  const codes = sources.flatMap((file) =>
    [...readFileSync(join(features, file), 'utf8').matchAll(/(?:what: |\? |: |, )'([a-z_]+\.[a-z_]+)'/g)].map(
      (match) => match[1] ?? '',
    ),
  );
  return [...new Set(codes)].sort();
}

describe('the history in words', () => {
  it('has words for every event that is recorded', () => {
    const codes = recordedCodes();
    expect(codes.length).toBeGreaterThan(60);
    expect(codes.filter((what) => eventWords({ what, facts: '{}' }).title === what)).toEqual([]);
  });

  it('says amounts in złote and leaves out what only the record needs', () => {
    const said = eventWords({
      what: 'application.submitted',
      facts: '{"number":7,"requestedGrosze":433500,"fingerprint":"9f3c","place":null}',
    });
    expect(said).toEqual({ title: 'złożono wniosek', facts: 'numer: 7, kwota wnioskowana: 4\u00a0335,00\u00a0zł' });
  });

  it('names roles and days as readers do', () => {
    expect(eventWords({ what: 'role.granted', facts: '{"role":"accountant"}' }).facts).toBe('rola: księgowość');
    expect(eventWords({ what: 'agreement.signed', facts: '{"signedOn":"2024-05-10"}' }).facts).toBe(
      'dzień podpisania: 10\u00a0maja 2024\u00a0r.',
    );
  });
});
