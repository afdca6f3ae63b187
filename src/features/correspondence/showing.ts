import { warsawDay } from '../../lib/days.ts';
import { type Difference, differences } from '../../lib/differences.ts';
import { longDate } from '../../lib/polish-dates.ts';
import { fillTemplate, type TemplateValues } from '../../lib/template.ts';
import type { ListedKind } from '../../mail/kinds.ts';
import { codeAtRest, linkAtRest } from '../../mail/kinds.ts';
import { checkText, type LetterSettings, type WrittenText, withFoot } from '../../mail/letter-texts.ts';
import type { Trying } from './queries.ts';
import { faultWords, missingWords, realData, sampleData } from './texts.ts';

/** A run of words: `mark` came from a field, `href` is an address that becomes a link. */
interface Run {
  readonly text: string;
  readonly mark: boolean;
  readonly href: string;
}

export type Line = readonly Run[];

/** Stand around a value while the text is filled, and never reach a letter. */
const [before, after] = ['\uE000', '\uE001'];

/** The letter as its recipient would see it, or what is wrong with the text. */
export function previewOf(kind: ListedKind, typed: WrittenText, trying: Trying, settings: LetterSettings) {
  const faults = checkText(kind, typed);
  const wrong = [
    ...faults.subject.map((fault) => faultWords(fault, true)),
    ...faults.body.map((fault) => faultWords(fault, false)),
    ...faults.missing.map(missingWords),
  ];
  const data = trying.of === undefined ? sampleData : realData(trying.of.toName, onDay(trying.of));
  const to = trying.of === undefined ? kind.to : `${trying.of.toName} <${trying.of.toAddress}>`;
  if (wrong.length > 0) return { wrong, data, to, subject: [], paragraphs: [], plain: [] };
  const values = { ...marked(trying.values), link: inMarks(linkAtRest), code: inMarks(codeAtRest) };
  const subject = fillTemplate(typed.subject, values).replace(/\s+/gu, ' ').trim();
  const body = withFoot(fillTemplate(typed.body, values).trim(), settings);
  return {
    wrong,
    data,
    to,
    subject: runsOf(subject),
    paragraphs: body.split(/\n{2,}/u).map((paragraph) => paragraph.split('\n').map(runsOf)),
    plain: body.replaceAll(/[\uE000\uE001]/gu, '').split('\n'),
  };
}

function onDay({ createdAt }: NonNullable<Trying['of']>): string {
  return longDate(warsawDay(createdAt));
}

/** Empty text, nought and `false` keep their meaning in conditions. */
function marked(values: TemplateValues): TemplateValues {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, value === true || !value ? value : inMarks(String(value))]),
  );
}

function inMarks(value: string): string {
  return before + value.replaceAll('\n', `${after}\n${before}`) + after;
}

function runsOf(line: string): Line {
  let mark = false;
  return line.split(/([\uE000\uE001])/u).flatMap((part): Run[] => {
    if (part === before || part === after) {
      mark = part === before;
      return [];
    }
    // The same addresses that become links in the HTML part of a letter.
    return part.split(/(https?:\/\/[^\s<]+[^\s<.,;:!?)])/u).flatMap((text, index) => {
      return text === '' ? [] : [{ text, mark, href: index % 2 === 1 ? text : '' }];
    });
  });
}

/** Both parts of a text, word by word: what one version has that the other has not. */
export function changesBetween(earlier: WrittenText, later: WrittenText) {
  return {
    subject: byLine(differences(earlier.subject, later.subject)),
    body: byLine(differences(earlier.body, later.body)),
  };
}

function byLine(found: readonly Difference[]): Difference[][] {
  const lines: Difference[][] = [[]];
  for (const { kind, text } of found)
    for (const [index, part] of text.split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (part !== '') lines.at(-1)?.push({ kind, text: part });
    }
  return lines;
}
