import { entries } from './layers.ts';
import { dissect, findAll, finding, type Source } from './source.ts';

/** Where Polish stands: labels, letters, documents, the rules of the language, and the told stories. */
const polishPlaces =
  /^src\/(?:seed|demo)\/|^src\/lib\/polish[\w-]*\.ts$|^src\/web\/messages\.ts$|\/(?:[\w-]+-)?(?:texts|letters|documents|sample)\.ts$|\/(?:texts|letters|documents)\//;

const polishLine = /^.*[ąćęłńóśźżĄĆĘŁŃÓŚŹŻ„”].*$/gm;

/**
 * Polish letters and quotation marks outside their places. A comment may quote what stands on the screen.
 * `exceptions` are paths with a reason of their own.
 */
export function strayPolish(sources: Source[], exceptions: readonly string[] = []): string[] {
  return sources
    .filter((source) => !polishPlaces.test(source.path) && !exceptions.includes(source.path))
    .flatMap((source) =>
      findAll(source, withoutQuotations(source.text), polishLine, ([line]) => `Polish: ${line.trim().slice(0, 80)}`),
    );
}

function withoutQuotations(text: string): string {
  return dissect(text).comments.reduce(
    (rest, [from, to]) =>
      rest.slice(0, from) +
      rest.slice(from, to).replace(/„[^”]*”/g, (quoted) => quoted.replace(/[^\n]/g, ' ')) +
      rest.slice(to),
    text,
  );
}

const ownNames = [
  /(?<!\p{L})(?:BLISKO|NPRCz)(?!\p{L})|NCK|(?<!\p{L})nck(?!\p{Ll})/gu,
  /sejn\p{L}*|para-?buch|narodow\p{L}*\s+(?:centrum|program)\p{L}*/giu,
];

/** Names of programmes, funders and towns: they are rows of an organisation, a project, a call. */
export function ownNamesIn(sources: Source[]): string[] {
  return sources
    .filter((source) => !/^src\/(?:seed|demo)\//.test(source.path))
    .flatMap((source) =>
      ownNames.flatMap((pattern) => findAll(source, source.text, pattern, ([name]) => `${name} belongs in data`)),
    );
}

const pathNames = /(?:^|\/)(?:utils?|helpers?|commons?|services?|misc|shared|index)(?=[./])/;
const names: [RegExp, string][] = [
  [/\b\w*Manager\b/g, 'says nothing'],
  [/(?:\bfunction\s*\*?\s+|\b(?:const|let)\s+)(?:handle|process)(?:[A-Z]\w*)?\b/g, 'says nothing'],
  [/^\s*(?:async\s+)?(?:handle|process)[A-Z]\w*\s*\([^;\n]*\)\s*(?::[^;\n]*)?\{/gm, 'says nothing'],
  [/\bexport\s*\*/g, 'is a barrel'],
  [/\bMath\.random\b/g, 'is not the randomness of deps'],
];

export function emptyNames(sources: Source[]): string[] {
  return sources.flatMap((source) => {
    const { code } = dissect(source.text);
    const path = pathNames.exec(source.path.replace(/^src\//, ''));
    return [
      ...(path ? [finding(source, 0, `${path[0].replace('/', '')} says nothing`)] : []),
      ...names.flatMap(([pattern, why]) => findAll(source, code, pattern, ([name]) => `${name.trim()} ${why}`)),
      ...findAll(source, source.text, /\b(?:TODO|FIXME|XXX|HACK)\b/g, ([word]) => `${word} stands for unfinished work`),
    ];
  });
}

/** The environment and the time come in by one door each. */
export function sideDoors(sources: Source[]): string[] {
  return sources.flatMap((source) => {
    const { code } = dissect(source.text);
    const environment = findAll(
      source,
      code,
      /\bprocess\s*\.\s*env\b/g,
      () => 'only main.ts gives config.ts the environment',
    );
    const time = findAll(
      source,
      code,
      /\bnew\s+Date\s*(?:\(\s*\)|(?![\w\s(]))|(?<!new\s+)\bDate\s*\(|\bDate\s*\.\s*now\b|\bTemporal\s*\.\s*Now\b/g,
      () => 'only lib/clock.ts asks what time it is',
    );
    return [...(entries.includes(source.path) ? [] : environment), ...(source.path === 'src/lib/clock.ts' ? [] : time)];
  });
}

export function longFiles(sources: Source[], limit = 250): string[] {
  return sources.flatMap((source) => {
    const lines = source.text.trimEnd().split('\n').length;
    return lines > limit ? [`${source.path} has ${lines} lines, over ${limit}`] : [];
  });
}
