import { z } from 'zod';
import { type Day, type Instant, parseDay, warsawToInstant } from '../../lib/days.ts';
import { isEmailAddress, normaliseEmail } from '../../lib/identifiers.ts';
import { dayMessages } from '../../lib/polish-messages.ts';
import { countLetters } from '../../lib/text.ts';
import { clockTime } from '../../lib/times.ts';
import { fieldTexts } from './texts.ts';
import { paperFieldTexts } from './wording-texts.ts';

export const limits = { subject: 200, body: 8000, note: 200, foot: 1000, paper: 20_000 } as const;

const upTo = (limit: number, message: (limit: number) => string) => (text: string, context: z.RefinementCtx) => {
  if (countLetters(text) > limit) context.addIssue({ code: 'custom', message: message(limit) });
};
const version = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);

/** While somebody types nothing is refused: the preview shows what is wrong. */
export const typingForm = z.object({});

export const textForm = z
  .object({
    base: version,
    press: z.string().regex(/^[\w-]{1,40}$/),
    subject: z
      .string({ error: fieldTexts.subjectMissing })
      .min(1, fieldTexts.subjectMissing)
      .superRefine(upTo(limits.subject, fieldTexts.subjectLong)),
    body: z
      .string({ error: fieldTexts.bodyMissing })
      .min(1, fieldTexts.bodyMissing)
      .superRefine(upTo(limits.body, fieldTexts.bodyLong)),
    note: z.string().superRefine(upTo(limits.note, fieldTexts.noteLong)),
    fromOn: z.string().catch(''),
    fromTime: z.string().catch(''),
    do: z.enum(['save', 'preview', 'trial']).catch('save'),
  })
  .transform(({ fromOn, fromTime, ...typed }, context) => ({
    ...typed,
    inForceFrom: startOf(fromOn, fromTime, context),
  }));

/** When a version starts: the beginning of a day or an hour of it; null where nothing was typed. */
function startOf(fromOn: string, fromTime: string, context: z.RefinementCtx): Instant | null {
  const wrong = (field: string, message: string) => {
    context.addIssue({ code: 'custom', path: [field], message });
    return null;
  };
  if (fromOn === '') return fromTime === '' ? null : wrong('fromOn', fieldTexts.fromOnMissing);
  const day = parseDay(fromOn);
  if (!day.ok) return wrong('fromOn', fieldTexts.fromOnWrong);
  const at = warsawToInstant(day.value, clockTime(fromTime === '' ? '0' : fromTime));
  return at.ok ? at.value : wrong('fromTime', fieldTexts.fromTimeWrong);
}

/** A day of Warsaw, or null where nothing was typed. */
const optionalDay = z
  .string()
  .default('')
  .transform((typed, context): Day | null => {
    if (typed === '') return null;
    const read = parseDay(typed);
    if (read.ok) return read.value;
    context.addIssue({ code: 'custom', message: dayMessages[read.code as keyof typeof dayMessages] });
    return z.NEVER;
  });

export const paperForm = z.object({
  base: version,
  text: z
    .string({ error: paperFieldTexts.textMissing })
    .min(1, paperFieldTexts.textMissing)
    .superRefine(upTo(limits.paper, paperFieldTexts.textLong)),
  note: z.string().superRefine(upTo(limits.note, fieldTexts.noteLong)),
  from: optionalDay,
  do: z.enum(['save', 'preview', 'pdf']).catch('save'),
});

export const restoreForm = z.object({ base: version, number: version });

export const callBackForm = z.object({ number: version });

export const settingsForm = z.object({
  version,
  replyTo: z
    .string()
    .transform(normaliseEmail)
    .refine((text) => text === '' || isEmailAddress(text), fieldTexts.replyToWrong),
  foot: z.string().superRefine(upTo(limits.foot, fieldTexts.footLong)),
});
