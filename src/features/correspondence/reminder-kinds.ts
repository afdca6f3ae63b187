import type { z } from 'zod';
import type { Reader } from '../../db/connection.ts';
import type { Subject } from '../../history/record.ts';
import type { Instant } from '../../lib/days.ts';
import type { ListedKind } from '../../mail/kinds.ts';

/** Something not done yet at this moment, and whose it is. */
export interface Undone<Fields extends z.ZodObject = z.ZodObject> {
  readonly personId: number;
  readonly name: string;
  readonly address: string;
  /** Who may not see this record does not see the letter. */
  readonly about: Subject;
  /** By when it is to be done, or since when it waits. */
  readonly date: Instant;
  readonly fields: z.output<Fields>;
}

export interface ReminderAsked {
  readonly reader: Reader;
  readonly now: Instant;
  readonly publicUrl: string;
}

/** One thing that people are reminded of by the clock, as its room knows it. */
export interface ReminderKind<Fields extends z.ZodObject = z.ZodObject> {
  /** Its part of the letter: the subject is its heading when there are several. Staff edit it like other texts. */
  readonly text: ListedKind<Fields>;
  /** Before the date or after it. */
  readonly side: 'before' | 'after';
  /** How many days before or after, as the room proposes; one letter for each. */
  readonly days: readonly number[];
  /** Whether it goes until somebody decides otherwise. */
  readonly isOn: boolean;
  /** Only what is still to be done, and whose account is open with a confirmed address. */
  undone(asked: ReminderAsked): readonly Undone<Fields>[];
}

/** Checks a kind where it is written: the fields it gives are those of its text. */
export function reminderKind<Fields extends z.ZodObject>(kind: ReminderKind<Fields>): ReminderKind {
  return kind as unknown as ReminderKind;
}
