import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** A file of the repository; `path` is relative to its root, with slashes. */
export interface Source {
  path: string;
  text: string;
}

/** Every text file under the folders whose name ends so, in order of path. */
export function readSources(root: string, folders: string[], endings: string[]): Source[] {
  return folders
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ path: relative(root, file).replaceAll('\\', '/'), text: readFileSync(file, 'utf8') }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** What a checker answers: `path:line what is wrong`. */
export function finding(source: Source, index: number, what: string): string {
  return `${source.path}:${source.text.slice(0, index).split('\n').length} ${what}`;
}

/** One finding for each match in `text`, which is the source itself or a copy with parts blanked. */
export function findAll(
  source: Source,
  text: string,
  pattern: RegExp,
  what: (match: RegExpExecArray) => string,
): string[] {
  return [...text.matchAll(pattern)].map((match) => finding(source, match.index, what(match)));
}

/** A string or template literal: where its quote stands and what it says (`${…}` of a template read as `?`). */
export interface Literal {
  start: number;
  content: string;
}

export interface Anatomy {
  /** The source with comments, regular expressions and the insides of strings turned into spaces; same offsets. */
  code: string;
  literals: Literal[];
  /** Offsets, from and past the end. */
  comments: [from: number, to: number][];
}

/** Parts the code of a source from its words. Knows as much of TypeScript as that takes, and no more. */
export function dissect(text: string): Anatomy {
  const code = text.split('');
  const literals: Literal[] = [];
  const comments: [number, number][] = [];
  readCode(0, '');
  return { code: code.join(''), literals, comments };

  /** Walks code up to the closing character (of `${…}`), or to the end; returns the offset past it. */
  function readCode(start: number, closing: '' | '}'): number {
    let depth = 0;
    let at = start;
    while (at < text.length) {
      const char = text[at];
      if (text.startsWith('//', at)) at = readComment(at, endOf(at, '\n') - 1);
      else if (text.startsWith('/*', at)) at = readComment(at, endOf(at + 2, '*/'));
      else if (char === '"' || char === "'") at = readString(at, char);
      else if (char === '`') at = readTemplate(at);
      else if (char === '/' && startsRegex(at)) at = readRegex(at);
      else {
        if (char === '{') depth += 1;
        if (char === '}' && closing === '}' && depth === 0) return at + 1;
        if (char === '}') depth -= 1;
        at += 1;
      }
    }
    return at;
  }

  function readComment(start: number, end: number): number {
    comments.push([start, end]);
    return blank(start, end);
  }

  function readString(start: number, quote: string): number {
    let at = start + 1;
    while (at < text.length && text[at] !== quote && text[at] !== '\n') at += text[at] === '\\' ? 2 : 1;
    literals.push({ start, content: text.slice(start + 1, at) });
    blank(start + 1, at);
    return at + 1;
  }

  function readTemplate(start: number): number {
    const literal: Literal = { start, content: '' };
    literals.push(literal);
    let at = start + 1;
    while (at < text.length && text[at] !== '`') {
      if (text.startsWith('${', at)) {
        literal.content += '?';
        at = readCode(at + 2, '}');
      } else {
        const length = text[at] === '\\' ? 2 : 1;
        literal.content += text.slice(at, at + length);
        at = blank(at, at + length);
      }
    }
    return at + 1;
  }

  function readRegex(start: number): number {
    let inClass = false;
    let at = start + 1;
    while (at < text.length && text[at] !== '\n' && (inClass || text[at] !== '/')) {
      if (text[at] === '[') inClass = true;
      if (text[at] === ']') inClass = false;
      at += text[at] === '\\' ? 2 : 1;
    }
    blank(start + 1, at);
    return at + 1;
  }

  /** A slash divides after a value and opens a regular expression anywhere else. */
  function startsRegex(at: number): boolean {
    const before = code
      .slice(Math.max(0, at - 20), at)
      .join('')
      .trimEnd();
    return !/[\w$)\]}'"`]$/.test(before) || /\b(?:return|typeof|case|in|of)$/.test(before);
  }

  function endOf(from: number, ending: string): number {
    const found = text.indexOf(ending, from);
    return found === -1 ? text.length + 1 : found + ending.length;
  }

  function blank(from: number, to: number): number {
    for (let at = from; at < Math.min(to, text.length); at += 1) if (code[at] !== '\n') code[at] = ' ';
    return to;
  }
}
