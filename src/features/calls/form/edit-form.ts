import { z } from 'zod';
import { countLetters } from '../../../lib/text.ts';
import { limits } from './question-form.ts';
import { fieldTexts } from './texts.ts';

const words = z.string().catch('');
const code = z.string().regex(/^\w{1,60}$/u);
const by = z.enum(['up', 'down']).transform((way) => (way === 'up' ? (-1 as const) : (1 as const)));
const title = words
  .transform((text) => text.trim())
  .refine((text) => text !== '' && countLetters(text) <= limits.title, fieldTexts.title);
const revision = z
  .string()
  .regex(/^\d{1,9}$/u)
  .transform(Number)
  .catch(0);

export const revisionForm = z.object({ revision });

/** One button of the form's page. */
export const editForm = z.discriminatedUnion('do', [
  z.object({ revision, do: z.literal('add_section'), title }),
  z.object({ revision, do: z.literal('rename_section'), section: code, title }),
  z.object({ revision, do: z.literal('move_section'), section: code, by }),
  z.object({ revision, do: z.literal('remove_section'), section: code }),
  z.object({ revision, do: z.literal('move_question'), question: code, by }),
  z.object({ revision, do: z.literal('remove_question'), question: code }),
  z.object({ revision, do: z.literal('take_ready'), section: code, ready: code }),
  z
    .object({
      revision,
      do: z.literal('add_check'),
      left: words,
      relation: z.enum(['not_more', 'not_before']).catch('not_more'),
      right: words,
      text: words,
    })
    .refine(
      ({ left, right, text }) =>
        left !== '' && right !== '' && left !== right && text.trim() !== '' && countLetters(text) <= limits.check,
      { path: ['text'], message: fieldTexts.check },
    ),
  z.object({ revision, do: z.literal('remove_check'), index: z.coerce.number().int().min(0) }),
]);

export type TypedEdit = z.output<typeof editForm>;

/** Statements that every group ticks before sending; an emptied one goes. */
export const consentsForm = z.object({
  revision,
  consents: z
    .array(words)
    .catch([])
    .refine((texts) => texts.every((text) => countLetters(text) <= limits.consent), fieldTexts.consent),
});
