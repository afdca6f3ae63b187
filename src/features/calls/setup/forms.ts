import { z } from 'zod';
import { type Day, type Instant, parseDay, warsawToInstant } from '../../../lib/days.ts';
import { grosze, parseAmount } from '../../../lib/money.ts';
import { amountMessages, dayMessages } from '../../../lib/polish-messages.ts';
import { countLetters } from '../../../lib/text.ts';
import { clockTime } from '../../../lib/times.ts';
import { applicantKinds } from '../queries.ts';
import { setupMessages } from './texts.ts';

/** A line or a few of text, at most so many letters. */
export const written = (most: number, missing?: string) =>
  z
    .string()
    .default('')
    .superRefine((text, context) => {
      if (missing !== undefined && text === '') context.addIssue({ code: 'custom', message: missing });
      if (countLetters(text) > most) context.addIssue({ code: 'custom', message: setupMessages.tooLong(most) });
    });

export const version = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);

/** Grosze, more than nothing. */
export const amount = z
  .string()
  .default('')
  .transform((text, context) => {
    const parsed = parseAmount(text);
    if (!parsed.ok)
      context.addIssue({ code: 'custom', message: amountMessages[parsed.code as keyof typeof amountMessages] });
    else if (parsed.value === 0) context.addIssue({ code: 'custom', message: setupMessages.positive });
    return parsed.ok ? parsed.value : grosze(0);
  });

const day = z
  .string()
  .default('')
  .transform((text, context): Day => {
    const parsed = parseDay(text);
    if (parsed.ok) return parsed.value;
    context.addIssue({ code: 'custom', message: dayMessages[parsed.code as keyof typeof dayMessages] });
    return '' as Day;
  });

export const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .default('')
    .transform((text, context) => {
      const number = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
      if (number >= least && number <= most) return number;
      context.addIssue({ code: 'custom', message: setupMessages.numberBetween(least, most) });
      return least;
    });

/** As `wholeNumber`; nothing typed is null. */
export const optionalNumber = (least: number, most: number) =>
  z
    .string()
    .default('')
    .transform((text, context) => {
      if (text === '') return null;
      const number = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
      if (number >= least && number <= most) return number;
      context.addIssue({ code: 'custom', message: setupMessages.numberBetween(least, most) });
      return null;
    });

const kind = z.enum(applicantKinds);

/** One box sends a text, several a list. */
export const kinds = z
  .union([kind.transform((one) => [one]), z.array(kind)], { error: setupMessages.kinds })
  .transform((chosen) => [...new Set(chosen)]);

export const callCode = z
  .string()
  .default('')
  .transform((text) => text.toLocaleUpperCase('pl'))
  .pipe(z.string().regex(/^[\p{Lu}\d-]{1,12}$/u, setupMessages.code));

export const callYear = wholeNumber(2000, 2100);

const titleLetters = 120;
const contactLetters = 300;

export const callTitle = written(titleLetters, setupMessages.title);
export const callContact = written(contactLetters, setupMessages.contact);

export const newCallForm = z
  .object({
    source: z.string().max(80).default(''),
    title: callTitle,
    year: callYear,
    code: callCode,
    task: z
      .string({ error: setupMessages.task })
      .regex(/^[1-9]\d{0,14}$/, setupMessages.task)
      .transform(Number),
    pool: amount,
    min: amount,
    max: amount,
    kinds,
    deadlineDay: day,
    deadlineHour: z.string().default(''),
    realisationFrom: day,
    realisationTo: day,
    contact: callContact,
  })
  .transform((typed, context) => ({ ...typed, deadline: deadlineOf(typed.deadlineDay, typed.deadlineHour, context) }));

function deadlineOf(on: Day, hour: string, context: z.RefinementCtx): Instant {
  const at = warsawToInstant(on, clockTime(hour));
  if (at.ok && hour !== '') return at.value;
  const message = at.ok ? setupMessages.hour : dayMessages[at.code as keyof typeof dayMessages];
  context.addIssue({ code: 'custom', path: ['deadlineHour'], message });
  return '' as Instant;
}
