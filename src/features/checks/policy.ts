import type { formalAnswers, formalCards } from '../../db/schema/checks.ts';
import type { Day, Instant } from '../../lib/days.ts';
import { type Grosze, sum } from '../../lib/money.ts';
import type { SubmittedContent } from '../applications/content.ts';
import type { CostCategory } from '../calls/criteria.ts';
import type { FormDefinition } from '../calls/form/questions.ts';
import { statementName } from '../calls/form/statements.ts';

export type Verdict = NonNullable<typeof formalAnswers.$inferSelect.verdict>;
export type Outcome = NonNullable<typeof formalCards.$inferSelect.outcome>;

export const verdicts = ['yes', 'no', 'not_applicable'] as const satisfies readonly Verdict[];
export const outcomes = ['accepted', 'rejected'] as const satisfies readonly Outcome[];

export interface CheckedFacts {
  readonly submittedAt: Instant;
  /** The leave under which it came in after the deadline. */
  readonly late?: { readonly untilAt: Instant; readonly reason: string } | undefined;
  /** The end of the submission stage; null when the call has none. */
  readonly closesAt: Instant | null;
  readonly content: SubmittedContent;
  readonly form: FormDefinition;
  readonly limits: { readonly min: Grosze; readonly max: Grosze };
  readonly categories: readonly CostCategory[];
  readonly realisation: { readonly firstOn: Day | null; readonly lastOn: Day | null };
  /** Codes of the other applications of the same leader or organisation in this call; of the leader alone where organisations have their own limit. */
  readonly others: readonly string[];
  readonly othersOfOrganisation: readonly string[];
  readonly applicationsPerLeader: number;
  /** Null: the limit of the leader holds for both together. */
  readonly applicationsPerOrganisation: number | null;
}

/** What the system found and the facts that show it: amounts in grosze, instants, days, codes. */
export type Finding =
  | {
      readonly criterion: 'in_time';
      readonly holds: boolean;
      readonly submittedAt: Instant;
      readonly closesAt: Instant;
      readonly late: { readonly untilAt: Instant; readonly reason: string } | null;
    }
  | { readonly criterion: 'complete'; readonly holds: boolean; readonly missing: readonly string[] }
  | {
      readonly criterion: 'amount_within_limits';
      readonly holds: boolean;
      readonly requested: Grosze;
      readonly min: Grosze;
      readonly max: Grosze;
      readonly overCap: readonly { readonly category: string; readonly percent: number }[];
    }
  | {
      readonly criterion: 'dates_within_period';
      readonly holds: boolean;
      readonly firstOn: Day;
      readonly lastOn: Day;
      readonly outside: readonly string[];
    }
  | { readonly criterion: 'one_per_applicant'; readonly holds: boolean; readonly others: readonly string[] };

/** The criteria that need no eyes, by their codes; a criterion whose facts the call does not give is left to a person. */
export function whatTheSystemKnows(facts: CheckedFacts): Map<string, Finding> {
  const findings = [inTime(facts), complete(facts), withinLimits(facts), withinPeriod(facts), onePerApplicant(facts)];
  return new Map(findings.filter((finding) => finding !== undefined).map((finding) => [finding.criterion, finding]));
}

function inTime({ submittedAt, closesAt, late = undefined }: CheckedFacts): Finding | undefined {
  if (closesAt === null) return undefined;
  const isInTime = submittedAt < closesAt;
  const leave = isInTime ? null : (late ?? null);
  return { criterion: 'in_time', holds: isInTime || leave !== null, submittedAt, closesAt, late: leave };
}

