import type { Reader } from '../../db/connection.ts';
import type { Actor } from '../../lib/actor.ts';
import { takenOffSeat } from './roster.ts';
import { farewellText } from './texts.ts';

/** What a page that is closed now says to somebody who was taken off a jury that has not met yet; '' to everybody else. */
export function juryFarewell(reader: Reader, actor: Actor): string {
  const seat = actor.kind === 'person' ? takenOffSeat(reader, actor.personId) : undefined;
  return seat === undefined ? '' : farewellText(seat.callTitle, seat.removedAt);
}
