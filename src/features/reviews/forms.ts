import { z } from 'zod';
import { messages } from './texts.ts';

const revision = z
  .string({ error: messages.page_incomplete })
  .regex(/^\d{1,9}$/, messages.page_incomplete)
  .transform(Number);

/** Ids of criteria stand behind a letter (`k12`), so that the parser of forms never takes them for places in a list. */
export const scoreForm = z
  .object({
    revision,
    points: z
      .record(z.string().regex(/^k\d{1,15}$/), z.string().regex(/^\d{1,3}$/, messages.points_missing))
      .default({}),
    justification: z.string().default(''),
    reasons: z.record(z.string().regex(/^k\d{1,15}$/), z.string()).default({}),
    privateNote: z.string().default(''),
    suggestedAmount: z.string().default(''),
    act: z.string().default('save'),
  })
  .transform(({ points, reasons, ...card }) => ({
    ...card,
    reasons: Object.entries(reasons).map(([key, reason]) => ({ criterionId: Number(key.slice(1)), reason })),
    points: Object.entries(points).map(([key, given]) => ({
      criterionId: Number(key.slice(1)),
      points: Number(given),
    })),
  }));

export const sendingForm = z.object({ revision });

const member = z
  .string({ error: messages.member_missing })
  .regex(/^[1-9]\d{0,14}$/, messages.member_missing)
  .transform(Number);

export const reopeningForm = z.object({
  member,
  reason: z
    .string({ error: messages.reopening_reason })
    .trim()
    .min(3, messages.reopening_reason)
    .max(500, messages.reason_too_long),
});

export const restoringForm = z.object({ member });

export const printForm = z.object({});
