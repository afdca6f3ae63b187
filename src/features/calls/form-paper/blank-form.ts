import type { Reader } from '../../../db/connection.ts';
import { type Instant, warsawDay } from '../../../lib/days.ts';
import type { Occasion } from '../../../pdf/kinds.ts';
import type { Letterhead } from '../../../pdf/page.ts';
import { readOrganisation } from '../../organisation/queries.ts';
import { letterheadOf } from '../../project/letterhead.ts';
import { readForm } from '../call-texts.ts';
import { readCategories } from '../criteria.ts';
import { callPaths } from '../paths.ts';
import { type Call, readApplicantKinds, readCall } from '../queries.ts';
import { blindNote } from '../scoring-texts.ts';
import { stageOf, submissionWindow } from '../stages.ts';
import { applicantKindNames } from '../texts.ts';
import type { FormPaper } from './paper.ts';
import { type AskedOnPaper, partsOf } from './parts.ts';
import { paperTexts } from './texts.ts';

/** The form of a call, nothing in it yet. */
export interface BlankForm {
  readonly call: { readonly title: string; readonly closesAt: Instant | null; readonly blind: string };
  readonly asked: AskedOnPaper;
  readonly library: { readonly place: string; readonly hours: string; readonly phone: string };
  readonly letterhead: Letterhead;
  readonly address: string;
  readonly askedAt: Instant;
}

export function loadBlankForm(reader: Reader, callId: number, { askedAt, publicUrl }: Occasion): BlankForm {
  const call = readCall(reader, callId);
  if (call === undefined) throw new Error(`There is no call ${callId}`);
  const { name, street, postalCode, city, contactHours, phone } = readOrganisation(reader);
  return {
    call: { title: call.title, closesAt: submissionWindow(call.stages)?.closesAt ?? null, blind: blindNote(call) },
    asked: { ...limitsOf(reader, call), form: readForm(reader, callId) },
    library: { place: `${name}, ${street}, ${postalCode} ${city}`, hours: contactHours, phone },
    letterhead: letterheadOf(reader),
    address: publicUrl + callPaths.newApplicationOf(callId),
    askedAt,
  };
}

/** Who may apply, on what, for how much and when: what every form of the call is filled in under. */
export function limitsOf(reader: Reader, call: Call): Omit<AskedOnPaper, 'form'> {
  const period = stageOf(call.stages, 'realisation');
  const categories = readCategories(reader, call.id);
  return {
    kinds: readApplicantKinds(reader, call.id).map(({ kind, note }) => `${applicantKindNames[kind]}: ${note}`),
    categories: categories.map(paperTexts.category),
    asksPay: categories.some(({ isPay }) => isPay),
    minGrosze: call.minGrosze,
    maxGrosze: call.maxGrosze,
    realisation: {
      firstOn: period?.startsAt ? warsawDay(period.startsAt) : null,
      lastOn: period?.endsAt ? warsawDay(period.endsAt) : null,
    },
  };
}

export function blankPaper({ call, asked, library, address }: BlankForm): FormPaper {
  const { deadline, howTo, where } = paperTexts;
  return {
    title: paperTexts.blankTitle,
    subtitle: paperTexts.inCall(call.title),
    lead: [
      ...(call.closesAt === null ? [] : [deadline(call.closesAt)]),
      where(library.place, library.hours, library.phone),
      howTo,
      ...(call.blind === '' ? [] : [call.blind]),
    ],
    qr: { address, label: paperTexts.online },
    parts: partsOf(asked),
    confirmation: paperTexts.confirmation,
    signatures: [paperTexts.signature, paperTexts.guardianSignature],
    foot: paperTexts.received,
  };
}
