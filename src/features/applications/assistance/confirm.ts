import { sql } from 'drizzle-orm';
import type { Tx } from '../../../db/connection.ts';
import { submissionConfirmations, submissionRequests } from '../../../db/schema/applications.ts';
import type { Deps } from '../../../deps.ts';
import { addFile, nextId } from '../../../files/records.ts';
import { record } from '../../../history/record.ts';
import type { Actor } from '../../../lib/actor.ts';
import { type Day, warsawDay } from '../../../lib/days.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { writeLetter } from '../../../mail/write.ts';
import type { UploadedFile } from '../../../web/upload.ts';
import { confirmAddress } from '../../accounts/confirming.ts';
import { passDoor, passDoorByCode } from '../../accounts/doors.ts';
import { createLink, type Link } from '../../accounts/links.ts';
import { readActor, readHost } from '../../accounts/queries.ts';
import { mayWriteTo } from '../../accounts/throttle.ts';
import { readCall } from '../../calls/queries.ts';
import { type OpenApplication, ownFor } from '../commands/own.ts';
import { submit } from '../commands/submit.ts';
import { readDraft } from '../drafts.ts';
import { applicationPaths } from '../paths.ts';
import { addressOf } from '../queries.ts';
import { assistanceLetters } from './letters.ts';
import type { Word } from './queries.ts';

export interface SignedSheet {
  readonly applicationId: number;
  readonly way: 'paper_form' | 'printout';
  readonly signedOn: Day;
  readonly file: UploadedFile | undefined;
}

/** Keeps the scan of what the person signed. Refuses 'absent', 'not_in_this_state', 'file_missing', 'signed_ahead', 'no_paper_form' (it was not on paper). */
export function keepSignedSheet(deps: Deps, actor: Actor, { applicationId, way, signedOn, file }: SignedSheet): Result {
  return deps.db.write((tx) => {
    const open = openFor(tx, actor, applicationId);
    if (!open.ok) return open;
    if (signedOn > warsawDay(deps.clock.now())) return refused('signed_ahead', { field: 'signedOn' });
    if (way === 'paper_form' && open.value.draft.lane !== 'paper') return refused('no_paper_form', { field: 'way' });
    if (file === undefined) return refused('file_missing', { field: 'file' });
    const id = nextId(tx, submissionConfirmations);
    const fileId = addFile(tx, deps.clock, actor, file.blob, file.name, { kind: 'submission_confirmation', id });
    writeConfirmation(tx, deps, actor, open.value, { way, signed: { id, signedOn, fileId } });
    return done();
  });
}

/**
 * Writes to the person a letter with what confirms: a link to be opened alone, a code to be told at the desk. Both speak for the draft as it is now.
 * Refuses 'absent', 'not_in_this_state', 'nowhere_to_write' (no address), 'letters_for_this_hour'.
 */
export function askForWord(deps: Deps, actor: Actor, applicationId: number): Result<{ email: string }> {
  return deps.db.write((tx) => {
    const open = openFor(tx, actor, applicationId);
    if (!open.ok) return open;
    const { draft, leaderId } = open.value;
    const { email } = addressOf(tx, leaderId);
    if (email === '') return refused('nowhere_to_write');
    if (!mayWriteTo(tx, deps, email)) return refused('letters_for_this_hour');
    const linkId = createLink(tx, deps, actor, {
      ...{ personId: leaderId, email, purpose: 'confirm_submission', device: null },
      nextPath: applicationPaths.showOf(draft.id),
    });
    tx.orm.insert(submissionRequests).values({ linkId, applicationId: draft.id, revision: draft.revision }).run();
    writeLetter(tx, deps, assistanceLetters.submission_to_confirm, {
      to: { personId: leaderId, name: draft.applicant.leaderName, address: email },
      fields: {
        ...readHost(tx),
        title: draft.title,
        callTitle: readCall(tx, draft.callId)?.title ?? '',
      },
      about: { kind: 'person', id: leaderId },
      partOf: { kind: 'application', id: applicationId },
      uniqueKey: `submission_to_confirm:${linkId}`,
      linkId,
    });
    return done({ email });
  });
}

