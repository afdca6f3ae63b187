import type { PayAnswer } from '../../../features/applications/pay/basis.ts';
import type { TypedApplicant } from '../../../features/applications/typed.ts';
import type { ApplicantKind } from '../../../features/calls/queries.ts';
import type { Sheet } from '../../../pdf/sheet.ts';
import type { StoryTime } from '../../stages.ts';
import type { CastKey } from '../cast.ts';

/** Code of a cost category, name, quantity, unit, price of one, which sum for work it is: all as typed. */
export type CostRow = readonly [
  category: string,
  name: string,
  quantity: string,
  unit: string,
  price: string,
  payBasis?: PayAnswer,
];

/** Days as typed, „22.06.2024”; no end for something of one day. */
export type ScheduleRow = readonly [activity: string, starts: string, ends: string, place: string];

export interface GroupAttachment {
  readonly at: StoryTime;
  readonly label: string;
  readonly fileName: string;
  readonly title: string;
  draw(sheet: Sheet): void;
}

/** Codes of sections saved at one sitting. */
export interface Sitting {
  readonly at: StoryTime;
  readonly sections: readonly string[];
  /** The estimate as it stood then, where it was changed later. */
  readonly costs?: readonly CostRow[];
}

/** One application as its group wrote it. */
export interface Group {
  readonly leader: CastKey;
  readonly kind: ApplicantKind;
  readonly title: string;
  /** Beside the leader's own name and address, which the cast knows. */
  readonly applicant: Pick<TypedApplicant, 'phone' | 'street' | 'postalCode' | 'city'> & Partial<TypedApplicant>;
  /** By the code of the form's question. */
  readonly answers: Readonly<Record<string, string>>;
  readonly schedule: readonly ScheduleRow[];
  readonly costs: readonly CostRow[];
  readonly attachments: readonly GroupAttachment[];
  readonly begunAt: StoryTime;
  readonly sittings: readonly Sitting[];
  /** Never, when null. */
  readonly sentAt: StoryTime | null;
  /** What the group says otherwise after sending, and sends again before the deadline. */
  readonly amendment?: Amendment;
  /** What it corrects when the library has asked for it. */
  readonly correction?: Amendment;
}

export interface Amendment {
  readonly begunAt: StoryTime;
  /** Codes of the sections that are written anew. */
  readonly sections: readonly string[];
  readonly answers: Group['answers'];
  readonly schedule?: Group['schedule'];
  readonly sentAt: StoryTime;
}
