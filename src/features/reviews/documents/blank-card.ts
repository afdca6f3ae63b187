import type { Reader } from '../../../db/connection.ts';
import { counted, quoted } from '../../../lib/polish.ts';
import type { Sheet } from '../../../pdf/sheet.ts';
import { readSubmitted } from '../../applications/content.ts';
import { type MeritCriterion, readMeritCriteria } from '../../calls/criteria.ts';
import type { Call } from '../../calls/queries.ts';
import { bonusWords } from '../texts.ts';

/** A card to be filled in by hand by one juror. */
export interface BlankCard {
  readonly callTitle: string;
  readonly code: string;
  readonly title: string;
  readonly applicant: string;
  readonly juror: string;
  readonly criteria: readonly MeritCriterion[];
  readonly extremeReasons: boolean;
}

export function loadBlankCard(reader: Reader, call: Call, applicationId: number, juror: string): BlankCard {
  const submitted = readSubmitted(reader, applicationId);
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

export function drawBlankCard(sheet: Sheet, card: BlankCard): void {
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
    sheet.writingLines(4);
  }
  sheet.heading('Uzasadnienie, dwa lub trzy zdania', 2);
  sheet.writingLines(6);
  sheet.heading('Ile, Pani lub Pana zdaniem, wystarczy (nieobowiązkowe)', 2);
  sheet.writingLines(1);
  sheet.signatures([{ role: 'Data i podpis', name: card.juror }]);
}

/** To be circled; hard spaces keep each number apart from the next. */
function choicesOf({ isBonus, maxPoints }: MeritCriterion): string {
  if (isBonus) return `${bonusWords.no} (0)      ${bonusWords.yes} (${maxPoints})`;
  return Array.from({ length: maxPoints + 1 }, (_, points) => String(points)).join('\u00a0\u00a0\u00a0 ');
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
