import { sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { Instant } from '../../lib/days.ts';
import type { Grosze } from '../../lib/money.ts';
import type { Call } from '../calls/queries.ts';
import { stageOf } from '../calls/stages.ts';
import { hasCountingCards, isExcluded } from '../jury/access.ts';
import { scoringTime } from './policy.ts';
import { progressOf } from './queries.ts';

export interface Suggestion {
  readonly memberId: number;
  readonly name: string;
  readonly amount: Grosze;
}

/**
 * Amounts that jurors suggest, by application and in the order of their seats: of an application whose every card has come, or of all of them once
 * the time for scoring is over. Until then nobody may be swayed by another's number. Whose eyes the application is for is the caller's question.
 */
export function suggestionsOf(reader: Reader, call: Call, now: Instant): Map<number, Suggestion[]> {
  const isOver = scoringTime(stageOf(call.stages, 'scoring'), now) === 'after';
  const open = progressOf(reader, call.id).applications.filter(({ sent, possible }) => isOver || sent >= possible);
  const suggestions = new Map(open.map(({ applicationId }) => [applicationId, [] as Suggestion[]]));
  const rows = reader.all<Suggestion & { applicationId: number }>(sql`
    select a.id as applicationId, m.id as memberId, p.name, k.suggested_grosze as amount
    from score_cards k join jury_members m on m.id = k.member_id join people p on p.id = m.person_id join applications a on a.id = k.application_id
    where a.call_id = ${call.id} and k.state = 'sent' and k.suggested_grosze is not null and ${hasCountingCards} and not ${isExcluded} order by m.id`);
  for (const { applicationId, ...suggestion } of rows) suggestions.get(applicationId)?.push(suggestion);
  return suggestions;
}
