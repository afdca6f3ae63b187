import { importsOf } from './imports.ts';
import { placeOf } from './layers.ts';
import { dissect, finding, type Source } from './source.ts';

const writing =
  /\b(?:insert\s+(?:or\s+\w+\s+)?into|delete\s+from|replace\s+into|update\s+(?:or\s+\w+\s+)?["\w?.]+\s+set)\b/i;

/**
 * Writes to tables of another room. A room owns the tables of `src/db/schema/ROOM.ts` and `ROOM-….ts`; a write is drizzle's
 * `insert`, `update` or `delete` called with such a table, under the name it was imported by.
 */
export function foreignWrites(sources: Source[]): string[] {
  return sources.filter(outsideDb).flatMap((source) => {
    const tables = tablesOf(source);
    return [...dissect(source.text).code.matchAll(/(\w+)?\s*\.\s*(?:insert|update|delete)\s*\(\s*(\w*)/g)].flatMap(
      ([, receiver, table = ''], place, all) => {
        const index = all[place]?.index ?? 0;
        const schema = tables.get(table);
        if (schema === placeOf(source.path).room) return [];
        if (schema) return [finding(source, index, `writes a table of ${schema}: ${table}`)];
        if (receiver === 'orm' || receiver === 'tx' || receiver === 'db') {
          return [finding(source, index, `writes a table it did not import from its own schema: ${table || '?'}`)];
        }
        return [];
      },
    );
  });
}

/** local name → room whose schema it comes from */
function tablesOf(source: Source): Map<string, string> {
  const tables = new Map<string, string>();
  for (const { target, names } of importsOf(source)) {
    const room = /^src\/db\/schema\/([a-z]+)(?:-[a-z-]+)?\.ts$/.exec(target ?? '')?.[1];
    if (room) for (const name of names.keys()) tables.set(name, room);
  }
  return tables;
}

/** SQL text that writes, or that goes round the reader and the builders. */
export function rawWrites(sources: Source[]): string[] {
  return sources.filter(outsideDb).flatMap((source) => {
    const { code, literals } = dissect(source.text);
    const texts = literals
      .filter(({ content }) => writing.test(content))
      .map(({ start }) => finding(source, start, 'raw SQL text is for reading'));
    const statements = literals
      .filter(({ start }) => /\.(?:all|get)(?:<.*>)?\(\s*sql\s*$/.test(code.slice(Math.max(0, start - 500), start)))
      .filter(({ content }) => !/^\s*(?:select|with)\b/i.test(content))
      .map(({ start }) => finding(source, start, 'a query begins with select or with'));
    const roundabout = [...code.matchAll(/\.raw\s*\.|\.(?:run|execute)\(\s*sql\b|\bdrizzle\(/g)].map(({ index }) =>
      finding(source, index, 'the bare connection belongs to src/db'),
    );
    return [...texts, ...statements, ...roundabout];
  });
}

function outsideDb(source: Source): boolean {
  return source.path.startsWith('src/') && !source.path.startsWith('src/db/');
}
