import type { Reader } from '../../../db/connection.ts';
import type { Instant } from '../../../lib/days.ts';
import { counted, quoted } from '../../../lib/polish.ts';
import { drawDocument, type Sheet } from '../../../pdf/sheet.ts';
import { readForJury } from '../../applications/blind/reading.ts';
import { type MeritCriterion, readMeritCriteria } from '../../calls/criteria.ts';
import { type Call, readCall } from '../../calls/queries.ts';
import { letterheadOf } from '../../project/letterhead.ts';
import { blankCardsTitle, bonusWords } from '../texts.ts';

/** A card to be filled in by hand by one juror. */
interface BlankCard {
  readonly callTitle: string;
  readonly code: string;
  readonly title: string;
  readonly applicant: string;
  readonly juror: string;
  readonly criteria: readonly MeritCriterion[];
  readonly extremeReasons: boolean;
}

/** A card for each of these applications, to be filled in by one juror. */
export interface BlankCards {
  readonly callId: number;
  readonly juror: string;
  readonly applicationIds: readonly number[];
  readonly askedAt: Instant;
}

/** Drawn when they are asked for and kept nowhere. Which applications are open to whoever asks is the caller's question. */
export function drawBlankCards(reader: Reader, asked: BlankCards): Promise<Buffer> {
  const call = readCall(reader, asked.callId);
  if (call === undefined) throw new Error(`There is no call ${asked.callId}`);
  const header = letterheadOf(reader);
  const title = blankCardsTitle(call.title);
  const properties = { title, lang: 'pl-PL' as const, author: header.organisation, createdAt: asked.askedAt, header };
  return drawDocument({ ...properties, rehearsed: call.rehearsalOf !== null }, (sheet) => {
    for (const id of asked.applicationIds) {
      const card = loadBlankCard(reader, call, id, asked.juror);
      sheet.part(`${card.code} – ${card.juror}`);
      drawBlankCard(sheet, card);
    }
  });
}

function loadBlankCard(reader: Reader, call: Call, applicationId: number, juror: string): BlankCard {
  const submitted = readForJury(reader, applicationId);
  if (submitted === undefined) throw new Error(`The application ${applicationId} has no frozen version`);
  const { applicant } = submitted.content;
  return {
    callTitle: call.title,
    code: submitted.code,
    title: submitted.title,
    applicant: applicant.name || applicant.leaderName,
    juror,
    criteria: readMeritCriteria(reader, call.id),
    extremeReasons: call.extremeReasons === 1,
  };
}

function drawBlankCard(sheet: Sheet, card: BlankCard): void {
  sheet.title('Karta oceny merytorycznej', `Wniosek ${card.code} w konkursie ${quoted(card.callTitle)}`);
  sheet.pairs([
    ['Tytuł', card.title],
    ['Kto składa', card.applicant],
    ['Ocenia', card.juror],
  ]);
  sheet.paragraph('Przy każdym kryterium proszę zakreślić jedną liczbę punktów.');
  sheet.table({
    columns: [
      { head: 'Kryterium', width: 7, rowHead: true },
      { head: 'Punkty', width: 5 },
      { head: 'Waga', width: 1.4, align: 'right' },
    ],
    rows: card.criteria.map((criterion) => [criterion.name, choicesOf(criterion), String(criterion.weight)]),
  });
  drawLevels(sheet, card.criteria);
  if (card.extremeReasons) {
    sheet.heading('Powody, przy 0 albo najwyższej liczbie punktów', 2);
    sheet.writingLines(3);
  }
  sheet.heading('Uzasadnienie, dwa lub trzy zdania', 2);
  sheet.writingLines(5);
  sheet.heading('Ile, Pani lub Pana zdaniem, wystarczy (nieobowiązkowe)', 2);
  sheet.writingLines(1);
  sheet.signatures([{ role: 'Data i podpis', name: card.juror }]);
}

/** Room for a circle around each. */
const apart = '\u00a0\u00a0\u00a0\u00a0 ';

/** To be circled. */
function choicesOf({ isBonus, maxPoints }: MeritCriterion): string {
  if (isBonus) return [`${bonusWords.no} (0)`, `${bonusWords.yes} (${maxPoints})`].join(apart);
  return Array.from({ length: maxPoints + 1 }, (_, points) => String(points)).join(apart);
}

/** What the points mean, where the call says so in its own words. */
function drawLevels(sheet: Sheet, criteria: readonly MeritCriterion[]): void {
  const worded = criteria.filter(({ levels }) => levels.length > 0);
  if (worded.length === 0) return;
  sheet.heading('Co znaczą punkty', 2);
  for (const { name, levels } of worded) {
    sheet.heading(name, 3);
    sheet.list(
      levels.map(({ points, description }) => `${counted(points, 'punkt', 'punkty', 'punktów')}: ${description}`),
    );
  }
}
