import { z } from 'zod';
import { type Day, parseDay } from '../../lib/days.ts';
import {
  isEmailAddress,
  isNip,
  isPhone,
  isPostalCode,
  isRegon,
  normaliseDigits,
  normaliseEmail,
  normalisePhone,
} from '../../lib/identifiers.ts';
import { countLetters } from '../../lib/text.ts';
import { fieldTexts, labels } from './texts.ts';

type Field = keyof typeof labels;

const optional = (field: Field, limit = 200) =>
  z
    .string({ error: fieldTexts.missing(labels[field]) })
    .refine((text) => countLetters(text) <= limit, fieldTexts.tooLong(labels[field], limit));

const required = (field: Field, limit = 200) =>
  z
    .string({ error: fieldTexts.missing(labels[field]) })
    .min(1, fieldTexts.missing(labels[field]))
    .refine((text) => countLetters(text) <= limit, fieldTexts.tooLong(labels[field], limit));

const emptyOr = (isRight: (text: string) => boolean) => (text: string) => text === '' || isRight(text);

const lines = (field: Field) => optional(field, 3000);

/** Empty, or a day as people write it. */
const dayOrNothing = z.string({ error: fieldTexts.dayWrong }).transform((text, context): Day | null => {
  if (text === '') return null;
  const parsed = parseDay(text);
  if (parsed.ok) return parsed.value;
  context.addIssue({ code: 'custom', message: fieldTexts.dayWrong });
  return z.NEVER;
});

export const organisationForm = z.object({
  version: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
  name: required('name'),
  genitiveName: required('genitiveName'),
  street: required('street'),
  postalCode: required('postalCode').refine(isPostalCode, fieldTexts.postalCodeWrong),
  city: required('city'),
  locativeCity: required('locativeCity'),
  area: required('area'),
  phone: required('phone').refine((text) => isPhone(normalisePhone(text)), fieldTexts.phoneWrong),
  email: required('email').transform(normaliseEmail).refine(isEmailAddress, fieldTexts.emailWrong),
  nip: optional('nip').transform(normaliseDigits).refine(emptyOr(isNip), fieldTexts.nipWrong),
  regon: optional('regon').transform(normaliseDigits).refine(emptyOr(isRegon), fieldTexts.regonWrong),
  directorName: optional('directorName'),
  directorTitle: optional('directorTitle'),
  contactName: optional('contactName'),
  contactHours: optional('contactHours'),
  privacyOfficer: optional('privacyOfficer'),
  privacyOfficerEmail: optional('privacyOfficerEmail')
    .transform(normaliseEmail)
    .refine(emptyOr(isEmailAddress), fieldTexts.officerEmailWrong),
  buildingAccess: lines('buildingAccess'),
  communicationAccess: lines('communicationAccess'),
  knownBarriers: lines('knownBarriers'),
  accessibilityReviewedOn: dayOrNothing,
});