/** The person told the code at the desk. Refuses 'absent', 'not_in_this_state', 'code_wrong' (fact left), 'code_over', 'edited_meanwhile' since the letter. */
export function takeWordByCode(deps: Deps, actor: Actor, applicationId: number, code: string): Result {
  // A wrong code must be remembered, and a refusal would roll its counting back.
  const outcome = deps.db.write((tx): Result | { readonly left: number } => {
    const open = openFor(tx, actor, applicationId);
    if (!open.ok) return open;
    const asked = tx.get<{ linkId: number; revision: number }>(sql`
      select link_id as linkId, revision from submission_requests where application_id = ${applicationId} order by link_id desc limit 1`);
    if (asked === undefined) return { left: 0 };
    if (asked.revision !== open.value.draft.revision) return refused('changed_since_letter', { field: 'code' });
    const passed = passDoorByCode(tx, deps, actor, asked.linkId, code);
    if ('left' in passed) return passed;
    confirmAddress(tx, deps, passed.link);
    writeConfirmation(tx, deps, actor, open.value, { way: 'code' });
    return done();
  });
  if ('ok' in outcome) return outcome;
  return outcome.left === 0
    ? refused('code_over', { field: 'code' })
    : refused('code_wrong', { field: 'code', facts: { left: outcome.left } });
}

/**
 * The person opened the link alone, read the draft and sends it: in her own name, so by the clock as everybody, or by the arrival of her paper. Refuses
 * 'link_forged', 'link_over', 'changed_since_letter' and what submitting does.
 */
export function sendByLink(deps: Deps, token: string): Result<{ code: string; applicationId: number }> {
  return deps.db.write((tx) => {
    const link = passDoor(tx, deps, 'confirm_submission', token);
    if (!link.ok) return link;
    const asked = requestOf(tx, link.value);
    const draft = asked === undefined ? undefined : readDraft(tx, asked.applicationId);
    if (asked === undefined || draft === undefined || draft.state !== 'draft') return refused('link_over');
    if (draft.revision !== asked.revision) return refused('changed_since_letter');
    const person = confirmAddress(tx, deps, link.value);
    if (!person.ok) return person;
    const actor = readActor(tx, person.value);
    if (actor === undefined) return refused('link_over');
    const open = ownFor(tx, actor, draft.id, 'submit');
    if (!open.ok) return open;
    writeConfirmation(tx, deps, actor, open.value, { way: 'link' });
    const sent = submit(tx, deps, actor, { applicationId: draft.id, revision: draft.revision, isKeyedIn: true });
    return sent.ok ? done({ code: sent.value.code, applicationId: sent.value.applicationId }) : sent;
  });
}

/** Which draft a link asks about. */
export function requestOf(
  tx: Pick<Tx, 'get'>,
  link: Pick<Link, 'id'>,
): { readonly applicationId: number; readonly revision: number } | undefined {
  return tx.get(
    sql`select application_id as applicationId, revision from submission_requests where link_id = ${link.id}`,
  );
}

function openFor(tx: Tx, actor: Actor, applicationId: number): Result<OpenApplication> {
  const open = ownFor(tx, actor, applicationId, 'write');
  return open.ok && !open.value.inNameOfLeader ? refused('absent') : open;
}

function writeConfirmation(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  { draft, personId, leaderId }: OpenApplication,
  {
    way,
    signed,
  }: { readonly way: Word; readonly signed?: { readonly id: number; readonly signedOn: Day; readonly fileId: number } },
): void {
  tx.orm
    .insert(submissionConfirmations)
    .values({
      ...{ applicationId: draft.id, way, revision: draft.revision, ...signed },
      ...{ recordedAt: deps.clock.now(), recordedBy: personId },
    })
    .run();
  record(tx, deps, actor, {
    what: 'application.word_given',
    subject: { kind: 'application', id: draft.amends?.applicationId ?? draft.id },
    callId: draft.callId,
    facts: { word: way, inNameOf: leaderId },
  });
}
