import { type Difference, differences } from '../../../lib/differences.ts';

/** What was changed in one § of a text: its lines, word by word. */
export interface ChangedSection {
  /** '' before the first §. */
  readonly title: string;
  readonly lines: readonly (readonly Difference[])[];
}

interface Step {
  readonly kind: Difference['kind'];
  readonly line: string;
}

/** What is compared with what, letters of two lines or lines of two texts: above that it is told as wholes, or the server would be out of breath. */
const mostPairs = 4_000_000;

/** The changed lines of two texts under the titles of their §§. */
export function changedSections(earlier: string, later: string): ChangedSection[] {
  const found: { title: string; lines: (readonly Difference[])[] }[] = [];
  let [title, removed, added]: [string, string[], string[]] = ['', [], []];
  const settle = () => {
    const lines = wordByWord(removed.splice(0), added.splice(0));
    if (lines.length === 0) return;
    const last = found.at(-1);
    if (last?.title === title) last.lines.push(...lines);
    else found.push({ title, lines });
  };
  for (const { kind, line } of steps(linesOf(earlier), linesOf(later))) {
    if (kind !== 'same' && line.startsWith('§')) {
      settle();
      // What follows belongs to a § that one of the texts lacks; its own line says which.
      title = '';
    }
    if (kind === 'removed') removed.push(line);
    else if (kind === 'added') added.push(line);
    else {
      settle();
      if (line.startsWith('§')) title = line.slice(1).trim();
    }
  }
  settle();
  return found;
}

/** Without the numbers, which the program counts: a line put in between changes no other. */
function linesOf(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const words = line.trim().replace(/^(?:\d+[.)]|\p{Ll}\))\s+/u, '');
    return words === '' ? [] : [words];
  });
}

/** As many lines as possible are the same (longest common subsequence). */
function steps(from: readonly string[], to: readonly string[]): Step[] {
  const all = (kind: Step['kind'], lines: readonly string[]) => lines.map((line): Step => ({ kind, line }));
  if (from.length * to.length > mostPairs) return [...all('removed', from), ...all('added', to)];
  const width = to.length + 1;
  const common = new Uint32Array((from.length + 1) * width);
  const at = (i: number, j: number) => common[i * width + j] ?? 0;
  for (let i = from.length - 1; i >= 0; i -= 1)
    for (let j = to.length - 1; j >= 0; j -= 1)
      common[i * width + j] = from[i] === to[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const found: Step[] = [];
  let [i, j] = [0, 0];
  while (i < from.length || j < to.length) {
    const [old, fresh] = [from[i], to[j]];
    if (old !== undefined && old === fresh) {
      found.push({ kind: 'same', line: old });
      i += 1;
      j += 1;
    } else if (fresh === undefined || (old !== undefined && at(i + 1, j) >= at(i, j + 1))) {
      found.push({ kind: 'removed', line: old ?? '' });
      i += 1;
    } else {
      found.push({ kind: 'added', line: fresh });
      j += 1;
    }
  }
  return found;
}

function wordByWord(removed: readonly string[], added: readonly string[]): Difference[][] {
  const paired = removed.length === added.length ? removed.length : 0;
  const pairs = removed.slice(0, paired).map((line, index): Difference[] => {
    const fresh = added[index] ?? '';
    return line.length * fresh.length > mostPairs
      ? [...whole('removed', line), ...whole('added', fresh)]
      : differences(line, fresh);
  });
  const gone = removed.slice(paired).map((line) => whole('removed', line));
  return [...pairs, ...gone, ...added.slice(paired).map((line) => whole('added', line))];
}

function whole(kind: Difference['kind'], text: string): Difference[] {
  return [{ kind, text }];
}
