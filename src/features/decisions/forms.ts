import { z } from 'zod';
import { type Grosze, parseAmount } from '../../lib/money.ts';
import { countLetters } from '../../lib/text.ts';
import type { FieldErrors } from '../../web/form.ts';
import type { Decision } from './policy.ts';
import { decisionMessages } from './texts.ts';

const typedText = z.string().catch('');

const typedDecision = z.object({
  application: z
    .string()
    .regex(/^\d{1,15}$/)
    .catch('0'),
  kind: z.enum(['award', 'reserve', 'refusal']).catch('refusal'),
  amount: typedText,
  reason: typedText,
});

export type TypedDecision = z.output<typeof typedDecision>;

export const setForm = z.object({
  revision: z.coerce.number().int().catch(0),
  do: z.enum(['save', 'propose', 'recount']).catch('save'),
  rows: z.preprocess(
    (value) => (typeof value === 'object' && value !== null ? Object.values(value) : []),
    z.array(typedDecision).catch([]),
  ),
});

export const revisionForm = z.object({ revision: z.coerce.number().int().catch(0) });
export const returnForm = z.object({ reason: z.string().catch('') });
export const emptyForm = z.object({});

export type UnderstoodDecisions =
  | { readonly ok: true; readonly decisions: Decision[] }
  | { readonly ok: false; readonly fields: FieldErrors };

/** Rows as a command takes them, or sentences by `rows.2.amount`. An award with its amount left empty is for all that was requested. */
export function understand(
  rows: readonly TypedDecision[],
  requestedOf: ReadonlyMap<number, Grosze>,
): UnderstoodDecisions {
  const fields: Record<string, string> = {};
  const decisions = rows.map((row, index) => {
    const applicationId = Number(row.application);
    const amount = row.kind === 'award' ? readAmount(row.amount, requestedOf.get(applicationId)) : { value: null };
    if ('code' in amount) fields[`rows.${index}.amount`] = decisionMessages[amount.code];
    if (countLetters(row.reason) > 1500) fields[`rows.${index}.reason`] = decisionMessages.reason_too_long;
    return { applicationId, kind: row.kind, amount: 'code' in amount ? null : amount.value, reason: row.reason };
  });
  return Object.keys(fields).length > 0 ? { ok: false, fields } : { ok: true, decisions };
}

/** For the live check: what cannot be read counts as no amount yet. */
export function understandSoFar(rows: readonly TypedDecision[], requestedOf: ReadonlyMap<number, Grosze>): Decision[] {
  return rows.map(({ application, kind, amount, reason }) => {
    const read = kind === 'award' ? readAmount(amount, requestedOf.get(Number(application))) : { value: null };
    return { applicationId: Number(application), kind, amount: 'code' in read ? null : read.value, reason };
  });
}

function readAmount(
  typed: string,
  requested: Grosze | undefined,
): { value: Grosze | null } | { code: keyof typeof decisionMessages } {
  if (typed === '') return { value: requested ?? null };
  const read = parseAmount(typed);
  if (!read.ok) return { code: read.code as keyof typeof decisionMessages };
  return read.value === 0 ? { code: 'amount_nothing' } : { value: read.value };
}
