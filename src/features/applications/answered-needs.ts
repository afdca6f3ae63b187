import { sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import type { Actor } from '../../lib/actor.ts';
import { needsCode } from '../calls/form/library-texts.ts';
import { visibleTo } from './access.ts';

/**
 * Needs of the diagnosis that submitted applications of a call say they answer, and in how many; over what the actor may see. A withdrawn application
 * answers nothing; a need that none answers is absent.
 */
export function listAnsweredNeeds(reader: Reader, actor: Actor, callId: number): { title: string; count: number }[] {
  return reader.all(sql`
    select n.title, count(*) as count from applications a join answers w on w.application_id = a.id and w.question = ${needsCode}
      join diagnosis_needs n on instr(char(10) || w.content || char(10), char(10) || 'n' || n.id || char(10)) > 0
    where a.call_id = ${callId} and a.state not in ('draft', 'withdrawn') and ${visibleTo(actor)} group by n.id order by count desc, n.id`);
}
