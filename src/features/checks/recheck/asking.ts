import { sql } from 'drizzle-orm';
import type { Tx } from '../../../db/connection.ts';
import { recheckRequests } from '../../../db/schema/checks.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import { type Actor, hasRole } from '../../../lib/actor.ts';
import { type Day, warsawDay } from '../../../lib/days.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { allows, judgingVisibleTo, standingOf } from '../../applications/access.ts';
import { mayAskRecheck } from './policy.ts';
import { listRejections, type Rejection } from './requests.ts';

/** Whoever may send the application asks on the screen, for the day of the server's clock. Refuses 'absent', 'right_missing', and as `mayAskRecheck`. */
export function askRecheck(deps: Deps, actor: Actor, applicationId: number, body: string): Result {
  return deps.db.write((tx) => {
    const standing = standingOf(tx, actor, applicationId);
    const [rejection] = listRejections(tx, applicationId);
    if (standing === undefined || rejection === undefined) return refused('absent');
    if (!allows(standing.right, 'submit')) return refused('right_missing');
    return keep(tx, deps, actor, rejection, { way: 'screen', body, arrivedOn: warsawDay(deps.clock.now()) });
  });
}

/**
 * A request that came on paper, by the day it came, whenever it is written down. Refuses 'absent', 'arrived_before' the rejection, 'arrived_ahead' of
 * today, and as `mayAskRecheck`.
 */
export function enterRecheck(
  deps: Deps,
  actor: Actor,
  { applicationId, ...paper }: { readonly applicationId: number; readonly body: string; readonly arrivedOn: Day },
): Result {
  return deps.db.write((tx) => {
    const row = tx.get<{ callId: number }>(
      sql`select a.call_id as callId from applications a where a.id = ${applicationId} and ${judgingVisibleTo(actor)}`,
    );
    const [rejection] = listRejections(tx, applicationId);
    if (row === undefined || rejection === undefined || !hasRole(actor, 'coordinator', row.callId))
      return refused('absent');
    if (paper.arrivedOn > warsawDay(deps.clock.now())) return refused('arrived_ahead', { field: 'arrivedOn' });
    if (paper.arrivedOn < warsawDay(rejection.decidedAt)) return refused('arrived_before', { field: 'arrivedOn' });
    return keep(tx, deps, actor, rejection, { ...paper, way: 'paper' });
  });
}

function keep(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  rejection: Rejection,
  asked: { readonly way: 'screen' | 'paper'; readonly body: string; readonly arrivedOn: Day },
): Result {
  const may = mayAskRecheck(rejection, asked.arrivedOn);
  if (!may.ok || actor.kind !== 'person') return may.ok ? refused('absent') : may;
  const { cardId, applicationId } = rejection;
  tx.orm
    .insert(recheckRequests)
    .values({ ...asked, cardId, askedAt: deps.clock.now(), askedBy: actor.personId })
    .run();
  const { callId } = tx.get<{ callId: number }>(
    sql`select call_id as callId from applications where id = ${applicationId}`,
  ) ?? { callId: 0 };
  record(tx, deps, actor, {
    what: 'application.recheck_asked',
    subject: { kind: 'application', id: applicationId },
    callId,
    facts: { card: cardId, way: asked.way, arrivedOn: asked.arrivedOn },
    text: asked.body,
  });
  return done();
}
