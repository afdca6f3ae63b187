import { sql } from 'drizzle-orm';
import type { Tx } from '../../../db/connection.ts';
import { applicants, applicationMembers, applications } from '../../../db/schema/applications.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import type { Actor } from '../../../lib/actor.ts';
import { normaliseEmail } from '../../../lib/identifiers.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { openSession } from '../../../web/session.ts';
import { createProvisionalPerson } from '../../accounts/commands.ts';
import { readFormVersion, readPrivacyClause } from '../../calls/call-texts.ts';
import { type ApplicantKind, readApplicantKinds, readVisibleCall } from '../../calls/queries.ts';
import { ownLateLink } from '../late/links.ts';
import { readPrefilled } from '../prefill/earlier.ts';
import { checkWindow } from '../window.ts';

export interface NewDraft {
  readonly callId: number;
  readonly kind: ApplicantKind;
  /** Of a visitor; whoever is signed in has one already. */
  readonly email: string;
  /** An earlier application of the same leader to copy address and organisation from; 0 for none. */
  readonly from?: number;
  /** The visitor's browser, as the list of sessions names it. */
  readonly userAgent: string;
}

export interface StartedDraft {
  readonly applicationId: number;
  /** The token of the session opened for a visitor. */
  readonly session?: string;
}

/**
 * Begins a draft under the newest form and privacy clause of the call; a visitor becomes a provisional person with a session, and writes at once.
 * Refuses 'absent', 'call_not_announced', 'submission_not_open' and 'deadline_passed' (facts opensAt, closesAt), 'kind_not_admitted'.
 */
export function startDraft(deps: Deps, actor: Actor, draft: NewDraft): Result<StartedDraft> {
  return deps.db.write((tx) => {
    const call = readVisibleCall(tx, actor, draft.callId);
    if (call === undefined) return refused('absent');
    const open = checkWindow(call, deps.clock.now(), ownLateLink(tx, actor, call.id)?.untilAt);
    if (!open.ok) return open;
    if (!readApplicantKinds(tx, call.id).some((row) => row.kind === draft.kind))
      return refused('kind_not_admitted', { field: 'kind' });

    if (actor.kind === 'person')
      return done({
        applicationId: writeDraft(tx, deps, actor, actor.personId, draft, knownAddress(tx, actor.personId)),
      });
    const personId = createProvisionalPerson(tx, deps, { email: draft.email });
    const author: Actor = { kind: 'person', personId, name: '', confirmed: false, grants: [] };
    const applicationId = writeDraft(tx, deps, author, personId, draft, {
      name: '',
      email: normaliseEmail(draft.email),
      phone: '',
    });
    return done({ applicationId, session: openSession(tx, deps, personId, draft.userAgent) });
  });
}

export interface KnownAddress {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
}

function knownAddress(tx: Tx, personId: number): KnownAddress {
  const known = tx.get<KnownAddress>(
    sql`select name, coalesce(email, pending_email, '') as email, phone from people where id = ${personId}`,
  );
  return known ?? { name: '', email: '', phone: '' };
}

/** The rows of a new draft, in the transaction of whoever begins it; `author` is in the history, `personId` its leader. */
export function writeDraft(
  tx: Tx,
  deps: Deps,
  author: Actor,
  personId: number,
  { callId, kind, from = 0 }: Pick<NewDraft, 'callId' | 'kind' | 'from'>,
  known: KnownAddress,
): number {
  const { id } = tx.orm
    .insert(applications)
    .values({
      callId,
      formTextId: readFormVersion(tx, callId).id,
      privacyTextId: readPrivacyClause(tx, callId).id,
      createdAt: deps.clock.now(),
    })
    .returning({ id: applications.id })
    .get();
  tx.orm.insert(applicationMembers).values({ applicationId: id, personId, role: 'leader' }).run();
  tx.orm
    .insert(applicants)
    .values({
      ...{ applicationId: id, kind, leaderName: known.name, email: known.email, phone: known.phone },
      ...readPrefilled(tx, personId, from, kind),
    })
    .run();
  record(tx, deps, author, {
    what: 'application.started',
    subject: { kind: 'application', id },
    callId,
    to: 'draft',
    facts: { applicant: kind },
  });
  return id;
}
