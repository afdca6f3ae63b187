import type { Organisation } from '../features/organisation/queries.ts';

/** What the texts of a call name: the library, who pays, who sits in the jury. */
export interface Named {
  readonly library: Pick<Organisation, 'name' | 'street' | 'postalCode' | 'city' | 'privacyOfficerEmail'>;
  /** A sentence: what the call is a part of. */
  readonly programme: string;
  /** Who pays for the project and may look into it. */
  readonly funder: string;
  /** A sentence: who sits in the jury. */
  readonly jury: string;
}
