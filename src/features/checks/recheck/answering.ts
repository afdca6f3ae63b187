import { eq, sql } from 'drizzle-orm';
import type { Reader, Tx } from '../../../db/connection.ts';
import { formalAnswers, formalCards, recheckRequests } from '../../../db/schema/checks.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import { type Actor, hasAnyRole } from '../../../lib/actor.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { writeLetter } from '../../../mail/write.ts';
import { judgingVisibleTo } from '../../applications/access.ts';
import { reopenChecked } from '../../applications/commands/check.ts';
import { readSubmitted } from '../../applications/content.ts';
import { applicationPaths } from '../../applications/paths.ts';
import { readCall } from '../../calls/queries.ts';
import { readOrganisation } from '../../organisation/queries.ts';
import { checkPrinters } from '../access.ts';
import { accountsOf } from '../accounts.ts';
import { readCard } from '../card.ts';
import { leaderOf } from '../leader.ts';
import { recheckLetters } from './letters.ts';
import { mayAnswerRecheck } from './policy.ts';
import { listRejections, type RecheckOutcome, type Rejection } from './requests.ts';

export interface RecheckAnswer {
  readonly applicationId: number;
  readonly outcome: RecheckOutcome;
  /** The group reads it. */
  readonly answer: string;
}

/**
 * A coordinator or the director who did not reject the application answers: the rejection is upheld, or the card is opened again with its answers and the
 * application goes back to be checked. Its leader gets a letter. Refuses 'absent', as `mayAnswerRecheck`, and 'ranking_stands' once an order was adopted
 * without the application.
 */
export function answerRecheck(deps: Deps, actor: Actor, { applicationId, outcome, answer }: RecheckAnswer): Result {
  return deps.db.write((tx) => {
    const row = tx.get<{ callId: number }>(
      sql`select a.call_id as callId from applications a where a.id = ${applicationId} and ${judgingVisibleTo(actor)}`,
    );
    const [rejection] = listRejections(tx, applicationId);
    if (row === undefined || rejection === undefined || actor.kind !== 'person') return refused('absent');
    if (!hasAnyRole(actor, checkPrinters, row.callId)) return refused('absent');
    const may = mayAnswerRecheck(rejection, accountsOf(tx, actor));
    if (!may.ok) return may;
    if (outcome === 'reopened' && isRanked(tx, row.callId)) return refused('ranking_stands');

    tx.orm
      .update(recheckRequests)
      .set({ outcome, answer, answeredAt: deps.clock.now(), answeredBy: actor.personId })
      .where(eq(recheckRequests.cardId, rejection.cardId))
      .run();
    record(tx, deps, actor, {
      what: `application.recheck_${outcome}`,
      subject: { kind: 'application', id: applicationId },
      callId: row.callId,
      facts: { card: rejection.cardId },
      text: answer,
    });
    if (outcome === 'reopened') {
      const reopened = reopenChecked(tx, deps, actor, applicationId);
      if (!reopened.ok) return reopened;
      openAgain(tx, deps, rejection);
    }
    tell(tx, deps, rejection, { outcome, answer });
    return done();
  });
}

function isRanked(reader: Reader, callId: number): boolean {
  return reader.get(sql`select 1 from rankings where call_id = ${callId}`) !== undefined;
}

/** The rejecting card stays as it was decided; the next one begins with its answers. */
function openAgain(tx: Tx, deps: Deps, { cardId, applicationId }: Rejection): void {
  const { answers, versionId } = readCard(tx, applicationId);
  const now = deps.clock.now();
  tx.orm.update(formalCards).set({ setAsideAt: now }).where(eq(formalCards.id, cardId)).run();
  if (versionId === null) throw new Error(`The card ${cardId} is of no version`);
  const { id } = tx.orm
    .insert(formalCards)
    .values({ applicationId, versionId, openedAt: now })
    .returning({ id: formalCards.id })
    .get();
  for (const answer of answers)
    tx.orm
      .insert(formalAnswers)
      .values({ ...answer, cardId: id })
      .run();
}

function tell(
  tx: Tx,
  deps: Deps,
  { applicationId, cardId }: Rejection,
  { outcome, answer }: Pick<RecheckAnswer, 'outcome' | 'answer'>,
): void {
  const [to, submitted] = [leaderOf(tx, applicationId), readSubmitted(tx, applicationId)];
  if (to === undefined || submitted === undefined) return;
  const organisation = readOrganisation(tx);
  writeLetter(tx, deps, recheckLetters.recheck_outcome, {
    to,
    fields: {
      organisationName: organisation.name,
      organisationPhone: organisation.phone,
      callTitle: readCall(tx, submitted.callId)?.title ?? '',
      number: submitted.code,
      title: submitted.title,
      reopened: outcome === 'reopened',
      answer,
      address: deps.publicUrl + applicationPaths.showOf(applicationId),
    },
    about: { kind: 'application', id: applicationId },
    uniqueKey: `recheck_outcome:${cardId}`,
  });
}
