import type { Reader } from '../../db/connection.ts';
import type { Subject } from '../../history/record.ts';
import type { Actor } from '../../lib/actor.ts';
import type { Instant } from '../../lib/days.ts';

/** One person of a set, because of one record. */
export interface Member {
  readonly personId: number | null;
  readonly name: string;
  /** Null: somebody reached another way than by e-mail. */
  readonly address: string | null;
  /** Whose words stand in `values`; who may not see this record sees neither the person here nor the letter. */
  readonly about: Subject;
  /** A value for each of the set's fields. */
  readonly values: Readonly<Record<string, string>>;
}

/** For whom members are looked up, in which call. Links begin with `publicUrl`. */
export interface Asked {
  readonly reader: Reader;
  readonly actor: Actor;
  readonly callId: number;
  readonly now: Instant;
  readonly publicUrl: string;
}

/**
 * People of a call by state or role, as a room knows them. `members` gives only what the actor may see (the room's `visibleTo`): nobody is written to
 * by somebody to whom they do not exist.
 */
export interface RecipientSet {
  readonly code: string;
  readonly name: string;
  /** Who exactly is in it, for whoever chooses. */
  readonly about: string;
  /** What its members bring to the text: name → meaning. Sets that share a name mean the same by it. */
  readonly fields: Readonly<Record<string, string>>;
  members(asked: Asked): readonly Member[];
}
