import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { letterKind, writeText } from '../../src/mail/kinds.ts';

const greeting = letterKind({
  kind: 'greeting',
  fields: z.object({ name: z.string() }),
  subject: 'Dzień dobry, {{name}}',
  body: 'Wejście: {{link}}, kod {{code}}.',
  sample: { name: 'Birutė' },
});

describe('the text of a letter', () => {
  it('keeps the place of the one-time link and code, and a subject of one line', () => {
    expect(writeText(greeting, { name: 'Jonas\r\nBcc: z@example.net' })).toEqual({
      subject: 'Dzień dobry, Jonas Bcc: z@example.net',
      body: 'Wejście: [jednorazowy link], kod [jednorazowy kod].',
    });
  });

  it('is strict: a field that the template names but the letter lacks stops it', () => {
    expect(() => writeText({ ...greeting, body: 'Kwota: {{amount}}' }, { name: 'Jonas' })).toThrow(
      '"amount" not defined',
    );
  });

  it('cannot hide the one-time code behind a field of its own', () => {
    const fields = z.object({ name: z.string(), code: z.string() });
    const hiding = { ...greeting, fields, sample: { name: 'Jonas', code: 'PB/2024/03' } };
    expect(() => writeText(hiding, { name: 'Jonas', code: 'PB/2024/03' })).toThrow(
      'names a field of its own link or code',
    );
  });
});
