import { sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import type { Instant } from '../../../lib/days.ts';
import { isExcluded } from '../../jury/access.ts';
import type { ScoreCard } from '../queries.ts';
import { paperTexts } from './texts.ts';

/** That a card was keyed in from paper, by whom and when, with the address of its scan; null of any other. Whose eyes the card is for is the caller's question. */
export function keyedOn(reader: Reader, { keyedBy, keyedAt, sentAt, scanFileId, isReopened }: ScoreCard) {
  if (keyedBy === null || keyedAt === null || scanFileId === null) return null;
  const by = reader.get<{ name: string }>(sql`select name from people where id = ${keyedBy}`)?.name ?? '';
  return {
    text: keyedText(by, keyedAt, sentAt === keyedAt || isReopened),
    scan: `/pliki/${scanFileId}`,
  };
}

/** The call's sent cards that were keyed in and count, each in a sentence, by application and seat. */
export function keyedCards(
  reader: Reader,
  callId: number,
): { readonly applicationId: number; readonly said: string }[] {
  const rows = reader.all<{
    applicationId: number;
    juror: string;
    by: string;
    keyedAt: Instant;
    sentAt: Instant;
  }>(sql`
    select a.id as applicationId, p.name as juror, b.name as "by", k.keyed_at as keyedAt, k.sent_at as sentAt
    from score_cards k join applications a on a.id = k.application_id join jury_members m on m.id = k.member_id
      join people p on p.id = m.person_id join people b on b.id = k.keyed_by
    where a.call_id = ${callId} and k.state = 'sent' and not ${isExcluded} order by a.number, m.id`);
  return rows.map(({ applicationId, juror, by, keyedAt, sentAt }) => ({
    applicationId,
    said: `${juror}: ${keyedText(by, keyedAt, sentAt === keyedAt)}`,
  }));
}

const keyedText = (by: string, at: Instant, isAsOnPaper: boolean) =>
  isAsOnPaper ? paperTexts.keyed(by, at) : paperTexts.keyedThenSent(by, at);
