import { sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import type { Actor } from '../../../lib/actor.ts';
import { ownedBy, threadVisibleTo } from '../access.ts';
import { applicationPaths } from '../paths.ts';
import { aboutOf } from '../texts/pages.ts';
import { hasUnread } from './queries.ts';

/** Condition over the alias `a`: a group wrote and the library, in whose name the actor answers, has not read it. */
export function waitsForLibrary(actor: Actor & { kind: 'person' }) {
  return sql`${threadVisibleTo(actor, ['coordinator'])} and not ${ownedBy(actor.personId)} and ${hasUnread('library')}`;
}

/** Threads of the call with something the library has not read. */
export function listUnread(
  reader: Reader,
  actor: Actor,
  callId: number,
): { leader: string; about: string; href: string }[] {
  if (actor.kind !== 'person') return [];
  return reader
    .all<{ id: number; leader: string; title: string }>(sql`
      select a.id, b.leader_name as leader, a.title from applications a join applicants b on b.application_id = a.id
      where a.call_id = ${callId} and ${waitsForLibrary(actor)} order by a.id`)
    .map(({ id, leader, title }) => ({ leader, about: aboutOf(title), href: applicationPaths.messagesOf(id) }));
}
