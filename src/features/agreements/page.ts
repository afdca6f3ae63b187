import { sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import { type Actor, hasAnyRole, hasRole, personIdOf } from '../../lib/actor.ts';
import { warsawDay } from '../../lib/days.ts';
import { longDate, longMoment } from '../../lib/polish-dates.ts';
import { mayStep } from '../../lib/transitions.ts';
import { documentsOf } from '../../pdf/register.ts';
import { readCall } from '../calls/queries.ts';
import { isOwn } from '../initiatives/access.ts';
import { initiativePaths } from '../initiatives/paths.ts';
import type { Initiative } from '../initiatives/queries.ts';
import { readOrganisation } from '../organisation/queries.ts';
import { agreementLife } from './lifecycle.ts';
import { agreementPaths } from './paths.ts';
import { type Agreement, agreementOf, fundsOf } from './queries.ts';
import { notBy, stateNames, stateTones, stepTexts } from './texts.ts';

/** The page of an initiative's agreement: the steps, the next one for whoever may take it, and the paper. */
export function agreementPage(
  reader: Reader,
  actor: Actor,
  initiative: Initiative,
  typed: { signedOn: string } = { signedOn: '' },
) {
  const agreement = agreementOf(reader, initiative.id);
  const own = isOwn(reader, actor, initiative.id);
  const may = mayDo(actor, initiative, agreement);
  const organisation = readOrganisation(reader);
  const call = readCall(reader, initiative.callId);
  return {
    ...{ initiative, own, may, typed },
    agreement: agreement === undefined ? null : shown(agreement),
    steps: stepsOf(reader, initiative, agreement),
    funds:
      own || agreement === undefined || agreement.state === 'signed' || call === undefined
        ? []
        : fundsOf(reader, initiative.id, call.projectId),
    documents: agreement === undefined ? [] : documentsOf(reader, { kind: 'agreement', id: agreement.id }),
    library: {
      address: `${organisation.street}, ${organisation.postalCode} ${organisation.city}`,
      hours: organisation.contactHours,
    },
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

function shown({ id, number, state, issuedAt, signedOn, signedFileId, fingerprint }: Agreement) {
  return {
    ...{ id, number, state, issuedAt, signedOn, signedFileId, fingerprint },
    tag: { tone: stateTones[state], text: stateNames[state] },
  };
}

/** What this person may do now. Who confirmed the funds does not issue. */
function mayDo(actor: Actor, { callId, state }: Initiative, agreement: Agreement | undefined) {
  const coordinator = hasRole(actor, 'coordinator', callId);
  const step = (action: keyof typeof agreementLife) =>
    agreement !== undefined && mayStep(agreementLife, action, agreement.state);
  const isConfirmer =
    agreement !== undefined && agreement.confirmedBy !== null && agreement.confirmedBy === personIdOf(actor);
  const issuer = hasAnyRole(actor, ['coordinator', 'director'], callId);
  return {
    open: coordinator && agreement === undefined && state === 'agreed',
    confirm: hasRole(actor, 'accountant', callId) && step('confirm_funds'),
    issue: issuer && !isConfirmer && step('issue'),
    notIssue: issuer && isConfirmer && step('issue'),
    sign: coordinator && step('record_signed'),
  };
}

interface Step {
  readonly name: string;
  readonly note: string;
  readonly state: 'done' | 'now' | 'later';
}

function stepsOf(reader: Reader, initiative: Initiative, agreement: Agreement | undefined): Step[] {
  const at =
    agreement === undefined
      ? initiative.agreedIsFinal
        ? 1
        : 0
      : { draft: 2, confirmed: 3, issued: 4, signed: 5 }[agreement.state];
  const state = (index: number) => (index < at ? 'done' : index === at ? 'now' : 'later');
  const confirmer = nameOf(reader, agreement?.confirmedBy);
  const notes = [
    stepTexts.plan.note,
    agreement === undefined ? stepTexts.open.note : longDate(warsawDay(agreement.createdAt)),
    agreement?.confirmedAt
      ? [confirmer, longMoment(agreement.confirmedAt)].filter(Boolean).join(', ')
      : stepTexts.funds.note,
    issueNote(agreement, confirmer),
    agreement?.signedOn ? longDate(agreement.signedOn) : stepTexts.sign.note,
  ];
  const names = [stepTexts.plan, stepTexts.open, stepTexts.funds, stepTexts.issue, stepTexts.sign].map(
    ({ name }) => name,
  );
  return names.map((name, index) => ({ name, note: notes[index] ?? '', state: state(index) }));
}

function issueNote(agreement: Agreement | undefined, confirmer: string): string {
  if (agreement?.issuedAt) return longMoment(agreement.issuedAt);
  return confirmer === '' ? stepTexts.issue.note : notBy(confirmer);
}

function nameOf(reader: Reader, personId: number | null | undefined): string {
  if (personId == null) return '';
  return reader.get<{ name: string }>(sql`select name from people where id = ${personId}`)?.name ?? '';
}
