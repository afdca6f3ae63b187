import { sql } from 'drizzle-orm';
import type { Reader, Tx } from '../../../db/connection.ts';
import { dateNotices } from '../../../db/schema/applications.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import { type Actor, hasRole } from '../../../lib/actor.ts';
import type { Instant } from '../../../lib/days.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { writeText } from '../../../mail/kinds.ts';
import { textInForce } from '../../../mail/letter-texts.ts';
import { writeLetter } from '../../../mail/write.ts';
import { rulesSubject } from '../../calls/access.ts';
import type { TimetableChange } from '../../calls/dates/change.ts';
import { readChanges } from '../../calls/dates/changes.ts';
import { shownChange } from '../../calls/dates/texts.ts';
import { callPaths } from '../../calls/paths.ts';
import { type Call, readCall } from '../../calls/queries.ts';
import { readOrganisation } from '../../organisation/queries.ts';
import { type Concerned, concernedBy } from '../concerned.ts';
import { applicationPaths } from '../paths.ts';
import { dateLetters } from './letters.ts';

export interface Notice {
  readonly letters: number;
  readonly decidedAt: Instant;
}

/** What was decided about the letters of a change; undefined while it waits. */
export function readNotice(reader: Reader, changeId: number): Notice | undefined {
  return reader.get(sql`select letters, decided_at as decidedAt from date_notices where change_id = ${changeId}`);
}

export function readChange(reader: Reader, callId: number, changeId: number): TimetableChange | undefined {
  return readChanges(reader, callId).find(({ id }) => id === changeId);
}

/**
 * Writes to everybody concerned by a changed date, or notes that it is not needed. Letters to drafts are read by their groups alone. Refuses 'absent',
 * 'notice_decided'. Gives how many letters were written.
 */
export function decideNotice(
  deps: Deps,
  actor: Actor,
  { callId, changeId, isSent }: { callId: number; changeId: number; isSent: boolean },
): Result<{ letters: number }> {
  return deps.db.write((tx) => {
    const call = readCall(tx, callId);
    const change = readChange(tx, callId, changeId);
    if (actor.kind !== 'person' || !hasRole(actor, 'coordinator', callId)) return refused('absent');
    if (call === undefined || change === undefined) return refused('absent');
    if (readNotice(tx, changeId) !== undefined) return refused('notice_decided');
    const people = isSent ? concernedBy(tx, callId) : [];
    for (const person of people) tell(tx, deps, call, change, person);
    tx.orm
      .insert(dateNotices)
      .values({ changeId, letters: people.length, decidedAt: deps.clock.now(), decidedBy: actor.personId })
      .run();
    record(tx, deps, actor, {
      what: isSent ? 'call.change_told' : 'call.change_not_told',
      subject: rulesSubject(callId),
      callId,
      facts: { change: changeId, letters: people.length },
    });
    return done({ letters: people.length });
  });
}

function tell(tx: Tx, deps: Deps, call: Call, change: TimetableChange, person: Concerned): void {
  writeLetter(tx, deps, dateLetters.dates_changed, {
    to: person,
    about: { kind: 'application', id: person.applicationId },
    uniqueKey: `dates_changed:${change.id}:${person.personId}`,
    fields: fieldsOf(tx, deps, call, change, applicationPaths.showOf(person.applicationId)),
  });
}

function fieldsOf(reader: Reader, deps: Deps, call: Call, change: TimetableChange, path: string) {
  const organisation = readOrganisation(reader);
  const { lines, reason } = shownChange(change);
  return {
    callTitle: call.title,
    changes: lines.join('\n'),
    reason,
    address: deps.publicUrl + path,
    organisationName: organisation.name,
    organisationPhone: organisation.phone,
  };
}

/** The letter as it would go now, with the call's page in the place of the group's own. */
export function previewNotice(deps: Deps, call: Call, change: TimetableChange): { subject: string; body: string } {
  const { text } = textInForce(deps.db, deps.clock, dateLetters.dates_changed);
  const fields = fieldsOf(deps.db, deps, call, change, callPaths.showOf(call.id));
  return writeText(dateLetters.dates_changed, fields, text);
}
