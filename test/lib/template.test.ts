import Handlebars from 'handlebars';
import { describe, expect, it, test } from 'vitest';
import { checkTemplate, fillTemplate, type TemplateField, type TemplateValues } from '../../src/lib/template.ts';
import { numbers } from '../support/properties.ts';

const fields: readonly TemplateField[] = [
  { name: 'title', meaning: 'tytuł inicjatywy', kind: 'text' },
  { name: 'amount', meaning: 'kwota na realizację', kind: 'text' },
  { name: 'reason', meaning: 'powód, może być pusty', kind: 'text' },
  { name: 'accepted', meaning: 'wniosek przeszedł ocenę', kind: 'condition' },
];

describe('a text with fields and conditions', () => {
  it('prints its values as they are, and never reads them as a template', () => {
    const text = 'Inicjatywa „{{title}}”{{#if reason}}: {{reason}}{{else}}, bez uwag{{/if}}. Kwota: {{amount}}';
    const values = { title: '{{amount}} & <b>Ewa</b> {{#if x}}', amount: '5 200,00 zł', reason: '', accepted: true };
    expect(fillTemplate(text, values)).toBe(
      'Inicjatywa „{{amount}} & <b>Ewa</b> {{#if x}}”, bez uwag. Kwota: 5 200,00 zł',
    );
  });

  it('leaves no empty line where a line holds a condition alone', () => {
    const text = 'Dzień dobry!\n{{#unless accepted}}\nPowód: {{reason}}\n{{/unless}}\nDo zobaczenia';
    expect(fillTemplate(text, { accepted: false, reason: 'brak zgody' })).toBe(
      'Dzień dobry!\nPowód: brak zgody\nDo zobaczenia',
    );
    expect(fillTemplate(text, { accepted: true, reason: '' })).toBe('Dzień dobry!\nDo zobaczenia');
  });

  it('stops at a field without a value, also in a condition and also when an object would have it by birth', () => {
    for (const text of ['{{amount}}', '{{#if amount}}tak{{/if}}', '{{constructor}}', '{{toString}}'])
      expect(() => fillTemplate(text, { title: 'Dwa języki' })).toThrow('not defined');
  });
});

describe('what is wrong with a text', () => {
  it('is nothing where only fields and conditions stand', () => {
    expect(
      checkTemplate('a {b} {{ title }}\n{{#if accepted}}x{{else}}{{amount}}{{/if}} <script>1</script>', fields),
    ).toEqual([]);
  });

  test.each([
    ['{{tilte}}', 'unknown_field', '{{title}}'],
    ['{{Title}}', 'unknown_field', '{{title}}'],
    ['{{kwota}}', 'unknown_field', undefined],
    ['{{#if acepted}}x{{/if}}', 'unknown_field', '{{#if accepted}}'],
    ['{{accepted}}', 'condition_printed', '{{#if accepted}}'],
    ['{{#if accepted}}x', 'unclosed_block', '{{/if}}'],
    ['{{title', 'unclosed_tag', undefined],
    ['{{title {{amount}}', 'unclosed_tag', undefined],
    ['{{/if}}', 'closes_nothing', undefined],
    ['{{#if accepted}}x{{/unless}}', 'closes_another', '{{/if}}'],
    ['{{else}}', 'else_outside', undefined],
    ['{{#if accepted}}a{{else}}b{{else}}c{{/if}}', 'else_outside', undefined],
    ['{{#jeśli accepted}}x{{/jeśli}}', 'unknown_block', '{{#if accepted}}'],
    ['{{#each title}}x{{/each}}', 'unknown_block', '{{#if title}}'],
    ['{{#with title}}x{{/with}}', 'unknown_block', '{{#if title}}'],
    ['{{if accepted}}', 'helper', '{{#if accepted}}'],
    ['{{lookup title 0}}', 'helper', undefined],
    ['{{#if accepted}}a{{else if reason}}b{{/if}}', 'helper', undefined],
    ['{{{title}}}', 'unescaped', undefined],
    ['{{&title}}', 'unescaped', undefined],
    ['{{> header}}', 'partial', undefined],
    ['{{!-- schowane --}}', 'comment', undefined],
    ['{{title.length}}', 'not_a_field', undefined],
    ['{{../title}}', 'not_a_field', undefined],
    ['{{@root}}', 'not_a_field', undefined],
    ['{{"title"}}', 'not_a_field', undefined],
    ['{{~title~}}', 'not_a_field', undefined],
    ['{{^if accepted}}x{{/if}}', 'not_a_field', undefined],
    ['{{#if accepted includeZero=true}}x{{/if}}', 'not_a_field', undefined],
    ['{{ #if accepted}}x', 'not_a_field', undefined],
    ['{{}}', 'not_a_field', undefined],
    ['title}}', 'loose_braces', undefined],
    ['{title}', 'loose_braces', '{{title}}'],
    ['{tilte}}', 'loose_braces', '{{title}}'],
    ['\\{{title}}', 'loose_braces', undefined],
  ])('%s: %s', (text, code, suggestion) => {
    const [fault] = checkTemplate(`Dzień dobry!\n\n${text}`, fields);
    expect(fault).toMatchObject({ line: 3, code });
    expect(fault?.suggestion).toBe(suggestion);
  });

  it('is told at once, each with the line where it begins', () => {
    const text = 'Dzień dobry!\n{{#if accepted}}\n{{tytul}}\n{{{title}}}\nKwota: {amount}';
    expect(checkTemplate(text, fields).map(({ line, code, found }) => [line, code, found])).toEqual([
      [2, 'unclosed_block', '{{#if accepted}}'],
      [3, 'unknown_field', '{{tytul}}'],
      [4, 'unescaped', '{{{title}}}'],
      [5, 'loose_braces', '{amount}'],
    ]);
  });
});

