import { eq, sql } from 'drizzle-orm';
import type { Reader, Tx } from '../../../db/connection.ts';
import { formalCards } from '../../../db/schema/checks.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import { type Actor, personIdOf } from '../../../lib/actor.ts';
import { addWorkingDays, type Day, warsawDay } from '../../../lib/days.ts';
import { longDate } from '../../../lib/polish-dates.ts';
import type { Result } from '../../../lib/result.ts';
import { writeLetter } from '../../../mail/write.ts';
import { markChecked } from '../../applications/commands/check.ts';
import type { Submitted } from '../../applications/content.ts';
import { applicationPaths } from '../../applications/paths.ts';
import { readCall, readStages } from '../../calls/queries.ts';
import { stageOf } from '../../calls/stages.ts';
import { readOrganisation } from '../../organisation/queries.ts';
import { leaderOf } from '../leader.ts';
import { checkLetters, recheckTitle } from '../letters.ts';
import type { Outcome } from '../policy.ts';

export interface Settled {
  readonly submitted: Submitted;
  readonly cardId: number;
  readonly outcome: Outcome;
  /** Of a rejection; what was typed for an acceptance is dropped. */
  readonly reason: string;
}

/** The outcome takes effect: the card is closed, the application accepted or rejected, its leader told. Refuses as `markChecked`. */
export function settle(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  { submitted, cardId, outcome, reason: typed }: Settled,
): Result {
  const reason = outcome === 'rejected' ? typed : '';
  const today = warsawDay(deps.clock.now());
  const recheckUntil = outcome === 'rejected' ? lastDayOfRecheck(tx, submitted.callId, today) : null;
  tx.orm
    .update(formalCards)
    .set({ outcome, reason, decidedAt: deps.clock.now(), decidedBy: personIdOf(actor), recheckUntil })
    .where(eq(formalCards.id, cardId))
    .run();
  record(tx, deps, actor, {
    what: 'formal_card.decided',
    subject: { kind: 'formal_card', id: cardId },
    callId: submitted.callId,
    facts: { application: submitted.id, outcome, no: countNo(tx, cardId) },
    ...(reason === '' ? {} : { text: reason }),
  });
  const marked = markChecked(tx, deps, actor, { applicationId: submitted.id, outcome });
  if (marked.ok) writeToLeader(tx, deps, submitted, { cardId, outcome, reason, recheckUntil });
  return marked;
}

function countNo(reader: Reader, cardId: number): number {
  return (
    reader.get<{ no: number }>(
      sql`select count(*) as no from formal_answers where card_id = ${cardId} and verdict = 'no'`,
    )?.no ?? 0
  );
}

/** Counted from the day the letter is written. */
const recheckWorkingDays = 3;

/** The last day of asking for a re-check: that of the timetable where the call has such a stage, but never fewer days than a rejected group needs to ask. */
function lastDayOfRecheck(reader: Reader, callId: number, today: Day): Day {
  const least = addWorkingDays(today, recheckWorkingDays);
  const endsAt = stageOf(readStages(reader, callId), 'recheck')?.endsAt;
  const announced = endsAt ? warsawDay(endsAt) : least;
  return announced > least ? announced : least;
}

interface Told {
  readonly cardId: number;
  readonly outcome: Outcome;
  readonly reason: string;
  /** Of a rejection. */
  readonly recheckUntil: Day | null;
}

function writeToLeader(
  tx: Tx,
  deps: Deps,
  submitted: Submitted,
  { cardId, outcome, reason, recheckUntil: lastDay }: Told,
): void {
  const to = leaderOf(tx, submitted.id);
  if (to === undefined) return;
  const organisation = readOrganisation(tx);
  const address = deps.publicUrl + applicationPaths.showOf(submitted.id);
  writeLetter(tx, deps, checkLetters.formal_outcome, {
    to,
    fields: {
      organisationName: organisation.name,
      organisationPhone: organisation.phone,
      callTitle: readCall(tx, submitted.callId)?.title ?? '',
      number: submitted.code,
      title: submitted.title,
      accepted: outcome === 'accepted',
      reason,
      recheckUntil: lastDay === null ? '' : longDate(lastDay),
      address,
    },
    about: { kind: 'application', id: submitted.id },
    uniqueKey: `formal_outcome:${cardId}`,
    event:
      lastDay === null
        ? undefined
        : { title: recheckTitle(submitted.code), when: { firstDay: lastDay, lastDay }, url: address },
  });
}
