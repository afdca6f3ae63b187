import { sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import type { Actor } from '../../../lib/actor.ts';
import { signaturesVisibleTo } from '../access.ts';
import { fileHref } from '../pages/content.ts';
import { readArrival, readAssistance, readSentConfirmations } from './queries.ts';
import { sentBesides, sentOnPaper, signedSheet, wordText } from './texts.ts';

/** How an application came that staff keyed in, and the person's word for it; null for others, and for whoever may not see signatures. */
export function cameOf(reader: Reader, actor: Actor, applicationId: number) {
  const assistance = readAssistance(reader, applicationId);
  const isOpen = sql`select 1 from applications a where a.id = ${applicationId} and ${signaturesVisibleTo(actor)}`;
  if (assistance === undefined || reader.get(isOpen) === undefined) return null;
  const arrival = readArrival(reader, applicationId);
  return {
    how: arrival === undefined ? sentBesides : sentOnPaper(arrival.arrivedAt, arrival.way),
    lateReason: arrival?.lateReason ?? '',
    by: assistance.startedBy,
    words: readSentConfirmations(reader, applicationId).map((one) => ({
      name: one.fileId === null ? '' : signedSheet,
      href: one.fileId === null ? '' : fileHref(one.fileId),
      note: wordText(one.way, one.signedOn, one.recordedAt, one.recordedBy),
    })),
  };
}
