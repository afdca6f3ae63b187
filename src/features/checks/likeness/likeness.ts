import { normalisePhone } from '../../../lib/identifiers.ts';
import { foldText } from '../../../lib/polish.ts';

/** What two applications are compared by. */
export interface Compared {
  readonly applicationId: number;
  readonly code: string;
  /** The leader, or the account the leader was merged into. */
  readonly leaderId: number;
  readonly phone: string;
  readonly registerNumber: string;
  /** Of the group or organisation; '' for one person alone. */
  readonly name: string;
  readonly title: string;
  readonly text: string;
}

/** Why two applications may be one; `percent`: words that both have, of all words that either has. */
export type Ground =
  | { readonly kind: 'leader' | 'phone' | 'register' | 'name' }
  | { readonly kind: 'title' | 'text'; readonly percent: number };

/** From how much on shared words are pointed out; a short title needs more of them, a text that shares a handful of words is no copy. */
const least = { title: { percent: 60, words: 2 }, text: { percent: 40, words: 25 } } as const;

/** Words are taken once from each application, however many it is compared with. */
interface Prepared {
  readonly one: Compared;
  readonly title: ReadonlySet<string>;
  readonly text: ReadonlySet<string>;
}

export function prepare(one: Compared): Prepared {
  return { one, title: stemsOf(one.title), text: stemsOf(one.text) };
}

/** Every ground, the strongest first; the same whichever of the two comes first. Nothing follows from a ground by itself. */
export function groundsBetween(a: Prepared, b: Prepared): Ground[] {
  const grounds: Ground[] = [];
  if (a.one.leaderId === b.one.leaderId) grounds.push({ kind: 'leader' });
  if (isSame(a.one.registerNumber, b.one.registerNumber, digitsOf)) grounds.push({ kind: 'register' });
  if (isSame(a.one.name, b.one.name, lettersOf)) grounds.push({ kind: 'name' });
  if (isSame(a.one.phone, b.one.phone, normalisePhone)) grounds.push({ kind: 'phone' });
  for (const kind of ['title', 'text'] as const) {
    const { percent, words } = sharedWords(a[kind], b[kind]);
    if (percent >= least[kind].percent && words >= least[kind].words) grounds.push({ kind, percent });
  }
  return grounds;
}

function isSame(a: string, b: string, plain: (text: string) => string): boolean {
  return plain(a) !== '' && plain(a) === plain(b);
}

function digitsOf(number: string): string {
  return number.replace(/\D/g, '');
}

function lettersOf(name: string): string {
  return foldText(name).replace(/[^\p{L}\d]/gu, '');
}

/** Percent of common stems among all of both, whole, half up; how many are common. */
export function sharedWords(a: ReadonlySet<string>, b: ReadonlySet<string>): { percent: number; words: number } {
  let words = 0;
  for (const stem of a) if (b.has(stem)) words += 1;
  const all = a.size + b.size - words;
  return { percent: all === 0 ? 0 : Math.round((words * 100) / all), words };
}

/** Beginnings of the words that carry a meaning: endings change with the case („półka”, „półki”), short words say nothing. */
export function stemsOf(text: string): ReadonlySet<string> {
  const words = foldText(text).match(/[\p{L}\d]{4,}/gu) ?? [];
  return new Set(words.map((word) => word.slice(0, Math.max(4, Math.min(6, word.length - 1)))));
}
