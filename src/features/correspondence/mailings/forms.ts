import { z } from 'zod';
import { parseDay, warsawToInstant } from '../../../lib/days.ts';
import { countLetters } from '../../../lib/text.ts';
import { limits as textLimits } from '../forms.ts';
import { fieldTexts as textFieldTexts } from '../texts.ts';
import { fieldTexts } from './texts.ts';

export const limits = { ...textLimits, byHand: 20_000, reason: 200 } as const;

const number = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);
const optionalNumber = z
  .string()
  .regex(/^\d{0,9}$/)
  .transform((text) => (text === '' ? null : Number(text)));
const print = z.string().regex(/^[0-9a-f]{0,64}$/);
const upTo = (limit: number, message: (limit: number) => string) => (text: string, context: z.RefinementCtx) => {
  if (countLetters(text) > limit) context.addIssue({ code: 'custom', message: message(limit) });
};
const subject = z
  .string({ error: textFieldTexts.subjectMissing })
  .min(1, textFieldTexts.subjectMissing)
  .superRefine(upTo(limits.subject, textFieldTexts.subjectLong));
const body = z
  .string({ error: textFieldTexts.bodyMissing })
  .min(1, textFieldTexts.bodyMissing)
  .superRefine(upTo(limits.body, textFieldTexts.bodyLong));

export const startForm = z.object({ callId: number, from: optionalNumber });

/** One ticked box comes as a text, several as a list. */
export const peopleForm = z.object({
  revision: number,
  sets: z.preprocess(
    (sent) => (sent === undefined ? [] : typeof sent === 'string' ? [sent] : sent),
    z.array(z.string().max(60)).max(100),
  ),
  byHand: z.string().superRefine(upTo(limits.byHand, fieldTexts.byHandLong)),
});

export const textForm = z.object({ revision: number, subject, body });

const seen = { letters: print, changes: print };
export const decisionForm = z
  .object({
    ...seen,
    do: z.enum(['send', 'hold', 'schedule']).catch('hold'),
    on: z.string().default(''),
    time: z.string().default(''),
  })
  .transform((typed, context) => {
    if (typed.do !== 'schedule') return { ...typed, at: null };
    const day = parseDay(typed.on);
    const time = /^(\d{1,2})[.:](\d{2})$/.exec(typed.time.trim());
    if (!day.ok) context.addIssue({ code: 'custom', path: ['on'], message: fieldTexts.onWrong });
    if (time === null) context.addIssue({ code: 'custom', path: ['time'], message: fieldTexts.timeWrong });
    if (!day.ok || time === null) return z.NEVER;
    const at = warsawToInstant(day.value, `${(time[1] ?? '').padStart(2, '0')}:${time[2]}`);
    if (at.ok) return { ...typed, at: at.value };
    const message = at.code === 'time_does_not_exist' ? fieldTexts.timeSkipped : fieldTexts.timeWrong;
    context.addIssue({ code: 'custom', path: ['time'], message });
    return z.NEVER;
  });

export const endForm = z.object({ do: z.enum(['reopen', 'cancel']).catch('reopen') });

export const letterForm = z.object({ seen: print, do: z.enum(['edit', 'restore']).catch('edit'), subject, body });

export const dropForm = z.discriminatedUnion('do', [
  z.object({
    seen: print,
    do: z.literal('drop'),
    reason: z
      .string({ error: fieldTexts.reasonMissing })
      .min(1, fieldTexts.reasonMissing)
      .superRefine(upTo(limits.reason, fieldTexts.reasonLong)),
  }),
  z.object({ seen: print, do: z.literal('keep') }),
]);
