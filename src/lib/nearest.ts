/** The name that was probably meant: the fewest letters away, if at most half of them are wrong. */
export function nearest(word: string, names: readonly string[]): string | undefined {
  const folded = word.toLowerCase();
  const [best] = names
    .map((name) => ({ name, away: distance(folded, name.toLowerCase()) }))
    .filter(({ name, away }) => away <= Math.max(1, Math.floor(name.length / 2)))
    .sort((a, b) => a.away - b.away);
  return best?.name;
}

/** Letters to insert, remove or change (Levenshtein). */
export function distance(a: string, b: string): number {
  const others = [...b];
  let row = [0, ...others.map((_, index) => index + 1)];
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of others.entries())
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)));
    row = next;
  }
  return row[others.length] ?? 0;
}
