import type { decisions } from '../../db/schema/decisions.ts';
import { type Grosze, grosze } from '../../lib/money.ts';

export type DecisionKind = typeof decisions.$inferSelect.kind;

/** An application of the adopted ranking that still stands, in the order of places. */
export interface Ranked {
  readonly applicationId: number;
  readonly place: number;
  readonly requested: Grosze;
  /** Meets the threshold and the minimum of every criterion. */
  readonly qualifies: boolean;
  /** What the signed minutes say: the amount the jury set (null: none, what is requested counts) and its words to the group. */
  readonly minutes: { readonly amount: Grosze | null; readonly forGroup: string };
}

export interface Decision {
  readonly applicationId: number;
  readonly kind: DecisionKind;
  /** Of an award, grosze. */
  readonly amount: Grosze | null;
  readonly reason: string;
}

export interface PoolRules {
  readonly pool: Grosze;
  /** The least one initiative may get. */
  readonly least: Grosze;
}

/**
 * A first proposal from the jury's order: awards from the top while the whole request fits into the pool; the first that
 * does not fit gets what is left, if that is no less than the call's minimum; then the reserve list; below the threshold a
 * refusal. Nobody overtakes: after the line a smaller request further down is not squeezed in. Where the jury set an amount, it stands for the request,
 * and the jury's words to the group stand as the reason.
 */
export function prefill(ranked: readonly Ranked[], { pool, least }: PoolRules): Decision[] {
  let left: number = pool;
  let lineDrawn = false;
  return ranked.map(({ applicationId, requested, qualifies, minutes }) => {
    const reason = minutes.forGroup;
    if (!qualifies) return { applicationId, kind: 'refusal', amount: null, reason };
    const wanted = minutes.amount ?? requested;
    if (lineDrawn || left < Math.min(wanted, least)) {
      lineDrawn = true;
      return { applicationId, kind: 'reserve', amount: null, reason: '' };
    }
    const amount = grosze(Math.min(wanted, left));
    lineDrawn = amount < wanted;
    left -= amount;
    return { applicationId, kind: 'award', amount, reason };
  });
}

export type FaultCode =
  | 'over_pool'
  | 'undecided'
  | 'amount_over_request'
  | 'smaller_without_reason'
  | 'other_than_minutes_without_reason'
  | 'below_least_without_reason'
  | 'below_threshold_without_reason'
  | 'overtaken_without_reason'
  | 'refusal_without_reason'
  | 'nobody_awarded';

export interface Fault {
  readonly code: FaultCode;
  /** Null where the fault is of the whole set. */
  readonly applicationId: number | null;
}

/** What keeps a set from being handed on; nothing when it may be. Each departure from the jury's order needs its reason. */
export function faultsOf(ranked: readonly Ranked[], given: readonly Decision[], rules: PoolRules): Fault[] {
  const decisionOf = new Map(given.map((decision) => [decision.applicationId, decision]));
  const lastAwarded = Math.max(
    0,
    ...ranked.filter((row) => decisionOf.get(row.applicationId)?.kind === 'award').map(({ place }) => place),
  );
  const ofRows = ranked.flatMap((row) => {
    const decision = decisionOf.get(row.applicationId);
    const codes: FaultCode[] =
      decision === undefined ? ['undecided'] : faultsOfRow(row, decision, rules, row.place < lastAwarded);
    return codes.map((code) => ({ code, applicationId: row.applicationId }));
  });
  return [
    ...(awardedSum(given) > rules.pool ? [{ code: 'over_pool' as const, applicationId: null }] : []),
    ...(lastAwarded === 0 ? [{ code: 'nobody_awarded' as const, applicationId: null }] : []),
    ...ofRows,
  ];
}

function faultsOfRow(
  row: Ranked,
  { kind, amount, reason }: Decision,
  { least }: PoolRules,
  isOvertaken: boolean,
): FaultCode[] {
  const explained = reason !== '';
  if (kind === 'award' && (amount ?? 0) > row.requested) return ['amount_over_request'];
  // The jury's own words explain its amount, not another one.
  if (differsFromMinutes(row, kind, amount) && (!explained || reason === row.minutes.forGroup))
    return ['other_than_minutes_without_reason'];
  if (kind === 'award') {
    const awarded = amount ?? 0;
    if (explained) return [];
    if (!row.qualifies) return ['below_threshold_without_reason'];
    if (awarded < least && awarded < row.requested) return ['below_least_without_reason'];
    return awarded < row.requested ? ['smaller_without_reason'] : [];
  }
  if (explained) return [];
  if (row.qualifies && isOvertaken) return ['overtaken_without_reason'];
  if (kind === 'reserve') return row.qualifies ? [] : ['below_threshold_without_reason'];
  return row.qualifies ? ['refusal_without_reason'] : [];
}

/** Whether the jury set an amount and the decision is another, or none although the application qualifies. */
function differsFromMinutes({ qualifies, minutes }: Ranked, kind: DecisionKind, amount: Grosze | null): boolean {
  if (minutes.amount === null) return false;
  return kind === 'award' ? amount !== minutes.amount : kind === 'refusal' && qualifies;
}

export function awardedSum(given: readonly Pick<Decision, 'kind' | 'amount'>[]): Grosze {
  return grosze(given.reduce((total, { kind, amount }) => total + (kind === 'award' ? (amount ?? 0) : 0), 0));
}

/** Places on the reserve list follow the ranking, so nobody types them: application → 1, 2, 3… */
export function reservePlaces(ranked: readonly Ranked[], given: readonly Decision[]): Map<number, number> {
  const onReserve = new Set(given.filter(({ kind }) => kind === 'reserve').map(({ applicationId }) => applicationId));
  const inOrder = [...ranked]
    .sort((a, b) => a.place - b.place)
    .filter(({ applicationId }) => onReserve.has(applicationId));
  return new Map(inOrder.map(({ applicationId }, index) => [applicationId, index + 1]));
}
