import { sql } from 'drizzle-orm';
import type { Deps } from '../../../src/deps.ts';
import { fingerprintOfLetters } from '../../../src/features/correspondence/mailings/finished.ts';
import { readRecipients } from '../../../src/features/correspondence/mailings/queries.ts';
import { sendMailing } from '../../../src/features/correspondence/mailings/sending.ts';
import {
  chooseRecipients,
  prepareLetters,
  startMailing,
  writeMailing,
} from '../../../src/features/correspondence/mailings/writing.ts';
import { openRecords } from '../../../src/features/desk/access.ts';
import type { Actor } from '../../../src/lib/actor.ts';
import type { Result } from '../../../src/lib/result.ts';
import { recipientSets } from '../../../src/registries.ts';

const registry = { sets: recipientSets, openRecords };

export interface StoryMailing {
  readonly callId: number;
  readonly sets: readonly string[];
  readonly subject: string;
  readonly body: string;
}

/** A mailing whose letters are written and wait to be looked at. */
export function preparedMailing(deps: Deps, actor: Actor, { callId, sets, subject, body }: StoryMailing): number {
  const id = must(startMailing(deps, actor, { callId, from: null }));
  must(chooseRecipients(deps, actor, registry, { mailingId: id, sets, byHand: 'Stefania Kimszal', revision: 1 }));
  must(writeMailing(deps, actor, registry, { mailingId: id, subject, body, revision: 2 }));
  must(prepareLetters(deps, actor, registry, id));
  return id;
}

/** One that was looked at and sent. */
export function sentMailing(deps: Deps, actor: Actor, mailing: StoryMailing): number {
  const id = preparedMailing(deps, actor, mailing);
  const letters = fingerprintOfLetters(readRecipients(deps.db, id));
  must(sendMailing(deps, actor, registry, { mailingId: id, letters, changes: '' }));
  return id;
}

/** The letter of a mailing to this address. */
export function recipientOf(deps: Deps, mailingId: number, address: string): number {
  const row = deps.db.get<{ id: number }>(
    sql`select id from mailing_recipients where mailing_id = ${mailingId} and address = ${address}`,
  );
  if (row === undefined) throw new Error(`the mailing ${mailingId} does not go to ${address}`);
  return row.id;
}

function must<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result.value;
}
