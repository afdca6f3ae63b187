import canonicalize from 'canonicalize';
import { eq, sql } from 'drizzle-orm';
import type { Reader, Tx } from '../../../db/connection.ts';
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
import { leaderOf } from '../../initiatives/leader.ts';
import { readInitiative } from '../../initiatives/queries.ts';
import { readOrganisation } from '../../organisation/queries.ts';
import { composeAgreement } from '../compose.ts';
import type { AgreementContent } from '../content.ts';
import { agreementTitle } from '../documents.ts';
import { agreementLetters } from '../letters.ts';
import { agreementLife } from '../lifecycle.ts';
import { agreementPaths } from '../paths.ts';
import { type Agreement, agreementOf } from '../queries.ts';

/**
 * Freezes the content, has its document made and sends it to the leader with a word on how to sign. Refuses `not_open`,
 * `not_in_this_state`, and `same_person` to whoever confirmed the funds.
 */
export function issueAgreement(deps: Deps, actor: Actor, { initiativeId }: { readonly initiativeId: number }): Result {
  return deps.db.write((tx) => {
    const agreement = agreementOf(tx, initiativeId);
    const initiative = readInitiative(tx, initiativeId);
    if (agreement === undefined || initiative === undefined) return refused('not_open');
    const next = step(agreementLife, 'issue', agreement.state);
    if (!next.ok) return next;
    if (agreement.confirmedBy !== null && agreement.confirmedBy === personIdOf(actor)) return refused('same_person');
    const issuedAt = deps.clock.now();
    const content = composeAgreement(tx, {
      number: agreement.number,
      initiative,
      funds: fundsOf(tx, agreement),
      issuedAt,
    });
    const canonical = canonicalize(content);
    if (canonical === undefined) throw new TypeError('The content of an agreement is not JSON');
    const frozen = {
      content: canonical,
      fingerprint: fingerprint(content),
      issuedAt,
      revision: agreement.revision + 1,
    };
    tx.orm
      .update(agreements)
      .set({ state: next.value, ...frozen })
      .where(eq(agreements.id, agreement.id))
      .run();
    const subject = { kind: 'agreement', id: agreement.id };
    const documentId = askForDocument(tx, deps.clock, actor, 'agreement', subject, agreementTitle(agreement.number));
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
      content,
      documentId,
    });
    return done();
  });
}

function fundsOf(reader: Reader, { confirmedBy, confirmedAt }: Agreement): AgreementContent['funds'] {
  if (confirmedAt === null) throw new Error('An agreement was to be issued before its funds were confirmed');
  const person = reader.get<{ name: string }>(sql`select name from people where id = ${confirmedBy}`);
  return { confirmedBy: person?.name ?? '', confirmedAt };
}

interface Announcement {
  readonly agreementId: number;
  readonly initiativeId: number;
  readonly applicationId: number;
  readonly content: AgreementContent;
  readonly documentId: number;
}

function writeIssuedLetter(
  tx: Tx,
  deps: Deps,
  { agreementId, initiativeId, applicationId, content, documentId }: Announcement,
): void {
  const organisation = readOrganisation(tx);
  writeLetter(tx, deps, agreementLetters.agreement_issued, {
    to: leaderOf(tx, applicationId),
    about: { kind: 'initiative', id: initiativeId },
    uniqueKey: `agreement_issued:${agreementId}`,
    documentIds: [documentId],
    fields: {
      number: content.number,
      title: content.initiative.title,
      amount: formatAmount(content.plan.total),
      signatory: content.group.guardianName || content.group.leaderName,
      address: deps.publicUrl + agreementPaths.showOf(initiativeId),
      libraryAddress: content.library.address,
      hours: organisation.contactHours,
      organisationName: organisation.name,
      organisationPhone: organisation.phone,
    },
  });
}
