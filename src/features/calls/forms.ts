import { z } from 'zod';
import { endOfDay, type Instant, parseDay, startOfDay, warsawToInstant } from '../../lib/days.ts';
import { grosze, parseAmount } from '../../lib/money.ts';
import { amountMessages, dayMessages } from '../../lib/polish-messages.ts';
import { countLetters } from '../../lib/text.ts';
import { clockTime } from '../../lib/times.ts';
import { dateMessages } from './dates/texts.ts';
import { fieldMessages } from './texts.ts';
import type { StageFieldName } from './timetable-fields.ts';

export const noFields = z.object({});

const version = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);

/** Why announced dates change. */
export const reasonField = z
  .string()
  .default('')
  .transform((text) => text.trim())
  .refine((text) => countLetters(text) <= 500, dateMessages.reason_too_long);

export const moveForm = z.object({ to: z.enum(['today', 'original']), reason: reasonField });

const missing = z.string().default('');
const stageRow = z
  .object({ startDay: missing, startHour: missing, endDay: missing, endHour: missing, place: missing, source: missing })
  .transform((row, context) => {
    const wrong = (field: StageFieldName, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message });
    const startsAt = typedMoment(row.startDay, row.startHour, 'start', (field, message) =>
      wrong(`start${field}`, message),
    );
    const endsAt = typedMoment(row.endDay, row.endHour, 'end', (field, message) => wrong(`end${field}`, message));
    if (row.startDay === '' && row.endDay === '') wrong('startDay', fieldMessages.dates_missing);
    if (countLetters(row.place) > 200) wrong('place', fieldMessages.place_too_long);
    if (countLetters(row.source) > 120) wrong('source', fieldMessages.source_too_long);
    return { startsAt, endsAt, place: row.place, source: row.source };
  });

/** Rows by `s` and the stage's id. */
export const timetableForm = z.object({
  version,
  reason: reasonField,
  stages: z
    .record(z.string().regex(/^s[1-9]\d{0,14}$/), stageRow)
    .transform((rows) => Object.entries(rows).map(([key, row]) => ({ id: Number(key.slice(1)), ...row }))),
});

/** A day and an hour of Warsaw's clocks; without an hour, the beginning or the very end of the day. */
export function typedMoment(
  day: string,
  hour: string,
  side: 'start' | 'end',
  wrong: (field: 'Day' | 'Hour', message: string) => void,
): Instant | null {
  if (day === '') {
    if (hour !== '') wrong('Day', fieldMessages.hour_without_day);
    return null;
  }
  const on = parseDay(day);
  if (!on.ok) {
    wrong('Day', dayMessages[on.code as keyof typeof dayMessages]);
    return null;
  }
  if (hour === '') return side === 'start' ? startOfDay(on.value) : endOfDay(on.value);
  const at = warsawToInstant(on.value, clockTime(hour));
  if (at.ok) return at.value;
  wrong('Hour', dayMessages[at.code as keyof typeof dayMessages]);
  return null;
}

const amount = z.string({ error: amountMessages.amount_missing }).transform((text, context) => {
  const parsed = parseAmount(text);
  if (!parsed.ok)
    context.addIssue({ code: 'custom', message: amountMessages[parsed.code as keyof typeof amountMessages] });
  else if (parsed.value === 0) context.addIssue({ code: 'custom', message: fieldMessages.positive_amount });
  return parsed.ok ? parsed.value : grosze(0);
});

const count = z
  .string({ error: fieldMessages.whole_number })
  .regex(/^[1-9]\d?$/, fieldMessages.at_least_one)
  .transform(Number);
const percent = z
  .string({ error: fieldMessages.whole_number })
  .regex(/^(\d{1,2}|100)$/, fieldMessages.percent)
  .transform(Number);

const tick = z
  .string()
  .default('')
  .transform((ticked): 0 | 1 => (ticked === '' ? 0 : 1));

export const amountsForm = z.object({
  version,
  pool: amount,
  min: amount,
  max: amount,
  minInitiatives: count,
  applicationsPerLeader: count,
  applicationsPerOrganisation: z
    .literal('')
    .default('')
    .transform(() => null)
    .or(count),
  thresholdPercent: percent,
  quorum: count,
  scoreMethod: z.enum(['mean', 'sum']).default('mean'),
  scoreDecimals: z.enum(['0', '1', '2']).default('2').transform(Number),
  bonusLimit: z
    .string()
    .default('5')
    .pipe(z.string().regex(/^\d{1,3}$/, fieldMessages.whole_number))
    .transform(Number),
  unevenCards: z.enum(['refused', 'scaled']).default('refused'),
  extremeReasons: tick,
  blindReview: tick,
  cardsPerApplication: z
    .literal('')
    .default('')
    .transform(() => null)
    .or(count.refine((cards) => cards <= 20, fieldMessages.too_many_cards)),
});
