/** One juror's sum on one application, in points. */
export interface GivenSum {
  readonly memberId: number;
  readonly applicationId: number;
  readonly total: number;
}

export interface JurorLeniency {
  readonly memberId: number;
  readonly cards: number;
  /** How much higher than the others' mean on the same applications the juror gives, in hundredths of a point; negative: lower. */
  readonly leniencyHundredths: number;
  readonly least: number;
  readonly most: number;
}

/**
 * How each juror stands against the others on the applications they share. A card that nobody else's stands beside says nothing of leniency and is left out
 * of it. It is a way of looking, never a correction: the rules of the call know nothing of it.
 */
export function leniencies(sums: readonly GivenSum[]): JurorLeniency[] {
  const members = [...new Set(sums.map(({ memberId }) => memberId))].sort((a, b) => a - b);
  return members.map((memberId) => {
    const own = sums.filter((sum) => sum.memberId === memberId);
    const differences = own.flatMap(({ applicationId, total }) => {
      const others = sums.filter((sum) => sum.applicationId === applicationId && sum.memberId !== memberId);
      return others.length === 0 ? [] : [total - mean(others.map((sum) => sum.total))];
    });
    const totals = own.map(({ total }) => total);
    return {
      memberId,
      cards: own.length,
      leniencyHundredths: differences.length === 0 ? 0 : Math.round(mean(differences) * 100),
      least: Math.min(...totals),
      most: Math.max(...totals),
    };
  });
}

/** Results of the applications with each card less its juror's leniency, in hundredths, by application. */
export function adjustedMeans(sums: readonly GivenSum[], jurors: readonly JurorLeniency[]): Map<number, number> {
  const leniencyOf = new Map(jurors.map(({ memberId, leniencyHundredths }) => [memberId, leniencyHundredths]));
  const ids = [...new Set(sums.map(({ applicationId }) => applicationId))];
  return new Map(
    ids.map((id) => {
      const own = sums.filter(({ applicationId }) => applicationId === id);
      return [id, Math.round(mean(own.map(({ memberId, total }) => total * 100 - (leniencyOf.get(memberId) ?? 0))))];
    }),
  );
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
}
