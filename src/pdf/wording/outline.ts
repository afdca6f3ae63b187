/** One line as typed, with what its beginning says it is; `words` is the rest, still with its fields. */
export interface Line {
  readonly is: 'line';
  /** From 1. */
  readonly number: number;
  readonly mark: Mark;
  readonly words: string;
  /** Of a section that others refer to; of a part, its name. */
  readonly name: string;
}

export type Mark =
  | ('blank' | 'text' | 'title' | 'heading' | 'subheading' | 'section')
  | ('point' | 'subpoint' | 'letter' | 'dash' | 'note' | 'part');

/** Lines that stand only while a field is (or with `isNegative` is not) there. */
export interface Condition {
  readonly is: 'condition';
  readonly field: string;
  readonly isNegative: boolean;
  readonly yes: Outline;
  readonly no: Outline;
}

export type Outline = readonly (Line | Condition)[];

/** A condition of `lib/template.ts` in its text: where it begins, where its `{{else}}` and its end stand. */
interface Span {
  readonly from: number;
  readonly opened: number;
  readonly field: string;
  readonly isNegative: boolean;
  readonly otherwise: readonly [from: number, to: number] | undefined;
  readonly closes: number;
  readonly to: number;
}

/**
 * The lines of a text in the tree of its conditions. What a line is, its own first characters say before any field is filled in, so that no value can
 * become a heading, a part or a condition. A condition that stands on lines of its own holds lines; any other is a matter of its line's words.
 * Expects a text that `checkTemplate` has nothing against.
 */
export function outlineOf(text: string, firstLine = 1): Outline {
  const outline: (Line | Condition)[] = [];
  const lineAt = (at: number) => firstLine + breaksIn(text.slice(0, at));
  let at = 0;
  const takeLines = (end: number, cuts: { before: boolean; after: boolean }) => {
    const lines = text.slice(at, end).split('\n');
    const number = lineAt(at);
    const kept = lines.map((line, index) => lineOf(line, number + index));
    outline.push(...kept.slice(cuts.before ? 1 : 0, cuts.after ? -1 : undefined));
    at = end;
  };
  let isAfterCondition = false;
  for (const span of spansOf(text)) {
    if (!standsAlone(text, span)) continue;
    takeLines(span.from, { before: isAfterCondition, after: true });
    const branch = (from: number, to: number) => outlineOf(...trimmedBranch(text.slice(from, to), lineAt(from)));
    const [yesEnd, noStart] = span.otherwise ?? [span.closes, span.closes];
    const yes = branch(span.opened, yesEnd);
    const no = span.otherwise === undefined ? [] : branch(noStart, span.closes);
    outline.push({ is: 'condition', field: span.field, isNegative: span.isNegative, yes, no });
    at = span.to;
    isAfterCondition = true;
  }
  takeLines(text.length, { before: isAfterCondition, after: false });
  return outline;
}

/** Lines on which a condition begins that runs over several lines without having them to itself. */
export function straddling(text: string): number[] {
  return spansOf(text).flatMap((span) => {
    const line = 1 + breaksIn(text.slice(0, span.from));
    const inside = text.slice(span.opened, span.closes);
    if (!standsAlone(text, span)) return breaksIn(inside) > 0 ? [line] : [];
    const [yesEnd, noStart] = span.otherwise ?? [span.closes, span.closes];
    const within = (from: number, to: number) =>
      straddling(text.slice(from, to)).map((below) => breaksIn(text.slice(0, from)) + below);
    return [...within(span.opened, yesEnd), ...within(noStart, span.closes)];
  });
}

const tag = /\{\{\s*(?:#\s*(if|unless)\s+([\p{L}\p{N}_-]+)|(else)|\/\s*(?:if|unless))\s*\}\}/gu;

/** The outermost conditions, in their order. */
function spansOf(text: string): Span[] {
  const spans: Span[] = [];
  const open: { from: number; opened: number; field: string; isNegative: boolean; otherwise: Span['otherwise'] }[] = [];
  for (const match of text.matchAll(tag)) {
    const [found, block, field, otherwise] = match;
    const [from, to] = [match.index, match.index + found.length];
    if (block !== undefined)
      open.push({ from, opened: to, field: field ?? '', isNegative: block === 'unless', otherwise: undefined });
    else if (otherwise !== undefined) {
      const last = open.at(-1);
      if (last !== undefined) last.otherwise = [from, to];
    } else {
      const last = open.pop();
      if (last !== undefined && open.length === 0) spans.push({ ...last, closes: from, to });
    }
  }
  return spans;
}

/** Nothing but the condition on the lines where it begins and ends. */
function standsAlone(text: string, { from, to }: Span): boolean {
  const before = text.slice(from === 0 ? 0 : text.lastIndexOf('\n', from - 1) + 1, from);
  const end = text.indexOf('\n', to);
  return before.trim() === '' && text.slice(to, end < 0 ? undefined : end).trim() === '';
}

/** Without what is left of the lines of its tags, and the number of the first line that stays. */
function trimmedBranch(branch: string, firstLine: number): [text: string, firstLine: number] {
  const opening = /^[^\S\n]*\n/u.exec(branch)?.[0] ?? '';
  return [branch.slice(opening.length).replace(/\n[^\S\n]*$/u, ''), firstLine + breaksIn(opening)];
}

function breaksIn(text: string): number {
  return text.split('\n').length - 1;
}

const marks: readonly (readonly [mark: Mark, pattern: RegExp])[] = [
  ['title', /^#\s+(.*)$/u],
  ['heading', /^##\s+(.*)$/u],
  ['subheading', /^###\s+(.*)$/u],
  ['section', /^§(?:\s+(.*))?$/u],
  ['point', /^\d+\.(?:\s+(.*))?$/u],
  ['subpoint', /^\d+\)(?:\s+(.*))?$/u],
  ['letter', /^\p{Ll}\)(?:\s+(.*))?$/u],
  ['dash', /^[-–•](?:\s+(.*))?$/u],
  ['note', /^>(?:\s+(.*))?$/u],
];

const partLine = /^\[([^[\]{}§]+)\]$/u;
const sectionName = /(?:^|\s+)#([\p{L}\p{N}_-]+)$/u;

function lineOf(typed: string, number: number): Line {
  const text = typed.trim();
  const line = (mark: Mark, words: string, name = ''): Line => ({ is: 'line', number, mark, words, name });
  if (text === '') return line('blank', '');
  const part = partLine.exec(text)?.[1];
  if (part !== undefined) return line('part', text, part.trim());
  for (const [mark, pattern] of marks) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const words = match[1] ?? '';
    const name = mark === 'section' ? sectionName.exec(words)?.[1] : undefined;
    return line(mark, name === undefined ? words : words.replace(sectionName, ''), name);
  }
  return line('text', text);
}
