import type { CostCategory } from '../../calls/criteria.ts';

/** What a group may say of a sum for work; nothing said means that the library helps to find out. */
export const payAnswers = ['', 'full_cost', 'gross'] as const;
export type PayAnswer = (typeof payAnswers)[number];

/** `full_cost`: all that the library pays, its contributions included; `gross`: what stands on the agreement, contributions come on top. */
export type PayBasis = Exclude<PayAnswer, ''> | 'unknown';

export function readPayAnswer(text: string): PayAnswer {
  return payAnswers.find((answer) => answer === text) ?? '';
}

/** What a row says of its sum; null where its category is no pay, whatever was chosen before the category changed. */
export function payBasisOf(
  { payBasis }: { readonly payBasis: PayAnswer },
  category: Pick<CostCategory, 'isPay'> | undefined,
): PayBasis | null {
  if (!category?.isPay) return null;
  return payBasis === '' ? 'unknown' : payBasis;
}
