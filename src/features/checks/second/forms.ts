import { z } from 'zod';
import { countLetters } from '../../../lib/text.ts';
import { messages } from '../texts.ts';
import { secondMessages } from './texts.ts';

const revision = z
  .string({ error: messages.revision_missing })
  .regex(/^\d{1,9}$/, messages.revision_missing)
  .transform(Number);

export const approveForm = z.object({ signed: revision });

export const sendBackForm = z.object({
  signed: revision,
  returnNote: z
    .string()
    .default('')
    .transform((text) => text.trim())
    .refine((text) => text !== '', secondMessages.note_missing)
    .refine((text) => countLetters(text) <= 1000, secondMessages.note_too_long),
});
