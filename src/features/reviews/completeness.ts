import { type Grosze, parseAmount } from '../../lib/money.ts';
import { type GivenPoints, type Missing, missingFrom, type WeighedCriterion } from './policy.ts';

/** What the call and the application ask of a card beside points and justification; amounts in grosze. */
export interface CardRules {
  /** Nothing or everything in a criterion is explained in a sentence. */
  readonly extremeReasons: boolean;
  readonly requested: Grosze;
  readonly min: Grosze;
  readonly max: Grosze;
}

export interface GivenReason {
  readonly criterionId: number;
  readonly reason: string;
}

export interface WrittenCard {
  readonly points: readonly GivenPoints[];
  readonly reasons: readonly GivenReason[];
  readonly justification: string;
  /** As typed; '' = none. */
  readonly suggestedAmount: string;
}

export interface SuggestionFault {
  readonly code: 'over_requested' | 'over_most' | 'under_least' | 'unreadable';
  /** How the amount cannot be read. */
  readonly why: string;
}

export interface Lacks {
  readonly missing: Missing | null;
  /** Criteria whose points ask for a sentence that is not there. */
  readonly reasonIds: readonly number[];
  readonly suggestion: SuggestionFault | null;
}

/** Whether these points ask for a sentence in a call that wants one: nothing, or everything. A bonus is a yes or a no, so never. */
export function isExtreme({ isBonus, maxPoints }: WeighedCriterion, points: number | undefined): boolean {
  return !isBonus && (points === 0 || points === maxPoints);
}

/** Everything that stands between a card and its sending; null when nothing. */
export function lacksOf(rules: CardRules, criteria: readonly WeighedCriterion[], card: WrittenCard): Lacks | null {
  const missing = missingFrom(criteria, card);
  const reasonIds = rules.extremeReasons ? unexplained(criteria, card) : [];
  const suggestion = suggestionFault(rules, card.suggestedAmount);
  return missing === null && reasonIds.length === 0 && suggestion === null ? null : { missing, reasonIds, suggestion };
}

function unexplained(criteria: readonly WeighedCriterion[], { points, reasons }: WrittenCard): number[] {
  const isSaid = (id: number) => reasons.some(({ criterionId, reason }) => criterionId === id && reason.trim() !== '');
  const given = (id: number) => points.find(({ criterionId }) => criterionId === id)?.points;
  return criteria.filter((one) => isExtreme(one, given(one.id)) && !isSaid(one.id)).map(({ id }) => id);
}

/** What is wrong with a suggested amount: more than was asked for, or outside what one initiative of the call may get. None is fine. */
export function suggestionFault(rules: CardRules, typed: string): SuggestionFault | null {
  if (typed.trim() === '') return null;
  const amount = parseAmount(typed);
  if (!amount.ok) return { code: 'unreadable', why: amount.code };
  const fault = (code: SuggestionFault['code']) => ({ code, why: '' });
  if (amount.value > rules.requested) return fault('over_requested');
  if (amount.value > rules.max) return fault('over_most');
  return amount.value < rules.min ? fault('under_least') : null;
}

/** The amount of a card without faults, in grosze; null when its juror suggests none. */
export function suggestedGrosze(typed: string): Grosze | null {
  const amount = parseAmount(typed);
  return amount.ok ? amount.value : null;
}
