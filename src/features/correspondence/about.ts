import { sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { Subject } from '../../history/record.ts';
import { type Actor, hasAnyRole, hasRole } from '../../lib/actor.ts';
import { listLetters } from '../../mail/outbox.ts';
import { callKind } from '../../mail/write.ts';
import { letterReaders } from './access.ts';
import { heldDispatches } from './dispatch-queries.ts';
import { dispatchWords, standingText, standingTones } from './dispatch-texts.ts';
import { correspondencePaths } from './paths.ts';

/** For the page of a record: its letters and calls, newest first, and where a call is written down; null for whoever reads no letters of its call. */
export function writtenAbout(
  reader: Reader,
  actor: Actor,
  subjects: readonly Subject[],
  {
    callId,
    applicationId,
    noteCall,
  }: {
    readonly callId: number;
    readonly applicationId: number;
    readonly noteCall: string;
  },
) {
  if (!hasAnyRole(actor, letterReaders, callId)) return null;
  const which = subjects.map(({ kind, id }) => sql`(l.subject_kind = ${kind} and l.subject_id = ${id})`);
  const letters = listLetters(reader, sql`(${sql.join(which, sql` or `)})`);
  const ids = letters.map(({ id }) => id);
  const held = heldDispatches(reader, ids);
  const said = reader.all<{ id: number; body: string }>(
    sql`select id, body from letters where kind = ${callKind} and id in (select value from json_each(${JSON.stringify(ids)}))`,
  );
  const leader = reader.get<{ id: number }>(
    sql`select coalesce(p.merged_into_id, p.id) as id from application_members m join people p on p.id = m.person_id
      where m.application_id = ${applicationId} and m.role = 'leader'`,
  );
  return {
    recipient: leader === undefined ? '' : correspondencePaths.recipientOf(leader.id),
    items: letters.map((letter) => {
      const isCall = letter.kind === callKind;
      const last = held.get(letter.id)?.at(-1);
      return {
        subject: letter.subject,
        href: correspondencePaths.letterOf(letter.id),
        at: isCall ? (last?.doneAt ?? letter.createdAt) : letter.createdAt,
        tag: { text: standingText(letter), tone: isCall ? '' : standingTones[letter.standing] },
        how:
          last === undefined
            ? ''
            : isCall
              ? dispatchWords(last).more
              : `${dispatchWords(last).what} ${dispatchWords(last).when}`,
        said: said.find(({ id }) => id === letter.id)?.body ?? '',
      };
    }),
    noteCall: hasRole(actor, 'coordinator', callId) ? noteCall : '',
  };
}
