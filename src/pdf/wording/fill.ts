import { nbsp } from '../../lib/polish.ts';
import { fillTemplate, type TemplateValues } from '../../lib/template.ts';
import type { Block } from './blocks.ts';
import { Building } from './building.ts';
import { type Line, type Outline, outlineOf } from './outline.ts';

/**
 * The blocks of a text with its values: conditions first, then the numbers of the sections that are left, then what each line is, and the values into its
 * words last. What stands in a value is words wherever it comes. Throws on a text that `checkWording` refuses.
 */
export function fillWording(text: string, values: TemplateValues): Block[] {
  const lines = standing(outlineOf(text), values);
  const numbers = numbersOf(lines);
  const building = new Building();
  for (const line of lines) building.add(line, wordsOf(line, numbers, values));
  return building.blocks();
}

/** `[§ name]` in the words of a line. */
export const reference = /\[§\s*([^[\]]*?)\s*\]/gu;

/** The lines whose conditions hold. */
function standing(outline: Outline, values: TemplateValues): Line[] {
  return outline.flatMap((node) => {
    if (node.is === 'line') return [node];
    const value = Object.hasOwn(values, node.field) ? values[node.field] : undefined;
    if (value === undefined) throw new Error(`"${node.field}" not defined in the values of a text`);
    return standing(Boolean(value) === node.isNegative ? node.no : node.yes, values);
  });
}

function numbersOf(lines: readonly Line[]): ReadonlyMap<string, number> {
  const sections = lines.filter(({ mark }) => mark === 'section');
  return new Map(sections.map(({ name }, index) => [name, index + 1]));
}

/** „2024 r.” at the end of a sentence is its end; the mark that a preview puts after a value may stand between. */
const twoStops = /(?<=(?<!\p{L})r\.)(\uE001?)\.(?!\.)/gu;

/** References before values: brackets in a value are words. */
function wordsOf({ words, number }: Line, numbers: ReadonlyMap<string, number>, values: TemplateValues): string {
  const referred = words.replace(reference, (_found, name: string) => {
    const section = numbers.get(name);
    if (section === undefined) throw new Error(`Line ${number} of a text refers to no section: ${name}`);
    return `§${nbsp}${section}`;
  });
  return (referred.includes('{{') ? fillTemplate(referred, values).replace(twoStops, '$1') : referred).trim();
}
