/**
 * Where a guardian's consent stands: `not_needed` of whoever is of age; `renamed` when the newest word is a consent and a name changed after it. `missing`
 * when nobody said anything.
 */
export type ConsentStanding = 'not_needed' | 'missing' | 'given' | 'refused' | 'ended' | 'renamed';

/** What lets an agreement go on. */
export function isConsented(standing: ConsentStanding): boolean {
  return standing === 'given' || standing === 'not_needed';
}

/** `isGiven`: the consent that counts now is there. The words newest first. */
export function standingOfWords(
  { isGiven }: { readonly isGiven: boolean },
  words: readonly { readonly word: 'given' | 'refused' | 'ended' }[],
): ConsentStanding {
  const [newest] = words;
  if (isGiven) return 'given';
  if (newest === undefined) return 'missing';
  return newest.word === 'given' ? 'renamed' : newest.word;
}
