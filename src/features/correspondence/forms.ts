import { z } from 'zod';
import { isEmailAddress, normaliseEmail } from '../../lib/identifiers.ts';
import { countLetters } from '../../lib/text.ts';
import { fieldTexts } from './texts.ts';

export const limits = { subject: 200, body: 8000, note: 200, foot: 1000 } as const;

const upTo = (limit: number, message: (limit: number) => string) => (text: string, context: z.RefinementCtx) => {
  if (countLetters(text) > limit) context.addIssue({ code: 'custom', message: message(limit) });
};
const version = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);

/** While somebody types nothing is refused: the preview shows what is wrong. */
export const typingForm = z.object({});

export const textForm = z.object({
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
  do: z.enum(['save', 'preview', 'trial']).catch('save'),
});

export const restoreForm = z.object({ base: version, number: version });

export const settingsForm = z.object({
  version,
  replyTo: z
    .string()
    .transform(normaliseEmail)
    .refine((text) => text === '' || isEmailAddress(text), fieldTexts.replyToWrong),
  foot: z.string().superRefine(upTo(limits.foot, fieldTexts.footLong)),
});
