import { sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { FileAccess } from '../../files/records.ts';
import type { Actor } from '../../lib/actor.ts';
import { normaliseEmail } from '../../lib/identifiers.ts';
import { readActor } from '../accounts/queries.ts';
import { visibleTo } from '../applications/access.ts';
import { applicationCode } from '../applications/content.ts';
import { isMine } from '../jury/access.ts';
import { sits } from '../jury/policy.ts';
import { seatsOf } from '../jury/queries.ts';

/**
 * What somebody can see, a line each, in English as the other commands speak: roles, each application open or closed, and files. Asked of the
 * conditions the pages ask, so that it cannot say otherwise than they do. Undefined for nobody.
 */
export function accessLines(reader: Reader, files: FileAccess, person: string): string[] | undefined {
  const id = /^\d{1,15}$/.test(person)
    ? Number(person)
    : reader.get<{ id: number }>(sql`select id from people where email = ${normaliseEmail(person)}`)?.id;
  const actor = id === undefined ? undefined : readActor(reader, id);
  if (actor?.kind !== 'person') return undefined;
  return [
    `${actor.name} (${actor.personId})`,
    ...actor.grants.map(({ role, callId }) => `role         ${role}${callId === null ? '' : ` of call ${callId}`}`),
    ...seatLines(reader, actor),
    ...applicationLines(reader, actor),
    ...fileLines(reader, files, actor),
  ];
}

function seatLines(reader: Reader, { personId }: Actor & { kind: 'person' }): string[] {
  return seatsOf(reader, personId).map(
    ({ callId, function: held, declared, ...seat }) =>
      `jury         of call ${callId}: ${held}${sits({ function: held, ...seat }) ? '' : ' (not called up for the whole jury)'}${declared ? '' : ', not declared'}`,
  );
}

function applicationLines(reader: Reader, actor: Actor & { kind: 'person' }): string[] {
  const rows = reader.all<{
    number: number | null;
    id: number;
    callCode: string;
    year: number;
    state: string;
    isOpen: number;
    isExcluded: number;
  }>(sql`
    select a.id, a.number, a.state, c.code as callCode, c.year, ${visibleTo(actor)} as isOpen,
      exists (select 1 from recusals r join jury_members m on m.id = r.member_id
        where r.application_id = a.id and r.kind = 'exclusion' and ${isMine(actor.personId)}) as isExcluded
    from applications a join calls c on c.id = a.call_id order by a.call_id, a.number, a.id`);
  return rows.map(({ id, number, callCode, year, state, isOpen, isExcluded }) => {
    const name = number === null ? `draft ${id}` : applicationCode(callCode, year, number);
    const why = isExcluded === 1 ? ' (excluded)' : '';
    return `application  ${name}, ${state}: ${isOpen === 1 ? 'open' : `closed${why}`}`;
  });
}

function fileLines(reader: Reader, files: FileAccess, actor: Actor): string[] {
  const rows = reader.all<{ id: number; kind: string; subjectId: number; name: string }>(
    sql`select id, subject_kind as kind, subject_id as subjectId, name from files where erased_at is null order by id`,
  );
  const open = rows.filter(({ id, kind, subjectId }) => files[kind]?.(reader, actor, subjectId, id) === true);
  return [
    ...open.map(({ id, kind, subjectId, name }) => `file         ${id} of ${kind} ${subjectId}: ${name}`),
    `files        ${open.length} of ${rows.length} open`,
  ];
}
