import { z } from 'zod';
import { fillTemplate, type TemplateField, type TemplateValues } from '../lib/template.ts';
import type { EventKind } from './events.ts';
import { doorMeanings, senderMeanings } from './texts.ts';

/**
 * One kind of letter: its fields, its default text (`lib/template.ts`: plain text, paragraphs parted by an empty line) and sample data.
 * Two words are filled in only while sending, never at rest: `{{link}}` (a one-time address) and `{{code}}` (its six digits).
 */
export interface LetterKind<Fields extends z.ZodObject = z.ZodObject> {
  readonly kind: string;
  readonly fields: Fields;
  readonly subject: string;
  readonly body: string;
  readonly sample: z.output<Fields>;
  /** The letter opens a door: its text must hold the link and the code. */
  readonly opensDoor?: true;
  /** The letter may be about a date, which goes along as a calendar file. */
  readonly event?: EventKind;
}

/** A kind as staff know it, who may change its text; each of its fields has a description. */
export interface ListedKind<Fields extends z.ZodObject = z.ZodObject> extends LetterKind<Fields> {
  readonly name: string;
  /** When it is written, and to whom it goes. */
  readonly when: string;
  readonly to: string;
}

export type LetterKinds = Readonly<Record<string, ListedKind>>;

/** Checks a kind where it is written: its types, and that no field of its own stands where a door's link or code would be put. */
export function letterKind<Fields extends z.ZodObject>(kind: ListedKind<Fields>): ListedKind<Fields>;
export function letterKind<Fields extends z.ZodObject>(kind: LetterKind<Fields>): LetterKind<Fields>;
export function letterKind<Kind extends LetterKind>(kind: Kind): Kind {
  if ('link' in kind.fields.shape || 'code' in kind.fields.shape)
    throw new Error(`The letter ${kind.kind} may not have fields named link or code: they are filled in while sending`);
  return kind;
}

/** The fields that sign every letter. */
export const senderFields = {
  organisationName: z.string().describe(senderMeanings.organisationName),
  organisationPhone: z.string().describe(senderMeanings.organisationPhone),
};

/** What the subject and the body of a kind may name. A door's link and code never stand in a subject: it travels and is logged in the open. */
export function fieldsOf(kind: LetterKind): { subject: TemplateField[]; body: TemplateField[] } {
  const own = Object.entries(kind.fields.shape).map(([name, field]): TemplateField => {
    const { description } = field as z.ZodType;
    if (description === undefined) throw new Error(`The field ${name} of the letter ${kind.kind} has no description`);
    return { name, meaning: description, kind: field instanceof z.ZodBoolean ? 'condition' : 'text' };
  });
  const door = Object.entries(doorMeanings).map(([name, meaning]): TemplateField => ({ name, meaning, kind: 'text' }));
  return { subject: own, body: kind.opensDoor ? [...own, ...door] : own };
}

/** What stands in the stored letter where the sent one has a door-opening link or code. */
export const linkAtRest = '[jednorazowy link]';
export const codeAtRest = '[jednorazowy kod]';

/** Subject (one line) and body as stored. Throws on a field the text names but `fields` lacks, and on a field that would hide the link or code. */
export function writeText<Fields extends z.ZodObject>(
  kind: LetterKind<Fields>,
  fields: z.output<Fields>,
  { subject, body }: { readonly subject: string; readonly body: string } = kind,
): { subject: string; body: string } {
  if ('link' in kind.fields.shape || 'code' in kind.fields.shape)
    throw new Error(`The letter ${kind.kind} names a field of its own link or code`);
  const values = { ...(kind.fields.parse(fields) as TemplateValues), link: linkAtRest, code: codeAtRest };
  return {
    subject: fillTemplate(subject, values)
      .replace(/[\p{C}\s]+/gu, ' ')
      .trim(),
    body: fillTemplate(body, values).trim(),
  };
}
