import { type Instant, warsawDay } from '../../lib/days.ts';
import { type Difference, differences } from '../../lib/differences.ts';
import { longDate } from '../../lib/polish-dates.ts';
import { fillTemplate } from '../../lib/template.ts';
import type { ListedKind } from '../../mail/kinds.ts';
import { codeAtRest, linkAtRest } from '../../mail/kinds.ts';
import { checkText, type LetterSettings, type WrittenText, withFoot } from '../../mail/letter-texts.ts';
import { inMarks, linesOf, marked, runsOf, withoutMarks } from '../../web/shown-text.ts';
import { faultWords } from './fault-texts.ts';
import type { Trying } from './queries.ts';
import { missingWords, realData, sampleData } from './texts.ts';

/** The letter as its recipient would see it, or what is wrong with the text. */
export function previewOf(
  kind: ListedKind,
  typed: WrittenText,
  {
    trying,
    settings,
    publicUrl,
  }: { readonly trying: Trying; readonly settings: LetterSettings; readonly publicUrl: string },
) {
  const faults = checkText(kind, typed);
  const wrong = [
    ...faults.subject.map((fault) => faultWords(fault, true)),
    ...faults.body.map((fault) => faultWords(fault, false)),
    ...faults.missing.map(missingWords),
  ];
  const data = trying.of === undefined ? sampleData : realData(trying.of.toName, onDay(trying.of));
  const to = trying.of === undefined ? kind.to : recipientOf(trying.of);
  if (wrong.length > 0) return { wrong, data, to, subject: [], paragraphs: [], plain: [] };
  const values = { ...marked(trying.values), link: inMarks(linkAtRest), code: inMarks(codeAtRest) };
  const subject = fillTemplate(typed.subject, values).replace(/\s+/gu, ' ').trim();
  const body = withFoot(fillTemplate(typed.body, values).trim(), settings);
  return {
    wrong,
    data,
    to,
    subject: runsOf(subject, publicUrl),
    paragraphs: body.split(/\n{2,}/u).map((paragraph) => linesOf(paragraph, publicUrl)),
    plain: withoutMarks(body).split('\n'),
  };
}

/** Whoever has no address is known by name alone. */
function recipientOf({ toName, toAddress }: NonNullable<Trying['of']>): string {
  return toAddress === '' ? toName : `${toName} <${toAddress}>`;
}

function onDay({ createdAt }: NonNullable<Trying['of']>): string {
  return longDate(warsawDay(createdAt));
}

/** Both parts of a text, word by word: what one version has that the other has not. */
export function changesBetween(earlier: WrittenText, later: WrittenText) {
  return {
    subject: changedLines(earlier.subject, later.subject),
    body: changedLines(earlier.body, later.body),
  };
}

/** Word by word, in the lines they stand in. */
export function changedLines(earlier: string, later: string): Difference[][] {
  const lines: Difference[][] = [[]];
  for (const { kind, text } of differences(earlier, later))
    for (const [index, part] of text.split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (part !== '') lines.at(-1)?.push({ kind, text: part });
    }
  return lines;
}

/** A version of a text that will begin: until then it may be called back. */
export function isPlanned(
  { inForceFrom, calledBackAt }: { readonly inForceFrom: Instant; readonly calledBackAt: Instant | null },
  now: Instant,
): boolean {
  return calledBackAt === null && inForceFrom > now;
}
