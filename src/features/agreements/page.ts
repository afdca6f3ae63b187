import type { Deps } from '../../deps.ts';
import { type Actor, hasAnyRole, hasRole, personIdOf } from '../../lib/actor.ts';
import { mayStep } from '../../lib/transitions.ts';
import { documentsOf } from '../../pdf/register.ts';
import { shownPaper } from '../../web/shown-paper.ts';
import { guardianConsentOf } from '../applications/guardian/queries.ts';
import { applicationPaths } from '../applications/paths.ts';
import { readCall } from '../calls/queries.ts';
import { isOwn } from '../initiatives/access.ts';
import { initiativePaths } from '../initiatives/paths.ts';
import type { Initiative } from '../initiatives/queries.ts';
import { readOrganisation } from '../organisation/queries.ts';
import { agreementIssuers } from './access.ts';
import { agreementToIssue } from './compose.ts';
import type { AgreementContent } from './content.ts';
import { type AgreementPaper, drawAgreement } from './documents/agreement.ts';
import { agreementLife } from './lifecycle.ts';
import { agreementPaths } from './paths.ts';
import { checkGuardian } from './policy.ts';
import { type Agreement, agreementOf, fundsOf } from './queries.ts';
import { stepsOf } from './steps.ts';
import { stateNames, stateTones } from './texts.ts';

/** The page of an initiative's agreement: the steps, the next one for whoever may take it, and the paper. */
export function agreementPage(
  { db: reader, clock }: Pick<Deps, 'db' | 'clock'>,
  actor: Actor,
  initiative: Initiative,
  typed: { signedOn: string } = { signedOn: '' },
) {
  const agreement = agreementOf(reader, initiative.id);
  const own = isOwn(reader, actor, initiative.id);
  const may = mayDo(actor, initiative, agreement);
  const organisation = readOrganisation(reader);
  const call = readCall(reader, initiative.callId);
  const text = textOf({ db: reader, clock }, agreement, initiative, may.issue);
  const documents = agreement === undefined ? [] : documentsOf(reader, { kind: 'agreement', id: agreement.id });
  return {
    ...{ initiative, own, may, typed },
    /** The very words of the paper, and what names them when it is issued; null where nobody may read them yet. */
    text,
    agreement: agreement === undefined ? null : shown(agreement),
    steps: stepsOf(reader, initiative, agreement, own ? 'group' : 'staff'),
    signatory: signatoryOf(agreement),
    funds:
      own || agreement === undefined || agreement.state === 'signed' || call === undefined
        ? []
        : fundsOf(reader, initiative.id, call.projectId),
    documents,
    /** The text to read and print, once it is made. */
    paper: documents.find(({ fileId }) => fileId !== null) ?? null,
    library: {
      street: organisation.street,
      place: `${organisation.postalCode} ${organisation.city}`,
      hours: organisation.contactHours,
      phone: organisation.phone,
    },
    /** A minor's agreement waits for this; null where nothing is missing. */
    guardian:
      agreement?.state === 'signed' || checkGuardian(guardianConsentOf(reader, initiative.applicationId)).ok
        ? null
        : { href: applicationPaths.guardianOf(initiative.applicationId) },
    lacksNumbers: may.issue && (organisation.nip === '' || organisation.directorName === ''),
    paths: {
      list: initiativePaths.list,
      initiative: initiativePaths.showOf(initiative.id),
      draft: agreementPaths.draftOf(initiative.id),
      funds: agreementPaths.fundsOf(initiative.id),
      issue: agreementPaths.issueOf(initiative.id),
      signing: agreementPaths.signingOf(initiative.id),
    },
  };
}

/** Once issued the frozen text; before, what would be issued now, for whoever may issue it. */
function textOf(
  tools: Pick<Deps, 'db' | 'clock'>,
  agreement: Agreement | undefined,
  initiative: Initiative,
  mayIssue: boolean,
) {
  if (agreement === undefined) return null;
  if (agreement.content !== null) {
    const content = JSON.parse(agreement.content) as AgreementContent;
    return { seen: '', blocks: blocksOf({ content, fingerprint: agreement.fingerprint ?? '' }) };
  }
  if (!mayIssue) return null;
  const { content, seen } = agreementToIssue(tools, agreement, initiative);
  return { seen, blocks: blocksOf({ content, fingerprint: '' }) };
}

function blocksOf(paper: AgreementPaper) {
  return shownPaper((sheet) => drawAgreement(sheet, paper));
}

function shown({ id, number, state, issuedAt, signedOn, signedFileId, fingerprint }: Agreement) {
  return {
    ...{ id, number, state, issuedAt, signedOn, signedFileId, fingerprint },
    tag: { tone: stateTones[state], text: stateNames[state] },
  };
}

/** Who signs for the group, as the issued text names them; '' before. */
function signatoryOf(agreement: Agreement | undefined): string {
  if (agreement?.content == null) return '';
  const { group } = JSON.parse(agreement.content) as Pick<AgreementContent, 'group'>;
  return group.guardianName || group.leaderName;
}

/** What this person may do now. Who confirmed the funds does not issue. */
function mayDo(actor: Actor, { callId, state }: Initiative, agreement: Agreement | undefined) {
  const coordinator = hasRole(actor, 'coordinator', callId);
  const step = (action: keyof typeof agreementLife) =>
    agreement !== undefined && mayStep(agreementLife, action, agreement.state);
  const isConfirmer =
    agreement !== undefined && agreement.confirmedBy !== null && agreement.confirmedBy === personIdOf(actor);
  const issuer = hasAnyRole(actor, agreementIssuers, callId);
  return {
    open: coordinator && agreement === undefined && state === 'agreed',
    confirm: hasRole(actor, 'accountant', callId) && step('confirm_funds'),
    issue: issuer && !isConfirmer && step('issue'),
    notIssue: issuer && isConfirmer && step('issue'),
    sign: coordinator && step('record_signed'),
  };
}
