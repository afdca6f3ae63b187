import { type Day, type Instant, warsawDay } from '../../../lib/days.ts';
import type { Grosze } from '../../../lib/money.ts';
import type { LegalKind } from '../definitions.ts';
import { type Amounts, checkAmounts, mayAnnounce, timetableFaults } from '../policy.ts';
import type { ApplicantKind } from '../queries.ts';
import { type Stage, type StageKind, stageOf } from '../stages.ts';

/** Where staff mend what is missing. */
export type SetupPage =
  | ('about' | 'amounts' | 'timetable' | 'applicants' | 'costs' | 'formal' | 'merit')
  | ('rules' | 'privacy' | 'orders')
  | 'institution';

/** What keeps a call from being announced, or (`isAdvice`) what somebody should look at before. */
export interface Lack {
  readonly code: string;
  readonly page: SetupPage;
  readonly isAdvice?: true;
  readonly facts?: Readonly<Record<string, string | number>>;
}

export interface SetupFacts extends Amounts {
  readonly now: Instant;
  readonly title: string;
  readonly contact: string;
  /** Name, address and telephone of the institution are written down. */
  readonly isInstitutionKnown: boolean;
  readonly stages: readonly Stage[];
  /** The grant planned for the pool's task, grosze, and what other calls take from it. */
  readonly planned: Grosze;
  readonly otherPools: Grosze;
  /** When the project may have costs. */
  readonly period: { readonly startsOn: Day; readonly endsOn: Day } | undefined;
  readonly kinds: readonly ApplicantKind[];
  readonly minGroupSize: number;
  readonly minLeaderAge: number;
  readonly thresholdPercent: number;
  readonly costs: readonly {
    readonly name: string;
    readonly isEligible: boolean;
    readonly capPercent: number | null;
    readonly isOnGrantOfTask: boolean;
  }[];
  readonly formalCount: number;
  /** Texts with changes in writing that nobody published. */
  readonly unpublished: readonly LegalKind[];
  /** An order of the director brings the rules in. */
  readonly hasRulesOrder: boolean;
  readonly merit: readonly {
    readonly name: string;
    readonly weight: number;
    readonly maxPoints: number;
    readonly minPoints: number | null;
    readonly isBonus: boolean;
    readonly tieOrder: number | null;
  }[];
}

/** Everything between a draft and its announcement, in the order of the settings. Empty: it may be announced. */
export function lacksOf(facts: SetupFacts): Lack[] {
  return [
    ...aboutLacks(facts),
    ...amountLacks(facts),
    ...applicantLacks(facts),
    ...timetableLacks(facts),
    ...costLacks(facts),
    ...(facts.formalCount === 0 ? [{ code: 'no_formal_criteria', page: 'formal' } as const] : []),
    ...meritLacks(facts),
    ...legalLacks(facts),
  ];
}

function aboutLacks({ title, contact, isInstitutionKnown }: SetupFacts): Lack[] {
  return [
    ...(isInstitutionKnown ? [] : [{ code: 'institution_unknown', page: 'institution' } as const]),
    ...(title === '' ? [{ code: 'no_title', page: 'about' } as const] : []),
    ...(contact === '' ? [{ code: 'no_contact', page: 'about' } as const] : []),
  ];
}

function amountLacks(facts: SetupFacts): Lack[] {
  const possible = checkAmounts(facts, facts.planned);
  if (!possible.ok) return [{ code: possible.code, page: 'amounts', facts: possible.facts ?? {} }];
  const together = facts.pool + facts.otherPools;
  if (together <= facts.planned) return [];
  return [{ code: 'pools_over_plan', page: 'amounts', isAdvice: true, facts: { together, planned: facts.planned } }];
}

function applicantLacks({ kinds, minGroupSize, minLeaderAge }: SetupFacts): Lack[] {
  if (kinds.length === 0) return [{ code: 'no_applicants', page: 'applicants' }];
  const lacks: Lack[] = [];
  if (kinds.includes('informal_group') && minGroupSize < 2) lacks.push({ code: 'group_of_one', page: 'applicants' });
  if (kinds.includes('minor') && minLeaderAge >= 18) lacks.push({ code: 'minors_too_old', page: 'applicants' });
  return lacks;
}

