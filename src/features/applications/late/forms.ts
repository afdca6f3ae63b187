import { z } from 'zod';
import type { Instant } from '../../../lib/days.ts';
import { isEmailAddress } from '../../../lib/identifiers.ts';
import { countLetters } from '../../../lib/text.ts';
import { typedMoment } from '../../calls/forms.ts';
import { lateMessages } from './texts.ts';

const missing = z.string().default('');
const required = (message: string) =>
  missing
    .transform((text) => text.trim())
    .refine((text) => text !== '', message)
    .refine((text) => countLetters(text) <= 500, lateMessages.text_too_long);

export const lateLinkForm = z
  .object({
    name: required(lateMessages.name_missing),
    email: missing.transform((text) => text.trim()).refine(isEmailAddress, lateMessages.email_wrong),
    untilDay: missing,
    untilHour: missing,
    reason: required(lateMessages.reason_missing),
  })
  .transform(({ untilDay, untilHour, ...rest }, context): typeof rest & { untilAt: Instant } => {
    const wrong = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
    const untilAt = typedMoment(untilDay, untilHour, 'end', (field, message) => wrong(`until${field}`, message));
    if (untilAt === null && untilDay === '') wrong('untilDay', lateMessages.day_missing);
    return untilAt === null ? z.NEVER : { ...rest, untilAt };
  });
