import type { SQL } from 'drizzle-orm';
import type { Actor, Role } from '../../lib/actor.ts';
import type { Instant } from '../../lib/days.ts';
import type { dutyTexts } from './texts.ts';

/** For whom something is counted, and within which call; 0 where no call stands. */
export interface Scope {
  readonly actor: Actor & { kind: 'person' };
  readonly callId: number;
  /** Competition time: what waits until a moment waits no longer after it. */
  readonly now: Instant;
}

export interface DutyKind {
  readonly name: keyof typeof dutyTexts;
  /** Whose it is; `own` = of the group or person itself. */
  readonly of: Role | 'own';
  /** Accounting documents are the project's: they wait for those who hold the role in the whole organisation. */
  readonly needs?: 'whole_organisation';
  /** How many wait; 0 = nothing to do. */
  readonly count: (scope: Scope) => SQL;
  readonly href: string | ((callId: number) => string);
}
