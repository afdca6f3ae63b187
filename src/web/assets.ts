import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, sep } from 'node:path';

const require = createRequire(import.meta.url);

/** A file of a package served beside `static/`: its name there and where it lies. */
export type AssetFile = { url: string; file: string };

/** Fonts and htmx, served from node_modules under the same versioned prefix as `static/`. */
export const assetFiles: readonly AssetFile[] = [
  { url: 'htmx.js', file: require.resolve('htmx.org/dist/htmx.min.js') },
  ...fontFiles('source-serif-4'),
  ...fontFiles('source-sans-3'),
];

function fontFiles(family: string): AssetFile[] {
  const faces = ['latin-400', 'latin-600', 'latin-ext-400', 'latin-ext-600'].map(
    (face) => `${family}-${face}-normal.woff2`,
  );
  return faces.map((name) => ({ url: `fonts/${name}`, file: require.resolve(`@fontsource/${family}/files/${name}`) }));
}

export type Assets = {
  /** Where everything is served: `/static/<hash of all contents>/`. It may be cached for ever. */
  prefix: string;
  /** Whether a file of this name is served. */
  has: (name: string) => boolean;
  /** The address of one file; throws for a name that is not served. */
  url: (name: string) => string;
};

/** Reads every served file once, at start. */
export function readAssets(staticDir: string): Assets {
  const own = readdirSync(staticDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ url: file.slice(staticDir.length).split(sep).join('/').replace(/^\//, ''), file }));
  const served = [...own, ...assetFiles].sort((a, b) => (a.url < b.url ? -1 : 1));
  const hash = createHash('sha256');
  for (const { url, file } of served) hash.update(url).update('\0').update(readFileSync(file));
  const prefix = `/static/${hash.digest('hex').slice(0, 16)}/`;
  const names = new Set(served.map((file) => file.url));
  return {
    prefix,
    has: (name) => names.has(name),
    url(name) {
      if (!names.has(name)) throw new Error(`There is no static file ${name}`);
      return prefix + name;
    },
  };
}
