import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const views = fileURLToPath(new URL('../../views', import.meta.url));

test('everywhere sums and previews follow alike: half a second after the last key, without leaving the field', () => {
  const triggers = readdirSync(views, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.hbs'))
    .flatMap((file) => {
      const source = readFileSync(join(views, file), 'utf8');
      return [...source.matchAll(/hx-trigger="(input[^"]*)"/g)].map(([, trigger]) => `${file}: ${trigger}`);
    });
  expect(triggers.sort()).toEqual(
    [
      'applications/_estimate.hbs',
      'budgets/draft.hbs',
      'correspondence/paper.hbs',
      'correspondence/text.hbs',
      'decisions/_set-form.hbs',
      'expenses/edit.hbs',
      'initiatives/plan.hbs',
      'reviews/_form.hbs',
    ].map((file) => `${file}: input delay:500ms`),
  );
});
