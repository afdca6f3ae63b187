import { z } from 'zod';
import { countLetters } from '../../lib/text.ts';
import { outcomes, verdicts } from './policy.ts';
import { messages } from './texts.ts';

const upTo = (most: number, tooLong: string) =>
  z
    .string()
    .default('')
    .refine((text) => countLetters(text) <= most, tooLong);

const verdictField = z
  .string()
  .default('')
  .transform((typed) => verdicts.find((verdict) => verdict === typed) ?? null);

/** Ids of criteria stand behind a letter (`k12`), so that the parser of forms never takes them for places in a list. */
export const cardForm = z
  .object({
    revision: z
      .string({ error: messages.revision_missing })
      .regex(/^\d{1,9}$/, messages.revision_missing)
      .transform(Number),
    version: z
      .string({ error: messages.revision_missing })
      .regex(/^\d{1,9}$/, messages.revision_missing)
      .transform(Number),
    answers: z
      .record(
        z.string().regex(/^k\d{1,15}$/),
        z.object({ verdict: verdictField, note: upTo(500, messages.note_too_long) }),
      )
      .default({}),
    reason: upTo(1500, messages.reason_too_long),
    outcome: z.string().default(''),
    act: z.string().default('save'),
  })
  .superRefine(({ act, outcome }, context) => {
    if (act === 'decide' && !isOutcome(outcome)) {
      context.addIssue({ code: 'custom', path: ['outcome'], message: messages.outcome_missing });
    }
  })
  .transform(({ answers, outcome, act, ...card }) => ({
    ...card,
    answers: Object.entries(answers).map(([key, answer]) => ({ criterionId: Number(key.slice(1)), ...answer })),
    decision: act === 'decide' && isOutcome(outcome) ? outcome : null,
  }));

function isOutcome(text: string): text is (typeof outcomes)[number] {
  return outcomes.some((outcome) => outcome === text);
}

export const printForm = z.object({});
