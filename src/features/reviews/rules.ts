import type { Reader } from '../../db/connection.ts';
import { grosze } from '../../lib/money.ts';
import type { Submitted } from '../applications/content.ts';
import { type Call, readCall } from '../calls/queries.ts';
import type { CardRules } from './completeness.ts';

export function cardRulesOf(call: Call, { content }: Submitted): CardRules {
  return {
    extremeReasons: call.extremeReasons === 1,
    requested: content.requestedGrosze,
    min: grosze(call.minGrosze),
    max: grosze(call.maxGrosze),
  };
}

/** Throws where the application's call is not there. */
export function cardRulesFor(reader: Reader, submitted: Submitted): CardRules {
  const call = readCall(reader, submitted.callId);
  if (call === undefined) throw new Error(`There is no call ${submitted.callId}`);
  return cardRulesOf(call, submitted);
}
