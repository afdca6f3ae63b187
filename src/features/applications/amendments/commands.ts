import { eq } from 'drizzle-orm';
import type { Tx } from '../../../db/connection.ts';
import { amendments, applications, assistedApplications } from '../../../db/schema/applications.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import type { Actor } from '../../../lib/actor.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { readCall } from '../../calls/queries.ts';
import { ownFor } from '../commands/own.ts';
import { readSubmitted } from '../content.ts';
import { openCorrection } from '../corrections/requests.ts';
import { lateLinkOf } from '../late/links.ts';
import { checkWindow } from '../window.ts';
import { listAmendments, openAmendment } from './copies.ts';
import { putInPlace, putMembers } from './rows.ts';

/**
 * Begins a change of what was submitted, in a copy; the one already begun is given back. Where the library asked for corrections, of the named sections alone. The version submitted last stands until the copy is sent. Staff
 * begin it in the name of a person whose application they keyed in. Refuses 'absent', 'right_missing', 'not_in_this_state', and what the window refuses.
 */
export function beginAmendment(deps: Deps, actor: Actor, applicationId: number): Result<{ copyId: number }> {
  return deps.db.write((tx) => {
    const own = ownFor(tx, actor, applicationId, 'amend');
    if (!own.ok) return own;
    const openedAt = deps.clock.now();
    const correction = openCorrection(tx, applicationId, openedAt);
    const open = openAmendment(tx, applicationId);
    if (open !== undefined && (correction === undefined || open.correctionId === correction.id))
      return done({ copyId: open.copyId });
    const { draft, personId, inNameOfLeader } = own.value;
    const [call, sent] = [readCall(tx, draft.callId), readSubmitted(tx, applicationId)];
    if (call === undefined || sent === undefined) return refused('absent');
    const window = checkWindow(call, openedAt, lateLinkOf(tx, applicationId)?.untilAt);
    if (correction === undefined && !window.ok) return window;
    if (open !== undefined) closeAmendment(tx, deps, open.copyId);

    const { formTextId, privacyTextId } = draft;
    const { id: copyId } = tx.orm
      .insert(applications)
      .values({ callId: draft.callId, formTextId, privacyTextId, createdAt: openedAt })
      .returning({ id: applications.id })
      .get();
    putMembers(tx, applicationId, copyId);
    putInPlace(tx, deps, actor, applicationId, copyId);
    tx.orm
      .insert(amendments)
      .values({
        ...{ applicationId: copyId, amendsId: applicationId, baseVersionId: sent.versionId },
        ...{ openedAt, openedBy: personId, correctionId: correction?.id ?? null },
      })
      .run();
    // What is keyed in is sent at the person's word only; a changed sheet of paper is written in together with her.
    if (inNameOfLeader)
      tx.orm
        .insert(assistedApplications)
        .values({ applicationId: copyId, lane: 'together', startedAt: openedAt, startedBy: personId })
        .run();
    note(tx, deps, actor, { applicationId, callId: draft.callId, what: 'application.amendment_opened' });
    return done({ copyId });
  });
}

/** Leaves what was submitted as it stands; the words of the change stay with their group. Refuses 'absent', 'right_missing', 'amendment_over'. */
export function setAmendmentAside(deps: Deps, actor: Actor, copyId: number): Result<{ applicationId: number }> {
  return deps.db.write((tx) => {
    const own = ownFor(tx, actor, copyId, 'write');
    if (!own.ok) return own;
    const { amends, callId } = own.value.draft;
    if (amends === null) return refused('absent');
    const { applicationId } = amends;
    closeAmendment(tx, deps, copyId);
    note(tx, deps, actor, { applicationId, callId, what: 'application.amendment_set_aside' });
    return done({ applicationId });
  });
}

/** A change that was still being written when its application was withdrawn or checked can no longer be sent. */
export function closeOpenAmendment(tx: Tx, deps: Deps, applicationId: number): void {
  const open = openAmendment(tx, applicationId);
  if (open !== undefined) closeAmendment(tx, deps, open.copyId);
}

/** `sentVersionId`: the version that the copy became; without it the copy is set aside. */
export function closeAmendment(tx: Tx, deps: Deps, copyId: number, sentVersionId: number | null = null): void {
  tx.orm
    .update(amendments)
    .set({ closedAt: deps.clock.now(), sentVersionId })
    .where(eq(amendments.applicationId, copyId))
    .run();
}

/**
 * Who may write in an application may write in the change of it, and whoever is taken off reads no earlier change either: told by every command that
 * changes its people.
 */
export function followMembers(tx: Tx, applicationId: number): void {
  for (const { copyId } of listAmendments(tx, applicationId)) putMembers(tx, applicationId, copyId);
}

function note(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  { applicationId, callId, what }: { readonly applicationId: number; readonly callId: number; readonly what: string },
): void {
  record(tx, deps, actor, { what, subject: { kind: 'application', id: applicationId }, callId });
}