function complete({ content, form }: CheckedFacts): Finding {
  const answered = new Set(content.answers.filter(({ text }) => text !== '').map(({ code }) => code));
  const questions = form.sections.flatMap((section) => section.questions);
  const unanswered = questions
    .filter(({ code, optional }) => !optional && !answered.has(code))
    .map(({ label }) => label);
  const given = new Set(content.consents.map(({ code }) => code));
  const withheld = form.consents.filter(({ code }) => !given.has(code)).map(({ text }) => statementName(text));
  const empty = [
    ...(content.schedule.length === 0 ? ['schedule'] : []),
    ...(content.costs.length === 0 ? ['costs'] : []),
  ];
  const missing = [...unanswered, ...withheld, ...empty];
  return { criterion: 'complete', holds: missing.length === 0, missing };
}

function withinLimits({ content, limits, categories }: CheckedFacts): Finding {
  const requested = content.requestedGrosze;
  const overCap = categories.flatMap(({ id, name, capPercent }) => {
    const spent = sum(content.costs.filter(({ categoryId }) => categoryId === id).map(({ value }) => value));
    return capPercent !== null && spent * 100 > requested * capPercent ? [{ category: name, percent: capPercent }] : [];
  });
  const holds = requested >= limits.min && requested <= limits.max && overCap.length === 0;
  return { criterion: 'amount_within_limits', holds, requested, ...limits, overCap };
}

function withinPeriod({ content, realisation: { firstOn, lastOn } }: CheckedFacts): Finding | undefined {
  if (firstOn === null || lastOn === null) return undefined;
  const outside = content.schedule.filter((item) => item.startsOn < firstOn || item.endsOn > lastOn);
  return {
    criterion: 'dates_within_period',
    holds: outside.length === 0,
    firstOn,
    lastOn,
    outside: outside.map(({ activity }) => activity),
  };
}

function onePerApplicant(facts: CheckedFacts): Finding {
  const { others, othersOfOrganisation, applicationsPerLeader, applicationsPerOrganisation } = facts;
  const holds =
    others.length < applicationsPerLeader &&
    (applicationsPerOrganisation === null || othersOfOrganisation.length < applicationsPerOrganisation);
  return { criterion: 'one_per_applicant', holds, others: [...new Set([...others, ...othersOfOrganisation])] };
}

export interface FormalAnswer {
  readonly criterionId: number;
  /** Null while nobody has answered. */
  readonly verdict: Verdict | null;
  readonly note: string;
}

export interface CardFault {
  /** Of a criterion; absent where the fault is in the decision itself. */
  readonly criterionId?: number;
  readonly code:
    | 'unanswered'
    | 'difference_unexplained'
    | 'accepted_with_no'
    | 'rejected_without_no'
    | 'reason_missing';
}

/**
 * What keeps a card from being decided: acceptance needs every criterion answered and no „no”, a rejection at least one
 * „no” and a reason; whoever answers otherwise than the system says why. `found`: the system's answers by criterion.
 */
export function faultsOf(
  decision: { readonly outcome: Outcome; readonly reason: string; readonly answers: readonly FormalAnswer[] },
  found: ReadonlyMap<number, boolean>,
): CardFault[] {
  const { outcome, reason, answers } = decision;
  const refusedSome = answers.some(({ verdict }) => verdict === 'no');
  const unanswered = answers.filter(({ verdict }) => verdict === null);
  const unexplained = answers.filter(({ criterionId, verdict, note }) => {
    const holds = found.get(criterionId);
    return holds !== undefined && verdict !== null && note === '' && (verdict === 'yes') !== holds;
  });
  return [
    ...(outcome === 'accepted'
      ? unanswered.map(({ criterionId }) => ({ criterionId, code: 'unanswered' as const }))
      : []),
    ...unexplained.map(({ criterionId }) => ({ criterionId, code: 'difference_unexplained' as const })),
    ...(outcome === 'accepted' && refusedSome ? [{ code: 'accepted_with_no' as const }] : []),
    ...(outcome === 'rejected' && !refusedSome ? [{ code: 'rejected_without_no' as const }] : []),
    ...(outcome === 'rejected' && reason === '' ? [{ code: 'reason_missing' as const }] : []),
  ];
}
