import { z } from 'zod';
import { type Instant, parseDay, warsawToInstant } from '../../../lib/days.ts';
import { isEmailAddress, isPhone, isPostalCode, normaliseEmail, normalisePhone } from '../../../lib/identifiers.ts';
import { countLetters } from '../../../lib/text.ts';
import { clockTime } from '../../../lib/times.ts';
import { applicantKinds } from '../../calls/queries.ts';
import { fieldTexts } from './texts.ts';

/** The answer that it is nobody keyed in before. */
export const somebodyElse = 'inna';

export const limits = { line: 120, reason: 500 } as const;

const upTo = (limit: number) =>
  z
    .string()
    .catch('')
    .refine((text) => countLetters(text) <= limit, fieldTexts.tooLong(limit));
const word = z.string().catch('');

const arrivalFields = {
  arrivedOn: word,
  arrivedTime: word,
  way: z.enum(['hand', 'post']).nullable().catch(null),
  journalNumber: upTo(60),
  lateReason: upTo(limits.reason),
};

type TypedArrival = z.output<z.ZodObject<typeof arrivalFields>>;

/** When the paper came, by Warsaw's clock. */
function arrivalOf({ arrivedOn, arrivedTime, way, journalNumber, lateReason }: TypedArrival, context: z.RefinementCtx) {
  const wrong = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
  const on = parseDay(arrivedOn);
  if (!on.ok) wrong('arrivedOn', fieldTexts.dayWrong);
  const at = on.ok ? warsawToInstant(on.value, clockTime(arrivedTime)) : undefined;
  if (at?.ok === false) wrong('arrivedTime', fieldTexts.timeWrong);
  if (way === null) wrong('way', fieldTexts.wayMissing);
  const arrivedAt = at?.ok === true ? at.value : ('' as Instant);
  return { arrivedAt, way: way ?? 'hand', journalNumber, lateReason };
}

export const arrivalForm = z.object(arrivalFields).transform(arrivalOf);

/** Whoever has no e-mail is reached by telephone and post, so both are needed. */
export const startForm = z
  .object({
    lane: z.enum(['paper', 'together'], fieldTexts.laneMissing),
    kind: z.enum(applicantKinds, fieldTexts.kindMissing),
    name: upTo(limits.line).refine((text) => text !== '', fieldTexts.nameMissing),
    email: word.transform(normaliseEmail).refine((text) => text === '' || isEmailAddress(text), fieldTexts.emailWrong),
    phone: word.refine((text) => text === '' || isPhone(normalisePhone(text)), fieldTexts.phoneWrong),
    street: upTo(limits.line),
    postalCode: word.refine((text) => text === '' || isPostalCode(text), fieldTexts.postalCodeWrong),
    city: upTo(limits.line),
    sameAs: word,
    ...arrivalFields,
  })
  .transform(({ lane, arrivedOn, arrivedTime, way, journalNumber, lateReason, sameAs, ...person }, context) => {
    const wrong = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (person.email === '' && person.phone === '') wrong('phone', fieldTexts.reachMissing);
    if (person.email === '' && (person.street === '' || person.city === '')) wrong('street', fieldTexts.streetMissing);
    const typed = { arrivedOn, arrivedTime, way, journalNumber, lateReason };
    const arrival = lane === 'paper' ? arrivalOf(typed, context) : undefined;
    return { ...person, arrival, ...sameOf(sameAs) };
  });

/** Of the question about somebody keyed in before: the number of her application, „somebody else”, or nothing said. */
function sameOf(typed: string): { sameAs?: number | null } {
  if (typed === somebodyElse) return { sameAs: null };
  return /^[1-9]\d{0,14}$/.test(typed) ? { sameAs: Number(typed) } : {};
}

export const signatureForm = z
  .object({ way: z.enum(['paper_form', 'printout'], fieldTexts.signatureWayMissing), signedOn: word })
  .transform(({ way, signedOn }, context) => {
    const on = parseDay(signedOn);
    if (!on.ok) context.addIssue({ code: 'custom', path: ['signedOn'], message: fieldTexts.signedOnWrong });
    return { way, signedOn: on.ok ? on.value : ('' as never) };
  });

export const codeForm = z.object({
  code: word.transform((text) => text.replace(/\s/g, '')).refine((text) => /^\d{6}$/.test(text), fieldTexts.codeWrong),
});
