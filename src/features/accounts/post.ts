import { sql } from 'drizzle-orm';
import type { Reader, Tx } from '../../db/connection.ts';
import type { Deps } from '../../deps.ts';
import type { Role } from '../../lib/actor.ts';
import { writeLetter } from '../../mail/write.ts';
import { accountsLetters } from './letters.ts';
import { accountPaths } from './paths.ts';
import { readHost } from './queries.ts';
import { roleNames, scopeName } from './texts.ts';

interface Door {
  readonly personId: number;
  readonly email: string;
  readonly linkId: number;
}

/** A letter with a one-time link and code, both filled in only while sending. */
export function writeDoorLetter(tx: Tx, deps: Deps, kind: 'sign_in' | 'confirm_address', door: Door): void {
  writeLetter(tx, deps, accountsLetters[kind], {
    to: { personId: door.personId, name: nameOf(tx, door.personId), address: door.email },
    fields: readHost(tx),
    about: { kind: 'person', id: door.personId },
    uniqueKey: `${kind}:${door.linkId}`,
    linkId: door.linkId,
  });
}

/** Tells a person with an address which role she has been given and how to enter. */
export function writeInvitation(
  tx: Tx,
  deps: Deps,
  grant: { personId: number; role: Role; callId: number | null },
  grantId: number,
): void {
  const person = tx.get<{ name: string; email: string | null }>(
    sql`select name, email from people where id = ${grant.personId}`,
  );
  if (person === undefined || person.email === null) return;
  writeLetter(tx, deps, accountsLetters.invitation, {
    to: { personId: grant.personId, name: person.name, address: person.email },
    fields: {
      ...readHost(tx),
      role: roleNames[grant.role],
      scope: scopeName(grant.callId === null ? null : callTitle(tx, grant.callId)),
      signInAddress: deps.publicUrl + accountPaths.signIn,
    },
    about: { kind: 'person', id: grant.personId },
    ...(grant.callId === null ? {} : { partOf: { kind: 'call', id: grant.callId } }),
    uniqueKey: `invitation:${grantId}`,
    // It says how to enter with an address: on paper it would be of no use.
    channel: 'email',
  });
}

function nameOf(reader: Reader, personId: number): string {
  return reader.get<{ name: string }>(sql`select name from people where id = ${personId}`)?.name ?? '';
}

function callTitle(reader: Reader, callId: number): string {
  return reader.get<{ title: string }>(sql`select title from calls where id = ${callId}`)?.title ?? '';
}
