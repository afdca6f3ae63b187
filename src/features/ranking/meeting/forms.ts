import { z } from 'zod';
import { type Day, parseDay } from '../../../lib/days.ts';
import { type Grosze, parseAmount } from '../../../lib/money.ts';
import { amountMessages, dayMessages } from '../../../lib/polish-messages.ts';
import { countLetters } from '../../../lib/text.ts';
import { attendanceIds, placeField, tickedField, tieOrder } from '../forms.ts';
import { messages } from './texts.ts';

const revision = z.coerce.number().int().catch(0);
const id = z
  .string()
  .catch('')
  .transform((typed) => (/^[1-9]\d{0,14}$/.test(typed) ? Number(typed) : null));
const text = (most: number, tooLong: string) =>
  z
    .string()
    .default('')
    .refine((typed) => countLetters(typed) <= most, tooLong);

export const openingForm = z.object({
  place: placeField,
  agenda: z.enum(['ranking', 'filing'], { error: messages.agenda_missing }),
  onScreen: tickedField,
  attendance: attendanceIds,
});

export const attendanceForm = z.object({ member: id, is: z.enum(['in', 'out']).catch('in') });

/** `application` left empty: nothing is talked about just now. */
export const currentForm = z.object({ application: id, revision, areOut: tickedField });

const amountField = z
  .string()
  .default('')
  .transform((typed, context): Grosze | null => {
    if (typed === '') return null;
    const read = parseAmount(typed);
    if (read.ok) return read.value;
    context.addIssue({ code: 'custom', message: amountMessages[read.code as keyof typeof amountMessages] });
    return z.NEVER;
  });

export const itemForm = z.object({
  revision,
  presenter: text(200, messages.presenter_too_long),
  note: text(3000, messages.note_too_long),
  amount: amountField,
  forGroup: text(1500, messages.for_group_too_long),
});

/** Points stand behind a letter (`k12`), as in the card itself. */
export const pointsForm = z
  .object({
    seen: z.string().catch(''),
    points: z
      .record(z.string().regex(/^k\d{1,15}$/), z.string().regex(/^\d{1,3}$/, messages.points_missing))
      .default({}),
    reason: text(600, messages.reason_too_long).refine((typed) => typed !== '', messages.reason_missing),
  })
  .transform(({ points, ...change }) => ({
    ...change,
    points: Object.entries(points).map(([key, given]) => ({
      criterionId: Number(key.slice(1)),
      points: Number(given),
    })),
  }));

export const closingForm = z.object({ revision, order: tieOrder, despiteMissing: tickedField });

export const signedForm = z.object({
  signedOn: z
    .string()
    .default('')
    .transform((typed, context): Day => {
      const read = parseDay(typed);
      if (read.ok) return read.value;
      const message = typed === '' ? messages.signed_on_missing : dayMessages[read.code as keyof typeof dayMessages];
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    }),
});

export const noFields = z.object({});
