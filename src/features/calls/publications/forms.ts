import { z } from 'zod';
import { type Day, parseDay } from '../../../lib/days.ts';
import { dayMessages } from '../../../lib/polish-messages.ts';
import { countLetters } from '../../../lib/text.ts';
import { saidAgainFields, saidOrTakenBack, typedText as typed } from '../said-again.ts';
import type { PlaceFacts } from './commands.ts';
import type { PublicationPlace } from './queries.ts';
import { placeNames, publicationMessages } from './texts.ts';

export const limits = { address: 500, note: 500 } as const;

/** `what`: „publication:4” or „results:1”. */
export const placeForm = z
  .object({
    what: typed,
    place: typed,
    address: typed,
    placedOn: typed,
    note: typed,
    ...saidAgainFields,
  })
  .transform(saidOrTakenBack(understood));

function understood(
  {
    what,
    place,
    address,
    placedOn,
    note,
  }: Record<'what' | 'place' | 'address' | 'placedOn' | 'note' | 'takeBack', string> & { corrects: number | null },
  context: z.RefinementCtx,
): PlaceFacts {
  const wrong = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
  const [, of, id] = /^(publication|results):([1-9]\d{0,14})$/.exec(what) ?? [];
  if (of === undefined) wrong('what', publicationMessages.what_missing);
  if (!isPlace(place)) wrong('place', publicationMessages.place_missing);
  if (address === '') wrong('address', publicationMessages.address_missing);
  if (countLetters(address) > limits.address) wrong('address', publicationMessages.address_too_long);
  if (countLetters(note) > limits.note) wrong('note', publicationMessages.note_too_long);
  const read = parseDay(placedOn);
  if (!read.ok) wrong('placedOn', placedOn === '' ? publicationMessages.day_missing : dayMessages.day_not_a_date);
  return {
    ...{ address, note, publicationId: Number(id ?? 0), isResults: of === 'results' },
    place: isPlace(place) ? place : 'other',
    placedOn: read.ok ? read.value : ('' as Day),
  };
}

function isPlace(place: string): place is PublicationPlace['place'] {
  return Object.hasOwn(placeNames, place);
}
