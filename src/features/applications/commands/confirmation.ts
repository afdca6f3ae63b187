import type { Tx } from '../../../db/connection.ts';
import type { Deps } from '../../../deps.ts';
import type { Actor } from '../../../lib/actor.ts';
import type { Instant } from '../../../lib/days.ts';
import { formatAmount } from '../../../lib/money.ts';
import { longMoment } from '../../../lib/polish-dates.ts';
import { writeLetter } from '../../../mail/write.ts';
import { askForDocument } from '../../../pdf/register.ts';
import { documentText } from '../../../pdf/wording/versions.ts';
import type { Call } from '../../calls/queries.ts';
import { readOrganisation } from '../../organisation/queries.ts';
import type { SubmittedContent } from '../content.ts';
import { applicationDocuments } from '../documents.ts';
import { lateLinkOf } from '../late/links.ts';
import { applicationLetters } from '../letters.ts';
import { applicationPaths } from '../paths.ts';
import { knownAddressOf } from '../queries.ts';
import { documentTitles, nextDates, stillOpenText } from '../texts.ts';
import { changeableUntil } from '../window.ts';

interface Sent {
  readonly applicationId: number;
  readonly personId: number;
  readonly call: Call;
  readonly code: string;
  /** From one. */
  readonly version: number;
  readonly content: SubmittedContent;
  readonly fingerprint: string;
  readonly submittedAt: Instant;
}

/** Asks for the PDF of the application and of its receipt, and writes the letter that carries the first. */
export function confirmSubmission(
  tx: Tx,
  deps: Deps,
  actor: Actor,
  { applicationId, personId, call, code, version, content, fingerprint, submittedAt }: Sent,
): void {
  const about = { kind: 'application', id: applicationId };
  const copy = askForDocument(tx, deps.clock, actor, 'application', about, documentTitles.application(code));
  const { textId } = documentText(tx, deps.clock, applicationDocuments.application_receipt, 'receipt');
  askForDocument(tx, deps.clock, actor, 'application_receipt', about, documentTitles.receipt(code), textId);
  const organisation = readOrganisation(tx);
  const letter = {
    to: { personId, name: content.applicant.leaderName, address: knownAddressOf(tx, personId) },
    about,
    documentIds: [copy],
  };
  const fields = {
    applicationCode: code,
    title: content.title,
    callTitle: call.title,
    submittedAt: longMoment(submittedAt),
    requested: formatAmount(content.requestedGrosze),
    fingerprint,
    next: nextDates(call.stages),
    stillOpen: stillOpenText(changeableUntil(call, deps.clock.now(), lateLinkOf(tx, applicationId)?.untilAt)),
    address: deps.publicUrl + applicationPaths.showOf(applicationId),
    organisationName: organisation.name,
    organisationPhone: organisation.phone,
  };
  if (version === 1) {
    const uniqueKey = `application_submitted:${applicationId}`;
    writeLetter(tx, deps, applicationLetters.application_submitted, { ...letter, fields, uniqueKey });
  } else {
    const uniqueKey = `application_amended:${applicationId}:${version}`;
    const changed = { ...fields, version: String(version) };
    writeLetter(tx, deps, applicationLetters.application_amended, { ...letter, fields: changed, uniqueKey });
  }
}
