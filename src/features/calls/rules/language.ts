import type { TemplateField, TemplateValues } from '../../../lib/template.ts';
import type { Block } from '../../../pdf/wording/blocks.ts';
import { checkWording, type WordingFault } from '../../../pdf/wording/check.ts';
import { fillWording } from '../../../pdf/wording/fill.ts';
import { type Line, type Outline, outlineOf } from '../../../pdf/wording/outline.ts';
import type { LegalPoint, LegalSection, LegalText, StoredLegal } from '../definitions.ts';

/** What rules may not be beside what `checkWording` refuses: they are §§ with titles, holding numbered paragraphs, points and letters alone. */
export type LegalFault =
  | WordingFault
  | {
      /** From 1; 0 for what concerns the whole text. */
      readonly line: number;
      readonly code:
        | 'no_sections'
        | 'section_untitled'
        | 'section_empty'
        | 'outside_point'
        | 'point_alone'
        | 'foreign_mark';
      readonly found: string;
    };

/** Faults of documents that rules do not have: a title, parts that the program draws, and „a)” below „1.” which is numbered anew. */
const ofDocuments: readonly LegalFault['code'][] = ['title_missing', 'title_twice', 'unknown_part', 'level_skipped'];

/** Everything that is wrong with a text, in its order; empty when it can be published. */
export function legalFaults(text: string, fields: readonly TemplateField[]): LegalFault[] {
  const faults = checkWording(text, { fields, parts: {} }).filter(({ code }) => !ofDocuments.includes(code));
  return faults.length > 0 ? faults : shapeFaults(linesIn(outlineOf(text)));
}

/** Every line, whichever conditions hold. */
function linesIn(outline: Outline): Line[] {
  return outline.flatMap((node) => (node.is === 'line' ? [node] : [...linesIn(node.yes), ...linesIn(node.no)]));
}

function shapeFaults(lines: readonly Line[]): LegalFault[] {
  const faults: LegalFault[] = [];
  let section: { readonly line: Line; points: number } | undefined;
  let isPointOpen = false;
  const close = () => {
    if (section?.points === 0)
      faults.push({ line: section.line.number, code: 'section_empty', found: section.line.words });
  };
  for (const line of lines) {
    const fault = (code: Exclude<LegalFault, WordingFault>['code']) =>
      faults.push({ line: line.number, code, found: line.words });
    switch (line.mark) {
      case 'blank':
        isPointOpen = false;
        break;
      case 'section':
        close();
        section = { line, points: 0 };
        isPointOpen = false;
        if (line.words === '') fault('section_untitled');
        break;
      case 'point':
      case 'subpoint':
      case 'letter':
        if (section === undefined || (line.mark !== 'point' && section.points === 0)) fault('point_alone');
        else section.points += 1;
        isPointOpen = true;
        break;
      case 'text':
        if (!isPointOpen) fault('outside_point');
        break;
      default:
        fault('foreign_mark');
    }
  }
  close();
  return section === undefined && faults.length === 0 ? [{ line: 0, code: 'no_sections', found: '' }] : faults;
}

/** A stored text with its fields filled in. Throws on lines that `legalFaults` refuses. */
export function filledLegal(stored: StoredLegal, values: TemplateValues): LegalText {
  return 'sections' in stored ? stored : { sections: sectionsOf(fillWording(stored.text, values)) };
}

function sectionsOf(blocks: readonly Block[]): LegalSection[] {
  const sections: { title: string; items: LegalSection['items'][number][] }[] = [];
  for (const block of blocks) {
    if (block.kind === 'section') sections.push({ title: oneLine(block.title), items: [] });
    else if (block.kind === 'points')
      sections.at(-1)?.items.push(
        ...block.points.map((point) => {
          const { text, points } = pointOf(point);
          return points.length === 0 ? { text } : { text, points: points.map(belowItem) };
        }),
      );
    else throw new Error(`Rules hold a ${block.kind}`);
  }
  return sections;
}

type Point = Extract<Block, { kind: 'points' }>['points'][number];

function pointOf(point: Point): { readonly text: string; readonly points: readonly Point[] } {
  const { text, points } = typeof point === 'string' ? { text: point, points: [] } : point;
  return { text: oneLine(text), points };
}

function belowItem(point: Point): LegalPoint {
  const { text, points } = pointOf(point);
  return points.length === 0 ? text : { text, points: points.map((letter) => pointOf(letter).text) };
}

/** Lines broken by whoever pasted them go on as one. */
function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/gu, ' ').trim();
}

/** A stored text as the lines that staff edit. */
export function sourceOf(stored: StoredLegal): string {
  if ('text' in stored) return stored.text;
  return stored.sections
    .map(({ title, items }) => [`§ ${oneLine(title)}`, ...items.flatMap(linesOfItem)].join('\n'))
    .join('\n\n');
}

function linesOfItem({ text, points = [] }: LegalSection['items'][number], index: number): string[] {
  return [
    `${index + 1}. ${oneLine(text)}`,
    ...points.flatMap((point, at) => {
      const { text: words, points: letters } = typeof point === 'string' ? { text: point, points: [] } : point;
      return [
        `${at + 1}) ${oneLine(words)}`,
        ...letters.map((letter, n) => `${String.fromCharCode(97 + (n % 26))}) ${oneLine(letter)}`),
      ];
    }),
  ];
}
