import { z } from 'zod';
import type { Result } from '../../lib/result.ts';
import { mostCards } from './policy.ts';
import { type ProofRow, type RankingProof, readFile, rowSchema, sharedParts } from './proof.ts';
import { scoreOf } from './scores.ts';

const format = 'oddolnie-result/1';

/**
 * One result with the cards it follows from, for the group alone: its points are counted again from it, while its place follows from everybody's cards,
 * which stay with those who answer for the order. `ranking` is the SHA-256 of the whole ranking, as the minutes show it.
 */
export interface OwnProof extends Pick<RankingProof, 'call' | 'rules' | 'criteria'> {
  readonly format: typeof format;
  readonly ranking: string;
  /** The most cards an application of the call has; counts where sums of fewer cards are brought up to it. */
  readonly mostCards: number;
  readonly number: number;
  /** From the highest, so that nobody tells whose is whose. */
  readonly cards: readonly (readonly number[])[];
  readonly row: ProofRow;
}

/** The part of an adopted ranking that is one application's; undefined where the ranking has not got it. */
export function ownProofOf(whole: RankingProof, number: number, ranking: string): OwnProof | undefined {
  const row = whole.rows.find((one) => one.number === number);
  const application = whole.applications.find((one) => one.number === number);
  if (row === undefined || application === undefined) return undefined;
  const { call, rules, criteria } = whole;
  return { format, call, ranking, rules, criteria, mostCards: mostCards(whole), ...application, row };
}

const schema = z.strictObject({
  format: z.literal(format),
  ...sharedParts,
  ranking: z.string().regex(/^[0-9a-f]{64}$/),
  mostCards: z.number().int().min(0),
  number: z.number().int().positive(),
  cards: z.array(z.array(z.number().int().min(0))),
  row: rowSchema,
});

export function readOwnProof(text: string): Result<OwnProof> {
  return readFile(schema, text);
}

/** Whether the points, the threshold and the minimums of the row are what its cards give. */
export function ownProofHolds({ rules, criteria, cards, mostCards: most, number, row }: OwnProof): boolean {
  const { criteriaHundredths: _, ...score } = scoreOf(rules, criteria, cards, most);
  const counted = { ...score, number, hasQuorum: cards.length >= rules.quorum };
  const { place: _place, tieNote: _tie, ...said } = row;
  return Object.entries(counted).every(
    ([name, value]) => JSON.stringify(said[name as keyof typeof said]) === JSON.stringify(value),
  );
}
