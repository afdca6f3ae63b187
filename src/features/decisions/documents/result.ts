import type { Reader } from '../../../db/connection.ts';
import { type Instant, warsawDay } from '../../../lib/days.ts';
import { formatAmount, type Grosze } from '../../../lib/money.ts';
import { counted, quoted } from '../../../lib/polish.ts';
import { longDate } from '../../../lib/polish-dates.ts';
import { amountInWords } from '../../../lib/words.ts';
import type { Letterhead } from '../../../pdf/page.ts';
import type { Sheet } from '../../../pdf/sheet.ts';
import { readSubmitted } from '../../applications/content.ts';
import { readCall } from '../../calls/queries.ts';
import { type StageKind, stageOf } from '../../calls/stages.ts';
import { windowText } from '../../calls/texts.ts';
import { readOrganisation } from '../../organisation/queries.ts';
import { letterheadOf } from '../../project/letterhead.ts';
import { pointsText } from '../../ranking/texts.ts';
import { decisionPaths } from '../paths.ts';
import { publicResults } from '../published.ts';
import { type OneResult, publishedResult } from '../results.ts';
import { nextAfter, resultHeads, whyReserve } from '../texts.ts';

/** The published result of one application as a letter to its group. Points in hundredths, amounts in grosze. */
export interface ResultPaper {
  readonly letterhead: Letterhead;
  readonly library: {
    readonly city: string;
    readonly phone: string;
    readonly hours: string;
    readonly director: string;
    readonly directorTitle: string;
  };
  readonly callTitle: string;
  readonly code: string;
  readonly title: string;
  readonly addressee: readonly string[];
  readonly publishedAt: Instant;
  readonly result: Omit<OneResult, 'initiativeId'>;
  readonly dates: { readonly negotiation: string; readonly realisation: string };
  /** Where the group reads the same on the screen. */
  readonly page: string;
}

export function loadResult(reader: Reader, applicationId: number, publicUrl: string): ResultPaper {
  const submitted = readSubmitted(reader, applicationId);
  const call = submitted && readCall(reader, submitted.callId);
  const published = call && publicResults(reader, call.id);
  const found = call && publishedResult(reader, { applicationId, call });
  if (submitted === undefined || call === undefined || published === undefined || found === undefined)
    throw new Error(`The application ${applicationId} has no published result`);
  const { initiativeId: _initiative, ...result } = found;
  const { name, leaderName, address } = submitted.content.applicant;
  const organisation = readOrganisation(reader);
  const datesOf = (kind: StageKind) => windowText(stageOf(call.stages, kind) ?? { startsAt: null, endsAt: null });
  return {
    letterhead: letterheadOf(reader),
    library: {
      city: organisation.city,
      phone: organisation.phone,
      hours: organisation.contactHours,
      director: organisation.directorName,
      directorTitle: organisation.directorTitle,
    },
    callTitle: call.title,
    code: submitted.code,
    title: submitted.title,
    addressee: [...new Set([name, leaderName, address])].filter((line) => line !== ''),
    publishedAt: published.publishedAt,
    result,
    dates: { negotiation: datesOf('negotiation'), realisation: datesOf('realisation') },
    page: publicUrl + decisionPaths.resultOf(applicationId),
  };
}

export function drawResult(sheet: Sheet, paper: ResultPaper): void {
  const { library, result, code } = paper;
  sheet.paragraph(`${library.city}, ${longDate(warsawDay(paper.publishedAt))}`, { align: 'right' });
  sheet.paragraph(paper.addressee.join('\n'));
  sheet.title(resultHeads[result.kind], `Wniosek ${code}`);
  sheet.paragraph('Dzień dobry,');
  drawOutcome(sheet, paper);
  if (result.reason !== '') {
    sheet.heading('Uzasadnienie', 2);
    sheet.prose(result.reason);
  }
  sheet.heading('Co dalej', 2);
  sheet.numbered(nextAfter(result.kind, paper.dates));
  sheet.paragraph(contactOf(paper));
  sheet.signatures([{ role: library.directorTitle, name: library.director }]);
  drawPoints(sheet, result);
}

function drawOutcome(sheet: Sheet, { result, title, callTitle }: ResultPaper): void {
  const initiative = `Wasza inicjatywa ${quoted(title)}`;
  const inFull = (amount: Grosze) => `${formatAmount(amount)} (słownie: ${amountInWords(amount)})`;
  if (result.kind === 'award') {
    sheet.paragraph(`${initiative} została wybrana w konkursie ${quoted(callTitle)}. Gratulujemy.`);
    if (result.amount !== null) sheet.paragraph(`Kwota na realizację: ${inFull(result.amount)}.`, { strong: true });
    if (result.amount !== null && result.amount < result.requested)
      sheet.paragraph(
        `We wniosku było ${inFull(result.requested)}. Jeśli za przyznaną kwotę nie da się tego zrobić, zadzwońcie: poszukamy rozwiązania razem. Możecie też zrezygnować.`,
      );
  } else if (result.kind === 'reserve') {
    sheet.paragraph(`${initiative} jest na liście rezerwowej, na miejscu ${result.reservePlace}.`);
    sheet.paragraph(whyOf(result));
  } else {
    sheet.paragraph(`${initiative} nie została wybrana w konkursie ${quoted(callTitle)}. Dziękujemy za pracę nad nią.`);
  }
  sheet.paragraph(standingOf(result));
}

function whyOf({ pool, requested, meetsThreshold, reason }: ResultPaper['result']): string {
  return whyReserve({ pool: pool.whole, left: pool.left, requested, meetsThreshold, hasReason: reason !== '' });
}

function standingOf({ points, place, count, threshold, meetsThreshold, shortOfFunded }: ResultPaper['result']): string {
  const short = meetsThreshold
    ? ''
    : ` Próg to ${pointsText(threshold)}, zabrakło ${pointsText(Math.max(0, threshold - points))}.`;
  const behind =
    shortOfFunded === null ? '' : ` Do ostatniej wybranej inicjatywy zabrakło ${pointsText(shortOfFunded)}.`;
  return `Punkty: ${pointsText(points)}, miejsce ${place} z ${count}.${short}${behind} Punkty w każdym kryterium i uzasadnienia komisji są w załączniku.`;
}

function contactOf({ library, page }: ResultPaper): string {
  const phone = library.phone === '' ? '' : `: tel. ${library.phone}${library.hours && `, ${library.hours}`}`;
  return `Gdy coś jest niejasne, zadzwońcie albo przyjdźcie${phone}. Ten sam wynik jest na stronie ${page}.`;
}

function drawPoints(sheet: Sheet, { criteria, points, cards, justifications }: ResultPaper['result']): void {
  sheet.pageBreak();
  sheet.heading('Załącznik. Punkty i uzasadnienia komisji', 1);
  sheet.paragraph(`Średnia z ${counted(cards, 'karty oceny', 'kart oceny', 'kart oceny')}.`);
  sheet.table({
    columns: [
      { head: 'Kryterium', width: 6, rowHead: true },
      { head: 'Punkty', width: 2.2, align: 'right' },
    ],
    rows: criteria.map(({ name, points: given, most, isBonus }) => [
      isBonus ? `${name} (dodatkowe)` : name,
      `${pointsText(given)} z ${most}`,
    ]),
    foot: [['Razem', pointsText(points)]],
  });
  if (justifications.length === 0) return;
  sheet.heading('Co napisała komisja', 2);
  sheet.paragraph('Każdy punkt to jedna osoba z komisji. Nazwisk nie podajemy.');
  sheet.list(justifications);
}
