import { fingerprint } from '../../../lib/fingerprint.ts';
import { fillTemplate, type TemplateValues } from '../../../lib/template.ts';
import { type LetterSettings, type WrittenText, withFoot } from '../../../mail/letter-texts.ts';
import type { Recipient } from './recipients.ts';

/** A recipient with the letter as it would go, foot included. */
export interface Finished extends Recipient, WrittenText {}

/** The text is one that `checkTemplate` has taken for the fields of these values. */
export function finishedLetter(recipient: Recipient, text: WrittenText, settings: LetterSettings): Finished {
  return { ...recipient, ...filledText(text, recipient.values, settings) };
}

export function filledText(text: WrittenText, values: TemplateValues, settings: LetterSettings): WrittenText {
  return {
    subject: oneLine(fillTemplate(text.subject, values)),
    body: withFoot(fillTemplate(text.body, values).trim(), settings),
  };
}

/** A subject has no line break that could begin another header. */
export function oneLine(subject: string): string {
  return subject.replace(/[\p{C}\s]+/gu, ' ').trim();
}

/** Fields that the text prints without asking whether they are there, and that this recipient has empty. */
export function emptyFields({ subject, body }: WrittenText, values: TemplateValues): string[] {
  const text = `${subject}\n${body}`;
  const names = [...text.matchAll(/\{\{\s*([\p{L}\p{N}_-]+)\s*\}\}/gu)].map(([, name = '']) => name);
  const asked = (name: string) => new RegExp(`\\{\\{#(?:if|unless) ${name}\\}\\}`, 'u').test(text);
  return [...new Set(names)].filter((name) => values[name] === '' && !asked(name));
}

/** Those to whom a letter goes, by e-mail or otherwise. */
export function going<One extends { readonly droppedAt: string | null }>(recipients: readonly One[]): One[] {
  return recipients.filter(({ droppedAt }) => droppedAt === null);
}

/** What somebody saw: whom each letter goes to and every word of it. Those dropped are seen as dropped. */
export function fingerprintOfLetters(
  letters: readonly (WrittenText & {
    readonly key: string;
    readonly name: string;
    readonly address: string | null;
    readonly droppedAt: string | null;
  })[],
): string {
  return fingerprint(
    letters.map(({ key, name, address, subject, body, droppedAt }) => ({
      ...{ key, name, address, subject, body },
      dropped: droppedAt !== null,
    })),
  );
}
