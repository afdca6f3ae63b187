import { z } from 'zod';
import { roles } from '../../lib/actor.ts';
import { isEmailAddress, isPhone, normaliseEmail, normalisePhone } from '../../lib/identifiers.ts';
import { countLetters } from '../../lib/text.ts';
import { fieldTexts } from './texts.ts';

const email = z
  .string({ error: fieldTexts.emailMissing })
  .transform(normaliseEmail)
  .pipe(z.string().min(1, fieldTexts.emailMissing).refine(isEmailAddress, fieldTexts.emailWrong));

const name = z
  .string({ error: fieldTexts.nameMissing })
  .min(1, fieldTexts.nameMissing)
  .refine((text) => countLetters(text) <= 120, fieldTexts.nameLong)
  .transform((text) => text.replace(/\s+/g, ' '));

const phone = z
  .string({ error: fieldTexts.phoneWrong })
  .transform((text) => (text === '' ? '' : normalisePhone(text)))
  .refine((text) => text === '' || isPhone(text), fieldTexts.phoneWrong);

const wholeNumber = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);

export const noFields = z.object({});

export const signInForm = z.object({ email, dalej: z.string().catch('') });

export const codeForm = z.object({
  code: z
    .string({ error: fieldTexts.codeWrong })
    .transform((text) => text.replace(/[\s-]/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, fieldTexts.codeWrong)),
});

export const newPersonForm = z.object({ name, email });

export const ownForm = z.object({ name, phone, version: wholeNumber });

/** `scope` is a call's id or `all`. */
export const grantForm = z.object({
  role: z.enum(roles, { error: fieldTexts.roleMissing }),
  scope: z
    .string({ error: fieldTexts.scopeMissing })
    .regex(/^(all|[1-9]\d{0,14})$/, fieldTexts.scopeMissing)
    .transform((text) => (text === 'all' ? null : Number(text))),
});
