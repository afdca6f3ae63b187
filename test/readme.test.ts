import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './support/data-folder.ts';

const readme = readFileSync(join(root, 'README.md'), 'utf8');
const foundIn = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found);

it('README lists every setting, with its default', () => {
  const schema = /z\.object\(\{([\s\S]*?)\n\}\);/.exec(readFileSync(join(root, 'src/config.ts'), 'utf8'))?.[1] ?? '';
  const settings = schema.split(/^ {2}(?=[A-Z_]+:)/m).filter((text) => /^[A-Z_]+:/.test(text));
  const defaults = settings.map((text) => {
    const [key = ''] = text.split(':');
    return [key, /\.default\('?([^')]+)'?\)/.exec(text)?.[1]];
  });
  const listed = new Map([...readme.matchAll(/^\| `([A-Z_]+)` \| (.+?) \|/gm)].map(([, key, value]) => [key, value]));
  expect([...listed.keys()]).toEqual(defaults.map(([key]) => key));
  for (const [key, value] of defaults) {
    if (value !== undefined) expect([key, listed.get(key)]).toEqual([key, `\`${value}\``]);
  }
});

it('README names only commands and files that are there, and its pictures are light', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object };
  for (const command of foundIn(readme, /npm run ([a-z-]+)/g)) expect(Object.keys(scripts)).toContain(command);
  const files = foundIn(readme, /\]\((?!http)([^)]+)\)/g);
  const pictures = foundIn(readme, /<img src="([^"]+)"/g);
  expect(pictures).toHaveLength(3);
  for (const path of [...files, ...pictures]) expect([path, existsSync(join(root, path))]).toEqual([path, true]);
  for (const path of pictures) expect(statSync(join(root, path)).size).toBeLessThanOrEqual(200_000);
});
