import { expect, test } from 'vitest';
import { statementLines, statementName, statementOf } from '../../src/features/calls/form/statements.ts';

test('a sentence is a statement without points, in its own words everywhere', () => {
  const text = 'Znamy regulamin.';
  expect(statementOf(text)).toEqual({ lead: 'Znamy regulamin.', points: [] });
  expect(statementName(text)).toBe('Znamy regulamin.');
  expect(statementLines(text)).toBe('Znamy regulamin.');
});

test('lines with a dash are points; a line broken by hand goes on with its point', () => {
  const text = 'Oświadczamy,\nże:\n- znamy regulamin,\r\n– pomysł jest nasz,\n  a zdjęcia też,\n• to prawda.';
  expect(statementOf(text)).toEqual({
    lead: 'Oświadczamy, że:',
    points: ['znamy regulamin,', 'pomysł jest nasz, a zdjęcia też,', 'to prawda.'],
  });
  expect(statementName(text)).toBe('Oświadczamy, że…');
  expect(statementLines(text)).toBe(
    'Oświadczamy, że:\n– znamy regulamin,\n– pomysł jest nasz, a zdjęcia też,\n– to prawda.',
  );
});
