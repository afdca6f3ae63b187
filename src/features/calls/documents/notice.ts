import { sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import { hasRole } from '../../../lib/actor.ts';
import { type DocumentKind, documentKind } from '../../../pdf/kinds.ts';
import { drawNotice, type Notice, noticeTitle } from '../publications/notice-texts.ts';
import { readKeptCopy } from '../publications/queries.ts';
import { sampleNotice } from '../sample.ts';

/** A published notice on paper, from the copy that was kept: for the notice board and the public bulletin. */
export const noticeDocument: DocumentKind = documentKind<Notice>({
  kind: 'call_notice',
  load: loadNotice,
  title: noticeTitle,
  fileName: () => 'ogloszenie',
  standsAt: ({ publishedAt }) => publishedAt,
  letterhead: ({ letterhead }) => letterhead,
  isDraft: () => false,
  isFinal: true,
  mayAsk: (reader, actor, publicationId) => hasRole(actor, 'coordinator', callOf(reader, publicationId)),
  draw: drawNotice,
  sample: sampleNotice,
});

function loadNotice(reader: Reader, publicationId: number): Notice {
  const { notice } = readKeptCopy(reader, publicationId);
  if (notice === undefined) throw new Error(`The publication ${publicationId} is no notice`);
  return notice;
}

function callOf(reader: Reader, publicationId: number): number {
  const row = reader.get<{ callId: number }>(
    sql`select call_id as callId from call_publications where id = ${publicationId}`,
  );
  return row?.callId ?? 0;
}
