import { z } from 'zod';
import type { Instant } from '../../../lib/days.ts';
import { countLetters } from '../../../lib/text.ts';
import { reasonField, typedMoment } from '../forms.ts';
import { meetingKinds } from '../stages.ts';
import { fieldMessages } from '../texts.ts';
import type { NewMeeting } from './meetings.ts';
import { meetingTexts } from './texts.ts';

const missing = z.string().default('');

/** One day with its two hours, by Warsaw's clocks. */
export const meetingForm = z
  .object({ kind: z.enum(meetingKinds), day: missing, from: missing, until: missing, place: missing })
  .transform(({ kind, day, from, until, place }, context): Omit<NewMeeting, 'callId'> => {
    const wrong = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
    const at = (hour: string, field: string): Instant | null => {
      if (hour !== '')
        return typedMoment(day, hour, 'start', (side, text) => wrong(side === 'Day' ? 'day' : field, text));
      wrong(field, meetingTexts.hour_missing);
      return null;
    };
    if (day === '') wrong('day', meetingTexts.day_missing);
    const startsAt = day === '' ? null : at(from, 'from');
    const endsAt = day === '' ? null : at(until, 'until');
    if (place.trim() === '') wrong('place', meetingTexts.place_missing);
    else if (countLetters(place) > 200) wrong('place', fieldMessages.place_too_long);
    return startsAt === null || endsAt === null ? z.NEVER : { kind, startsAt, endsAt, place: place.trim() };
  });

/** The reason stands under a name of its own for each meeting on the page. */
export const callOffForm = z.object({ reason: reasonField });
