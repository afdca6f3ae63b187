import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { importCycles, unresolvedImports } from './support/architecture/imports.ts';
import { features, impureCores, kernel, wrongImports } from './support/architecture/layers.ts';
import { foreignWrites, rawWrites } from './support/architecture/ownership.ts';
import { readSources } from './support/architecture/source.ts';
import { unsafeMarkup } from './support/architecture/views.ts';
import { emptyNames, longFiles, ownNamesIn, sideDoors, strayPolish } from './support/architecture/words.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const sources = readSources(root, ['src'], ['.ts', '.mjs']);
const browserCode = readSources(root, ['static/js'], ['.js']);
const views = readSources(root, ['views'], ['.hbs']);

/** Files with Polish letters in a pattern or table that needs them. */
const polishByNeed: Record<string, string> = {
  'src/pdf/characters.ts': 'the set of characters that the fonts draw',
};

// What each rule catches is shown on planted sources in support/architecture/rules.test.ts.

test('the tree under test is the whole house', () => {
  const rooms = new Set(sources.map((source) => source.path.split('/').slice(1, -1).join('/')));
  expect([...rooms]).toEqual(expect.arrayContaining(kernel));
  expect(features).toHaveLength(21);
  expect(views.length).toBeGreaterThan(5);
  expect(browserCode.length).toBeGreaterThan(0);
});

describe('imports', () => {
  test('flow down the two rivers', () => {
    expect(wrongImports(sources)).toEqual([]);
  });

  test('never run in a circle, types included', () => {
    expect(importCycles(sources)).toEqual([]);
  });

  test('lead to a file', () => {
    expect(unresolvedImports(sources)).toEqual([]);
  });

  test('of a lifecycle or a policy reach nothing but pure files', () => {
    expect(impureCores(sources)).toEqual([]);
  });
});

describe('tables', () => {
  test('are written only by their room', () => {
    expect(foreignWrites(sources)).toEqual([]);
  });

  test('are only read by SQL text', () => {
    expect(rawWrites(sources)).toEqual([]);
  });
});

describe('words', () => {
  test('are Polish only where people read them', () => {
    expect(strayPolish([...sources, ...browserCode], Object.keys(polishByNeed))).toEqual([]);
  });

  test('are Polish by exception only where it is still needed', () => {
    const needed = strayPolish(sources.filter((source) => source.path in polishByNeed));
    expect([...new Set(needed.map((found) => found.split(':')[0]))]).toEqual(Object.keys(polishByNeed).sort());
  });

  test('name no programme, funder or town', () => {
    expect(ownNamesIn([...sources, ...browserCode, ...views])).toEqual([]);
  });

  test('say something', () => {
    expect(emptyNames([...sources, ...browserCode])).toEqual([]);
  });
});

test('the environment and the time come in by one door each', () => {
  expect(sideDoors(sources)).toEqual([]);
});

test('files fit in a head', () => {
  expect(longFiles([...sources, ...browserCode])).toEqual([]);
});

test('views hold nothing a strict policy refuses and print nothing unescaped', () => {
  expect(unsafeMarkup(views)).toEqual([]);
});
