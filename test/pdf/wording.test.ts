import { describe, expect, it, test } from 'vitest';
import type { Block } from '../../src/pdf/wording/blocks.ts';
import { checkWording, type WordingFault } from '../../src/pdf/wording/check.ts';
import { fillWording } from '../../src/pdf/wording/fill.ts';
import { fieldsMeaning } from '../../src/pdf/wording/wording.ts';

const wording = {
  fields: fieldsMeaning(
    { tytuł: 'tytuł inicjatywy', kwota: 'kwota z groszami', opiekun: 'opiekun prawny' },
    { dzieci: 'są dzieci' },
  ),
  parts: {
    kosztorys: { meaning: 'tabela kosztorysu', isNeeded: true, draw: () => {} },
    podpisy: { meaning: 'miejsca na podpisy', isNeeded: true, draw: () => {} },
    strony: { meaning: 'strony porozumienia', isNeeded: false, draw: () => {} },
  },
};
const values = { tytuł: 'Dwa języki, jedna półka', kwota: '2 100,00 zł', opiekun: '', dzieci: true };

const lines = (...typed: string[]) => typed.join('\n');
const filled = (text: string, more: Partial<typeof values> = {}) => fillWording(text, { ...values, ...more });
const found = (text: string) =>
  checkWording(text, wording).map(({ line, code, found, suggestion }) => [line, code, found, suggestion]);
const whole = (...typed: string[]) => lines('# Porozumienie', ...typed, '[kosztorys]', '[podpisy]');

describe('a text of a document', () => {
  it('is read line by line as a librarian types it', () => {
    const text = lines(
      '# Porozumienie',
      '## nr 1',
      '## inicjatywa {{tytuł}}',
      '',
      'zawarte między stronami',
      'dnia …',
      '',
      '[strony]',
      '',
      '§ Przedmiot',
      '1. Pierwszy.',
      '7. Drugi, w tym:',
      '1) pod',
      '1) spodem, także:',
      'a) głębiej',
      'w dwóch liniach',
      '',
      '3. Trzeci.',
      '## Lista',
      '- jeden',
      '– dwa',
      '> Uwaga pierwsza.',
      '> Ciąg dalszy.',
      '### Niżej',
      '1) od razu',
    );
    expect(filled(text)).toEqual([
      { kind: 'title', text: 'Porozumienie', subtitle: 'nr 1\ninicjatywa Dwa języki, jedna półka' },
      { kind: 'paragraph', text: 'zawarte między stronami\ndnia …' },
      { kind: 'part', name: 'strony' },
      { kind: 'section', number: 1, title: 'Przedmiot' },
      {
        kind: 'points',
        order: 0,
        from: 1,
        points: [
          'Pierwszy.',
          {
            text: 'Drugi, w tym:',
            points: ['pod', { text: 'spodem, także:', points: ['głębiej\nw dwóch liniach'] }],
          },
          'Trzeci.',
        ],
      },
      { kind: 'heading', level: 2, text: 'Lista' },
      { kind: 'list', items: ['jeden', 'dwa'] },
      { kind: 'note', text: 'Uwaga pierwsza.\nCiąg dalszy.' },
      { kind: 'heading', level: 3, text: 'Niżej' },
      { kind: 'points', order: 1, from: 1, points: ['od razu'] },
    ]);
  });

  it('counts the points of a section through, whatever stands between them', () => {
    const text = lines(
      '# T',
      '§ Kwota',
      '1. Kwotę dzieli kosztorys:',
      '[kosztorys]',
      '1. Reszta zostaje.',
      '§ Dalej',
      '1. Znów.',
    );
    expect(filled(text).flatMap((block) => (block.kind === 'points' ? [[block.from, block.points]] : []))).toEqual([
      [1, ['Kwotę dzieli kosztorys:']],
      [2, ['Reszta zostaje.']],
      [1, ['Znów.']],
    ]);
  });

  it('leaves no trace of a point, a heading or a list whose only field is empty', () => {
    expect(filled(lines('# T', '1. {{opiekun}}', '2. Reszta.', '## {{opiekun}}', '- {{opiekun}}'))).toEqual([
      { kind: 'title', text: 'T', subtitle: '' },
      { kind: 'points', order: 0, from: 1, points: ['Reszta.'] },
    ]);
  });

  it('keeps references right when a condition drops a section', () => {
    const text = lines(
      '# T',
      '{{#if dzieci}}',
      '§ Dzieci',
      'Najpierw dzieci.',
      '{{/if}}',
      '§ Kwota #kwota',
      'Do {{kwota}}.',
      '§ Koniec',
      'Kwoty określa [§ kwota].',
    );
    const sections = (blocks: Block[]) => blocks.flatMap((block) => (block.kind === 'section' ? [block.title] : []));
    expect(sections(filled(text))).toEqual(['Dzieci', 'Kwota', 'Koniec']);
    expect(filled(text).at(-1)).toEqual({ kind: 'paragraph', text: 'Kwoty określa §\u00a02.' });
    const without = filled(text, { dzieci: false });
    expect(sections(without)).toEqual(['Kwota', 'Koniec']);
    expect(without.at(-1)).toEqual({ kind: 'paragraph', text: 'Kwoty określa §\u00a01.' });
  });

  it('lets a condition hold lines, a line, or words of a line', () => {
    const text = lines(
      '# T',
      '{{#if opiekun}}1. Podpisuje {{opiekun}}.{{else}}1. Podpisuje lider.{{/if}}',
      '{{#unless dzieci}}',
      '2. Bez dzieci.',
      '{{else}}',
      '2. Z dziećmi{{#if kwota}} za {{kwota}}{{/if}}.',
      '{{/unless}}',
      '3. Koniec.',
    );
    expect(filled(text).at(-1)).toMatchObject({
      points: ['Podpisuje lider.', 'Z dziećmi za 2 100,00 zł.', 'Koniec.'],
    });
    expect(filled(text, { opiekun: 'Ewa', dzieci: false, kwota: '' }).at(-1)).toMatchObject({
      points: ['Podpisuje Ewa.', 'Bez dzieci.', 'Koniec.'],
    });
  });
});

