import { isEmailAddress, normaliseEmail } from '../../../lib/identifiers.ts';
import { foldText } from '../../../lib/polish.ts';
import { countLetters } from '../../../lib/text.ts';

/** People as staff type them, one a line: „Anna Nowak, anna@example.org”, „Anna Nowak <anna@example.org>”, an address or a name alone. */
export interface ByHand {
  readonly people: readonly { readonly name: string; readonly address: string | null }[];
  readonly faults: readonly { readonly line: number; readonly found: string; readonly code: 'address' | 'long' }[];
}

const longestName = 100;

export function readByHand(text: string): ByHand {
  const people: { name: string; address: string | null }[] = [];
  const faults: { line: number; found: string; code: 'address' | 'long' }[] = [];
  for (const [index, written] of text.split('\n').entries()) {
    const line = written.trim();
    if (line === '') continue;
    const [, before = '', mark = '', after = ''] =
      /^([^@]*?)[\s,;<]*([^\s,;<>]*@[^\s,;<>]*)[\s,;>]*(.*)$/u.exec(line) ?? [];
    const name = (mark === '' ? line : before).replace(/[\s,;]+$/u, '').trim();
    const address = normaliseEmail(mark);
    if (mark !== '' && (!isEmailAddress(address) || after !== ''))
      faults.push({ line: index + 1, found: line, code: 'address' });
    else if (countLetters(name) > longestName) faults.push({ line: index + 1, found: line, code: 'long' });
    else people.push({ name: name || address, address: mark === '' ? null : address });
  }
  return { people, faults };
}

/** Under which two entries are one recipient: the address, else the person, else the name. */
export function recipientKey(one: {
  readonly personId: number | null;
  readonly name: string;
  readonly address: string | null;
}): string {
  if (one.address !== null) return one.address;
  return one.personId === null ? `name:${foldText(one.name)}` : `person:${one.personId}`;
}
