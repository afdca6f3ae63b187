import type { Reader } from '../../../db/connection.ts';
import type { Instant } from '../../../lib/days.ts';
import { formatAmount } from '../../../lib/money.ts';
import { drawDocument } from '../../../pdf/sheet.ts';
import { readCall } from '../../calls/queries.ts';
import { drawApplication, loadForJury } from './application.ts';

/** Submitted applications of one call as one file, for its jury. */
export interface SeveralApplications {
  readonly callId: number;
  /** In the order they are to stand in; only such as are open to whoever asks, which is the caller's question. */
  readonly applicationIds: readonly number[];
  /** What the file is, and what is to be done with it. */
  readonly title: string;
  readonly remark: string;
  readonly askedAt: Instant;
  readonly publicUrl: string;
}

/** Drawn when it is asked for and kept nowhere: the list first, then the version in force of each on pages of its own. */
export function drawSeveral(reader: Reader, { title, remark, ...asked }: SeveralApplications): Promise<Buffer> {
  const papers = asked.applicationIds.map((id) => loadForJury(reader, id, asked.publicUrl));
  const header = papers[0]?.letterhead;
  if (header === undefined) throw new Error('A file of no applications');
  const properties = { title, lang: 'pl-PL' as const, author: header.organisation, createdAt: asked.askedAt, header };
  // A call judged without names has none in its list.
  const isNamed = papers.some(({ sent }) => sent.content.applicant.leaderName !== '');
  const rehearsed = readCall(reader, asked.callId)?.rehearsalOf != null;
  return drawDocument({ ...properties, rehearsed }, (sheet) => {
    sheet.part('Spis wniosków');
    sheet.title(title, 'Spis wniosków');
    sheet.paragraph(remark);
    sheet.table({
      columns: [
        { head: 'Numer', width: 2.6 },
        { head: 'Tytuł', width: 6, rowHead: true },
        ...(isNamed ? [{ head: 'Kto składa', width: 4 }] : []),
        { head: 'Kwota', width: 2.8, align: 'right' },
      ],
      rows: papers.map(({ sent: { code, content } }) => [
        code,
        content.title,
        ...(isNamed ? [content.applicant.name || content.applicant.leaderName] : []),
        formatAmount(content.requestedGrosze),
      ]),
    });
    for (const paper of papers) {
      sheet.part(`${paper.sent.code} ${paper.sent.content.title}`);
      drawApplication(sheet, paper);
    }
  });
}
