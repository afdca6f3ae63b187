import type { Door } from './compose.ts';
import { codeAtRest, linkAtRest } from './kinds.ts';

/** A server that refuses a letter for what stands in it may quote it: whole or cut short, in its lines or in the letter's own. */
export function withoutDoor(said: string, door: Door | undefined): string {
  if (door === undefined) return said;
  const token = door.url.slice(door.url.lastIndexOf('/') + 1);
  return hide(hide(said, token, linkAtRest), door.code, codeAtRest);
}

/** What may stand between two letters of a quotation: a soft line break of the letter, a new line of the answer with its numbers. */
const lineBreak = String.raw`(?:=?\s+(?:\d{3}[ -](?:\d\.\d+\.\d+ )?)?)?`;

/** Hides a secret, or its beginning if that is all that is quoted. */
function hide(said: string, secret: string, mark: string): string {
  const letters = [...secret].map((letter) => letter.replace(/\W/, '\\$&'));
  const tail = letters.slice(8).reduceRight((rest, letter) => `(?:${lineBreak}${letter}${rest})?`, '');
  return said.replaceAll(new RegExp(letters.slice(0, 8).join(lineBreak) + tail, 'g'), mark);
}
