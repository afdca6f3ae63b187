import { sql } from 'drizzle-orm';
import type { Reader, Tx } from '../../../db/connection.ts';
import { rulesNotices } from '../../../db/schema/applications.ts';
import type { Deps } from '../../../deps.ts';
import { record } from '../../../history/record.ts';
import { type Actor, hasRole } from '../../../lib/actor.ts';
import { done, type Result, refused } from '../../../lib/result.ts';
import { writeText } from '../../../mail/kinds.ts';
import { textInForce } from '../../../mail/letter-texts.ts';
import { writeLetter } from '../../../mail/write.ts';
import { rulesSubject } from '../../calls/access.ts';
import { callPaths } from '../../calls/paths.ts';
import { type Call, readCall } from '../../calls/queries.ts';
import { readOrganisation } from '../../organisation/queries.ts';
import { type Concerned, concernedBy } from '../concerned.ts';
import type { Notice } from '../dates/notice.ts';
import { applicationPaths } from '../paths.ts';
import { type RulesChange, readRulesChanges, shownRulesChange } from './changes.ts';
import { rulesNoticeLetters } from './letters.ts';

/** What was decided about the letters of a change; undefined while it waits. */
export function readRulesNotice(reader: Reader, publicationId: number): Notice | undefined {
  return reader.get(
    sql`select letters, decided_at as decidedAt from rules_notices where publication_id = ${publicationId}`,
  );
}

export function readRulesChange(reader: Reader, callId: number, publicationId: number): RulesChange | undefined {
  return readRulesChanges(reader, callId).find(({ id }) => id === publicationId);
}

/** Leaders who began before the change; whoever began after it has read the rules as they are. */
export function toldOf(reader: Reader, callId: number, { publishedAt }: RulesChange): Concerned[] {
  return concernedBy(reader, callId, publishedAt);
}

/**
 * Writes to everybody concerned by changed rules, or notes that it is not needed. Letters to drafts are read by their groups alone. Refuses 'absent',
 * 'notice_decided'. Gives how many letters were written.
 */
export function decideRulesNotice(
  deps: Deps,
  actor: Actor,
  { callId, publicationId, isSent }: { callId: number; publicationId: number; isSent: boolean },
): Result<{ letters: number }> {
  return deps.db.write((tx) => {
    const call = readCall(tx, callId);
    const change = readRulesChange(tx, callId, publicationId);
    if (actor.kind !== 'person' || !hasRole(actor, 'coordinator', callId)) return refused('absent');
    if (call === undefined || change === undefined) return refused('absent');
    if (readRulesNotice(tx, publicationId) !== undefined) return refused('notice_decided');
    const people = isSent ? toldOf(tx, callId, change) : [];
    const fields = fieldsOf(tx, deps, call, change);
    for (const person of people) tell(tx, deps, change, person, fields);
    tx.orm
      .insert(rulesNotices)
      .values({ publicationId, letters: people.length, decidedAt: deps.clock.now(), decidedBy: actor.personId })
      .run();
    record(tx, deps, actor, {
      what: isSent ? 'call.rules_told' : 'call.rules_not_told',
      subject: rulesSubject(callId),
      callId,
      facts: { publication: publicationId, letters: people.length },
    });
    return done({ letters: people.length });
  });
}

function tell(tx: Tx, deps: Deps, { id }: RulesChange, person: Concerned, fields: ReturnType<typeof fieldsOf>): void {
  const address = deps.publicUrl + applicationPaths.showOf(person.applicationId);
  writeLetter(tx, deps, rulesNoticeLetters.rules_changed, {
    to: person,
    about: { kind: 'application', id: person.applicationId },
    uniqueKey: `rules_changed:${id}:${person.personId}`,
    fields: { ...fields, address },
  });
}

/** What the letters of a change say alike; the address is each group's own. */
function fieldsOf(reader: Reader, deps: Deps, call: Call, change: RulesChange) {
  const organisation = readOrganisation(reader);
  const { lines, reason } = shownRulesChange(reader, call, change);
  return {
    callTitle: call.title,
    changes: lines.join('\n'),
    reason,
    rulesAddress: deps.publicUrl + callPaths.rulesOf(call.id),
    organisationName: organisation.name,
    organisationPhone: organisation.phone,
  };
}

/** The letter as it would go now, with the call's page in the place of the group's own. */
export function previewRulesNotice(deps: Deps, call: Call, change: RulesChange): { subject: string; body: string } {
  const { text } = textInForce(deps.db, deps.clock, rulesNoticeLetters.rules_changed);
  const address = deps.publicUrl + callPaths.showOf(call.id);
  return writeText(rulesNoticeLetters.rules_changed, { ...fieldsOf(deps.db, deps, call, change), address }, text);
}
