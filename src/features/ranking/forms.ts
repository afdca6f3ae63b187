import { z } from 'zod';
import { type Day, parseDay } from '../../lib/days.ts';
import { dayMessages } from '../../lib/polish-messages.ts';
import { countLetters } from '../../lib/text.ts';
import { messages } from './texts.ts';

const dayField = z
  .string()
  .default('')
  .transform((typed, context): Day => {
    const read = parseDay(typed);
    if (read.ok) return read.value;
    context.addIssue({ code: 'custom', message: dayMessages[read.code as keyof typeof dayMessages] });
    return z.NEVER;
  });

/** Who was there: ids of members, at least one. */
export const attendanceIds = z
  .union([z.string(), z.array(z.string())])
  .default([])
  .transform((given) =>
    [given]
      .flat()
      .filter((id) => /^\d{1,15}$/.test(id))
      .map(Number),
  )
  .refine((members) => members.length > 0, messages.attendance_missing);

export const placeField = z
  .string()
  .default('')
  .refine((text) => text !== '', messages.place_missing)
  .refine((text) => countLetters(text) <= 160, messages.place_too_long);

/** The chair's order as `order[a12]` = 1, 2, 3… within each tie. */
export const tieOrder = z.record(z.string().regex(/^a\d{1,15}$/), z.string()).default({});

export const tickedField = z
  .string()
  .default('')
  .transform((typed) => typed !== '');

/** A trial with its name, as the page of the ranking typed it. */
export const scenarioForm = z.object({
  name: z
    .string()
    .default('')
    .refine((text) => text !== '', messages.scenario_unnamed)
    .refine((text) => countLetters(text) <= 80, messages.scenario_name_too_long),
  pula: z.string().default(''),
  prog: z.string().default(''),
  najwyzej: z.string().default(''),
  pomijaj: z.string().default(''),
});

export const adoptionForm = z.object({
  metOn: dayField,
  place: placeField,
  attendance: attendanceIds,
  order: tieOrder,
  despiteMissing: tickedField,
});
