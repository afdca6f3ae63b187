import { eq } from 'drizzle-orm';
import { agreements } from '../../../db/schema/agreements.ts';
import type { Deps } from '../../../deps.ts';
import { addFile } from '../../../files/records.ts';
import type { StoredBlob } from '../../../files/store.ts';
import { record } from '../../../history/record.ts';
import type { Actor } from '../../../lib/actor.ts';
import { type Day, warsawDay } from '../../../lib/days.ts';
import { type Result, refused } from '../../../lib/result.ts';
import { step } from '../../../lib/transitions.ts';
import { guardianConsentOf } from '../../applications/guardian/queries.ts';
import { commit, releaseReservations } from '../../budgets/commands/entries.ts';
import { markInRealisation } from '../../initiatives/commands/life.ts';
import { byBudgetLine } from '../../initiatives/policy.ts';
import { planLines, readInitiative } from '../../initiatives/queries.ts';
import { agreementLife } from '../lifecycle.ts';
import { checkGuardian, checkSigningDay } from '../policy.ts';
import { agreementOf } from '../queries.ts';
import { commitmentReason, releaseReason } from '../texts.ts';

export interface SignedPaper {
  readonly initiativeId: number;
  /** The day written on the paper. */
  readonly signedOn: Day;
  readonly scan: { readonly blob: StoredBlob; readonly name: string };
}

/**
 * The paper both sides signed: the reservation becomes a commitment by the agreed rows, the initiative begins. Nothing of it
 * changes afterwards. Refuses `not_open`, `not_in_this_state`, `guardian_consent_missing` (taken back meanwhile), `signed_in_future`, `signed_before_issue`, `line_overdrawn`.
 */
export function recordSigned(deps: Deps, actor: Actor, { initiativeId, signedOn, scan }: SignedPaper): Result {
  return deps.db.write((tx) => {
    const agreement = agreementOf(tx, initiativeId);
    const initiative = readInitiative(tx, initiativeId);
    if (agreement === undefined || initiative === undefined) return refused('not_open');
    const next = step(agreementLife, 'record_signed', agreement.state);
    if (!next.ok) return next;
    const guardian = checkGuardian(guardianConsentOf(tx, initiative.applicationId));
    if (!guardian.ok) return guardian;
    const now = deps.clock.now();
    const day = checkSigningDay(signedOn, { issued: warsawDay(agreement.issuedAt ?? now), today: warsawDay(now) });
    if (!day.ok) return day;
    const signedFileId = addFile(tx, deps.clock, actor, scan.blob, scan.name, { kind: 'agreement', id: agreement.id });
    const signed = { signedOn, signedFileId, signedAt: now, revision: agreement.revision + 1 };
    tx.orm
      .update(agreements)
      .set({ state: next.value, ...signed })
      .where(eq(agreements.id, agreement.id))
      .run();
    const { number } = agreement;
    releaseReservations(tx, deps, actor, { initiativeId, reason: releaseReason(number) });
    const lines = byBudgetLine(planLines(tx, initiativeId, 'agreed'));
    const committed = commit(tx, deps, actor, { initiativeId, lines, reason: commitmentReason(number) });
    if (!committed.ok) return committed;
    record(tx, deps, actor, {
      what: 'agreement.signed',
      subject: { kind: 'agreement', id: agreement.id },
      callId: initiative.callId,
      from: agreement.state,
      to: next.value,
      facts: { number, signedOn, file: signedFileId, agreed: initiative.agreed },
    });
    return markInRealisation(tx, deps, actor, initiativeId);
  });
}
