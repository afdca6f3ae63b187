/** How a call counts points; set with its terms, frozen with its first application. */
export interface ScoringRules {
  readonly method: 'mean' | 'sum';
  /** Places after the comma of every published figure; what is compared is what is published. */
  readonly decimals: number;
  /** The most bonus points one card adds. */
  readonly bonusLimit: number;
  /** With sums: whether applications with fewer cards stop the adoption, or are brought up to the most cards. */
  readonly unevenCards: 'refused' | 'scaled';
  /** Of one card, without its bonus. */
  readonly maxPoints: number;
  readonly thresholdPercent: number;
  /** Fewest cards an application should have. */
  readonly quorum: number;
}

export interface RankedCriterion {
  readonly code: string;
  readonly weight: number;
  readonly maxPoints: number;
  readonly isBonus: boolean;
  /** 1 parts equal results first, 2 next; null never. */
  readonly tieOrder: number | null;
  /** Fewer points than this in the criterion are too few, whatever the sum; as one card gives them. */
  readonly minPoints: number | null;
}

/** The points of a card, one for each criterion in their order. */
export type CardPoints = readonly number[];

export interface Score {
  readonly meritHundredths: number;
  /** What the bonus adds to the merit, so that the published columns add up. */
  readonly bonusHundredths: number;
  /** Of merit and bonus together: what decides the place. */
  readonly totalHundredths: number;
  readonly cards: number;
  readonly meetsThreshold: boolean;
  /** Codes of the criteria whose points stay under their minimum. */
  readonly missedMinimums: readonly string[];
  /** By criterion, in their order, without the weight. */
  readonly criteriaHundredths: readonly number[];
}

/** What the cards of one application give; `mostCards` is the most any application of the call has. */
export function scoreOf(
  rules: ScoringRules,
  criteria: readonly RankedCriterion[],
  cards: readonly CardPoints[],
  mostCards: number,
): Score {
  const inTotal = (worth: (card: CardPoints) => number) =>
    rounded(
      cards.reduce((sum, card) => sum + worth(card), 0),
      cards.length,
      shareOf(rules, cards.length, mostCards),
      rules.decimals,
    );
  const weighed = (card: CardPoints, isBonus: boolean) =>
    criteria.reduce((sum, one, at) => (one.isBonus === isBonus ? sum + (card[at] ?? 0) * one.weight : sum), 0);
  const meritHundredths = inTotal((card) => weighed(card, false));
  const totalHundredths = inTotal((card) => weighed(card, false) + Math.min(weighed(card, true), rules.bonusLimit));
  const criteriaHundredths = criteria.map((_, at) => inTotal((card) => card[at] ?? 0));
  return {
    meritHundredths,
    bonusHundredths: totalHundredths - meritHundredths,
    totalHundredths,
    cards: cards.length,
    meetsThreshold: meritHundredths >= thresholdHundredths(rules, mostCards),
    missedMinimums: criteria
      .filter(
        ({ minPoints }, at) =>
          minPoints !== null && (criteriaHundredths[at] ?? 0) < minPoints * 100 * wholeOf(rules, mostCards),
      )
      .map(({ code }) => code),
    criteriaHundredths,
  };
}

/** A percentage of the most points without bonus; a result exactly on it meets it. */
export function thresholdHundredths(
  rules: Pick<ScoringRules, 'method' | 'maxPoints' | 'thresholdPercent'>,
  mostCards: number,
): number {
  return rules.maxPoints * rules.thresholdPercent * wholeOf(rules, mostCards);
}

/** How many cards a full result consists of: one of a mean, all of a sum. */
export function wholeOf({ method }: Pick<ScoringRules, 'method'>, mostCards: number): number {
  return method === 'mean' ? 1 : mostCards;
}

/** How many cards the result of an application with so many speaks for. */
export function shareOf(
  { method, unevenCards }: Pick<ScoringRules, 'method' | 'unevenCards'>,
  cards: number,
  mostCards: number,
): number {
  if (method === 'mean') return 1;
  return unevenCards === 'scaled' ? mostCards : cards;
}

/** `sum` of so many cards as the result of `share` of them, half up to the decimals, in hundredths: whole numbers all the way. Nothing for no cards. */
export function rounded(sum: number, cards: number, share: number, decimals: number): number {
  if (cards === 0) return 0;
  const step = 10 ** (2 - decimals);
  const doubled = 200 * sum * share + cards * step;
  const unit = 2 * cards * step;
  return ((doubled - (doubled % unit)) / unit) * step;
}
