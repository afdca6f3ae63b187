import { z } from 'zod';
import { isEmailAddress, normaliseEmail } from '../../lib/identifiers.ts';
import { countLetters } from '../../lib/text.ts';
import { grounds, isGroundOf, juryFunctions, needsNote, type RecusalGround, type RecusalKind } from './policy.ts';
import { messages } from './texts.ts';

const line = (missing: string, most: number, tooLong: string) =>
  z
    .string({ error: missing })
    .refine((text) => text !== '', missing)
    .refine((text) => countLetters(text) <= most, tooLong);

const noteField = z
  .string()
  .default('')
  .refine((text) => countLetters(text) <= 500, messages.note_too_long);

export const appointmentForm = z.object({
  name: line(messages.name_missing, 120, messages.name_too_long),
  email: z
    .string({ error: messages.email_missing })
    .transform(normaliseEmail)
    .refine((email) => email !== '', messages.email_missing)
    .refine((email) => email === '' || isEmailAddress(email), messages.email_not_an_address),
  function: z.enum(juryFunctions, { error: messages.function_missing }),
  represents: z
    .string()
    .default('')
    .refine((text) => countLetters(text) <= 160, messages.represents_too_long),
});

export const callUpForm = z
  .object({
    scope: z.enum(['whole', 'chosen'], { error: messages.scope_missing }),
    applications: z
      .union([z.string().transform((one) => [one]), z.array(z.string())])
      .default([])
      .transform((ids) => ids.map(Number).filter((id) => Number.isSafeInteger(id) && id > 0)),
    reason: line(messages.call_up_reason, 600, messages.reason_too_long),
  })
  .transform(({ scope, applications, reason }) => ({
    reason,
    applicationIds: scope === 'whole' ? null : applications,
  }));

export const takingOffForm = z.object({
  cards: z
    .enum(['count', 'aside', ''])
    .default('')
    .transform((word) => (word === '' ? null : word)),
  reason: line(messages.removal_reason, 600, messages.reason_too_long),
  order: z
    .string()
    .default('')
    .refine((text) => countLetters(text) <= 120, messages.order_too_long),
});

export const noFields = z.object({});

/** „exclusion:kin”, „disclosure:acquaintance”; '' for nothing in common. */
const choiceField = z
  .string()
  .default('')
  .transform((choice, context): { kind: RecusalKind; ground: RecusalGround } | null => {
    if (choice === '') return null;
    const [kind = '', ground = ''] = choice.split(':');
    if ((kind === 'exclusion' || kind === 'disclosure') && isGroundOf(kind, ground)) return { kind, ground };
    context.addIssue({ code: 'custom', message: messages.choice_missing });
    return z.NEVER;
  });

/**
 * Ids stand behind a letter (`a12`), so that the parser of forms never takes them for places in a list; in one spelling alone, so that no
 * application is answered for twice. In a call judged without names they are keys that tell no id (`n…`).
 */
const applicationKey = z.string().regex(/^(?:a[1-9]\d{0,14}|n[0-9a-f]{20})$/);

export const declarationForm = z
  .object({
    recusals: z
      .record(applicationKey, z.object({ choice: choiceField, note: noteField }), {
        error: messages.application_unknown,
      })
      .default({}),
    signed: z.string().default(''),
    textVersion: z.string().default(''),
  })
  .superRefine(({ recusals, signed }, context) => {
    if (signed === '') context.addIssue({ code: 'custom', path: ['signed'], message: messages.not_signed });
    for (const [key, { choice, note }] of Object.entries(recusals)) {
      if (choice !== null && needsNote(choice) && note === '') {
        context.addIssue({ code: 'custom', path: ['recusals', key, 'note'], message: messages.note_missing });
      }
    }
  })
  .transform(({ recusals, textVersion }) => ({
    textVersion,
    recusals: Object.entries(recusals).flatMap(([key, { choice, note }]) =>
      choice === null ? [] : [{ key, ...choice, note }],
    ),
  }));

export const exclusionForm = z
  .object({ ground: z.enum(grounds.exclusion, { error: messages.ground_missing }), note: noteField })
  .superRefine(({ ground, note }, context) => {
    if (needsNote({ kind: 'exclusion', ground }) && note === '') {
      context.addIssue({ code: 'custom', path: ['note'], message: messages.note_missing });
    }
  });

export function choiceOf({ kind, ground }: { kind: RecusalKind; ground: RecusalGround }): string {
  return `${kind}:${ground}`;
}
