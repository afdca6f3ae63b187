import { sql } from 'drizzle-orm';
import type { Reader, Tx } from '../../../db/connection.ts';
import { guardianRequests } from '../../../db/schema/applications-guardian.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import { type Actor, personIdOf } from '../../../lib/actor.ts';
import { normaliseEmail } from '../../../lib/identifiers.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { writeLetter } from '../../../mail/write.ts';
import { askForDocument } from '../../../pdf/register.ts';
import { documentText } from '../../../pdf/wording/versions.ts';
import { createLink, markUsed, readLink } from '../../accounts/links.ts';
import { readHost } from '../../accounts/queries.ts';
import { mayWriteTo } from '../../accounts/throttle.ts';
import { leaderOf } from '../commands/own.ts';
import { listMembers } from '../members/queries.ts';
import { applicationPaths } from '../paths.ts';
import { addressOf } from '../queries.ts';
import { type GuardianRights, guardianRights } from './access.ts';
import { guardianDocuments } from './documents.ts';
import { guardianLetters } from './letters.ts';
import { type GuardianFacts, newestGuardianRequest, readGuardianFacts } from './queries.ts';
import { sheetTitle } from './texts.ts';

/**
 * Writes to the guardian a letter with a door; an earlier one is over. Refuses 'absent', 'right_missing', 'guardian_facts_missing' (nobody consents to what has
 * no name), 'address_not_confirmed' (nobody unproved writes to others), 'consent_stands', 'guardian_is_applicant', 'letters_for_this_hour'.
 */
export function askGuardian(
  deps: Deps,
  actor: Actor,
  { applicationId, email }: { readonly applicationId: number; readonly email: string },
): Result {
  return deps.db.write((tx) => {
    const asker = askerOf(tx, actor, applicationId);
    if (!asker.ok) return asker;
    const { facts } = asker.value;
    const askedBy = personIdOf(actor);
    if (askedBy === null || actor.kind !== 'person' || !actor.confirmed) return refused('address_not_confirmed');
    if (facts.isGiven) return refused('consent_stands');
    const address = normaliseEmail(email);
    if (addressesOfGroup(tx, applicationId).includes(address))
      return refused('guardian_is_applicant', { field: 'email' });
    if (!mayWriteTo(tx, deps, address)) return refused('letters_for_this_hour', { field: 'email' });

    endOpenDoor(tx, deps, applicationId);
    const linkId = createLink(tx, deps, actor, {
      ...{ personId: null, email: address, purpose: 'guardian_consent', device: null },
      nextPath: applicationPaths.guardianOf(applicationId),
    });
    const { guardianName, childName, title, callTitle } = facts;
    tx.orm
      .insert(guardianRequests)
      .values({ linkId, applicationId, guardianName, childName, askedAt: deps.clock.now(), askedBy })
      .run();
    record(tx, deps, actor, {
      what: 'application.guardian_asked',
      subject: { kind: 'application', id: applicationId },
      callId: facts.callId,
    });
    writeLetter(tx, deps, guardianLetters.guardian_asked, {
      to: { personId: null, name: guardianName, address },
      fields: { ...readHost(tx), guardianName, childName, title, callTitle },
      about: { kind: 'application', id: applicationId },
      uniqueKey: `guardian_asked:${linkId}`,
      linkId,
    });
    return done();
  });
}

/** Has the sheet to sign made, in the text in force. Refuses 'absent', 'right_missing', 'guardian_facts_missing'. */
export function printSheet(deps: Deps, actor: Actor, applicationId: number): Result {
  return deps.db.write((tx) => {
    const asker = askerOf(tx, actor, applicationId);
    if (!asker.ok) return asker;
    const { textId } = documentText(tx, deps.clock, guardianDocuments.guardian_consent, 'consent');
    const title = sheetTitle(asker.value.facts.childName);
    const subject = { kind: 'guardian_sheet', id: applicationId };
    askForDocument(tx, deps.clock, actor, 'guardian_consent', subject, title, textId);
    return done();
  });
}

export interface Asker {
  readonly facts: GuardianFacts;
  readonly rights: GuardianRights;
}

/** Whoever may ask for a consent, and what about. Refuses 'absent', 'right_missing', 'guardian_facts_missing'. */
export function askerOf(tx: Tx, actor: Actor, applicationId: number): Result<Asker> {
  const facts = readGuardianFacts(tx, applicationId);
  const rights = facts === undefined ? undefined : guardianRights(tx, actor, facts);
  if (facts === undefined || rights === undefined) return refused('absent');
  if (!rights.mayAsk) return refused('right_missing');
  const isNamed = facts.guardianName !== '' && facts.childName !== '' && facts.title !== '';
  return isNamed ? done({ facts, rights }) : refused('guardian_facts_missing');
}

/** A door that waits for the guardian works no more: another letter follows, or the word came another way. */
export function endOpenDoor(tx: Tx, deps: Deps, applicationId: number): void {
  const request = newestGuardianRequest(tx, applicationId);
  const link = request === undefined || request.usedAt !== null ? undefined : readLink(tx, request.linkId);
  if (link !== undefined) markUsed(tx, deps, link);
}

/** Nobody is one's own guardian: what the group is reached by, proved or only claimed. */
function addressesOfGroup(reader: Reader, applicationId: number): string[] {
  const typed = reader.get<{ email: string }>(
    sql`select email from applicants where application_id = ${applicationId}`,
  );
  return [
    ...listMembers(reader, applicationId).map(({ email }) => email),
    addressOf(reader, leaderOf(reader, applicationId)).email,
    normaliseEmail(typed?.email ?? ''),
  ].filter((address) => address !== '');
}
