import { type Import, importsOf } from './imports.ts';
import { finding, type Source } from './source.ts';

/** The two rivers of `src/README.md`: each room may import those before it. */
export const kernel = ['lib', 'db', 'history', 'files', 'jobs', 'pdf', 'mail', 'web'];
export const features = [
  ...['accounts', 'organisation', 'correspondence', 'project', 'budgets', 'calls', 'applications', 'checks', 'jury'],
  ...['reviews', 'ranking', 'initiatives', 'decisions', 'agreements', 'expenses', 'realisation', 'settlements'],
  ...['reports', 'desk', 'privacy', 'archive'],
];

/** Files that gather what the rooms define. */
const collectors = ['src/app.ts', 'src/registries.ts', 'src/slow-work.ts', 'src/worker.ts'];
/** Where a process begins: they read the settings and gather what a server needs. */
export const entries = ['src/main.ts', 'src/demo/main.ts'];
const heads = [...entries, ...collectors];

interface Place {
  room: string;
  kind: 'kernel' | 'deps' | 'feature' | 'story' | 'head' | 'config' | 'unknown';
  rank: number;
}

/** Where a path of `src` stands in the house. */
export function placeOf(path: string): Place {
  const [, first = '', second = ''] = path.split('/');
  if (path === 'src/config.ts') return { room: 'config', kind: 'config', rank: 0 };
  if (path === 'src/deps.ts') return { room: 'deps', kind: 'deps', rank: kernel.length };
  if (heads.includes(path) && path !== 'src/demo/main.ts')
    return { room: path, kind: 'head', rank: Number.POSITIVE_INFINITY };
  if (kernel.includes(first)) return { room: first, kind: 'kernel', rank: kernel.indexOf(first) };
  if (first === 'seed' || first === 'demo') return { room: first, kind: 'story', rank: Number.POSITIVE_INFINITY };
  if (first === 'features' && features.includes(second)) {
    return { room: second, kind: 'feature', rank: kernel.length + 1 + features.indexOf(second) };
  }
  return { room: path, kind: 'unknown', rank: Number.POSITIVE_INFINITY };
}

/** Imports against the river, and files that stand in no room. */
export function wrongImports(sources: Source[]): string[] {
  const homeless = sources
    .filter((source) => placeOf(source.path).kind === 'unknown')
    .map((source) => finding(source, 0, 'stands in no room of the house'));
  const upstream = sources
    .flatMap(importsOf)
    .filter((link) => link.target?.startsWith('src/'))
    .flatMap((link) => {
      const fault = faultOf(link, link.target ?? '');
      return fault ? [finding(link.from, link.index, `${fault}: ${link.target}`)] : [];
    });
  return [...homeless, ...upstream];
}

function faultOf({ from }: Import, target: string): string | undefined {
  const here = placeOf(from.path);
  const there = placeOf(target);
  if (there.kind === 'config' && !entries.includes(from.path)) return 'only main.ts reads config.ts';
  if (there.kind === 'story' && !mayTellStories(from.path, here, there)) {
    return 'seed and demo are imported only by main.ts and app.ts';
  }
  if (there.kind === 'head' && here.kind !== 'head' && here.room !== 'demo') {
    return 'nobody below imports the head of the house';
  }
  if (isRegistry(target) && here.kind !== 'head' && here.room !== there.room) {
    return 'routes, letters and documents of a feature are gathered only by app.ts';
  }
  if (isRoutes(target) && here.kind !== 'head' && !isRoutes(from.path)) return 'only app.ts imports routes';
  if (there.kind === 'unknown') return undefined;
  if (here.kind !== 'head' && here.kind !== 'story' && there.rank > here.rank) return 'imports against the river';
  return undefined;
}

/** The demo may stand on the seed, and each tells its own story in several files. It opens the house anew at each stage, so it knows its head. */
function mayTellStories(path: string, here: Place, there: Place): boolean {
  if (here.room === there.room || path === 'src/main.ts' || path === 'src/app.ts') return true;
  return here.room === 'demo' && there.room === 'seed';
}

function isRoutes(path: string): boolean {
  return /^src\/features\/\w+\/routes(\/|[\w-]*\.ts$)/.test(path);
}

function isRegistry(path: string): boolean {
  return /^src\/features\/\w+\/(routes|letters|documents)(\/|\.ts$)/.test(path);
}

/**
 * What `lifecycle.ts` and `policy.ts` reach, directly or through others, outside `src/lib`, other pure files of the
 * features and the types of the schema: a package, the machine, a database or a clock.
 */
export function impureCores(sources: Source[]): string[] {
  const byPath = new Map(sources.map((source) => [source.path, source]));
  return sources
    .filter((source) => /^src\/features\/[\w-]+\/(lifecycle|policy)\.ts$/.test(source.path))
    .flatMap((core) => impurities(core, new Set()));

  function impurities(source: Source, seen: Set<string>): string[] {
    if (seen.has(source.path)) return [];
    seen.add(source.path);
    return importsOf(source).flatMap((link) => {
      const next = link.target ? byPath.get(link.target) : undefined;
      if (link.target?.startsWith('src/db/schema/') && link.typeOnly) return [];
      if (link.target === 'src/lib/clock.ts') return [finding(source, link.index, 'a pure core is given the time')];
      if (link.target?.startsWith('src/lib/')) return [];
      if (link.target?.startsWith('src/features/') && link.typeOnly) return [];
      if (link.target?.startsWith('src/features/') && next) return impurities(next, seen);
      return [finding(source, link.index, `a pure core reaches ${link.target ?? link.specifier}`)];
    });
  }
}
