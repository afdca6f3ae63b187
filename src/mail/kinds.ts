import Handlebars from 'handlebars';
import type { z } from 'zod';

/**
 * One kind of letter: its documented fields, its default text (Handlebars, strict, plain text: paragraphs parted by an empty line) and sample data.
 * Two words are filled in only while sending, never at rest: `{{link}}` (a one-time address) and `{{code}}` (its six digits).
 */
export interface LetterKind<Fields extends z.ZodObject = z.ZodObject> {
  readonly kind: string;
  readonly fields: Fields;
  readonly subject: string;
  readonly body: string;
  readonly sample: z.output<Fields>;
}

export type LetterKinds = Readonly<Record<string, LetterKind>>;

/** Checks a kind where it is written: its types, and that no field of its own stands where a door's link or code would be put. */
export function letterKind<Fields extends z.ZodObject>(kind: LetterKind<Fields>): LetterKind<Fields> {
  if ('link' in kind.fields.shape || 'code' in kind.fields.shape)
    throw new Error(`The letter ${kind.kind} may not have fields named link or code: they are filled in while sending`);
  return kind;
}

/** What stands in the stored letter where the sent one has a door-opening link or code. */
export const linkAtRest = '[jednorazowy link]';
export const codeAtRest = '[jednorazowy kod]';

const compiled = new Map<string, Handlebars.TemplateDelegate>();

/** Subject (one line) and body as stored. Throws on a field the template names but `fields` lacks, and on a field that would hide the link or code. */
export function writeText<Fields extends z.ZodObject>(
  kind: LetterKind<Fields>,
  fields: z.output<Fields>,
): { subject: string; body: string } {
  if ('link' in kind.fields.shape || 'code' in kind.fields.shape)
    throw new Error(`The letter ${kind.kind} names a field of its own link or code`);
  const data = { ...kind.fields.parse(fields), link: linkAtRest, code: codeAtRest };
  return {
    subject: template(kind.subject)(data)
      .replace(/[\p{C}\s]+/gu, ' ')
      .trim(),
    body: template(kind.body)(data).trim(),
  };
}

function template(text: string): Handlebars.TemplateDelegate {
  let ready = compiled.get(text);
  if (ready === undefined) {
    // Plain text: escaping would turn "Jonas & Ewa" into entities. The HTML part escapes the finished text.
    ready = Handlebars.compile(text, { strict: true, noEscape: true, knownHelpersOnly: true });
    compiled.set(text, ready);
  }
  return ready;
}
