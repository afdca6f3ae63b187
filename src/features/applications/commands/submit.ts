import canonicalize from 'canonicalize';
import { eq, sql } from 'drizzle-orm';
import type { Reader, Tx } from '../../../db/connection.ts';
import { applications, applicationVersions } from '../../../db/schema/applications.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import type { Actor } from '../../../lib/actor.ts';
import type { Instant } from '../../../lib/days.ts';
import { fingerprint } from '../../../lib/fingerprint.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { sameAs } from '../../accounts/access.ts';
import { findOrAddPerson } from '../../accounts/commands.ts';
import { closeAmendment } from '../amendments/commands.ts';
import type { Amended } from '../amendments/copies.ts';
import { putInPlace } from '../amendments/rows.ts';
import { comingOf, hasItsWord, mayBeLate } from '../assistance/judging.ts';
import { applicationCode, readSubmitted, type Submitted, type SubmittedContent } from '../content.ts';
import { checkCorrection } from '../corrections/policy.ts';
import { type Draft, readDraft } from '../drafts.ts';
import { freeze } from '../freeze.ts';
import { noteLateSubmission } from '../late/commands.ts';
import { lateLinkOf } from '../late/links.ts';
import { whatIsMissing } from '../policy.ts';
import { knownAddressOf } from '../queries.ts';
import { readDraftRules } from '../rules.ts';
import { checkWindow } from '../window.ts';
import { confirmSubmission } from './confirmation.ts';
import { leaderOf, ownFor } from './own.ts';

export interface SentApplication {
  readonly applicationId: number;
  readonly number: number;
  /** From one. */
  readonly version: number;
  readonly code: string;
}

export interface Submission {
  readonly applicationId: number;
  /** Of the draft that its author saw; somebody may have written since. */
  readonly revision: number;
  /** What staff keyed in, sent by its author as it is: judged by the arrival of the paper too. */
  readonly isKeyedIn?: true;
}

/**
 * Sends a draft, or a changed copy in the place of what was submitted: number, frozen version, state, history, documents and letter together or not at all. Refuses, in this order: 'absent',
 * 'not_in_this_state', 'deadline_passed' and its like (facts opensAt, closesAt), 'edited_meanwhile', 'incomplete' (facts missing),
 * 'late_reason_missing', 'limit_reached' (facts most), 'address_not_confirmed', of a draft keyed in for somebody 'word_missing' (see `assistance`),
 * of a copy 'amendment_over' and 'nothing_changed', of corrections 'corrections_late' (fact untilAt) in place of the deadline.
 */
export function submitApplication(
  deps: Deps,
  actor: Actor,
  { applicationId, revision }: Submission,
): Result<SentApplication> {
  return deps.db.write((tx) => submit(tx, deps, actor, { applicationId, revision }));
}

/** As `submitApplication`, inside a transaction. */
export function submit(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  { applicationId, revision, isKeyedIn }: Submission,
): Result<SentApplication> {
  const own = ownFor(tx, actor, applicationId, 'submit');
  if (!own.ok) return own;
  const { draft } = own.value;
  const { call, rules } = readDraftRules(tx, draft);
  const came = comingOf(tx, own.value, deps.clock.now(), isKeyedIn);
  const now = came.at;
  const lateLink = lateLinkOf(tx, draft.id);
  const correction = draft.amends?.correction ?? null;
  const open =
    correction === null ? checkWindow(call, now, lateLink?.untilAt) : checkCorrection(correction, deps.clock.now());
  if (!open.ok) return open;
  const late = mayBeLate(call, came, deps.clock.now());
  if (!late.ok) return late;
  if (draft.revision !== revision) return refused('edited_meanwhile');
  const missing = whatIsMissing(draft, rules);
  if (missing.length > 0) return refused('incomplete', { facts: { missing: missing.length } });
  if (draft.amends === null && sentByLeader(tx, draft) >= call.applicationsPerLeader)
    return refused('limit_reached', { facts: { most: call.applicationsPerLeader } });
  const word = hasItsWord(tx, actor, own.value);
  if (!word.ok) return word;

  const { inNameOfLeader, leaderId } = own.value;
  const personId = inNameOfLeader ? leaderId : own.value.personId;
  nameLeader(tx, deps, actor, leaderId, draft);
  const sending = draft.amends === null ? first(tx, draft) : inPlaceOf(tx, deps, actor, draft, draft.amends);
  const content = freeze(sending.draft, rules);
  if (sending.before?.fingerprint === fingerprint(content)) return refused('nothing_changed');
  const { number, version } = sending;
  const sent = {
    applicationId: sending.draft.id,
    number,
    version,
    code: applicationCode(call.code, call.year, number),
  };
  // Asked corrections are no later application: the day it came stays, each version has its own.
  const cameAt = correction === null ? now : (sending.before?.submittedAt ?? now);
  const { mark, versionId } = writeVersion(tx, { ...sending, personId, content, submittedAt: now, cameAt });
  if (draft.amends !== null) closeAmendment(tx, deps, draft.id, versionId);
  record(tx, deps, actor, {
    what: sentWhat(draft),
    subject: { kind: 'application', id: sent.applicationId },
    callId: call.id,
    from: sending.draft.state,
    to: 'submitted',
    facts: {
      ...(version === 1 ? { number } : { number, version }),
      ...{ requestedGrosze: content.requestedGrosze, fingerprint: mark },
    },
  });
  if (correction === null)
    noteLateSubmission(tx, deps, actor, { call, applicationId: sent.applicationId, lateLink, at: now });
  confirmSubmission(tx, deps, actor, {
    ...{ applicationId: sent.applicationId, personId: leaderId, call, code: sent.code, version },
    ...{ content, fingerprint: mark, submittedAt: now },
  });
  return done(sent);
}

