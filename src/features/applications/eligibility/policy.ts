import type { ApplicantKind } from '../../calls/queries.ts';

/** Who asks, in the words people use of themselves; not every one of them is a kind of applicant. */
export const whoTheyAre = [
  'person',
  'informal_group',
  'organisation',
  'unregistered',
  'school_or_parish',
  'business',
] as const;
export type Who = (typeof whoTheyAre)[number];

/** Of the person who would lead: of age and old enough for the call; old enough with an adult beside; younger than the call allows. */
export type LeaderAge = 'adult' | 'young' | 'child';

export interface Asked {
  readonly who: Who;
  readonly age: LeaderAge;
  /** Will it happen in the area of the call? */
  readonly isInArea: boolean;
}

/** `as`: the kind of applicant to begin with; null where nobody may begin. `adult`: what an adult is needed for. */
export type Eligibility =
  | { readonly answer: 'yes'; readonly as: ApplicantKind }
  | { readonly answer: 'with_adult'; readonly as: ApplicantKind; readonly adult: 'guardian' | 'leader' }
  | { readonly answer: 'no'; readonly why: Why; readonly as: ApplicantKind | null };

export type Why = 'outside_area' | 'business' | 'too_young' | 'minors_not_admitted' | 'kind_not_admitted';

/** Whether these people may apply under a call that admits these kinds, and what to do when they may not. Nothing else of the rules is judged. */
export function mayApply(admitted: readonly ApplicantKind[], { who, age, isInArea }: Asked): Eligibility {
  if (!isInArea) return { answer: 'no', why: 'outside_area', as: null };
  const wanted = kindOf(admitted, who, age);
  if (wanted === undefined || !admitted.includes(wanted))
    return { answer: 'no', why: whyNot(who, age), as: instead(admitted, wanted) };
  if (age === 'adult') return { answer: 'yes', as: wanted };
  return { answer: 'with_adult', as: wanted, adult: wanted === 'minor' ? 'guardian' : 'leader' };
}

/** The kind such people apply as; undefined for those who never can in their own name. An organisation, with a group where it may not alone. */
function kindOf(admitted: readonly ApplicantKind[], who: Who, age: LeaderAge): ApplicantKind | undefined {
  switch (who) {
    case 'organisation':
      return admitted.includes(who) ? who : 'organisation_with_group';
    case 'business':
      return undefined;
    case 'person':
      return age === 'adult' ? 'person' : age === 'young' ? 'minor' : undefined;
    case 'unregistered':
      return 'informal_group';
    default:
      return who;
  }
}

function whyNot(who: Who, age: LeaderAge): Why {
  if (who === 'business') return 'business';
  if (who !== 'person' || age === 'adult') return 'kind_not_admitted';
  return age === 'young' ? 'minors_not_admitted' : 'too_young';
}

/** The easiest way in that is open: neighbours together, one adult, somebody's organisation. */
function instead(admitted: readonly ApplicantKind[], wanted: ApplicantKind | undefined): ApplicantKind | null {
  const ways: ApplicantKind[] = [
    'informal_group',
    'person',
    'organisation_with_group',
    'organisation',
    'school_or_parish',
  ];
  return ways.find((kind) => kind !== wanted && admitted.includes(kind)) ?? null;
}
