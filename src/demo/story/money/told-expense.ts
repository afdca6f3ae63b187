import type { ExpenseKind } from '../../../features/expenses/queries.ts';
import { type Grosze, grosze } from '../../../lib/money.ts';
import type { StoryTime } from '../../stages.ts';
import type { Instalment } from './payments.ts';
import type { SellerKey } from './sellers.ts';
import type { Share } from './shares.ts';

/** An accounting document as the story knows it, from the day it came to the library to its last payment. Amounts in grosze. */
export interface ToldExpense {
  readonly document: readonly [kind: ExpenseKind, number: string, issuedOn: string];
  readonly seller: SellerKey;
  readonly what: string;
  readonly shares: readonly Share[];
  /** What the library pays otherwise. */
  readonly outside?: number;
  /** Rows of the drawn scan, one for each share and one for the part outside; when absent, one row for all. */
  readonly rows?: readonly string[];
  readonly road: readonly [entered: StoryTime, booked: StoryTime, approved: StoryTime];
  /** Whole on one day, or in parts. */
  readonly paid: StoryTime | readonly Instalment[];
  /** `joanna` when absent. */
  readonly by?: 'teresa';
  /** A few minutes after entering, when absent. */
  readonly split?: StoryTime;
  /** A few minutes after booking, when absent. */
  readonly controlled?: StoryTime;
  /** When the scan came, if not on entering. */
  readonly scanned?: StoryTime;
  /** When the description was asked for. */
  readonly printed?: StoryTime;
  /** Control and approval are signed on the printed description. */
  readonly onPaper?: true;
}

/** All it takes and the part outside, in grosze. */
export function totalOf({ shares, outside = 0 }: ToldExpense): Grosze {
  return grosze(shares.reduce<number>((total, [, , amount]) => total + amount, outside));
}

/** The year of the budget lines it falls on: it is issued and paid in one year. */
export function yearOf({ document: [, , issuedOn] }: ToldExpense): number {
  return Number(issuedOn.slice(0, 4));
}
