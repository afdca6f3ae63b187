import { z } from 'zod';
import { parseDay } from '../../../lib/days.ts';
import { countLetters } from '../../../lib/text.ts';
import { recheckMessages } from './texts.ts';

const mostLetters = 3000;

const required = (missing: string) =>
  z
    .string()
    .default('')
    .transform((text) => text.trim())
    .refine((text) => text !== '', missing)
    .refine((text) => countLetters(text) <= mostLetters, recheckMessages.too_long);

export const recheckForm = z.object({ body: required(recheckMessages.body_missing) });

export const paperForm = z.object({
  body: required(recheckMessages.paper_missing),
  arrivedOn: z
    .string()
    .default('')
    .transform((typed, context) => {
      const day = parseDay(typed);
      if (day.ok) return day.value;
      context.addIssue({ code: 'custom', message: recheckMessages.day_missing });
      return z.NEVER;
    }),
});

export const answerForm = z.object({
  outcome: z.enum(['upheld', 'reopened'], recheckMessages.outcome_missing),
  answer: required(recheckMessages.answer_missing),
});
