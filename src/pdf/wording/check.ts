import { nearest } from '../../lib/nearest.ts';
import { checkTemplate, type TemplateFault } from '../../lib/template.ts';
import { reference } from './fill.ts';
import { levelsSkipped } from './levels.ts';
import { type Line, type Outline, outlineOf, straddling } from './outline.ts';
import type { Wording } from './wording.ts';

/** Why a document's text is not taken, beside what `checkTemplate` says. */
export type WordingFaultCode =
  | 'condition_across_lines'
  | 'unknown_part'
  | 'part_in_words'
  | 'part_missing'
  | 'part_twice'
  | 'name_twice'
  | 'reference_to_nothing'
  | 'reference_may_vanish'
  | 'level_skipped'
  | 'space_missing'
  | 'title_missing'
  | 'title_twice';

export type WordingFault =
  | TemplateFault
  | {
      /** From 1; 0 for what concerns the whole text, after all others. */
      readonly line: number;
      readonly code: WordingFaultCode;
      /** As it stands in the text; what is missing, where nothing stands. */
      readonly found: string;
      readonly suggestion?: string;
    };

/** A line with the conditions it stands under. */
interface Placed {
  readonly line: Line;
  readonly under: Assumed;
}

/** Fields known to be there or not. */
type Assumed = ReadonlyMap<string, boolean>;

/** Everything that is wrong with a text, in its order; empty when every document of its variant can be made from it. */
export function checkWording(text: string, { fields, parts }: Pick<Wording, 'fields' | 'parts'>): WordingFault[] {
  const template = checkTemplate(text, fields);
  if (template.length > 0) return template;
  const across = straddling(text);
  if (across.length > 0)
    return across.map((line) => ({ line, code: 'condition_across_lines', found: lineOf(text, line) }));
  const outline = outlineOf(text);
  const lines = placed(outline, new Map());
  return [
    ...partFaults(outline, lines, parts),
    ...sectionFaults(outline, lines),
    ...titleFaults(outline, lines),
    ...levelsSkipped(outline).map(({ number, words }): WordingFault => {
      return { line: number, code: 'level_skipped', found: words };
    }),
    ...lines.flatMap(({ line }): WordingFault[] => {
      const mark = /^(#{1,3}|>)(?=[\p{L}\p{N}{])/u.exec(line.mark === 'text' ? line.words : '')?.[0];
      if (mark === undefined) return [];
      const suggestion = `${mark} ${line.words.slice(mark.length)}`.slice(0, 40);
      return [{ line: line.number, code: 'space_missing', found: line.words.slice(0, 40), suggestion }];
    }),
  ].sort((a, b) => (a.line || Number.POSITIVE_INFINITY) - (b.line || Number.POSITIVE_INFINITY));
}

function lineOf(text: string, number: number): string {
  return (text.split('\n')[number - 1] ?? '').trim();
}

function placed(outline: Outline, under: Assumed): Placed[] {
  return outline.flatMap((node): Placed[] => {
    if (node.is === 'line') return [{ line: node, under }];
    const knowing = (holds: boolean) => new Map([...under, [node.field, holds !== node.isNegative]]);
    return [...placed(node.yes, knowing(true)), ...placed(node.no, knowing(false))];
  });
}

/** How often such a line stands in a document, at least and at most, whatever its fields; `assumed` fields are known. */
function occurrences(outline: Outline, isSuch: (line: Line) => boolean, assumed: Assumed = new Map()) {
  let [least, most] = [0, 0];
  for (const node of outline) {
    if (node.is === 'line') {
      const one = Number(isSuch(node));
      least += one;
      most += one;
      continue;
    }
    const known = assumed.get(node.field);
    const branches = [
      ...(known === node.isNegative ? [] : [occurrences(node.yes, isSuch, assumed)]),
      ...(known === !node.isNegative ? [] : [occurrences(node.no, isSuch, assumed)]),
    ];
    least += Math.min(...branches.map((branch) => branch.least));
    most += Math.max(...branches.map((branch) => branch.most));
  }
  return { least, most };
}

function partFaults(outline: Outline, lines: readonly Placed[], parts: Wording['parts']): WordingFault[] {
  const names = Object.keys(parts);
  const inBrackets = (name: string | undefined) => (name === undefined ? {} : { suggestion: `[${name}]` });
  const wrong = lines.flatMap(({ line }): WordingFault[] => {
    const { number, mark, words, name } = line;
    if (mark === 'part' && !names.includes(name))
      return [{ line: number, code: 'unknown_part', found: words, ...inBrackets(nearest(name, names)) }];
    const lost = mark === 'part' ? undefined : names.find((known) => words.includes(`[${known}]`));
    return lost === undefined ? [] : [{ line: number, code: 'part_in_words', found: `[${lost}]` }];
  });
  const counted = names.flatMap((name): WordingFault[] => {
    const isSuch = (line: Line) => line.mark === 'part' && line.name === name;
    const { least, most } = occurrences(outline, isSuch);
    const all = lines.filter(({ line }) => isSuch(line));
    const found = `[${name}]`;
    if (most > 1) return [{ line: all.at(-1)?.line.number ?? 0, code: 'part_twice', found }];
    // A misspelt part is told once.
    const isMisspelt = wrong.some(({ suggestion }) => suggestion === found);
    if (least === 0 && parts[name]?.isNeeded && !isMisspelt)
      return [{ line: all[0]?.line.number ?? 0, code: 'part_missing', found, suggestion: found }];
    return [];
  });
  return [...wrong, ...counted];
}

function sectionFaults(outline: Outline, lines: readonly Placed[]): WordingFault[] {
  const sections = lines.filter(({ line }) => line.mark === 'section' && line.name !== '');
  const names = [...new Set(sections.map(({ line }) => line.name))];
  const named = (name: string) => (line: Line) => line.mark === 'section' && line.name === name;
  const twice = names.flatMap((name): WordingFault[] => {
    if (occurrences(outline, named(name)).most < 2) return [];
    const last = sections.findLast(({ line }) => line.name === name);
    return [{ line: last?.line.number ?? 0, code: 'name_twice', found: `#${name}` }];
  });
  const loose = lines.flatMap(({ line, under }) =>
    [...line.words.matchAll(reference)].flatMap(([found, name = '']): WordingFault[] => {
      if (!names.includes(name)) {
        const meant = nearest(name, names);
        const suggestion = meant === undefined ? {} : { suggestion: `[§ ${meant}]` };
        return [{ line: line.number, code: 'reference_to_nothing', found, ...suggestion }];
      }
      const isSure = occurrences(outline, named(name), under).least > 0;
      return isSure ? [] : [{ line: line.number, code: 'reference_may_vanish', found }];
    }),
  );
  return [...twice, ...loose];
}

function titleFaults(outline: Outline, lines: readonly Placed[]): WordingFault[] {
  const isTitle = (line: Line) => line.mark === 'title';
  const { least, most } = occurrences(outline, isTitle);
  const titles = lines.filter(({ line }) => isTitle(line)).map(({ line }) => line);
  if (most > 1) return [{ line: titles.at(-1)?.number ?? 0, code: 'title_twice', found: titles.at(-1)?.words ?? '' }];
  return least === 0 ? [{ line: titles[0]?.number ?? 0, code: 'title_missing', found: '#' }] : [];
}
