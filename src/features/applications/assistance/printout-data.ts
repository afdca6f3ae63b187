import type { Reader } from '../../../db/connection.ts';
import type { Instant } from '../../../lib/days.ts';
import type { Occasion } from '../../../pdf/kinds.ts';
import type { Letterhead } from '../../../pdf/page.ts';
import type { CostCategory } from '../../calls/criteria.ts';
import type { FormDefinition } from '../../calls/form/questions.ts';
import { limitsOf } from '../../calls/form-paper/blank-form.ts';
import type { FormPaper } from '../../calls/form-paper/paper.ts';
import { type AskedOnPaper, partsOf, type WrittenOnPaper } from '../../calls/form-paper/parts.ts';
import { type ApplicantField, paperTexts } from '../../calls/form-paper/texts.ts';
import { readOrganisation } from '../../organisation/queries.ts';
import { letterheadOf } from '../../project/letterhead.ts';
import { askedOf } from '../asked-of.ts';
import { type Draft, readDraft } from '../drafts.ts';
import { applicationPaths } from '../paths.ts';
import { payBasisOf } from '../pay/basis.ts';
import { categoryWords } from '../pay/texts.ts';
import { labelled } from '../question-files/labels.ts';
import { readDraftRules } from '../rules.ts';
import { applicantKindChoices } from '../texts.ts';
import type { TypedApplicant } from '../typed.ts';
import { printoutTexts } from './texts.ts';

/** A draft on paper: to be read at a table, filled up by hand, signed. */
export interface Printout {
  readonly callTitle: string;
  readonly asked: AskedOnPaper;
  readonly written: WrittenOnPaper;
  /** Of the draft printed: a signature on the paper speaks for this one. */
  readonly revision: number;
  readonly isMinor: boolean;
  readonly library: string;
  readonly letterhead: Letterhead;
  readonly address: string;
  readonly askedAt: Instant;
}

export function loadPrintout(reader: Reader, applicationId: number, { askedAt, publicUrl }: Occasion): Printout {
  const draft = readDraft(reader, applicationId);
  if (draft === undefined) throw new Error(`There is no application ${applicationId}`);
  const { call, rules } = readDraftRules(reader, draft);
  const { name, street, postalCode, city } = readOrganisation(reader);
  const categories = new Map(rules.categories.map((one) => [String(one.id), one]));
  return {
    callTitle: call.title,
    asked: { ...limitsOf(reader, call), form: rules.form },
    written: writtenOn(draft, rules.form, categories),
    revision: draft.revision,
    isMinor: draft.applicant.applicantKind === 'minor',
    library: `${name}, ${street}, ${postalCode} ${city}`,
    letterhead: letterheadOf(reader),
    address: publicUrl + applicationPaths.showOf(applicationId),
    askedAt,
  };
}

function writtenOn(draft: Draft, form: FormDefinition, categories: ReadonlyMap<string, CostCategory>): WrittenOnPaper {
  const { applicant } = draft;
  const kind = applicant.applicantKind;
  const town = `${applicant.postalCode} ${applicant.city}`.trim();
  const values: Record<ApplicantField, string> = {
    ...applicant,
    address: [applicant.street, town].filter((part) => part !== '').join(', '),
  };
  const names = (Object.keys(values) as ApplicantField[]).filter((name) => isAsked(kind, name));
  return {
    kind: kind === '' ? '' : applicantKindChoices[kind],
    applicant: Object.fromEntries(names.map((name) => [name, values[name]])),
    title: draft.title,
    answers: draft.answers,
    schedule: draft.schedule.map(({ activity, starts, ends, place }) => ({
      ...{ activity, place },
      when: [starts, ends].filter((day) => day !== '').join(' – '),
    })),
    costs: draft.costs.map(({ name, category, quantity, unit, price, payBasis }) => ({
      ...{ name, price },
      category: categoryWords(categories.get(category)?.name ?? '', payBasisOf({ payBasis }, categories.get(category))),
      quantity: `${quantity} ${unit}`.trim(),
    })),
    attachments: labelled(draft.attachments, form).map(({ label, name }) => label || name),
    consents: draft.consents,
  };
}

/** Which fields a kind of applicant fills in, as the screen asks for them. */
function isAsked(kind: TypedApplicant['applicantKind'], name: ApplicantField): boolean {
  const asked = askedOf(kind);
  switch (name) {
    case 'name':
      return asked.name;
    case 'registerNumber':
      return asked.register;
    case 'groupMembers':
      return asked.members;
    case 'guardianName':
      return asked.guardian;
    case 'leaderName':
    case 'email':
    case 'phone':
    case 'address':
      return true;
  }
}

export function printoutPaper({ callTitle, asked, written, revision, isMinor, library, address }: Printout): FormPaper {
  return {
    title: written.title || paperTexts.blankTitle,
    subtitle: paperTexts.inCall(callTitle),
    lead: [printoutTexts.lead(library)],
    qr: { address, label: paperTexts.draftOnline },
    parts: partsOf(asked, written),
    confirmation: paperTexts.confirmation,
    signatures: [paperTexts.signature, ...(isMinor ? [printoutTexts.guardianSignature] : [])],
    foot: printoutTexts.foot(revision),
  };
}