describe('over three thousand texts made by chance', () => {
  const values: TemplateValues = { title: 'Dwa języki', amount: 'a{{title}}', reason: '', accepted: true };
  const oracle = (text: string) => Handlebars.compile(text, { strict: true, noEscape: true })(values);

  /** Texts that are taken and are filled in another way than Handlebars fills them, or break. */
  function wronglyFilled(texts: readonly string[], check: typeof checkTemplate, fill: typeof fillTemplate): string[] {
    const taken = texts.filter((text) => check(text, fields).length === 0);
    expect(taken.length).toBeGreaterThan(500);
    return taken.filter((text) => attempt(() => fill(text, values)) !== attempt(() => oracle(text)) || !isFilled(text));
    function isFilled(text: string) {
      return attempt(() => fill(text, values)) !== undefined;
    }
  }

  it('each text that is taken can be filled, and as Handlebars would', () => {
    expect(wronglyFilled(chanceTexts(3_000), checkTemplate, fillTemplate)).toEqual([]);
  });

  const mutants: Record<string, [typeof checkTemplate, typeof fillTemplate]> = {
    'a check that knows no blocks left open': [
      (text, known) => checkTemplate(text, known).filter(({ code }) => code !== 'unclosed_block'),
      fillTemplate,
    ],
    'a check that lets any field be named': [
      (text, known) => checkTemplate(text, known).filter(({ code }) => code !== 'unknown_field'),
      fillTemplate,
    ],
    'a filling that reads its own values again': [
      checkTemplate,
      (text, known) => fillTemplate(fillTemplate(text, known), known),
    ],
  };
  it.each(Object.entries(mutants))('mutant: %s, caught by the same property', (_name, [check, fill]) => {
    expect(wronglyFilled(chanceTexts(3_000), check, fill)).not.toEqual([]);
  });
});

function attempt(work: () => string): string | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/** Texts of pieces that mean something and pieces that break it. */
function chanceTexts(count: number): string[] {
  const below = numbers(20_240_315);
  const good = ['{{title}}', '{{ amount }}', '{{reason}}', 'słowo', ' ', '\n', '\n\n', '.'];
  const bad = [
    '{{',
    '}}',
    '{',
    '\\',
    '{{!x}}',
    '{{{title}}}',
    '{{ #if title}}',
    '{{> a}}',
    '{{kwota}}',
    '{{else}}',
    '{{/if}}',
  ];
  const pick = (from: readonly string[]) => from[below(from.length)] ?? '';
  const part = (depth: number): string => {
    const chance = below(20);
    if (chance === 0) return pick(bad);
    if (chance > 5 || depth > 2) return pick(good);
    const block = pick(['if', 'unless']);
    const end = below(12) === 0 ? '' : `{{/${block}}}`;
    const branch = below(2) === 0 ? '' : `{{else}}${parts(depth + 1)}`;
    return `{{#${block} ${pick(['title', 'reason', 'accepted'])}}}${parts(depth + 1)}${branch}${end}`;
  };
  const parts = (depth: number) => Array.from({ length: below(6) }, () => part(depth)).join('');
  return Array.from({ length: count }, () => parts(0));
}
