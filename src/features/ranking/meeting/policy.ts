import { type Grosze, grosze } from '../../../lib/money.ts';

export type Agenda = 'ranking' | 'filing';

export interface Exclusion {
  readonly memberId: number;
  readonly applicationId: number;
}

/** Members who are in the room although they are excluded from the application that is talked about. */
export function insideThoughExcluded(
  present: readonly number[],
  exclusions: readonly Exclusion[],
  applicationId: number,
  steppedOut: readonly number[] = [],
): number[] {
  return present.filter(
    (memberId) =>
      !steppedOut.includes(memberId) &&
      exclusions.some((one) => one.memberId === memberId && one.applicationId === applicationId),
  );
}

/** Members in the room who may talk about the application. */
export function mayTalkAbout(
  present: readonly number[],
  exclusions: readonly Exclusion[],
  applicationId: number,
): number[] {
  const closed = insideThoughExcluded(present, exclusions, applicationId);
  return present.filter((memberId) => !closed.includes(memberId));
}

/** What the jury set so far; an application without an amount of its own is not in the sum. */
export function amountsSet(items: readonly { readonly amount: Grosze | null }[]): Grosze {
  return grosze(items.reduce((sum, { amount }) => sum + (amount ?? 0), 0));
}

export type AmountFault = 'amount_nothing' | 'amount_over_request' | 'amount_over_pool';

/** Whether the jury may set this amount for one application; null when it may. */
export function amountFault(
  amount: Grosze | null,
  { requested, pool }: { readonly requested: Grosze; readonly pool: Grosze },
): AmountFault | null {
  if (amount === null) return null;
  if (amount === 0) return 'amount_nothing';
  if (amount > requested) return 'amount_over_request';
  return amount > pool ? 'amount_over_pool' : null;
}
