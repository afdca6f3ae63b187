import { type Grosze, sum } from '../../lib/money.ts';

export interface LineAmount {
  readonly source: 'grant' | 'own';
  readonly amount: Grosze;
}

export interface SourceSums {
  readonly grant: Grosze;
  readonly own: Grosze;
}

/** Sums of the lines by source, grosze. */
export function sumsOf(lines: readonly LineAmount[]): SourceSums {
  const of = (source: LineAmount['source']) =>
    sum(lines.filter((line) => line.source === source).map((line) => line.amount));
  return { grant: of('grant'), own: of('own') };
}

/** A version may come into force only when its lines sum to both amounts of the agreement, to the grosz. */
export function mayComeIntoForce(lines: readonly LineAmount[], agreed: SourceSums): boolean {
  const { grant, own } = sumsOf(lines);
  return grant === agreed.grant && own === agreed.own;
}
