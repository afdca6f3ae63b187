import { eq, sql } from 'drizzle-orm';
import type { Reader, Tx } from '../../db/connection.ts';
import { people } from '../../db/schema/accounts.ts';
import type { Deps } from '../../deps.ts';
import { record } from '../../history/record.ts';
import type { Actor } from '../../lib/actor.ts';
import { done, type Result, refused } from '../../lib/result.ts';
import { revokeSession, sessionsOf } from '../../web/session.ts';
import { endSession } from './entering.ts';

export interface OwnData {
  readonly name: string;
  /** Empty while the address waits for confirmation. */
  readonly email: string;
  readonly pendingEmail: string;
  readonly phone: string;
  readonly version: number;
}

export function readOwnData(reader: Reader, personId: number): OwnData | undefined {
  return reader.get<OwnData>(
    sql`select name, coalesce(email, '') as email, coalesce(pending_email, '') as pendingEmail, phone, version from people where id = ${personId}`,
  );
}

/** A person's own name and telephone. Refuses `edited_meanwhile`. */
export function saveOwnData(
  deps: Deps,
  actor: Actor,
  personId: number,
  input: { readonly name: string; readonly phone: string; readonly version: number },
): Result {
  return deps.db.write((tx) => {
    const before = readOwnData(tx, personId);
    if (before === undefined || before.version !== input.version) return refused('edited_meanwhile');
    tx.orm
      .update(people)
      .set({ name: input.name, phone: input.phone, version: before.version + 1 })
      .where(eq(people.id, personId))
      .run();
    record(tx, deps, actor, { what: 'person.changed', subject: { kind: 'person', id: personId } });
    return done();
  });
}

/** Signs out of this browser. */
export function signOut(deps: Deps, actor: Actor, sessionId: number): void {
  deps.db.write((tx) => {
    endSession(tx, deps, sessionId);
    if (actor.kind === 'person')
      record(tx, deps, actor, { what: 'session.ended', subject: { kind: 'person', id: actor.personId } });
  });
}

/** Ends one of the person's sessions; false when it is not hers or over already. */
export function endOwnSession(deps: Deps, actor: Actor, personId: number, sessionId: number): boolean {
  return deps.db.write((tx) => {
    const ended = revokeSession(tx, deps.clock, personId, sessionId);
    if (ended) record(tx, deps, actor, { what: 'session.ended', subject: { kind: 'person', id: personId } });
    return ended;
  });
}

/** Ends every session of the person but this one. */
export function endOtherSessions(deps: Deps, actor: Actor, personId: number, keep: number | undefined): void {
  deps.db.write((tx) => {
    const others = sessionsOf(tx, deps.clock, personId).filter((session) => session.id !== keep);
    for (const session of others) revokeSession(tx, deps.clock, personId, session.id);
    if (others.length > 0)
      record(tx, deps, actor, {
        what: 'session.ended',
        subject: { kind: 'person', id: personId },
        facts: { sessions: others.length },
      });
  });
}

/** A telephone that somebody of the staff was told; the caller records why. */
export function changePhone(tx: Tx, personId: number, phone: string): void {
  tx.orm
    .update(people)
    .set({ phone, version: sql`version + 1` })
    .where(sql`id = ${personId} and phone <> ${phone}`)
    .run();
}
