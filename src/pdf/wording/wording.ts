import type { TemplateField, TemplateValues } from '../../lib/template.ts';
import type { Sheet } from '../sheet.ts';

/**
 * What staff may say in a kind of document: its words stand in a text (`[part]` alone on a line is what the program draws), each variant with a default text
 * of its own. The samples are what a variant is tried on and shown with before there are any.
 */
export interface Wording<Data = unknown> {
  readonly name: string;
  /** When such a document is made. */
  readonly when: string;
  readonly fields: readonly TemplateField[];
  /** By the names they stand under in a text. */
  readonly parts: Readonly<Record<string, WordingPart<Data>>>;
  /** By their keys; of a kind with one variant, `variantOf` gives its key. */
  readonly variants: Readonly<Record<string, WordingVariant<Data>>>;
  variantOf(data: Data): string;
  /** One for each field, ready to be printed. */
  values(data: Data): TemplateValues;
  /** The filled text is frozen with the record, and drawn from there: its kind draws it itself, and is given a text only to try it. */
  readonly isFrozen?: true;
}

export interface WordingPart<Data = unknown> {
  readonly meaning: string;
  /** No document is whole without it. */
  readonly isNeeded: boolean;
  /** May draw nothing where the data have nothing for it. */
  draw(sheet: Sheet, data: Data): void;
}

export interface WordingVariant<Data = unknown> {
  readonly name: string;
  readonly text: string;
  readonly sample: Data;
  /** As `DocumentKind.worst`. */
  readonly worst?: Data;
}

/** Fields that print words and fields that are only asked about, by what they mean. */
export function fieldsMeaning(
  texts: Readonly<Record<string, string>>,
  conditions: Readonly<Record<string, string>> = {},
): TemplateField[] {
  const of = (meanings: Readonly<Record<string, string>>, kind: TemplateField['kind']) =>
    Object.entries(meanings).map(([name, meaning]) => ({ name, meaning, kind }));
  return [...of(texts, 'text'), ...of(conditions, 'condition')];
}

/** The default text of the variant that such data are of. */
export function defaultTextOf<Data>(wording: Wording<Data>, data: Data): string {
  const variant = wording.variants[wording.variantOf(data)];
  if (variant === undefined) throw new Error(`${wording.name} has no variant ${wording.variantOf(data)}`);
  return variant.text;
}
