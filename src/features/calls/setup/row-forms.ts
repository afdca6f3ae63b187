import { z } from 'zod';
import type { Grosze } from '../../../lib/money.ts';
import { amount, optionalNumber, version, wholeNumber, written } from './forms.ts';
import { setupMessages } from './texts.ts';

/** Rows of a list by their key: `k12` is stored, `n1` is new. Letters keep the numbers from being read as places in a list. */
const rowKey = /^[kn][1-9]\d{0,14}$/;

export const storedKey = (id: number) => `k${id}`;
/** The number of a stored row; undefined of a new one. */
export const storedId = (key: string) => (key.startsWith('k') ? Number(key.slice(1)) : undefined);

/** A list edited as one form. Rows to take away are not read further, nor is a new row in which nobody filled any of the fields `filledIn`. */
function listForm<Row extends z.ZodType>(row: Row, filledIn: readonly string[] = ['name']) {
  const shape = z.object({
    version,
    removed: z.array(z.number()),
    rows: z.record(z.string().regex(rowKey), row),
    more: z.string().optional(),
  });
  return z.preprocess((body) => splitRows(body, filledIn), shape);
}

function splitRows(body: unknown, filledIn: readonly string[]): unknown {
  const { rows, ...rest } = (body ?? {}) as Record<string, unknown>;
  const given = Object.entries(typeof rows === 'object' && rows !== null && !Array.isArray(rows) ? rows : {});
  const isRemoved = ([, row]: [string, unknown]) => isText(row, 'remove', 'tak');
  const isBlank = ([key, row]: [string, unknown]) =>
    key.startsWith('n') && filledIn.every((field) => isText(row, field, ''));
  return {
    ...rest,
    removed: given.filter(isRemoved).flatMap(([key]) => storedId(key) ?? []),
    rows: Object.fromEntries(given.filter((one) => !isRemoved(one) && !isBlank(one))),
  };
}

function isText(row: unknown, field: string, text: string): boolean {
  return typeof row === 'object' && row !== null && (row as Record<string, unknown>)[field] === text;
}

const position = wholeNumber(1, 99);
const name = written(200, setupMessages.name);

const box = z
  .string()
  .optional()
  .transform((sent) => sent !== undefined);

const optionalAmount = z
  .literal('')
  .default('')
  .transform((): Grosze | null => null)
  .or(amount);

export const costsForm = listForm(
  z.object({
    name,
    eligible: z.enum(['tak', 'nie']).default('tak'),
    line: z
      .string()
      .regex(/^(|[1-9]\d{0,14})$/, setupMessages.line)
      .default('')
      .transform((text) => (text === '' ? null : Number(text))),
    cap: optionalNumber(1, 100),
    threshold: optionalAmount,
    note: written(300),
    isPay: box,
    position,
  }),
);

export const formalForm = listForm(
  z.object({ name: written(300, setupMessages.name), knownBy: z.string().max(40).default('person'), position }),
);

export const questionsForm = listForm(
  z.object({ name: written(300, setupMessages.question), answer: written(2000, setupMessages.answer), position }),
  ['name', 'answer'],
);

const levels = z
  .record(z.string().regex(/^p\d{1,2}$/), written(300))
  .default({})
  .transform((typed) =>
    Object.entries(typed).flatMap(([key, description]) =>
      description === '' ? [] : [{ points: Number(key.slice(1)), description }],
    ),
  );

export const mostPoints = 20;

export const meritForm = listForm(
  z.object({
    name,
    description: written(600, setupMessages.description),
    weight: wholeNumber(1, 20),
    maxPoints: wholeNumber(1, mostPoints),
    minPoints: optionalNumber(1, mostPoints),
    tieOrder: optionalNumber(1, 9),
    bonus: box,
    levels,
    position,
  }),
);
