import { expect, it } from 'vitest';
import type { Block } from '../../src/pdf/wording/blocks.ts';
import { checkWording } from '../../src/pdf/wording/check.ts';
import { fillWording } from '../../src/pdf/wording/fill.ts';
import { fieldsMeaning } from '../../src/pdf/wording/wording.ts';
import { numbers } from '../support/properties.ts';

const part = (isNeeded: boolean) => ({ meaning: 'rysuje ją system', isNeeded, draw: () => {} });
const wording = {
  fields: fieldsMeaning({ a: 'pole a', b: 'pole b' }, { c: 'warunek c' }),
  parts: { tabela: part(true), uwagi: part(false) },
};
/** What a librarian types, one line each; values below are as hostile as these. */
const lines = [
  ...[
    '# Tytuł',
    '## {{a}}',
    '### {{b}}',
    '§ Kwota #kwota',
    '§ Dzieci #dzieci',
    '§',
    '1. {{a}} i [§ kwota]',
    '1) {{b}}',
    'a) x',
  ],
  ...[
    '- {{a}}',
    '> {{b}}',
    '[tabela]',
    '[tabela]',
    '[uwagi]',
    '',
    '',
    'Zdanie {{#if c}}z {{a}}{{else}}bez{{/if}}.',
    '{{a}}',
  ],
  ...[
    '{{#if c}}',
    '{{#if a}}',
    '{{#unless c}}',
    '{{#unless b}}',
    '{{else}}',
    '{{/if}}',
    '{{/if}}',
    '{{/unless}}',
    '{{/unless}}',
  ],
  ...['{{#if b}}[uwagi]{{/if}}', '{{#if c}}[§ dzieci]{{else}}1. y{{/if}}', '{{#if a}}a', 'b{{/if}}'],
];
const values = [
  '',
  'słowa',
  '# Tytuł',
  '[tabela]',
  '§ x #kwota',
  '1. x\n1) y\n\n[uwagi]',
  '{{b}} {{#if c}}',
  '[§ kwota]',
];

const partsIn = (blocks: readonly Block[], name: string) =>
  blocks.filter((block) => block.kind === 'part' && block.name === name).length;

/** Of texts put together by chance, those that `faults` has nothing against, and the first that gives a document which is not whole. */
function tried(rounds: number, faults: typeof checkWording) {
  const below = numbers(20_240_315);
  const pick = <Value>(from: readonly Value[]): Value => from[below(from.length)] as Value;
  const taken: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const body = Array.from({ length: below(7) }, () => pick(lines));
    const text = ['# Tytuł', ...body, ...(below(3) > 0 ? ['[tabela]'] : [])].slice(below(12) === 0 ? 1 : 0).join('\n');
    if (faults(text, wording).length > 0) continue;
    taken.push(text);
    for (const c of [true, false]) {
      const filled = { a: pick(values), b: pick(values), c };
      if (!isWhole(text, filled)) return { taken, broken: { text, filled } };
    }
  }
  return { taken, broken: null };
}

function isWhole(text: string, filled: Parameters<typeof fillWording>[1]): boolean {
  try {
    const blocks = fillWording(text, filled);
    const sections = blocks.flatMap((block) => (block.kind === 'section' ? [block.number] : []));
    const titles = blocks.filter(({ kind }) => kind === 'title').length;
    const isCounted = sections.every((number, index) => number === index + 1);
    return partsIn(blocks, 'tabela') === 1 && partsIn(blocks, 'uwagi') <= 1 && titles === 1 && isCounted;
  } catch {
    return false;
  }
}

it('each text that is taken gives a whole document, whatever stands in its fields', () => {
  const { taken, broken } = tried(60_000, checkWording);
  expect(broken).toBeNull();
  // Enough of both kinds were taken for the property to mean something.
  expect(taken.length).toBeGreaterThan(5000);
  expect(taken.filter((text) => text.includes('{{#')).length).toBeGreaterThan(1000);
});

it.each(['part_missing', 'part_twice', 'title_twice', 'title_missing', 'reference_to_nothing', 'reference_may_vanish'])(
  'mutant: a check that knows no %s, caught by the same property',
  (code) => {
    const blind: typeof checkWording = (text, of) => checkWording(text, of).filter((fault) => fault.code !== code);
    expect(tried(60_000, blind).broken).not.toBeNull();
  },
);