describe('what people wrote', () => {
  test.each([
    '# Tytuł',
    '## Nagłówek',
    '§ 1 Nowy',
    '1. Punkt',
    '1) podpunkt',
    'a) litera',
    '- lista',
    '> uwaga',
    '[podpisy]',
    '[§ kwota]',
    '{{kwota}} {{#if dzieci}}{{/if}}',
    '{{{kwota}}} {{> strony}}',
    'dwa\n# wiersze\n[podpisy]',
    'pusty\n\n§ akapit #kwota',
    '<script>alert(1)</script>',
    '\\{{kwota}} \uE000\uE001 $& $1',
    '__proto__',
  ])('stays words, also when it is %j', (hostile) => {
    const text = lines(
      '# {{tytuł}}',
      '{{tytuł}}',
      '',
      '## {{tytuł}}',
      '§ {{tytuł}} #kwota',
      '{{#if dzieci}}',
      '{{tytuł}}',
      '{{/if}}',
      '1. {{tytuł}}',
      '1) {{tytuł}} [§ kwota]',
      '- {{tytuł}}',
      '> {{tytuł}}',
      '[podpisy]',
    );
    expect(filled(text, { tytuł: hostile })).toEqual([
      { kind: 'title', text: hostile, subtitle: '' },
      { kind: 'paragraph', text: hostile },
      { kind: 'heading', level: 2, text: hostile },
      { kind: 'section', number: 1, title: hostile },
      { kind: 'paragraph', text: hostile },
      { kind: 'points', order: 0, from: 1, points: [{ text: hostile, points: [`${hostile} §\u00a01`] }] },
      { kind: 'list', items: [hostile] },
      { kind: 'note', text: hostile },
      { kind: 'part', name: 'podpisy' },
    ]);
  });
});

