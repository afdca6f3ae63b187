import { posix } from 'node:path';
import { dissect, finding, type Source } from './source.ts';

export interface Import {
  from: Source;
  index: number;
  /** As written. */
  specifier: string;
  /** A repository path for a relative import, otherwise nothing. */
  target: string | undefined;
  typeOnly: boolean;
  /** local name → exported name, `*` for a namespace */
  names: Map<string, string>;
}

/** Static, dynamic and re-exporting imports, and worker entries (`new URL('./x.ts', import.meta.url)`). */
export function importsOf(source: Source): Import[] {
  const { code, literals } = dissect(source.text);
  return literals.flatMap(({ start, content }) => {
    const before = code.slice(Math.max(0, start - 2000), start);
    const clause = /\b(?:import|export)\s+((?:type\s+)?[\w\s{},*$]*?)\s*from\s*$/.exec(before);
    if (!clause && !/\bimport\s*\(?\s*$|\bnew\s+URL\(\s*$/.test(before)) return [];
    return [
      {
        from: source,
        index: start,
        specifier: content,
        target: content.startsWith('.') ? posix.join(posix.dirname(source.path), content) : undefined,
        typeOnly: isTypeOnly(clause?.[1] ?? ''),
        names: namesIn(clause?.[1] ?? ''),
      },
    ];
  });
}

/** `type …` before the braces, or before every name within them. */
function isTypeOnly(clause: string): boolean {
  if (clause.startsWith('type ')) return true;
  const names = /^\{([^}]*)\}$/
    .exec(clause.trim())?.[1]
    ?.split(',')
    .filter((name) => name.trim());
  return names?.every((name) => name.trim().startsWith('type ')) ?? false;
}

function namesIn(clause: string): Map<string, string> {
  const names = new Map<string, string>();
  const namespace = /\*\s+as\s+(\w+)/.exec(clause);
  if (namespace?.[1]) names.set(namespace[1], '*');
  for (const part of /\{([^}]*)\}/.exec(clause)?.[1]?.split(',') ?? []) {
    const [exported, local] = part
      .trim()
      .replace(/^type\s+/, '')
      .split(/\s+as\s+/);
    if (exported) names.set(local ?? exported, exported);
  }
  return names;
}

/** Relative imports that lead to no file: each would be a hole in the other rules. */
export function unresolvedImports(sources: Source[]): string[] {
  const known = new Set(sources.map((source) => source.path));
  return sources
    .flatMap(importsOf)
    .filter(({ target }) => target?.startsWith('src/') && /\.\w+$/.test(target) && !known.has(target))
    .map((link) => finding(link.from, link.index, `leads to no file: ${link.specifier}`));
}

/** Circles of imports, type-only ones included, each told once as the way round. */
export function importCycles(sources: Source[]): string[] {
  const links = new Map(sources.map((source) => [source.path, importsOf(source).flatMap((link) => link.target ?? [])]));
  const finished = new Set<string>();
  const cycles: string[] = [];
  for (const source of sources) walk(source.path, []);
  return cycles;

  function walk(path: string, way: string[]): void {
    if (way.includes(path)) {
      cycles.push(`circle: ${[...way.slice(way.indexOf(path)), path].join(' → ')}`);
      return;
    }
    if (finished.has(path)) return;
    for (const next of links.get(path) ?? []) walk(next, [...way, path]);
    finished.add(path);
  }
}
