import { z } from 'zod';
import type { Instant } from '../../../lib/days.ts';
import { countLetters } from '../../../lib/text.ts';
import type { CorrectionPoint } from '../../applications/corrections/policy.ts';
import { typedMoment } from '../../calls/forms.ts';
import { askMessages } from './texts.ts';

const mostLetters = 500;

const words = z.string().default('');
const missing = words
  .transform((text) => text.trim())
  .refine((text) => countLetters(text) <= mostLetters, askMessages.missing_too_long);

/** A section is named by the sentence written at it. */
export const askForm = z
  .object({
    points: z.record(z.string().regex(/^[a-z0-9][\w-]{0,79}$/i), missing).default({}),
    untilDay: words,
    untilHour: words,
  })
  .transform(({ points, untilDay, untilHour }, context): { points: CorrectionPoint[]; untilAt: Instant } => {
    const wrong = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
    const untilAt = typedMoment(untilDay, untilHour, 'end', (field, message) => wrong(`until${field}`, message));
    if (untilAt === null && untilDay === '') wrong('untilDay', askMessages.day_missing);
    if (untilAt === null) return z.NEVER;
    const named = Object.entries(points).filter(([, text]) => text !== '');
    return { untilAt, points: named.map(([section, text]) => ({ section, missing: text })) };
  });
