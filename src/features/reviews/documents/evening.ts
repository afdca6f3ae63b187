import type { Reader } from '../../../db/connection.ts';
import type { Instant } from '../../../lib/days.ts';
import { formatAmount } from '../../../lib/money.ts';
import { drawDocument, type Sheet } from '../../../pdf/sheet.ts';
import { drawApplication, loadPrinted, type Printed } from '../../applications/documents/application.ts';
import { readCall } from '../../calls/queries.ts';
import { letterheadOf } from '../../project/letterhead.ts';
import { eveningTexts } from '../texts.ts';
import { type BlankCard, drawBlankCard, loadBlankCard } from './blank-card.ts';

/** What a juror takes along: the applications to read in one file, or a blank card for each to fill in by hand. */
export interface EveningPaper {
  readonly what: 'applications' | 'blank_cards';
  readonly callId: number;
  /** Whose name stands on the blank cards. */
  readonly juror: string;
  /** In the order of filing; only such as are open to whoever asks, which is the caller's question. */
  readonly applicationIds: readonly number[];
  readonly askedAt: Instant;
  readonly publicUrl: string;
}

/** Drawn when it is asked for and kept nowhere: it has the versions in force, and nothing of an application closed since. */
export function drawEvening(reader: Reader, asked: EveningPaper): Promise<Buffer> {
  const call = readCall(reader, asked.callId);
  if (call === undefined) throw new Error(`There is no call ${asked.callId}`);
  const header = letterheadOf(reader);
  const title = eveningTexts[asked.what](call.title);
  const properties = { title, lang: 'pl-PL' as const, author: header.organisation, createdAt: asked.askedAt, header };
  return drawDocument({ ...properties, rehearsed: call.rehearsalOf !== null }, (sheet) => {
    if (asked.what === 'blank_cards') {
      const cards = asked.applicationIds.map((id) => loadBlankCard(reader, call, id, asked.juror));
      drawBlanks(sheet, cards);
    } else {
      const papers = asked.applicationIds.map((id) => loadPrinted(reader, id, asked));
      drawAll(sheet, title, papers);
    }
  });
}

function drawAll(sheet: Sheet, title: string, papers: readonly Printed[]): void {
  sheet.part(eveningTexts.contents);
  sheet.title(title, eveningTexts.contents);
  sheet.paragraph(eveningTexts.confidential);
  sheet.table({
    columns: [
      { head: 'Numer', width: 2.4 },
      { head: 'Tytuł', width: 6, rowHead: true },
      { head: 'Kto składa', width: 4 },
      { head: 'Kwota', width: 2.6, align: 'right' },
    ],
    rows: papers.map(({ sent: { code, content } }) => [
      code,
      content.title,
      content.applicant.name || content.applicant.leaderName,
      formatAmount(content.requestedGrosze),
    ]),
  });
  for (const paper of papers) {
    sheet.part(`${paper.sent.code} ${paper.sent.content.title}`);
    drawApplication(sheet, paper);
  }
}

function drawBlanks(sheet: Sheet, cards: readonly BlankCard[]): void {
  for (const card of cards) {
    sheet.part(`${card.code} – ${card.juror}`);
    drawBlankCard(sheet, card);
  }
}
