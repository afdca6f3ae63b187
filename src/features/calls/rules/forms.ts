import { z } from 'zod';
import { countLetters } from '../../../lib/text.ts';
import { reasonField } from '../forms.ts';
import { legalMessages } from './texts.ts';

/** As long as the longest rules of such calls, several times over. */
export const mostLetters = 60_000;

const revision = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);

export const legalForm = z.object({
  revision,
  legal: z
    .string()
    .default('')
    .refine((text) => text !== '', legalMessages.missing)
    .refine((text) => countLetters(text) <= mostLetters, legalMessages.too_long(mostLetters)),
  do: z.enum(['save', 'page', 'pdf']).catch('save'),
});

export const publicationForm = z.object({ revision, reason: reasonField });

export const putAsideForm = z.object({ revision });
