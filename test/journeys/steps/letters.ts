import type { ReceivedLetter } from '../../support/smtp.ts';

/** The one address in a letter that opens a door. */
export function linkIn(letter: ReceivedLetter): string {
  const found = /http\S+\/wejscie\/\S+/.exec(letter.text ?? '')?.[0];
  if (!found) throw new Error(`no link in: ${letter.text}`);
  return found;
}

/** The six digits of a letter, as they stand there. */
export function codeIn(letter: ReceivedLetter): string {
  const found = /^\d{3} ?\d{3}$/m.exec(letter.text ?? '')?.[0];
  if (!found) throw new Error(`no code in: ${letter.text}`);
  return found;
}

/** The one address in a letter, of a page for whoever is signed in. */
export function addressIn(letter: ReceivedLetter): string {
  const found = /http\S+/.exec(letter.text ?? '')?.[0];
  if (!found) throw new Error(`no address in: ${letter.text}`);
  return found;
}