function sentWhat({ amends }: Draft): string {
  if (amends === null) return 'application.submitted';
  return amends.correction === null ? 'application.amended' : 'application.corrected';
}

interface Sending {
  /** With the rows that are frozen: of an application sent again they were just put in place. */
  readonly draft: Draft;
  readonly number: number;
  /** From one. */
  readonly version: number;
  /** What stood until now. */
  readonly before?: Submitted;
}

function first(tx: Tx, draft: Draft): Sending {
  return { draft, number: nextNumber(tx, draft.callId), version: 1 };
}

/** The copy's words take the place of what was submitted; its versions stay. */
function inPlaceOf(tx: Tx, deps: Deps, actor: Actor, copy: Draft, { applicationId, baseVersion }: Amended): Sending {
  const before = readSubmitted(tx, applicationId);
  putInPlace(tx, deps, actor, copy.id, applicationId);
  const draft = readDraft(tx, applicationId);
  if (before === undefined || draft === undefined) throw new Error(`The copy ${copy.id} stands for nothing submitted`);
  return { draft, number: before.number, version: baseVersion + 1, before };
}

/** Somebody who began with an address alone is known from now on by the name she signed with. */
function nameLeader(tx: Tx, deps: Deps, actor: Actor, leaderId: number, draft: Draft): void {
  const email = knownAddressOf(tx, leaderId);
  if (email !== '') findOrAddPerson(tx, deps, actor, { name: draft.applicant.leaderName, email });
}

/** Applications of the same leader in the call that were sent and not withdrawn. */
function sentByLeader(reader: Reader, draft: Draft): number {
  const row = reader.get<{ count: number }>(sql`select count(*) as count from applications a
    join application_members m on m.application_id = a.id and m.role = 'leader'
    where a.call_id = ${draft.callId} and a.state not in ('draft', 'withdrawn') and m.person_id in ${sameAs(leaderOf(reader, draft.id))}`);
  return row?.count ?? 0;
}

/** Gapless in the call: taken in the transaction that submits, never given twice, kept by withdrawn applications. */
function nextNumber(reader: Reader, callId: number): number {
  return (
    (reader.get<{ last: number | null }>(sql`select max(number) as last from applications where call_id = ${callId}`)
      ?.last ?? 0) + 1
  );
}

function writeVersion(
  tx: Tx,
  {
    draft,
    personId,
    number,
    version,
    content,
    submittedAt,
    cameAt,
  }: Sending & { personId: number; content: SubmittedContent; submittedAt: Instant; cameAt: Instant },
): { mark: string; versionId: number } {
  const { requestedGrosze } = content;
  const mark = fingerprint(content);
  const canonical = canonicalize(content);
  if (canonical === undefined) throw new TypeError('The content of an application is not JSON');
  const { id: versionId } = tx.orm
    .insert(applicationVersions)
    .values({
      applicationId: draft.id,
      number: version,
      content: canonical,
      fingerprint: mark,
      requestedGrosze,
      submittedAt,
      submittedBy: personId,
    })
    .returning({ id: applicationVersions.id })
    .get();
  tx.orm
    .update(applications)
    .set({
      state: 'submitted',
      number,
      title: content.title,
      requestedGrosze,
      submittedAt: cameAt,
      currentVersionId: versionId,
      revision: draft.revision + 1,
    })
    .where(eq(applications.id, draft.id))
    .run();
  return { mark, versionId };
}
