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
import { comingOf, hasItsWord, mayBeLate } from '../assistance/judging.ts';
import { applicationCode, type SubmittedContent } from '../content.ts';
import type { Draft } from '../drafts.ts';
import { freeze } from '../freeze.ts';
import { noteLateSubmission } from '../late/commands.ts';
import { lateLinkOf } from '../late/links.ts';
import { whatIsMissing } from '../policy.ts';
import { knownAddressOf } from '../queries.ts';
import { readDraftRules } from '../rules.ts';
import { checkWindow } from '../window.ts';
import { confirmSubmission } from './confirmation.ts';
import { ownFor } from './own.ts';

export interface Submission {
  readonly applicationId: number;
  /** Of the draft that its author saw; somebody may have written since. */
  readonly revision: number;
  /** What staff keyed in, sent by its author as it is: judged by the arrival of the paper too. */
  readonly isKeyedIn?: true;
}

/**
 * Sends a draft: number, frozen version, state, history, documents and letter together or not at all. Refuses, in this order: 'absent',
 * 'not_in_this_state', 'deadline_passed' and its like (facts opensAt, closesAt), 'edited_meanwhile', 'incomplete' (facts missing),
 * 'late_reason_missing', 'limit_reached' (facts most), 'address_not_confirmed', and of a draft keyed in for somebody 'word_missing': see `assistance`.
 */
export function submitApplication(
  deps: Deps,
  actor: Actor,
  { applicationId, revision }: Submission,
): Result<{ number: number; code: string }> {
  return deps.db.write((tx) => submit(tx, deps, actor, { applicationId, revision }));
}

/** As `submitApplication`, inside a transaction. */
export function submit(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  { applicationId, revision, isKeyedIn }: Submission,
): Result<{ number: number; code: string }> {
  const own = ownFor(tx, actor, applicationId, 'submit');
  if (!own.ok) return own;
  const { draft } = own.value;
  const { call, rules } = readDraftRules(tx, draft);
  const came = comingOf(tx, own.value, deps.clock.now(), isKeyedIn);
  const now = came.at;
  const lateLink = lateLinkOf(tx, draft.id);
  const open = checkWindow(call, now, lateLink?.untilAt);
  if (!open.ok) return open;
  const late = mayBeLate(call, came, deps.clock.now());
  if (!late.ok) return late;
  if (draft.revision !== revision) return refused('edited_meanwhile');
  const missing = whatIsMissing(draft, rules);
  if (missing.length > 0) return refused('incomplete', { facts: { missing: missing.length } });
  if (sentByLeader(tx, draft) >= call.applicationsPerLeader)
    return refused('limit_reached', { facts: { most: call.applicationsPerLeader } });
  const word = hasItsWord(tx, actor, own.value);
  if (!word.ok) return word;

  const { inNameOfLeader, leaderId } = own.value;
  const personId = inNameOfLeader ? leaderId : own.value.personId;
  nameLeader(tx, deps, actor, leaderId, draft);
  const number = nextNumber(tx, call.id);
  const sent = { number, code: applicationCode(call.code, call.year, number) };
  const content = freeze(draft, rules);
  const mark = writeVersion(tx, { draft, personId, number, content, submittedAt: now });
  record(tx, deps, actor, {
    what: 'application.submitted',
    subject: { kind: 'application', id: draft.id },
    callId: call.id,
    from: draft.state,
    to: 'submitted',
    facts: { number, requestedGrosze: content.requestedGrosze, fingerprint: mark },
  });
  noteLateSubmission(tx, deps, actor, { call, applicationId: draft.id, lateLink, at: now });
  confirmSubmission(tx, deps, actor, {
    applicationId: draft.id,
    personId: leaderId,
    call,
    code: sent.code,
    content,
    fingerprint: mark,
    submittedAt: now,
  });
  return done(sent);
}

/** Somebody who began with an address alone is known from now on by the name she signed with. */
function nameLeader(tx: Tx, deps: Deps, actor: Actor, leaderId: number, draft: Draft): void {
  const email = knownAddressOf(tx, leaderId);
  if (email !== '') findOrAddPerson(tx, deps, actor, { name: draft.applicant.leaderName, email });
}

/** Applications of the same leader in the call that were sent and not withdrawn. */
function sentByLeader(reader: Reader, draft: Draft): number {
  const leader = reader.get<{ id: number }>(sql`select coalesce(p.merged_into_id, p.id) as id from application_members m
    join people p on p.id = m.person_id where m.application_id = ${draft.id} and m.role = 'leader'`);
  if (leader === undefined) throw new Error(`The application ${draft.id} has no leader`);
  const row = reader.get<{ count: number }>(sql`select count(*) as count from applications a
    join application_members m on m.application_id = a.id and m.role = 'leader'
    where a.call_id = ${draft.callId} and a.state not in ('draft', 'withdrawn') and m.person_id in ${sameAs(leader.id)}`);
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
    content,
    submittedAt,
  }: { draft: Draft; personId: number; number: number; content: SubmittedContent; submittedAt: Instant },
): string {
  const { requestedGrosze } = content;
  const mark = fingerprint(content);
  const canonical = canonicalize(content);
  if (canonical === undefined) throw new TypeError('The content of an application is not JSON');
  const version = tx.orm
    .insert(applicationVersions)
    .values({
      applicationId: draft.id,
      number: 1,
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
      submittedAt,
      currentVersionId: version.id,
      revision: draft.revision + 1,
    })
    .where(eq(applications.id, draft.id))
    .run();
  return mark;
}