function timetableLacks({ stages, now, period }: SetupFacts): Lack[] {
  const lacks: Lack[] = [];
  const submission = mayAnnounce(stages, now);
  if (!submission.ok) lacks.push({ code: submission.code, page: 'timetable' });
  for (const { kind, code, before } of timetableFaults(stages))
    lacks.push({ code, page: 'timetable', facts: { stage: kind, ...(before === undefined ? {} : { before }) } });
  for (const kind of neededStages.filter((one) => !hasBothEnds(stageOf(stages, one))))
    lacks.push({ code: 'stage_missing', page: 'timetable', facts: { stage: kind } });
  const realisation = stageOf(stages, 'realisation');
  const resultsBy = stageOf(stages, 'results')?.endsAt;
  if (resultsBy && realisation?.startsAt && warsawDay(resultsBy) > warsawDay(realisation.startsAt))
    lacks.push({ code: 'results_too_late', page: 'timetable', isAdvice: true });
  if (period !== undefined && realisation?.startsAt && realisation.endsAt) {
    const [from, to] = [warsawDay(realisation.startsAt), warsawDay(realisation.endsAt)];
    if (from < period.startsOn || to > period.endsOn)
      lacks.push({ code: 'outside_project', page: 'timetable', isAdvice: true, facts: { ...period } });
  }
  return lacks;
}

/** Later rooms ask for these: when costs may arise, and when jurors may score. */
const neededStages: readonly StageKind[] = ['scoring', 'realisation'];

function hasBothEnds(stage: Stage | undefined): boolean {
  return stage?.startsAt != null && stage.endsAt !== null;
}

function costLacks({ costs }: SetupFacts): Lack[] {
  const eligible = costs.filter(({ isEligible }) => isEligible);
  if (eligible.length === 0) return [{ code: 'no_costs', page: 'costs' }];
  const homeless = eligible.filter(({ isOnGrantOfTask }) => !isOnGrantOfTask);
  const capped = eligible.reduce((sum, { capPercent }) => sum + (capPercent ?? 100), 0);
  return [
    ...(homeless.length === 0
      ? []
      : [
          {
            code: 'costs_without_line',
            page: 'costs',
            facts: { names: homeless.map(({ name }) => name).join(', ') },
          } as const,
        ]),
    ...(capped < 100 ? [{ code: 'caps_too_tight', page: 'costs', facts: { percent: capped } } as const] : []),
  ];
}

function meritLacks({ merit, thresholdPercent }: SetupFacts): Lack[] {
  const weighted = merit.filter(({ isBonus }) => !isBonus);
  if (weighted.length === 0) return [{ code: 'no_criteria', page: 'merit' }];
  const unattainable = merit.filter(({ minPoints, maxPoints }) => minPoints !== null && minPoints > maxPoints);
  const order = merit.flatMap(({ tieOrder }) => (tieOrder === null ? [] : [tieOrder]));
  const most = weighted.reduce((sum, { weight, maxPoints }) => sum + weight * maxPoints, 0);
  const bonus = merit
    .filter(({ isBonus }) => isBonus)
    .reduce((sum, { weight, maxPoints }) => sum + weight * maxPoints, 0);
  return [
    ...(unattainable.length === 0
      ? []
      : [
          {
            code: 'minimum_over_scale',
            page: 'merit',
            facts: { names: unattainable.map(({ name }) => name).join(', ') },
          } as const,
        ]),
    ...(new Set(order).size < order.length ? [{ code: 'tie_order_repeated', page: 'merit' } as const] : []),
    ...(bonus > 0 && bonus * 10 > most
      ? [{ code: 'bonus_heavy', page: 'merit', isAdvice: true, facts: { bonus, most } } as const]
      : []),
    ...(thresholdPercent === 100 ? [{ code: 'threshold_whole', page: 'amounts' } as const] : []),
  ];
}

/** The rules may be announced before their order comes back from the secretariat, so both are advice. */
function legalLacks({ unpublished, hasRulesOrder }: SetupFacts): Lack[] {
  return [
    ...unpublished.map((text): Lack => ({ code: `${text}_unpublished`, page: text, isAdvice: true })),
    ...(hasRulesOrder ? [] : [{ code: 'order_missing', page: 'orders', isAdvice: true } as const]),
  ];
}
