/** The drawing of one row's cards: a dot for each on a line from nought to the most a card can give, a stroke for the mean. */
export interface Spread {
  /** Points of the cards, from the lowest. */
  readonly totals: readonly number[];
  readonly least: number;
  readonly most: number;
  /** Horizontal places in the drawing. */
  readonly dots: readonly string[];
  readonly mean: string;
}

/** The line runs from 4 to 140 in a drawing 144 wide. */
const from = 4;
const width = 136;

export function spreadOf(totals: readonly number[], scale: number): Spread {
  const ordered = [...totals].sort((a, b) => a - b);
  const placeOf = (points: number) => (from + (points * width) / scale).toFixed(1);
  return {
    totals: ordered,
    least: ordered[0] ?? 0,
    most: ordered.at(-1) ?? 0,
    dots: ordered.map(placeOf),
    mean: placeOf(totals.reduce((sum, total) => sum + total, 0) / Math.max(1, totals.length)),
  };
}
