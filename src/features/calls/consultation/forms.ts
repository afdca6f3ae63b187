import { z } from 'zod';
import { countLetters } from '../../../lib/text.ts';
import { optionalEmail } from '../asked/forms.ts';
import { opinionMessages } from './texts.ts';

const missing = z.string().default('');
const line = missing
  .transform((text) => text.trim())
  .refine((text) => countLetters(text) <= 200, opinionMessages.line_too_long);
const long = (message: string) =>
  missing
    .transform((text) => text.trim())
    .refine((text) => text !== '', message)
    .refine((text) => countLetters(text) <= 4000, opinionMessages.opinion_too_long);
const version = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);

/** `trap` is a field that nobody sees. */
export const opinionForm = z.object({
  place: line,
  opinion: long(opinionMessages.opinion_missing),
  name: line,
  organisation: line,
  email: optionalEmail,
  named: missing.transform((ticked) => ticked !== ''),
  trap: missing,
});

export const opinionAnswerForm = z.object({
  version,
  outcome: z.enum(['taken', 'partly', 'not_taken', 'noted', 'set_aside'], { error: opinionMessages.outcome_missing }),
  answer: long(opinionMessages.answer_missing),
});

export const summaryForm = z.object({ version, summary: long(opinionMessages.summary_missing) });
