import { z } from 'zod';
import { type Day, parseDay } from '../../lib/days.ts';
import { isNip, normaliseDigits } from '../../lib/identifiers.ts';
import { type Grosze, grosze, parseAmount } from '../../lib/money.ts';
import type { Result } from '../../lib/result.ts';
import { countLetters } from '../../lib/text.ts';
import { type FieldMessage, fieldMessages } from './form-texts.ts';
import type { ExpenseKind } from './queries.ts';

const kinds = [
  'invoice',
  'bill',
  'contract',
  'receipt',
  'note',
  'insurance',
  'internal',
] as const satisfies readonly ExpenseKind[];
const paymentKinds = ['net', 'tax', 'social_insurance', 'other'] as const;

const typed = z.string().catch('');

/** A typed field read by one of the readers of `lib`, which says by code what is wrong. */
function readBy<Value>(
  read: (text: string) => Result<Value>,
  also: (value: Value) => FieldMessage | null = () => null,
) {
  return typed.transform((text, context): Value => {
    const outcome = read(text);
    const fault = outcome.ok ? also(outcome.value) : (outcome.code as FieldMessage);
    if (outcome.ok && fault === null) return outcome.value;
    context.addIssue({ code: 'custom', message: fieldMessages[fault ?? 'amount_not_a_number'] });
    return z.NEVER;
  });
}

function words(missing: FieldMessage, tooLong: FieldMessage, most: number) {
  return typed
    .refine((text) => text !== '', fieldMessages[missing])
    .refine((text) => countLetters(text) <= most, fieldMessages[tooLong]);
}

const positive = (fault: FieldMessage) => readBy<Grosze>(parseAmount, (amount) => (amount === 0 ? fault : null));
const theDay = readBy<Day>(parseDay);

/** Ten digits with their check digit; a foreign VAT number keeps its country. */
const sellerNip = typed.transform((text, context) => {
  const bare = normaliseDigits(text).toUpperCase();
  if (bare === '' || isNip(bare) || /^(?!PL)[A-Z]{2}[0-9A-Z]{5,12}$/.test(bare)) return bare;
  context.addIssue({ code: 'custom', message: fieldMessages.nip_wrong });
  return z.NEVER;
});

const idOrNone = typed.transform((text) => (/^[1-9]\d{0,14}$/.test(text) ? Number(text) : null));

/** What is printed on the document, and what it is for. */
export const documentForm = z.object({
  kind: z.enum(kinds, fieldMessages.kind_missing),
  number: words('number_missing', 'number_too_long', 100),
  sellerName: words('seller_missing', 'seller_too_long', 200),
  sellerNip,
  issuedOn: theDay,
  total: positive('total_nothing'),
  description: words('description_missing', 'description_too_long', 1000),
});

export type DocumentInput = z.output<typeof documentForm>;

export const newForm = documentForm.extend({ initiative: idOrNone });

export const amountOrNone = readBy<Grosze>((text) =>
  text === '' ? { ok: true, value: grosze(0) } : parseAmount(text),
);
export const partAmount = positive('part_nothing');

export const revisionForm = z.object({
  revision: typed.transform((text) => (/^\d{1,9}$/.test(text) ? Number(text) : 0)),
});

export const nothingAsked = z.object({});

export const paymentForm = z.object({
  kind: z.enum(paymentKinds).catch('net'),
  payee: words('payee_missing', 'payee_too_long', 200),
  amount: positive('payment_nothing'),
  paidOn: theDay,
  statement: typed.refine((text) => countLetters(text) <= 40, fieldMessages.statement_too_long),
});

/** Both signatures of a printed description; a step whose signer is not chosen was not signed. */
export const paperForm = z
  .object({ controlBy: idOrNone, controlOn: typed, approvalBy: idOrNone, approvalOn: typed })
  .transform((sent, context) => {
    const signature = (step: 'control' | 'approval', personId: number | null, text: string) => {
      if (personId === null) return [];
      const on = parseDay(text);
      if (on.ok) return [{ step, personId, signedOn: on.value }];
      context.addIssue({ code: 'custom', path: [`${step}On`], message: fieldMessages[on.code as FieldMessage] });
      return [];
    };
    return [
      ...signature('control', sent.controlBy, sent.controlOn),
      ...signature('approval', sent.approvalBy, sent.approvalOn),
    ];
  });
