import { z } from 'zod';
import { fieldTexts } from './texts.ts';

const most = { days: 4, day: 60 } as const;

/** „3, 1” → the furthest first, each once. */
const days = z.string().transform((text, context) => {
  const parts = text.split(/[,;\s]+/u).filter((part) => part !== '');
  const numbers = [...new Set(parts.map(Number))].sort((a, b) => b - a);
  const isRight = parts.every((part) => /^\d{1,2}$/u.test(part)) && numbers.every((day) => day <= most.day);
  if (isRight && numbers.length > 0 && numbers.length <= most.days) return numbers;
  context.addIssue({ code: 'custom', message: fieldTexts.daysWrong });
  return z.NEVER;
});

export const settingForm = z.object({
  version: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
  isOn: z
    .string()
    .optional()
    .transform((text) => text === 'tak'),
  days,
});

export const summaryForm = z.object({
  isWanted: z
    .string()
    .optional()
    .transform((text) => text === 'tak'),
});
