import type { Reader, Tx } from '../../../db/connection.ts';
import { guardianConsents } from '../../../db/schema/applications-guardian.ts';
import type { Deps } from '../../../deps.ts';
import { addFile, nextId } from '../../../files/records.ts';
import { record } from '../../../history/record.ts';
import { type Actor, personIdOf } from '../../../lib/actor.ts';
import { type Day, warsawDay } from '../../../lib/days.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import type { UploadedFile } from '../../../web/upload.ts';
import { doorOfToken, passDoor } from '../../accounts/doors.ts';
import type { Link } from '../../accounts/links.ts';
import { amendedBy } from '../amendments/copies.ts';
import { guardianRights } from './access.ts';
import { askerOf, endOpenDoor } from './asking.ts';
import { consentNow } from './content.ts';
import { type GuardianFacts, guardianRequestOf, readGuardianFacts } from './queries.ts';
import { tellTheGroup } from './telling.ts';

/** What a guardian's door opens to. */
export interface OpenDoor {
  readonly link: Link;
  readonly facts: GuardianFacts;
}

/**
 * The application a letter asks about, as it stands now; once a change is sent, set aside or too late, the application itself. Refuses 'link_forged' (also one of another door), 'link_over' (used, too old, the application is over)
 * and 'names_changed' since the letter.
 */
export function openDoorOf(reader: Reader, deps: Deps, token: string): Result<OpenDoor> {
  const link = doorOfToken(reader, deps, 'guardian_consent', token);
  return link.ok ? behind(reader, link.value) : link;
}

function behind(reader: Reader, link: Link): Result<OpenDoor> {
  const asked = guardianRequestOf(reader, link.id);
  const amended = asked === undefined ? undefined : amendedBy(reader, asked.applicationId);
  const about = amended?.isOpen === false ? amended.applicationId : asked?.applicationId;
  const facts = about === undefined ? undefined : readGuardianFacts(reader, about);
  if (asked === undefined || facts === undefined) return refused('link_over');
  if (facts.state === 'withdrawn' || facts.state === 'rejected') return refused('link_over');
  const isSame = facts.guardianName === asked.guardianName && facts.childName === asked.childName;
  return isSame ? done({ link, facts }) : refused('names_changed');
}

/**
 * The guardian's word at the door; whoever holds the letter speaks, and no session opens. Refuses as `openDoorOf`, and 'text_changed' when a consent would be to
 * other words than were read (`seen`: their fingerprint).
 */
export function sayByLink(
  deps: Deps,
  { token, word, seen }: { readonly token: string; readonly word: 'given' | 'refused'; readonly seen: string },
): Result {
  return deps.db.write((tx) => {
    const passed = passDoor(tx, deps, 'guardian_consent', token);
    const open = passed.ok ? behind(tx, passed.value) : passed;
    if (!open.ok) return open;
    const { facts, link } = open.value;
    const shown = consentNow(tx, deps.clock, facts);
    if (word === 'given' && shown.fingerprint !== seen) return refused('text_changed');
    const kept = word === 'given' ? { content: shown.content, fingerprint: shown.fingerprint } : {};
    write(tx, deps, { kind: 'visitor' }, facts, { word, way: 'link', linkId: link.id, ...kept });
    tellTheGroup(tx, deps, facts, { word, reason: '' });
    return done();
  });
}

export interface SignedConsent {
  readonly applicationId: number;
  /** A scan of the sheet may come from the group too; what was signed at the desk is written down by staff. */
  readonly way: 'scan' | 'desk';
  readonly signedOn: Day;
  readonly file: UploadedFile | undefined;
}

/**
 * Keeps a consent signed on paper. Refuses as `askerOf`, 'right_missing' (the desk is the staff's), 'consent_stands', 'signed_ahead', 'file_missing' (a scan
 * without its file).
 */
export function keepConsent(deps: Deps, actor: Actor, { applicationId, way, signedOn, file }: SignedConsent): Result {
  return deps.db.write((tx) => {
    const asker = askerOf(tx, actor, applicationId);
    if (!asker.ok) return asker;
    const { facts, rights } = asker.value;
    if (way === 'desk' && !rights.mayRecord) return refused('right_missing');
    if (facts.isGiven) return refused('consent_stands');
    if (signedOn > warsawDay(deps.clock.now())) return refused('signed_ahead', { field: 'signedOn' });
    if (way === 'scan' && file === undefined) return refused('file_missing', { field: 'file' });
    const id = nextId(tx, guardianConsents);
    const subject = { kind: 'guardian_consent', id };
    const fileId = file === undefined ? null : addFile(tx, deps.clock, actor, file.blob, file.name, subject);
    const shown = consentNow(tx, deps.clock, facts);
    const kept = way === 'desk' ? { content: shown.content, fingerprint: shown.fingerprint } : {};
    endOpenDoor(tx, deps, applicationId);
    write(tx, deps, actor, facts, { id, word: 'given', way, signedOn, fileId, ...kept });
    if (rights.mayRecord) tellTheGroup(tx, deps, facts, { word: 'given', reason: '' });
    return done();
  });
}

/** Staff write down that a consent counts no more: the guardian took it back, or it was not the guardian's. Refuses 'absent', 'right_missing', 'no_consent'. */
export function endConsent(
  deps: Deps,
  actor: Actor,
  { applicationId, reason }: { readonly applicationId: number; readonly reason: string },
): Result {
  return deps.db.write((tx) => {
    const facts = readGuardianFacts(tx, applicationId);
    const rights = facts === undefined ? undefined : guardianRights(tx, actor, facts);
    if (facts === undefined || rights === undefined) return refused('absent');
    if (!rights.mayRecord) return refused('right_missing');
    if (!facts.isGiven) return refused('no_consent');
    write(tx, deps, actor, facts, { word: 'ended', way: 'desk', reason });
    tellTheGroup(tx, deps, facts, { word: 'ended', reason });
    return done();
  });
}

type Said = Pick<typeof guardianConsents.$inferInsert, 'word' | 'way'> &
  Partial<
    Pick<
      typeof guardianConsents.$inferInsert,
      'id' | 'linkId' | 'signedOn' | 'fileId' | 'content' | 'fingerprint' | 'reason'
    >
  >;

const happenings = {
  given: 'application.guardian_consented',
  refused: 'application.guardian_refused',
  ended: 'application.guardian_consent_ended',
} as const;

function write(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  { applicationId, callId, guardianName, childName }: GuardianFacts,
  said: Said,
): void {
  tx.orm
    .insert(guardianConsents)
    .values({
      applicationId,
      guardianName,
      childName,
      recordedAt: deps.clock.now(),
      recordedBy: personIdOf(actor),
      ...said,
    })
    .run();
  record(tx, deps, actor, {
    what: happenings[said.word],
    subject: { kind: 'application', id: applicationId },
    callId,
    facts: { way: said.way, ...(said.fingerprint == null ? {} : { fingerprint: said.fingerprint }) },
  });
}
