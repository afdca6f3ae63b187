import { describe, expect, test } from 'vitest';
import { changedSections } from '../../src/features/calls/rules/changes.ts';
import { legalFields } from '../../src/features/calls/rules/field-texts.ts';
import { filledLegal, legalFaults, sourceOf } from '../../src/features/calls/rules/language.ts';
import { legalFaultWords } from '../../src/features/calls/rules/texts.ts';
import { call } from '../../src/seed/call.ts';

const said = (text: string) => legalFaults(text, legalFields).map(legalFaultWords);

describe('rules as lines of plain text', () => {
  test('the rules and the clause of the seed come back as they were from the lines that staff edit', () => {
    for (const stored of [call.rules, call.privacy]) {
      const text = sourceOf(stored);
      expect(legalFaults(text, legalFields)).toEqual([]);
      expect(filledLegal({ text }, {})).toEqual(stored);
      expect(sourceOf({ text })).toBe(text);
    }
  });

  test('take a name of data instead of the data, a condition, a reference and three levels of points', () => {
    const text = [
      '§ Pieniądze #pieniądze',
      '1. Pula to {{pula}}.',
      '1. Można ją zwiększyć:',
      '1) o zwroty',
      'z zakupów,',
      'a) z naszych,',
      'b) z cudzych,',
      '2) o oszczędności.',
      '{{#if konsultacje}}',
      '1. Projekt był konsultowany.',
      '{{/if}}',
      '',
      '§ Zmiany',
      '1. Kwoty podaje [§ pieniądze].',
    ].join('\n');
    expect(said(text)).toEqual([]);
    expect(filledLegal({ text }, { pula: '24 000,00 zł', konsultacje: false })).toEqual({
      sections: [
        {
          title: 'Pieniądze',
          items: [
            { text: 'Pula to 24 000,00 zł.' },
            {
              text: 'Można ją zwiększyć:',
              points: [{ text: 'o zwroty z zakupów,', points: ['z naszych,', 'z cudzych,'] }, 'o oszczędności.'],
            },
          ],
        },
        { title: 'Zmiany', items: [{ text: 'Kwoty podaje §\u00a01.' }] },
      ],
    });
  });

  test('a value is words wherever it comes: no value becomes a paragraph or a field', () => {
    const filled = filledLegal(
      { text: '§ O konkursie\n1. {{konkurs}}\n1. {{obszar}}' },
      { konkurs: '§ Nowy', obszar: '{{pula}}\n1. wszystko wolno' },
    );
    expect(filled.sections).toEqual([
      { title: 'O konkursie', items: [{ text: '§ Nowy' }, { text: '{{pula}} 1. wszystko wolno' }] },
    ]);
  });

  test.each([
    ['', 'W tekście nie ma ani jednego paragrafu. Zacznij go od linii „§ Tytuł paragrafu”.'],
    ['§ Pula\n1. Mamy {{pulla}}.', 'Linia 2: nie ma pola {{pulla}}. Pola są na liście obok. Czy chodziło o {{pula}}?'],
    ['§ Pula\n1. Mamy {{#if nagrody}}nagrody{{/if}}.', 'Linia 2: nie ma pola {{#if nagrody}}. Pola są na liście obok.'],
    [
      '§ Pula\n\nMamy pieniądze.',
      'Linia 3: „Mamy pieniądze.” nie ma numeru. Zacznij tę linię od „1.”, a punkt niżej od „1)”.',
    ],
    ['§\n1. Mamy.', 'Linia 1: po znaku § brakuje tytułu. Wpisz go w tej samej linii; numer nada system.'],
    ['§ Pula\n§ Obszar\n1. Powiat.', 'Linia 1: paragraf „Pula” jest pusty. Dopisz pod nim „1.” i treść albo usuń go.'],
    [
      '1. Mamy.\n§ Pula\n1. Mamy.',
      'Linia 1: nad „Mamy.” brakuje paragrafu albo ustępu. Wpisz wyżej „§ Tytuł”, a pod nim „1.”.',
    ],
    [
      '# Regulamin\n§ Pula\n1. Mamy:\n- nagrody',
      'Linia 1: „Regulamin” to nie jest paragraf ani ustęp. Zacznij tę linię od „§”, „1.”, „1)” albo „a)”.',
    ],
  ])('%j is refused with its line and what to do', (text, words) => {
    expect(said(text)).toContain(words);
  });
});

describe('what was changed', () => {
  test('is told word by word under its §, and a number that moved is no change', () => {
    const earlier = '§ Pula\n1. Mamy 5 tys.\n\n§ Obszar\n1. Powiat.\n2. Gminy.';
    const later = '§ Pula\n1. Mamy 7 tys.\n\n§ Obszar\n1. Nowy ustęp.\n2. Powiat.\n3. Gminy.';
    expect(changedSections(earlier, later)).toEqual([
      {
        title: 'Pula',
        lines: [
          [
            { kind: 'same', text: 'Mamy ' },
            { kind: 'removed', text: '5' },
            { kind: 'added', text: '7' },
            { kind: 'same', text: ' tys.' },
          ],
        ],
      },
      { title: 'Obszar', lines: [[{ kind: 'added', text: 'Nowy ustęp.' }]] },
    ]);
    expect(changedSections(earlier, earlier)).toEqual([]);
  });

  test('of two texts of thirty thousand lines is told as wholes instead of being worked out', () => {
    const long = (word: string) => Array.from({ length: 30_000 }, (_, n) => `${word}${n}`).join('\n');
    const [all] = changedSections(long('a'), long('b'));
    expect(all?.lines.length).toBe(30_000);
  });
});
