import { z } from 'zod';
import { type Day, parseDay } from '../../../lib/days.ts';
import { dayMessages } from '../../../lib/polish-messages.ts';
import { countLetters } from '../../../lib/text.ts';
import { saidAgainFields, saidOrTakenBack, typedText as typed } from '../said-again.ts';
import type { OrderFacts } from './commands.ts';
import { orderMessages, withoutName } from './texts.ts';

export const limits = { number: 40, note: 500 } as const;

/** `subject`: „rules:12” and „timetable:3” name what is brought in, „jury” and „other” say all. */
export const orderForm = z
  .object({
    number: typed,
    signedOn: typed,
    subject: typed,
    note: typed,
    isPublic: typed,
    ...saidAgainFields,
  })
  .transform(saidOrTakenBack(understood));

function understood(
  {
    number,
    signedOn,
    subject,
    note,
    isPublic,
  }: Record<'number' | 'signedOn' | 'subject' | 'note' | 'isPublic' | 'takeBack', string> & { corrects: number | null },
  context: z.RefinementCtx,
): OrderFacts {
  const wrong = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
  const plainNumber = withoutName(number);
  if (plainNumber === '') wrong('number', orderMessages.number_missing);
  if (countLetters(plainNumber) > limits.number) wrong('number', orderMessages.number_too_long);
  const read = parseDay(signedOn);
  if (!read.ok) wrong('signedOn', signedOn === '' ? orderMessages.day_missing : dayMessages.day_not_a_date);
  if (countLetters(note) > limits.note) wrong('note', orderMessages.note_too_long);
  const [, rules, change, plain] =
    /^(?:rules:([1-9]\d{0,14})|timetable:([1-9]\d{0,14})|(jury|other))$/.exec(subject) ?? [];
  if (rules === undefined && change === undefined && plain === undefined)
    wrong('subject', orderMessages.subject_missing);
  const concerns =
    rules !== undefined ? 'rules' : change !== undefined ? 'timetable' : plain === 'jury' ? 'jury' : 'other';
  const about = rules ?? change;
  return {
    ...{ number: plainNumber, note, concerns, isPublic: isPublic !== '' },
    about: about === undefined ? null : Number(about),
    signedOn: read.ok ? read.value : ('' as Day),
  };
}
