import { normalisePhone } from '../../../lib/identifiers.ts';
import { foldText } from '../../../lib/polish.ts';
import { surnameStems } from '../relations/surnames.ts';

/** What is known of who applies, from fields and answers that a jury without names is not shown. */
export interface Known {
  readonly people: readonly string[];
  /** Of the group, of the organisation, of partners, of the poster. */
  readonly names: readonly string[];
  readonly emails: readonly string[];
  readonly phones: readonly string[];
}

export interface FreeText {
  readonly where: string;
  readonly text: string;
}

/** A place in a free text that holds something known, with a few words around it. */
export interface Passage {
  readonly where: string;
  readonly before: string;
  readonly hit: string;
  readonly after: string;
}

interface Word {
  readonly at: number;
  readonly end: number;
  readonly folded: string;
  readonly isCapital: boolean;
}

const around = 60;

/**
 * Passages that name who applies, in the order of the texts. Surnames and names are known by their beginnings and the endings that Polish and Lithuanian cases
 * put after them, written with a capital; a first name alone is nobody's. For a person who reads them: a namesake is met too.
 */
export function passagesIn(texts: readonly FreeText[], known: Known): Passage[] {
  return texts.flatMap(({ where, text }) => {
    const words = wordsIn(text);
    const hits = [
      ...surnamesIn(words, known.people),
      ...known.names.flatMap((name) => phrasesIn(words, name)),
      ...known.emails.flatMap((email) => lettersIn(text, email)),
      ...phonesIn(text, known.phones),
    ].sort((a, b) => a[0] - b[0] || b[1] - a[1]);
    return apart(hits).map(([from, to]) => ({
      where,
      before: `${from > around ? '…' : ''}${text.slice(Math.max(0, from - around), from)}`,
      hit: text.slice(from, to),
      after: `${text.slice(to, to + around)}${to + around < text.length ? '…' : ''}`,
    }));
  });
}

type Span = readonly [from: number, to: number];

/** Of spans that overlap the first and longest. */
function apart(spans: readonly Span[]): Span[] {
  let end = -1;
  return spans.filter(([from, to]) => {
    if (from < end) return false;
    end = to;
    return true;
  });
}

function wordsIn(text: string): Word[] {
  return [...text.matchAll(/\p{L}+/gu)].map((match) => ({
    ...{ at: match.index, end: match.index + match[0].length, folded: foldText(match[0]) },
    isCapital: /^\p{Lu}/u.test(match[0]),
  }));
}

/** Endings of surnames by case, number and sex, folded. */
const endings = new Set(
  `a e i o u y ie ia iu ii ej ego emu em ym ymi ych im imi ich iej iego iemu iem om ow ami ach owi owie owa owej owna owny ownie ze ka ki ko ke
  as is ys us ius ai iai o io ui iui es is ei yje uje ienes ienei iene uviene uvienes uvienei aite aites aitei yte ytes ytei ute utes iute iutes`.split(
    /\s+/,
  ),
);

function surnamesIn(words: readonly Word[], people: readonly string[]): Span[] {
  const stems = [...new Set(people.flatMap(surnameStems).flatMap(withoutMovingE))];
  return words
    .filter(({ folded, isCapital }) => isCapital && stems.some((stem) => isFormOf(folded, stem)))
    .map(({ at, end }) => [at, end]);
}

function isFormOf(word: string, stem: string): boolean {
  return word.startsWith(stem) && (word.length === stem.length || endings.has(word.slice(stem.length)));
}

/** „Wróbel”, „Wróbla”; „Kwiatek”, „Kwiatka”. */
function withoutMovingE(stem: string): string[] {
  const moving = /^(.{2,}[^aeiouy])e([lkcnr])$/u.exec(stem);
  return moving === null ? [stem] : [stem, `${moving[1]}${moving[2]}`];
}

/**
 * A name of several words one after another, each by its beginning; with a capital where it has one, and a name of one word always. Short words between are
 * passed over.
 */
function phrasesIn(words: readonly Word[], name: string): Span[] {
  const parts = wordsIn(name).filter(isSaying);
  const said = words.filter(isSaying);
  const [first] = parts;
  if (parts.length === 0 || (parts.length === 1 && (first === undefined || first.folded.length < 4))) return [];
  return said.flatMap((word, index): Span[] => {
    const run = said.slice(index, index + parts.length);
    const isSame = run.length === parts.length && run.every((one, place) => isAlike(one, parts[place]));
    if (!isSame || (!word.isCapital && (parts.length === 1 || first?.isCapital === true))) return [];
    return [[word.at, run.at(-1)?.end ?? word.end]];
  });
}

const isSaying = ({ folded }: Word) => folded.length >= 3;

function isAlike(word: Word, part: Word | undefined): boolean {
  if (part === undefined) return false;
  const stem = part.folded.slice(0, Math.max(3, part.folded.length - 2));
  return word.folded.startsWith(stem) && Math.abs(word.folded.length - part.folded.length) <= 3;
}

function lettersIn(text: string, wanted: string): Span[] {
  if (wanted === '') return [];
  const [whole, part] = [text.toLowerCase(), wanted.toLowerCase()];
  const at = whole.indexOf(part);
  return at === -1 ? [] : [[at, at + part.length]];
}

function phonesIn(text: string, phones: readonly string[]): Span[] {
  const known = new Set(phones.map(normalisePhone).filter((phone) => phone !== ''));
  return [...text.matchAll(/\+?\d[\d \u00a0()-]{7,16}\d/gu)]
    .filter(([digits]) => known.has(normalisePhone(digits)))
    .map((match) => [match.index, match.index + match[0].length]);
}
