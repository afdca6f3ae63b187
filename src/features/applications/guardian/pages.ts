import type { Reader } from '../../../db/connection.ts';
import type { Deps } from '../../../deps.ts';
import type { Actor } from '../../../lib/actor.ts';
import type { Instant } from '../../../lib/days.ts';
import { noOrphans } from '../../../lib/polish.ts';
import { type Answer, absent, view } from '../../../web/answer.ts';
import { type RawBody, rawText } from '../../../web/form.ts';
import { currentPapers } from '../../../web/papers.ts';
import type { Visit } from '../../../web/visit.ts';
import { rehearsalPaths } from '../../calls/rehearsal/paths.ts';
import { readRehearsal } from '../../calls/rehearsal/queries.ts';
import { fileHref } from '../pages/content.ts';
import { applicationPaths, fixedSections } from '../paths.ts';
import { aboutOf } from '../texts/pages.ts';
import { type GuardianRights, guardianRights } from './access.ts';
import { consentNow } from './content.ts';
import { standingOfWords } from './policy.ts';
import {
  type GuardianFacts,
  newestGuardianRequest,
  readGuardianFacts,
  readGuardianWords,
  type SaidByGuardian,
} from './queries.ts';
import {
  askedText,
  needTexts,
  pageTitles,
  scanName,
  standingTags,
  standingText,
  wayOptions,
  wordText,
} from './texts.ts';

/** Everything about a guardian's consent on one page: where it stands, the ways to give it, and for staff what they write down. */
export function guardianPage(deps: Deps, visit: Visit, raw: RawBody = {}): Answer {
  const facts = readGuardianFacts(deps.db, visit.id());
  const rights = facts === undefined ? undefined : guardianRights(deps.db, visit.actor, facts);
  if (facts === undefined || rights === undefined) return absent;
  const { applicationId: id } = facts;
  const words = readGuardianWords(deps.db, id);
  const isNamed = facts.guardianName !== '' && facts.childName !== '' && facts.title !== '';
  const asks = rights.mayAsk && !facts.isGiven && isNamed;
  return view('applications/guardian', pageTitles.page, {
    home: applicationPaths.showOf(id),
    about: aboutOf(facts.title),
    isOwn: rights.isOwn,
    ...standingShown(facts, words),
    need: noOrphans(needTexts[facts.neededBefore]),
    facts,
    fill:
      rights.mayAsk && !isNamed && facts.state === 'draft'
        ? applicationPaths.sectionOf(id, fixedSections.applicant)
        : '',
    ask: asks ? askPart(deps, visit, facts, raw) : null,
    paper: asks ? paperPart(deps.db, rights, facts, raw) : null,
    end:
      rights.mayRecord && facts.isGiven
        ? { action: applicationPaths.guardianEndOf(id), reason: rawText(raw, 'reason') }
        : null,
    /** What is consented to, to be read before anybody is asked. */
    text: isNamed ? consentNow(deps.db, deps.clock, facts).blocks : null,
    words: words.map((one) => ({
      text: noOrphans(wordText(one)),
      href: one.fileId === null ? '' : fileHref(one.fileId),
      scan: scanName,
    })),
    fingerprints: words.flatMap(({ fingerprint }) => fingerprint ?? []),
  });
}

function standingShown(facts: GuardianFacts, words: readonly SaidByGuardian[]) {
  const standing = standingOfWords(facts, words);
  if (standing === 'not_needed') throw new Error('A minor needs a guardian');
  return { tag: standingTags[standing], standing: noOrphans(standingText(standing, facts, words[0])) };
}

function askPart(deps: Deps, { actor }: Visit, { applicationId, callId }: GuardianFacts, raw: RawBody) {
  const request = newestGuardianRequest(deps.db, applicationId);
  const rehearsal = readRehearsal(deps.db, callId);
  return {
    isConfirmed: actor.kind === 'person' && actor.confirmed,
    rehearsal: rehearsal === undefined ? '' : rehearsalPaths.lettersOf(rehearsal.id),
    action: applicationPaths.guardianOf(applicationId),
    email: rawText(raw, 'email') || (request?.email ?? ''),
    sent:
      request === undefined ? '' : noOrphans(askedText({ ...request, isOver: isOver(request, deps.clock.machine()) })),
  };
}

function isOver({ usedAt, expiresAt }: { usedAt: Instant | null; expiresAt: Instant }, machineNow: Instant): boolean {
  return usedAt !== null || expiresAt <= machineNow;
}

function paperPart(reader: Reader, { mayRecord }: GuardianRights, { applicationId }: GuardianFacts, raw: RawBody) {
  return {
    papers: currentPapers(reader, { kind: 'guardian_sheet', id: applicationId }, 'guardian_consent'),
    print: applicationPaths.guardianSheetOf(applicationId),
    action: applicationPaths.guardianSignedOf(applicationId),
    ways: mayRecord ? wayOptions : [],
    typed: { way: rawText(raw, 'way') || (mayRecord ? '' : 'scan'), signedOn: rawText(raw, 'signedOn') },
  };
}

/** On other pages of the application: where the consent stands and the way to its page. Null where it is nobody's business. */
export function guardianNote(reader: Reader, actor: Actor, applicationId: number) {
  const facts = readGuardianFacts(reader, applicationId);
  const rights = facts === undefined ? undefined : guardianRights(reader, actor, facts);
  if (facts === undefined || rights === undefined) return null;
  const { tag, standing } = standingShown(facts, readGuardianWords(reader, applicationId));
  return {
    ...{ tag, standing },
    need: facts.isGiven ? '' : noOrphans(needTexts[facts.neededBefore]),
    href: applicationPaths.guardianOf(applicationId),
    isOwn: rights.isOwn,
  };
}
