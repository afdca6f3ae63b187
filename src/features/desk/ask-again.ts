import { sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { Deps } from '../../deps.ts';
import { record, type Subject } from '../../history/record.ts';
import type { Actor } from '../../lib/actor.ts';
import { done, type Result } from '../../lib/result.ts';
import { askAgain, type Rights } from '../../pdf/ask-again.ts';

/**
 * Has a document of any room made again, by that room's own word on who may. The event belongs to the record that the document is about. Refuses
 * `absent`, `document_final`, `document_on_its_way`.
 */
export function askForDocumentAgain(deps: Deps, rights: Rights, actor: Actor, documentId: number): Result {
  return deps.db.write((tx) => {
    const asked = askAgain(tx, deps.clock, rights, actor, documentId);
    if (!asked.ok) return asked;
    const { id, kind, subject } = asked.value;
    const about = knownSubject(subject);
    record(tx, deps, actor, {
      what: 'document.asked_again',
      subject: about,
      ...callOf(tx, about),
      facts: { document: id, kind },
    });
    return done();
  });
}

/** The record that readers of the history know: a letter about a result tells of its application, a register or an order of what stands above them. */
function knownSubject({ kind, id }: Subject): Subject {
  const known: Readonly<Record<string, string>> = {
    application_result: 'application',
    call_order: 'call',
    consultation: 'call',
    document_register: 'project',
  };
  return { kind: known[kind] ?? kind, id };
}

function callOf(reader: Reader, { kind, id }: Subject): { callId?: number } {
  const row = reader.get<{ callId: number | null }>(sql`select case ${kind}
    when 'call' then ${id}
    when 'call_publication' then (select call_id from call_publications where id = ${id})
    when 'application' then (select call_id from applications where id = ${id})
    when 'ranking' then (select call_id from rankings where id = ${id})
    when 'jury_member' then (select call_id from jury_members where id = ${id})
    when 'formal_card' then (select a.call_id from formal_cards k join applications a on a.id = k.application_id where k.id = ${id})
    when 'score_card' then (select a.call_id from score_cards k join applications a on a.id = k.application_id where k.id = ${id})
    when 'agreement' then (select i.call_id from agreements g join initiatives i on i.id = g.initiative_id where g.id = ${id})
    when 'settlement' then (select i.call_id from settlements s join initiatives i on i.id = s.initiative_id where s.id = ${id})
    end as callId`);
  return row?.callId == null ? {} : { callId: row.callId };
}
