import { type Grosze, grosze } from '../../lib/money.ts';

/** Other numbers than the call's, tried beside the ranking. */
export interface Scenario {
  readonly pool: Grosze;
  readonly thresholdPercent: number;
  /** The most one initiative would get; null: all it wants. */
  readonly cap: Grosze | null;
  /** Whether what does not fit is passed over and the money goes on down the list. */
  readonly skips: boolean;
}

export interface ScenarioRow {
  /** The jury's amount, or else the requested one. */
  readonly wanted: Grosze;
  readonly meritHundredths: number;
  readonly missedMinimums: readonly string[];
}

export interface ScenarioOutcome {
  /** By row, in their order: what it would get; null nothing. */
  readonly amounts: readonly (Grosze | null)[];
  readonly funded: number;
  readonly left: Grosze;
}

/** Where the money would go, row after row; the order of places stays as it is. `thresholdHundredths` is that of the scenario. */
export function playScenario(
  rows: readonly ScenarioRow[],
  { pool, cap, skips }: Scenario,
  thresholdHundredths: number,
): ScenarioOutcome {
  let left: number = pool;
  let isOver = false;
  const amounts = rows.map(({ wanted, meritHundredths, missedMinimums }) => {
    const isEligible = missedMinimums.length === 0 && meritHundredths >= thresholdHundredths;
    if (isOver || !isEligible) return null;
    const amount = cap === null ? wanted : grosze(Math.min(wanted, cap));
    if (amount > left) {
      isOver = !skips;
      return null;
    }
    left -= amount;
    return amount;
  });
  return { amounts, funded: amounts.filter((amount) => amount !== null).length, left: grosze(left) };
}
