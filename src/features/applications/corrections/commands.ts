import { eq, sql } from 'drizzle-orm';
import type { Tx } from '../../../db/connection.ts';
import { correctionPoints, correctionRequests } from '../../../db/schema/applications-corrections.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import type { Actor } from '../../../lib/actor.ts';
import type { Instant } from '../../../lib/days.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { readFormText } from '../../calls/call-texts.ts';
import { readCall } from '../../calls/queries.ts';
import { closeOpenAmendment } from '../amendments/commands.ts';
import { readSubmitted } from '../content.ts';
import { readDraft } from '../drafts.ts';
import { lateLinkOf } from '../late/links.ts';
import { sectionsOf } from '../sections.ts';
import { checkWindow } from '../window.ts';
import type { Correction, CorrectionPoint } from './policy.ts';
import { openCorrection } from './requests.ts';

export interface AskedCorrection {
  readonly applicationId: number;
  readonly untilAt: Instant;
  readonly points: readonly CorrectionPoint[];
}

/**
 * Opens the named sections of a submitted application to its group until a moment; a change begun before the deadline and never sent is set aside. Whoever
 * calls has made sure that the actor may check it. Refuses 'absent', 'not_in_this_state', 'points_missing', 'until_over', 'correction_open' (fact untilAt),
 * 'section_unknown', and 'submission_still_open' while the group can change everything by itself.
 */
export function openCorrections(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  { applicationId, untilAt, points }: AskedCorrection,
): Result<Correction> {
  const [sent, draft, now] = [readSubmitted(tx, applicationId), readDraft(tx, applicationId), deps.clock.now()];
  const call = sent === undefined ? undefined : readCall(tx, sent.callId);
  if (sent === undefined || draft === undefined || call === undefined || actor.kind !== 'person')
    return refused('absent');
  if (sent.state !== 'submitted') return refused('not_in_this_state');
  const open = openCorrection(tx, applicationId, now);
  if (open !== undefined) return refused('correction_open', { facts: { untilAt: open.untilAt } });
  if (checkWindow(call, now, lateLinkOf(tx, applicationId)?.untilAt).ok) return refused('submission_still_open');
  if (points.length === 0) return refused('points_missing');
  if (untilAt <= now) return refused('until_over', { field: 'untilDay' });
  const known = sectionsOf(readFormText(tx, draft.formTextId)).filter(({ kind }) => kind !== 'check');
  if (points.some(({ section }) => !known.some(({ code }) => code === section))) return refused('section_unknown');

  closeOpenAmendment(tx, deps, applicationId);
  const { id } = tx.orm
    .insert(correctionRequests)
    .values({ applicationId, versionId: sent.versionId, untilAt, askedAt: now, askedBy: actor.personId })
    .returning({ id: correctionRequests.id })
    .get();
  for (const point of points)
    tx.orm
      .insert(correctionPoints)
      .values({ ...point, requestId: id })
      .run();
  record(tx, deps, actor, {
    what: 'application.corrections_asked',
    subject: { kind: 'application', id: applicationId },
    callId: call.id,
    facts: { correction: id, until: untilAt, sections: points.length },
    text: points.map(({ section, missing }) => `${section}: ${missing}`).join('\n'),
  });
  const asked = openCorrection(tx, applicationId, now);
  return asked === undefined ? refused('absent') : done(asked);
}

/** Asks no more: what the group began to correct is set aside. Whoever calls has made sure that the actor may. Refuses 'corrections_not_open'. */
export function takeCorrectionsBack(tx: Tx, deps: Deps, actor: Actor, applicationId: number): Result<Correction> {
  const now = deps.clock.now();
  const open = openCorrection(tx, applicationId, now);
  if (open === undefined || actor.kind !== 'person') return refused('corrections_not_open');
  closeOpenAmendment(tx, deps, applicationId);
  tx.orm
    .update(correctionRequests)
    .set({ takenBackAt: now, takenBackBy: actor.personId })
    .where(eq(correctionRequests.id, open.id))
    .run();
  const row = tx.get<{ callId: number }>(sql`select call_id as callId from applications where id = ${applicationId}`);
  record(tx, deps, actor, {
    what: 'application.corrections_taken_back',
    subject: { kind: 'application', id: applicationId },
    ...(row === undefined ? {} : { callId: row.callId }),
    facts: { correction: open.id },
  });
  return done(open);
}
