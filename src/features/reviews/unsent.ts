import { sql } from 'drizzle-orm';
import type { Reader } from '../../db/connection.ts';
import { applicationCode } from '../applications/content.ts';
import { isOpenToMember, isScorer } from '../jury/access.ts';

/** Applications that a member scores (none it is excluded from) whose card it has not sent, while no ranking is adopted. */
export function unsentCards(reader: Reader, memberId: number): { code: string; title: string }[] {
  const rows = reader.all<{ title: string; number: number; callCode: string; year: number }>(sql`
    select a.title, a.number, c.code as callCode, c.year from jury_members m join applications a on ${isOpenToMember} and ${isScorer} join calls c on c.id = a.call_id
    where m.id = ${memberId} and not exists (select 1 from rankings r where r.call_id = m.call_id)
      and not exists (select 1 from score_cards k where k.application_id = a.id and k.member_id = m.id and k.state = 'sent') order by a.number`);
  return rows.map(({ title, number, callCode, year }) => ({ title, code: applicationCode(callCode, year, number) }));
}
