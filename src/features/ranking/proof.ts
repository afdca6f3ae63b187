import { z } from 'zod';
import { done, type Result, refused } from '../../lib/result.ts';
import { type RankedRow, type RankingInputs, rank } from './policy.ts';

const format = 'oddolnie-ranking/1';

export type ProofRow = Omit<RankedRow, 'equality'>;

/**
 * An adopted ranking with all it follows from, without a name: anybody who has the file counts the same order again. Applications go by their numbers;
 * the cards of each stand from the highest, so that no column is anybody's.
 */
export interface RankingProof extends RankingInputs {
  readonly format: typeof format;
  /** „PB/2024” */
  readonly call: string;
  readonly rows: readonly ProofRow[];
}

export function proofOf(call: string, inputs: RankingInputs, rows: readonly RankedRow[]): RankingProof {
  return { format, call, ...inputs, rows: rows.map(({ equality: _, ...row }) => row) };
}

const whole = z.number().int();
/** What both files say alike: the one of the whole ranking and the one of a single result. */
export const sharedParts = {
  call: z.string(),
  rules: z.strictObject({
    method: z.enum(['mean', 'sum']),
    decimals: whole.min(0).max(2),
    bonusLimit: whole.min(0),
    unevenCards: z.enum(['refused', 'scaled']),
    maxPoints: whole.positive(),
    thresholdPercent: whole.min(0).max(100),
    quorum: whole.positive(),
  }),
  criteria: z.array(
    z.strictObject({
      code: z.string(),
      weight: whole.positive(),
      maxPoints: whole.positive(),
      isBonus: z.boolean(),
      tieOrder: whole.nullable(),
      minPoints: whole.nullable(),
    }),
  ),
};

export const rowSchema = z.strictObject({
  number: whole.positive(),
  place: whole.positive(),
  meritHundredths: whole,
  bonusHundredths: whole,
  totalHundredths: whole,
  cards: whole,
  meetsThreshold: z.boolean(),
  missedMinimums: z.array(z.string()),
  hasQuorum: z.boolean(),
  tieNote: z.string(),
});

const proofSchema = z.strictObject({
  format: z.literal(format),
  ...sharedParts,
  applications: z.array(z.strictObject({ number: whole.positive(), cards: z.array(z.array(whole.min(0))) })),
  chairOrder: z.array(whole.positive()),
  rows: z.array(rowSchema),
});

export function readProof(text: string): Result<RankingProof> {
  return readFile(proofSchema, text);
}

/** A file by its shape. Refuses `not_a_proof`. */
export function readFile<Shape>(schema: z.ZodType<Shape>, text: string): Result<Shape> {
  try {
    const read = schema.safeParse(JSON.parse(text));
    return read.success ? done(read.data) : refused('not_a_proof');
  } catch {
    return refused('not_a_proof');
  }
}

/** Numbers of applications whose row is not what the rest of the file gives, missing and surplus ones among them; none when it holds. */
export function offendersIn(proof: RankingProof): number[] {
  const counted = proofOf(proof.call, proof, rank(proof)).rows;
  const said = new Map(proof.rows.map((row) => [row.number, JSON.stringify(inOneOrder(row))]));
  const offending = counted.filter((row) => said.get(row.number) !== JSON.stringify(inOneOrder(row)));
  const surplus = proof.rows.filter(({ number }) => !counted.some((row) => row.number === number));
  const doubled = proof.rows.filter(({ number }, at) => proof.rows.findIndex((row) => row.number === number) !== at);
  return [...new Set([...offending, ...surplus, ...doubled].map(({ number }) => number))].sort((a, b) => a - b);
}

function inOneOrder(row: ProofRow): unknown[] {
  const { number, place, meritHundredths, bonusHundredths, totalHundredths, cards } = row;
  const { meetsThreshold, missedMinimums, hasQuorum, tieNote } = row;
  return [
    ...[number, place, meritHundredths, bonusHundredths, totalHundredths, cards],
    ...[meetsThreshold, missedMinimums, hasQuorum, tieNote],
  ];
}
