import { z } from 'zod';
import { isEmailAddress, normaliseEmail } from '../../lib/identifiers.ts';
import { type RawBody, type RawValue, rawText } from '../../web/form.ts';
import type { FormDefinition } from '../calls/form/questions.ts';
import { applicantKinds } from '../calls/queries.ts';
import { readAnswer } from './answer-fields.ts';
import type { Marks } from './answers/fields.ts';
import type { Choice } from './answers/settle.ts';
import type { Draft } from './drafts.ts';
import { readPayAnswer } from './pay/basis.ts';
import { registerKinds } from './registers/registers.ts';
import { asksForTitle, type Section } from './sections.ts';
import { startMessages } from './texts.ts';
import type { TypedApplicant, TypedCost, TypedSection } from './typed.ts';

/** A visitor begins with an address; whoever is signed in leaves it out. */
export const startForm = z.object({
  callId: z
    .string()
    .regex(/^[1-9]\d{0,14}$/)
    .transform(Number)
    .catch(0),
  /** Of an earlier application to copy from; 0 for none. */
  from: z
    .string()
    .regex(/^[1-9]\d{0,14}$/)
    .transform(Number)
    .catch(0),
  kind: z.enum(applicantKinds, startMessages.kindMissing),
  email: z
    .string(startMessages.emailMissing)
    .min(1, startMessages.emailMissing)
    .transform(normaliseEmail)
    .refine(isEmailAddress, startMessages.emailWrong)
    .optional(),
});

/** What a saved section sends beside its texts. */
export const sectionForm = z.looseObject({
  /** Marks of what was seen, see `saveSection`; what cannot be read was not seen, so nothing is written over. */
  seen: z.string().catch('').transform(readSeen),
  /** Names the opened page. */
  page: z
    .string()
    .regex(/^[\w-]{1,40}$/)
    .catch(''),
  /** Counts the page's savings; 0 without script. */
  step: z
    .string()
    .regex(/^\d{1,15}$/)
    .catch('0')
    .transform(Number),
  /** One version of an answer chosen by the button that was pressed: `12-other-<mark>`. */
  choice: z.string().optional().catch(undefined).transform(readChoice),
});

export function readSeen(text: string): Marks {
  try {
    return z.record(z.string(), z.string()).parse(JSON.parse(text));
  } catch {
    return {};
  }
}

function readChoice(text: string | undefined): Choice | undefined {
  const [, id = '', stays = '', mark = ''] = /^([1-9]\d{0,14})-(field|other|both)-([\w-]{12})$/.exec(text ?? '') ?? [];
  return id === '' ? undefined : { versionId: Number(id), stays: stays as Choice['stays'], mark };
}

export const nothingAsked = z.object({});

export const attachmentForm = z.object({ label: z.string().max(120, startMessages.labelTooLong).catch('') });

export const addressForm = z.object({
  email: z
    .string(startMessages.emailMissing)
    .min(1, startMessages.emailMissing)
    .transform(normaliseEmail)
    .refine(isEmailAddress, startMessages.emailWrong),
});

/** `revision` is the one of the answers that were checked: what is sent is what was seen. */
export const submissionForm = z.object({
  revision: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .catch(0),
});

const words = z.string().catch('');
const rowsOf = <Row extends z.ZodType>(row: Row) =>
  z.union([z.array(row), z.record(z.string(), row).transform((rows) => Object.values(rows))]).catch([]);
const scheduleRows = rowsOf(z.object({ activity: words, starts: words, ends: words, place: words }));
const costRows = rowsOf(
  z.object({
    name: words,
    category: words,
    quantity: words,
    unit: words,
    price: words,
    payBasis: words.transform(readPayAnswer),
  }),
);

/**
 * What a section's form sent, exactly as typed; never refuses. A field that was not sent stays as it is in the draft. Rows left wholly empty,
 * and the one whose „Usuń” was pressed, are left out. Undefined for sections without texts.
 */
export function readTyped(
  section: Section,
  form: FormDefinition,
  draft: Draft,
  raw: RawBody,
): TypedSection | undefined {
  switch (section.kind) {
    case 'applicant':
      return { kind: 'applicant', ...readApplicant(draft.applicant, raw) };
    case 'questions': {
      const asked = form.sections.find((one) => one.code === section.code)?.questions ?? [];
      const questions = asked.filter(({ kind }) => kind !== 'file');
      const sent = raw['answers'];
      const answers = questions.map((question) => {
        const one = typeof sent === 'object' && !Array.isArray(sent) ? (sent as RawBody)[question.code] : undefined;
        return [question.code, readAnswer(question, one) ?? draft.answers[question.code] ?? ''];
      });
      return {
        kind: 'questions',
        title: asksForTitle(form, section.code) ? (sentText(raw, 'title') ?? draft.title) : null,
        answers: Object.fromEntries(answers),
      };
    }
    case 'schedule':
      return {
        kind: 'schedule',
        rows: raw['rows'] === undefined ? draft.schedule : written(scheduleRows.parse(raw['rows']), raw),
      };
    case 'costs':
      return {
        kind: 'costs',
        rows: raw['rows'] === undefined ? draft.costs : written(costRows.parse(raw['rows']), raw),
      };
    case 'consents':
      return {
        kind: 'consents',
        given: form.consents
          .map(({ code }) => code)
          .filter((code) => sentText(raw['given'], code) !== undefined)
          .sort(),
      };
    case 'attachments':
    case 'check':
      return undefined;
  }
}

function readApplicant(stored: TypedApplicant, raw: RawBody): TypedApplicant {
  const sent = Object.keys(stored).map((name) => [name, sentText(raw, name) ?? stored[name as keyof TypedApplicant]]);
  const applicant = Object.fromEntries(sent) as TypedApplicant;
  const isKnown = applicantKinds.some((kind) => kind === applicant.applicantKind);
  return {
    ...applicant,
    applicantKind: isKnown ? applicant.applicantKind : stored.applicantKind,
    registerKind: registerKinds.find((kind) => kind === applicant.registerKind) ?? '',
  };
}

function sentText(body: RawValue | undefined, name: string): string | undefined {
  if (typeof body !== 'object' || Array.isArray(body)) return undefined;
  const value = (body as RawBody)[name];
  return typeof value === 'string' ? value : undefined;
}

/** The rows of a cost estimate as they stand on the page, empty ones too. */
export function readCostRows(raw: RawBody): TypedCost[] {
  return costRows.parse(raw['rows']);
}

function written<Row extends Readonly<Record<string, string>>>(rows: readonly Row[], raw: RawBody): Row[] {
  const removed = rawText(raw, 'remove') === '' ? -1 : Number(rawText(raw, 'remove'));
  return rows.filter((row, index) => index !== removed && Object.values(row).some((text) => text !== ''));
}
