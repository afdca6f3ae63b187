import { ownAddresses } from '../lib/own-addresses.ts';
import type { TemplateValues } from '../lib/template.ts';

/** A run of words: `mark` came from a field, `href` is an address that becomes a link. */
export interface Run {
  readonly text: string;
  readonly mark: boolean;
  readonly href: string;
}

export type Line = readonly Run[];

/** Stand around a value while a text is filled for the screen, and never reach a letter or a paper. */
const [before, after] = ['\uE000', '\uE001'];

/** The values of a preview: what came from a field is told apart in `linesOf`. Empty text, nought and `false` keep their meaning in conditions. */
export function marked(values: TemplateValues): TemplateValues {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, value === true || !value ? value : inMarks(String(value))]),
  );
}

export function inMarks(value: string): string {
  return before + withoutMarks(value).replaceAll('\n', `${after}\n${before}`) + after;
}

export function withoutMarks(text: string): string {
  return text.replaceAll(/[\uE000\uE001]/gu, '');
}

/** Lines whose addresses under `publicUrl` become links; none do on a paper, which has no such address. */
export function linesOf(text: string, publicUrl?: string): Line[] {
  return text.split('\n').map((line) => runsOf(line, publicUrl));
}

export function runsOf(line: string, publicUrl?: string): Line {
  let mark = false;
  return line.split(/([\uE000\uE001])/u).flatMap((part): Run[] => {
    if (part === before || part === after) {
      mark = part === before;
      return [];
    }
    if (publicUrl === undefined) return part === '' ? [] : [{ text: part, mark, href: '' }];
    // The same addresses that become links in the HTML part of a letter.
    return ownAddresses(part, publicUrl).map((piece) => ({ ...piece, mark }));
  });
}
