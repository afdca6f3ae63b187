import { z } from 'zod';
import { isEmailAddress } from '../../../lib/identifiers.ts';
import { countLetters } from '../../../lib/text.ts';
import { askedMessages } from './texts.ts';

const missing = z.string().default('');
const upTo = (most: number, message: string) =>
  missing.transform((text) => text.trim()).refine((text) => countLetters(text) <= most, message);

/** An address may be left out; one that was typed must be one. */
export const optionalEmail = missing
  .transform((text) => text.trim())
  .refine((text) => text === '' || isEmailAddress(text), askedMessages.email_wrong);

/** `trap` is a field that nobody sees. */
export const askForm = z.object({
  question: upTo(1500, askedMessages.question_too_long).refine((text) => text !== '', askedMessages.question_missing),
  name: upTo(120, askedMessages.name_too_long),
  email: optionalEmail,
  trap: missing,
});

export const answerForm = z.object({
  version: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
  outcome: z.enum(['published', 'answered', 'set_aside'], { error: askedMessages.outcome_missing }),
  publicQuestion: upTo(1500, askedMessages.question_too_long),
  answer: upTo(4000, askedMessages.answer_too_long),
});
