import { z } from 'zod';
import { type Day, type Instant, parseDay, warsawToInstant } from '../../lib/days.ts';
import { isPhone, isPostalCode, normalisePhone } from '../../lib/identifiers.ts';
import { countLetters } from '../../lib/text.ts';
import { clockTime } from '../../lib/times.ts';
import { channels } from '../../mail/channels.ts';
import { fieldTexts } from './dispatch-texts.ts';
import type { DispatchFacts } from './dispatches.ts';
import type { Way } from './policy.ts';

export const limits = { name: 120, number: 60, note: 2000, reason: 300, line: 120 } as const;
export const proofLimitBytes = 10 * 1024 * 1024;

const upTo = (limit: number) =>
  z
    .string()
    .catch('')
    .refine((text) => countLetters(text) <= limit, fieldTexts.tooLong(limit));

const typedFacts = {
  doneOn: z.string().catch(''),
  doneTime: z.string().catch(''),
  deliveredOn: z.string().catch(''),
  doneBy: upTo(limits.name),
  withWhom: upTo(limits.name),
  number: upTo(limits.number),
  note: upTo(limits.note),
};

/** What one way asks of whoever writes it down; fields of the other ways are not read. */
export function dispatchForm(way: Way) {
  return z.object(typedFacts).transform((typed, context) => understood(way, typed, context));
}

type Typed = z.output<z.ZodObject<typeof typedFacts>>;

function understood(way: Way, typed: Typed, context: z.RefinementCtx): DispatchFacts {
  const wrong = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
  const doneOn = dayIn(typed.doneOn, () => wrong('doneOn', fieldTexts.doneOnWrong));
  const doneAt = way === 'phone' && doneOn !== null ? momentIn(doneOn, typed.doneTime, wrong) : null;
  const isAtOnce = way === 'hand' || way === 'phone';
  const typedDelivery = isAtOnce || typed.deliveredOn === '' ? null : typed.deliveredOn;
  const deliveredOn =
    typedDelivery === null ? null : dayIn(typedDelivery, () => wrong('deliveredOn', fieldTexts.deliveredOnWrong));
  if (typed.doneBy === '') wrong('doneBy', fieldTexts.doneByMissing);
  if (isAtOnce && typed.withWhom === '')
    wrong('withWhom', way === 'hand' ? fieldTexts.withWhomHand : fieldTexts.withWhomPhone);
  if (way === 'phone' && typed.note === '') wrong('note', fieldTexts.noteMissing);
  if (way === 'e_delivery' && typed.number === '') wrong('number', fieldTexts.numberMissing);
  return {
    way,
    doneOn: doneOn ?? ('' as Day),
    doneAt,
    deliveredOn: isAtOnce ? doneOn : deliveredOn,
    doneBy: typed.doneBy,
    withWhom: isAtOnce ? typed.withWhom : '',
    number: isAtOnce ? '' : typed.number,
    note: typed.note,
  };
}

function dayIn(typed: string, wrong: () => void): Day | null {
  const read = parseDay(typed);
  if (read.ok) return read.value;
  wrong();
  return null;
}

function momentIn(on: Day, typed: string, wrong: (field: string, message: string) => void): Instant | null {
  const at = warsawToInstant(on, clockTime(typed));
  if (at.ok) return at.value;
  wrong('doneTime', fieldTexts.doneTimeWrong);
  return null;
}

/** A row said again, with the reason; `takeBack` takes it back, and then nothing else is read. */
export function correctionForm(way: Way) {
  const reason = upTo(limits.reason).refine((text) => text !== '', fieldTexts.reasonMissing);
  return z
    .object({ ...typedFacts, takeBack: z.string().catch(''), reason })
    .transform(({ takeBack, ...typed }, context) => ({
      reason: typed.reason,
      facts: takeBack === 'tak' ? null : understood(way, typed, context),
    }));
}

/** Letters posted together: their ids, the day and who carried them. */
export const postedForm = z
  .object({
    letters: z
      .union([z.string(), z.array(z.string())])
      .catch([])
      .transform((ids) => [...new Set([ids].flat())].filter((id) => /^[1-9]\d{0,14}$/.test(id)).map(Number)),
    doneOn: typedFacts.doneOn,
    doneBy: typedFacts.doneBy,
  })
  .transform(({ letters, ...typed }, context) => ({
    letters,
    facts: understood('post', { ...typed, doneTime: '', deliveredOn: '', withWhom: '', number: '', note: '' }, context),
  }));

export const contactForm = z.object({
  channel: z.enum(channels).nullable().catch(null),
  phone: z
    .string()
    .catch('')
    .transform((text) => (text === '' ? '' : normalisePhone(text)))
    .refine((text) => text === '' || isPhone(text), fieldTexts.phoneWrong),
  street: upTo(limits.line),
  postalCode: z
    .string()
    .catch('')
    .transform((text) => text.replace(/^(\d{2})\s*-?\s*(\d{3})$/, '$1-$2'))
    .refine((text) => text === '' || isPostalCode(text), fieldTexts.postalCodeWrong),
  city: upTo(limits.line),
  eDelivery: z
    .string()
    .catch('')
    .transform((text) => text.replace(/\s+/g, '').toUpperCase())
    .refine((text) => text === '' || /^AE:PL-\d{5}-\d{5}-[A-Z]{5}-\d{2}$/.test(text), fieldTexts.eDeliveryWrong),
  version: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number),
});
