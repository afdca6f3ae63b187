import { z } from 'zod';
import { type Day, parseDay } from '../../lib/days.ts';
import { countLetters } from '../../lib/text.ts';
import { listedLabels, listedLimits } from './listed/texts.ts';
import { partnerKinds } from './queries.ts';
import { fieldTexts, labels } from './texts.ts';

type Field = keyof typeof labels;

const textUpTo = (label: string, limit: number) =>
  z
    .string({ error: fieldTexts.missing(label) })
    .refine((text) => countLetters(text) <= limit, fieldTexts.tooLong(label, limit));

const neededText = (label: string, limit: number) => textUpTo(label, limit).min(1, fieldTexts.missing(label));

const optional = (field: Field, limit: number) => textUpTo(labels[field], limit);
const required = (field: Field, limit: number) => neededText(labels[field], limit);

const dayIn = (field: Field) =>
  z.string({ error: fieldTexts.missing(labels[field]) }).transform((text, context): Day => {
    const parsed = parseDay(text);
    if (parsed.ok) return parsed.value;
    const message = text === '' ? fieldTexts.missing(labels[field]) : fieldTexts.dayWrong(labels[field]);
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  });

const version = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);

export const projectForm = z.object({
  version,
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

const { partner, need } = listedLabels;

/** What stands in a list of the project; `version` is 0 for what is new. */
export const listedForms = {
  partner: z
    .object({
      version,
      name: neededText(partner.name, listedLimits.head),
      kind: z.enum(partnerKinds, { error: fieldTexts.missing(partner.kind) }),
      contribution: textUpTo(partner.contribution, listedLimits.words),
    })
    .transform(({ version, ...text }) => ({ version, listed: { kind: 'partner' as const, text } })),
  need: z
    .object({
      version,
      title: neededText(need.title, listedLimits.head),
      description: textUpTo(need.description, listedLimits.words),
      source: neededText(need.source, listedLimits.head),
    })
    .transform(({ version, ...text }) => ({ version, listed: { kind: 'need' as const, text } })),
};

export const nothingTyped = z.object({});