describe('B1: a bad text of a document is told where, and what was probably meant', () => {
  test('an unclosed block, an unknown field, a condition printed', () => {
    expect(found(whole('{{#if dzieci}}', 'Dzieci.'))).toEqual([[2, 'unclosed_block', '{{#if dzieci}}', '{{/if}}']]);
    expect(found(whole('', '{{tytul}}'))).toEqual([[3, 'unknown_field', '{{tytul}}', '{{tytuł}}']]);
    expect(found(whole('{{dzieci}}'))).toEqual([[2, 'condition_printed', '{{dzieci}}', '{{#if dzieci}}']]);
  });

  test('code instead of a field', () => {
    for (const code of [
      '{{{tytuł}}}',
      '{{> podpisy}}',
      '{{lookup this "constructor"}}',
      '{{!-- x --}}',
      '{{#each kwota}}x{{/each}}',
    ])
      expect(found(whole(code)).map(([line]) => line)).toContain(2);
  });

  test('a part that is unknown, missing, there twice, or lost among words', () => {
    expect(found(whole('[kosztorsy]'))).toEqual([[2, 'unknown_part', '[kosztorsy]', '[kosztorys]']]);
    expect(found(lines('# T', '[kosztorsy]', '[podpisy]'))).toEqual([
      [2, 'unknown_part', '[kosztorsy]', '[kosztorys]'],
    ]);
    expect(found(whole('[zupełnie inna]'))).toEqual([[2, 'unknown_part', '[zupełnie inna]', undefined]]);
    expect(found(lines('# T', '[podpisy]'))).toEqual([[0, 'part_missing', '[kosztorys]', '[kosztorys]']]);
    expect(found(whole('[kosztorys]'))).toEqual([[3, 'part_twice', '[kosztorys]', undefined]]);
    expect(found(whole('Tabela: [strony]'))).toEqual([[2, 'part_in_words', '[strony]', undefined]]);
    expect(found(whole('Dowolne [nawiasy] i [1].'))).toEqual([]);
  });

  test('a needed part that only some documents would have', () => {
    const some = lines('# T', '[podpisy]', '{{#if dzieci}}', '[kosztorys]', '{{/if}}');
    expect(found(some)).toEqual([[4, 'part_missing', '[kosztorys]', '[kosztorys]']]);
    expect(
      found(lines('# T', '[podpisy]', '{{#if dzieci}}', '[kosztorys]', '{{else}}', 'a', '[kosztorys]', '{{/if}}')),
    ).toEqual([]);
  });

  test('a reference to nothing, to what may not be there, and a name given twice', () => {
    expect(found(whole('§ Kwota #kwota', 'Patrz [§ kwta].'))).toEqual([
      [3, 'reference_to_nothing', '[§ kwta]', '[§ kwota]'],
    ]);
    const vanishing = [
      '{{#if dzieci}}',
      '§ Dzieci #dzieci',
      '{{#if kwota}}',
      '1. Patrz [§ dzieci].',
      '{{/if}}',
      '{{/if}}',
    ];
    expect(found(whole(...vanishing))).toEqual([]);
    expect(found(whole(...vanishing, 'Patrz [§ dzieci].'))).toEqual([
      [8, 'reference_may_vanish', '[§ dzieci]', undefined],
    ]);
    expect(found(whole(...vanishing, '{{#if dzieci}}[§ dzieci]{{/if}}'))).toEqual([]);
    expect(found(whole('§ A #k', '§ B #k'))).toEqual([[3, 'name_twice', '#k', undefined]]);
    expect(found(whole('{{#if dzieci}}', '§ A #k', '{{else}}', '§ B #k', '{{/if}}', '[§ k]'))).toEqual([]);
  });

  test('a level skipped, whichever of the conditions hold', () => {
    expect(found(whole('### Niżej'))).toEqual([[2, 'level_skipped', 'Niżej', undefined]]);
    expect(found(whole('## A', '### B', '1. x', 'a) y'))).toEqual([[5, 'level_skipped', 'y', undefined]]);
    expect(found(whole('1. x', '', '1) y', 'ciąg', 'a) z', '', 'b) z'))).toEqual([]);
    expect(found(whole('{{#if dzieci}}', '1) x', '{{/if}}', 'a) y'))).toEqual([[5, 'level_skipped', 'y', undefined]]);
    expect(found(whole('{{#if dzieci}}', '§ A', '{{else}}', '## A', '{{/if}}', '### B'))).toEqual([]);
  });

  test('no title, two titles, a mark without its space', () => {
    expect(found(lines('[kosztorys]', '[podpisy]'))).toEqual([[0, 'title_missing', '#', undefined]]);
    expect(found(whole('# Drugi'))).toEqual([[2, 'title_twice', 'Drugi', undefined]]);
    expect(found(whole('##Nagłówek'))).toEqual([[2, 'space_missing', '##Nagłówek', '## Nagłówek']]);
  });

  test('a condition over several lines that does not have them to itself', () => {
    expect(found(whole('Zdanie {{#if dzieci}}pierwsze', '# drugie{{/if}} trzecie'))).toEqual([
      [2, 'condition_across_lines', 'Zdanie {{#if dzieci}}pierwsze', undefined],
    ]);
    const deep = whole('{{#if dzieci}}', 'a {{#if kwota}}b', 'c{{/if}}', '{{/if}}');
    expect(found(deep)).toEqual([[3, 'condition_across_lines', 'a {{#if kwota}}b', undefined]]);
  });

  test('what stays of a text that is in order says nothing', () => {
    const faults: WordingFault[] = checkWording(whole('## Pod tytułem', '', '§ A #a', '1. {{kwota}}, [§ a]'), wording);
    expect(faults).toEqual([]);
  });
});
