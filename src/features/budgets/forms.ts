import { z } from 'zod';
import { grosze, parseAmount } from '../../lib/money.ts';
import { amountMessages } from '../../lib/polish-messages.ts';
import { countLetters } from '../../lib/text.ts';
import { fieldMessages } from './texts.ts';

export const noFields = z.object({});

/** Sums are counted from whatever was typed, so nothing is refused here. */
export const sumsForm = z.looseObject({});

const whole = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);

const amount = z.string({ error: amountMessages.amount_missing }).transform((text, context) => {
  const parsed = parseAmount(text);
  if (!parsed.ok)
    context.addIssue({ code: 'custom', message: amountMessages[parsed.code as keyof typeof amountMessages] });
  return parsed.ok ? parsed.value : grosze(0);
});

/** Amounts by `l` and the line's id. `act` tells which button was pressed. */
export const draftForm = z.object({
  revision: whole,
  act: z.enum(['save', 'force']).default('save'),
  grant: amount,
  own: amount,
  amounts: z
    .record(z.string().regex(/^l[1-9]\d{0,14}$/), amount)
    .transform((rows) => Object.entries(rows).map(([key, value]) => ({ lineId: Number(key.slice(1)), amount: value }))),
});

export const lineForm = z.object({
  revision: whole,
  task: z.string({ error: fieldMessages.task_missing }).min(1, fieldMessages.task_missing),
  category: z
    .string({ error: fieldMessages.category_missing })
    .min(1, fieldMessages.category_missing)
    .refine((text) => countLetters(text) <= 120, fieldMessages.category_long),
  year: z
    .string({ error: fieldMessages.year_wrong })
    .regex(/^20\d{2}$/, fieldMessages.year_wrong)
    .transform(Number),
  source: z.enum(['grant', 'own'], { error: fieldMessages.source_missing }),
  amount,
});

export const taskForm = z.object({
  revision: whole,
  code: z
    .string({ error: fieldMessages.code_missing })
    .min(1, fieldMessages.code_missing)
    .refine((text) => countLetters(text) <= 10, fieldMessages.code_long),
  name: z
    .string({ error: fieldMessages.name_missing })
    .min(1, fieldMessages.name_missing)
    .refine((text) => countLetters(text) <= 120, fieldMessages.name_long),
});

export const taskRemovalForm = z.object({ revision: whole });
