import type { Reader } from '../../../db/connection.ts';
import type { Instant } from '../../../lib/days.ts';
import { drawDocument } from '../../../pdf/sheet.ts';
import { batchTitle } from '../dispatch-texts.ts';
import { drawLetter, loadLetter } from './letter.ts';

/** Several printed letters as one file, to be printed at one press: each begins on a page of its own, with page numbers of its own. */
export function drawLetterBatch(reader: Reader, letterIds: readonly number[], askedAt: Instant): Promise<Buffer> {
  const papers = letterIds.map((id) => loadLetter(reader, id));
  const [first] = papers;
  if (first === undefined) throw new Error('A batch of no letters');
  const header = first.letterhead;
  const title = batchTitle(papers.length);
  return drawDocument({ title, lang: 'pl-PL', author: header.organisation, createdAt: askedAt, header }, (sheet) => {
    for (const paper of papers) {
      sheet.part(paper.subject);
      drawLetter(sheet, paper);
    }
  });
}
