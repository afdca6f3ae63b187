import { sql } from 'drizzle-orm';
import type { Tx } from '../../../db/connection.ts';
import { applicationMessages, messageReadings } from '../../../db/schema/applications.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import type { Actor } from '../../../lib/actor.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { countLetters } from '../../../lib/text.ts';
import { writeLetter } from '../../../mail/write.ts';
import { readHost } from '../../accounts/queries.ts';
import { applicationPaths } from '../paths.ts';
import { aboutOf } from '../texts/pages.ts';
import { type Side, type Thread, threadFor } from './access.ts';
import { messagesLetters } from './letters.ts';
import { readUpTo } from './queries.ts';

export const longestMessage = 4000;

/**
 * Sends a message to the other side, which is told by letter that there is one, not what it says. Whoever answers has read. Refuses 'absent', 'may_not_write',
 * 'message_empty', 'message_too_long' (facts most).
 */
export function sendMessage(deps: Deps, actor: Actor, applicationId: number, body: string): Result {
  return deps.db.write((tx) => {
    const thread = threadFor(tx, actor, applicationId);
    if (thread === undefined || actor.kind !== 'person') return refused('absent');
    if (!thread.mayWrite) return refused('may_not_write');
    if (body.trim() === '') return refused('message_empty', { field: 'body' });
    if (countLetters(body) > longestMessage)
      return refused('message_too_long', { field: 'body', facts: { most: longestMessage } });
    markRead(tx, deps, actor, thread);
    const { id } = tx.orm
      .insert(applicationMessages)
      .values({ applicationId, side: thread.side, authorId: actor.personId, body, sentAt: deps.clock.now() })
      .returning({ id: applicationMessages.id })
      .get();
    record(tx, deps, actor, {
      what: 'application.message_sent',
      subject: { kind: 'application', id: applicationId },
      callId: thread.callId,
      facts: { message: id, side: thread.side },
    });
    announce(tx, deps, thread);
    return done();
  });
}

/** This side has read everything there is. Refuses 'absent', 'may_not_write'. */
export function readThread(deps: Deps, actor: Actor, applicationId: number): Result {
  return deps.db.write((tx) => {
    const thread = threadFor(tx, actor, applicationId);
    if (thread === undefined) return refused('absent');
    if (!thread.mayWrite) return refused('may_not_write');
    markRead(tx, deps, actor, thread);
    return done();
  });
}

function markRead(tx: Tx, deps: Deps, actor: Actor, { applicationId, side }: Thread): void {
  const last = tx.get<{ id: number | null }>(
    sql`select max(id) as id from application_messages where application_id = ${applicationId}`,
  )?.id;
  if (last == null || actor.kind !== 'person') return;
  const reading = { lastMessageId: last, readAt: deps.clock.now(), readBy: actor.personId };
  tx.orm
    .insert(messageReadings)
    .values({ applicationId, side, ...reading })
    .onConflictDoUpdate({ target: [messageReadings.applicationId, messageReadings.side], set: reading })
    .run();
}

interface Recipient {
  readonly personId: number;
  readonly name: string;
  readonly address: string;
}

/** One letter to each of the other side for everything it has not read yet; who has no e-mail is telephoned by whoever writes. */
function announce(tx: Tx, deps: Deps, { applicationId, callId, side }: Thread): void {
  const other: Side = side === 'group' ? 'library' : 'group';
  const kind = side === 'group' ? messagesLetters.message_from_group : messagesLetters.message_from_library;
  const since = readUpTo(tx, applicationId, other);
  const about = tx.get<{
    title: string;
    leader: string;
  }>(sql`select a.title, b.leader_name as leader from applications a
    join applicants b on b.application_id = a.id where a.id = ${applicationId}`);
  for (const to of side === 'group' ? coordinators(tx, callId, applicationId) : writers(tx, applicationId))
    writeLetter(tx, deps, kind, {
      to,
      fields: {
        ...readHost(tx),
        title: aboutOf(about?.title ?? ''),
        leader: about?.leader ?? '',
        address: deps.publicUrl + applicationPaths.messagesOf(applicationId),
      },
      about: { kind: 'application', id: applicationId },
      uniqueKey: `${kind.kind}:${applicationId}:${since}:${to.personId}`,
      channel: 'email',
    });
}

function writers(tx: Tx, applicationId: number): Recipient[] {
  return tx.all<Recipient>(sql`
    select distinct p.id as personId, p.name, p.email as address from application_members m join people own on own.id = m.person_id
      join people p on p.id = coalesce(own.merged_into_id, own.id)
    where m.application_id = ${applicationId} and p.email is not null and p.closed_at is null order by p.id`);
}

/** Of the call or the whole house; not who belongs to the group, nor whom a conflict of interest closes the application to. */
function coordinators(tx: Tx, callId: number, applicationId: number): Recipient[] {
  return tx.all<Recipient>(sql`
    select distinct p.id as personId, p.name, p.email as address from role_grants g join people p on p.id = g.person_id
    where g.role = 'coordinator' and g.revoked_at is null and (g.call_id is null or g.call_id = ${callId}) and p.email is not null
      and p.closed_at is null
      and p.id not in (select coalesce(o.merged_into_id, o.id) from application_members m join people o on o.id = m.person_id
        where m.application_id = ${applicationId})
      and p.id not in (select j.person_id from recusals r join jury_members j on j.id = r.member_id
        where r.kind = 'exclusion' and r.application_id = ${applicationId})
    order by p.id`);
}
