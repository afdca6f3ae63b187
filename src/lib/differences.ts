/** A run of words that both texts have, or only the earlier (`removed`) or the later (`added`). */
export interface Difference {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/**
 * What was changed between two texts, word by word, spaces and line breaks kept: `same` with `removed` is the earlier text, `same` with `added` the later.
 * As many words as possible are the same (longest common subsequence); time and memory grow with the product of the changed parts.
 */
export function differences(earlier: string, later: string): Difference[] {
  const [from, to] = [wordsOf(earlier), wordsOf(later)];
  const shorter = Math.min(from.length, to.length);
  let head = 0;
  while (head < shorter && from[head] === to[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && from.at(-1 - tail) === to.at(-1 - tail)) tail += 1;
  return joined([
    ...from.slice(0, head).map((text) => ({ kind: 'same' as const, text })),
    ...changed(from.slice(head, from.length - tail), to.slice(head, to.length - tail)),
    ...from.slice(from.length - tail).map((text) => ({ kind: 'same' as const, text })),
  ]);
}

function wordsOf(text: string): string[] {
  return text.match(/\n|[^\S\n]+|\S+/gu) ?? [];
}

function changed(from: readonly string[], to: readonly string[]): Difference[] {
  const width = to.length + 1;
  // common[i * width + j]: how many words the rest of both texts share, from word i and word j on.
  const common = new Uint16Array((from.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = from.length - 1; i >= 0; i -= 1)
    for (let j = to.length - 1; j >= 0; j -= 1)
      common[i * width + j] = from[i] === to[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));

  const found: Difference[] = [];
  let [i, j] = [0, 0];
  while (i < from.length || j < to.length) {
    const [old, fresh] = [from[i], to[j]];
    if (old !== undefined && old === fresh) {
      found.push({ kind: 'same', text: old });
      i += 1;
      j += 1;
    } else if (fresh === undefined || (old !== undefined && at(i + 1, j) >= at(i, j + 1))) {
      found.push({ kind: 'removed', text: old ?? '' });
      i += 1;
    } else {
      found.push({ kind: 'added', text: fresh });
      j += 1;
    }
  }
  return found;
}

function joined(pieces: readonly Difference[]): Difference[] {
  const runs: Difference[] = [];
  for (const { kind, text } of pieces) {
    const last = runs.at(-1);
    if (last?.kind === kind) runs[runs.length - 1] = { kind, text: last.text + text };
    else runs.push({ kind, text });
  }
  return runs;
}
