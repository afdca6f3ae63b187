import { sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import type { MediaType } from '../../../files/sniff.ts';
import { neutralName } from '../../applications/blind/content.ts';
import { tellingCodes } from '../../applications/blind/reading.ts';
import { readSubmitted } from '../../applications/content.ts';

/** An attachment as a jury without names has it. */
export interface JudgedFile {
  /** Its place among what was sent, from one. */
  readonly number: number;
  readonly fileId: number;
  /** „zalacznik-1.pdf” */
  readonly name: string;
  /** As its group called it: for the staff who look into it. */
  readonly ownName: string;
  readonly size: number;
  readonly sha256: string;
  readonly mediaType: MediaType;
  /** Pictures are drawn anew without anything behind them; a PDF waits until staff have looked into it. */
  readonly isOpen: boolean;
  /** What staff said of it last; null: nobody has looked. */
  readonly isClear: boolean | null;
}

/** The attachments that a jury without names may have, those that answer a question telling who applies left out. */
export function judgedFiles(reader: Reader, applicationId: number): JudgedFile[] {
  const sent = readSubmitted(reader, applicationId);
  if (sent === undefined) return [];
  const telling = tellingCodes(reader, sent.callId);
  return sent.content.attachments.flatMap(({ fileId, name, size, sha256, question, label }, index) => {
    if (question !== undefined && telling.has(question)) return [];
    const row = reader.get<{ mediaType: MediaType; isClear: number | null }>(sql`
      select f.media_type as mediaType, (select l.is_clear from attachment_looks l where l.file_id = f.id order by l.id desc limit 1) as isClear
      from files f where f.id = ${fileId} and f.erased_at is null`);
    if (row === undefined) return [];
    const isClear = row.isClear === null ? null : row.isClear === 1;
    const isOpen = row.mediaType === 'application/pdf' ? isClear === true : isClear !== false;
    return {
      ...{
        number: index + 1,
        fileId,
        name: neutralName(name, index),
        ownName: label === '' ? name : `${label} (${name})`,
      },
      ...{ size, sha256, mediaType: row.mediaType, isOpen, isClear },
    };
  });
}
