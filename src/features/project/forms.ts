import { z } from 'zod';
import { type Day, parseDay } from '../../lib/days.ts';
import { countLetters } from '../../lib/text.ts';
import { fieldTexts, labels } from './texts.ts';

type Field = keyof typeof labels;

const optional = (field: Field, limit: number) =>
  z
    .string({ error: fieldTexts.missing(labels[field]) })
    .refine((text) => countLetters(text) <= limit, fieldTexts.tooLong(labels[field], limit));

const required = (field: Field, limit: number) => optional(field, limit).min(1, fieldTexts.missing(labels[field]));

const dayIn = (field: Field) =>
  z.string({ error: fieldTexts.missing(labels[field]) }).transform((text, context): Day => {
    const parsed = parseDay(text);
    if (parsed.ok) return parsed.value;
    const message = text === '' ? fieldTexts.missing(labels[field]) : fieldTexts.dayWrong(labels[field]);
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });

export const projectForm = z.object({
  version: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
  title: required('title', 200),
  shortTitle: required('shortTitle', 100),
  description: optional('description', 2000),
  programmeName: optional('programmeName', 300),
  funderName: optional('funderName', 200),
  funderShortName: optional('funderShortName', 40),
  creditLine: optional('creditLine', 500),
  agreementNumber: optional('agreementNumber', 100),
  agreementOn: z.union([z.literal('').transform(() => null), dayIn('agreementOn')]),
  startsOn: dayIn('startsOn'),
  endsOn: dayIn('endsOn'),
  paymentsUntilOn: dayIn('paymentsUntilOn'),
  reportDueOn: dayIn('reportDueOn'),
});
