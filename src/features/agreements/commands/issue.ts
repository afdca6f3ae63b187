import canonicalize from 'canonicalize';
import { eq } from 'drizzle-orm';
import type { Tx } from '../../../db/connection.ts';
import { agreements } from '../../../db/schema/agreements.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import { type Actor, personIdOf } from '../../../lib/actor.ts';
import { fingerprint } from '../../../lib/fingerprint.ts';
import { formatAmount } from '../../../lib/money.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { step } from '../../../lib/transitions.ts';
import { writeLetter } from '../../../mail/write.ts';
import { askForDocument } from '../../../pdf/register.ts';
import { guardianConsentOf } from '../../applications/guardian/queries.ts';
import { readCall } from '../../calls/queries.ts';
import { deadlineOf } from '../../calls/stage-event.ts';
import { stageOf } from '../../calls/stages.ts';
import { leaderOf } from '../../initiatives/leader.ts';
import { readInitiative } from '../../initiatives/queries.ts';
import { readOrganisation } from '../../organisation/queries.ts';
import { agreementToIssue } from '../compose.ts';
import type { AgreementContent } from '../content.ts';
import { agreementTitle } from '../documents.ts';
import { agreementLetters, signingTitle } from '../letters.ts';
import { agreementLife } from '../lifecycle.ts';
import { agreementPaths } from '../paths.ts';
import { checkGuardian } from '../policy.ts';
import { agreementOf } from '../queries.ts';

export interface Issue {
  readonly initiativeId: number;
  /** Of the text that was read before the button was pressed (`agreementToIssue`); without it, whatever stands now. */
  readonly seen?: string;
}

/**
 * Freezes the content, has its document made and sends it to the leader with a word on how to sign. Refuses `not_open`,
 * `not_in_this_state`, `same_person` to whoever confirmed the funds, `guardian_consent_missing` of a minor's, and `text_changed` when something else would be issued than was read.
 */
export function issueAgreement(deps: Deps, actor: Actor, { initiativeId, seen }: Issue): Result {
  return deps.db.write((tx) => {
    const agreement = agreementOf(tx, initiativeId);
    const initiative = readInitiative(tx, initiativeId);
    if (agreement === undefined || initiative === undefined) return refused('not_open');
    const next = step(agreementLife, 'issue', agreement.state);
    if (!next.ok) return next;
    if (agreement.confirmedBy !== null && agreement.confirmedBy === personIdOf(actor)) return refused('same_person');
    const guardian = checkGuardian(guardianConsentOf(tx, initiative.applicationId));
    if (!guardian.ok) return guardian;
    const toIssue = agreementToIssue({ db: tx, clock: deps.clock }, agreement, initiative);
    if ((seen ?? toIssue.seen) !== toIssue.seen) return refused('text_changed');
    const { content } = toIssue;
    const canonical = canonicalize(content);
    if (canonical === undefined) throw new TypeError('The content of an agreement is not JSON');
    const frozen = {
      content: canonical,
      fingerprint: fingerprint(content),
      issuedAt: content.issuedAt,
      revision: agreement.revision + 1,
    };
    tx.orm
      .update(agreements)
      .set({ state: next.value, ...frozen })
      .where(eq(agreements.id, agreement.id))
      .run();
    const subject = { kind: 'agreement', id: agreement.id };
    const textId = content.wording?.textId ?? null;
    const title = agreementTitle(agreement.number);
    const documentId = askForDocument(tx, deps.clock, actor, 'agreement', subject, title, textId);
    tx.orm.update(agreements).set({ documentId }).where(eq(agreements.id, agreement.id)).run();
    record(tx, deps, actor, {
      what: 'agreement.issued',
      subject,
      callId: initiative.callId,
      from: agreement.state,
      to: next.value,
      facts: { number: agreement.number, agreed: initiative.agreed, fingerprint: frozen.fingerprint },
    });
    writeIssuedLetter(tx, deps, {
      agreementId: agreement.id,
      initiativeId,
      applicationId: initiative.applicationId,
      callId: initiative.callId,
      content,
      documentId,
    });
    return done();
  });
}

interface Announcement {
  readonly agreementId: number;
  readonly initiativeId: number;
  readonly applicationId: number;
  readonly callId: number;
  readonly content: AgreementContent;
  readonly documentId: number;
}

function writeIssuedLetter(
  tx: Tx,
  deps: Deps,
  { agreementId, initiativeId, applicationId, callId, content, documentId }: Announcement,
): void {
  const organisation = readOrganisation(tx);
  const signing = stageOf(readCall(tx, callId)?.stages ?? [], 'negotiation');
  const when = deadlineOf(signing, deps.clock.now());
  const address = deps.publicUrl + agreementPaths.showOf(initiativeId);
  writeLetter(tx, deps, agreementLetters.agreement_issued, {
    to: leaderOf(tx, applicationId),
    about: { kind: 'initiative', id: initiativeId },
    uniqueKey: `agreement_issued:${agreementId}`,
    documentIds: [documentId],
    event: when && { title: signingTitle(content.number), when, place: content.library.address, url: address },
    fields: {
      number: content.number,
      title: content.initiative.title,
      amount: formatAmount(content.plan.total),
      signatory: content.group.guardianName || content.group.leaderName,
      address,
      libraryAddress: content.library.address,
      hours: organisation.contactHours,
      organisationName: organisation.name,
      organisationPhone: organisation.phone,
    },
  });
}
