import type { SQL } from 'drizzle-orm';

/** A truth about the data that holds after every command. `broken` returns the rows that offend it; none when it holds. */
export interface Invariant {
  readonly name: string;
  readonly broken: SQL;
}
