import type { Day, Instant } from '../../lib/days.ts';
import type { Grosze } from '../../lib/money.ts';
import type { Block } from '../../pdf/wording/blocks.ts';
import type { ApplicantKind } from '../calls/queries.ts';

/**
 * What an agreement says, frozen when it is issued: canonical JSON with a fingerprint, and the only source of its document.
 * Its text stands here in full, so that a later change of wording changes no agreement: in `wording`, or in `clauses` where it was issued before texts
 * had versions. Amounts in grosze.
 */
export interface AgreementContent {
  readonly number: string;
  readonly issuedAt: Instant;
  readonly library: LibraryParty;
  readonly group: GroupParty;
  readonly initiative: { readonly code: string; readonly title: string; readonly callTitle: string };
  readonly dates: AgreementDates;
  readonly plan: { readonly lines: readonly AgreedLine[]; readonly total: Grosze; readonly inWords: string };
  readonly wording?: FrozenWording;
  readonly clauses?: readonly Clause[];
  readonly funds: { readonly confirmedBy: string; readonly confirmedAt: Instant };
  readonly letterhead: { readonly organisation: string; readonly credit: string | null };
}

/** The filled text, and the version it was filled from (null, 0: the default text of its variant). */
export interface FrozenWording {
  readonly variant: AgreementVariant;
  readonly textId: number | null;
  readonly number: number;
  readonly blocks: readonly Block[];
}

export const agreementVariants = ['informal_group', 'person', 'organisation', 'organisation_with_group'] as const;
export type AgreementVariant = (typeof agreementVariants)[number];

export interface LibraryParty {
  readonly name: string;
  readonly genitiveName: string;
  readonly address: string;
  readonly locativeCity: string;
  readonly nip: string;
  readonly regon: string;
  readonly representative: string;
  readonly representativeTitle: string;
}

export interface GroupParty {
  /** Not known of agreements issued before texts had versions. */
  readonly kind?: ApplicantKind;
  readonly kindName: string;
  readonly name: string;
  readonly leaderName: string;
  readonly address: string;
  readonly contact: string;
  readonly registerNumber: string;
  /** Signs for a leader who is not of age; '' otherwise. */
  readonly guardianName: string;
  /** Of an informal group, or of the group an organisation acts for: as written in the application. */
  readonly members?: string;
}

/** Days on or until which things happen; null where the timetable says nothing. */
export interface AgreementDates {
  readonly from: Day | null;
  readonly to: Day | null;
  readonly lastPurchase: Day | null;
  readonly lastContractBill: Day | null;
  readonly groupReport: Day | null;
  readonly payments: Day | null;
}

export interface AgreedLine {
  readonly name: string;
  readonly category: string;
  readonly quantity: number;
  readonly unit: string;
  readonly price: Grosze;
  readonly amount: Grosze;
}

/** One §, its points in order; after the points of one of them stands the table of the plan. */
export interface Clause {
  readonly title: string;
  readonly points: readonly ClausePoint[];
  readonly hasPlan?: boolean;
}

export type ClausePoint = string | { readonly text: string; readonly points: readonly string[] };
