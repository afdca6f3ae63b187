import { z } from 'zod';
import { parseDay } from '../../../lib/days.ts';
import { isEmailAddress, normaliseEmail } from '../../../lib/identifiers.ts';
import { countLetters } from '../../../lib/text.ts';
import { startMessages } from '../texts.ts';
import { fieldTexts } from './texts.ts';

const word = z.string().catch('');

export const askForm = z.object({
  email: word
    .transform(normaliseEmail)
    .refine((email) => email !== '', fieldTexts.emailMissing)
    .refine((email) => email === '' || isEmailAddress(email), startMessages.emailWrong),
});

export const signedForm = z
  .object({ way: z.enum(['scan', 'desk'], fieldTexts.wayMissing), signedOn: word })
  .transform(({ way, signedOn }, context) => {
    const on = parseDay(signedOn);
    if (!on.ok) context.addIssue({ code: 'custom', path: ['signedOn'], message: fieldTexts.signedOnWrong });
    return { way, signedOn: on.ok ? on.value : ('' as never) };
  });

const mostLetters = 500;

export const endForm = z.object({
  reason: word
    .refine((text) => text !== '', fieldTexts.reasonMissing)
    .refine((text) => countLetters(text) <= mostLetters, fieldTexts.reasonTooLong),
});

export const wordForm = z.object({ word: z.enum(['given', 'refused'], fieldTexts.wordMissing), seen: word });
