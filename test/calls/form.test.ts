import { describe, expect, test } from 'vitest';
import {
  type Answers,
  askedQuestions,
  brokenChecks,
  faultOf,
  isAnswered,
} from '../../src/features/calls/form/answers.ts';
import { faultsOfForm } from '../../src/features/calls/form/faults.ts';
import type { FormDefinition, Question } from '../../src/features/calls/form/questions.ts';
import { answerWords } from '../../src/features/calls/form/words.ts';
import { day } from '../../src/lib/days.ts';
import { grosze } from '../../src/lib/money.ts';

const base = { hint: '', optional: false };
const short: Question = { ...base, code: 'name', label: 'Nazwa', kind: 'short', maxLetters: 20 };
const people: Question = {
  ...base,
  code: 'people',
  label: 'Ile osób?',
  kind: 'number',
  least: 1,
  most: 500,
  unit: 'osób',
};
const children: Question = { ...people, code: 'children', label: 'W tym dzieci?', least: 0 };
const price: Question = {
  ...{ ...base, code: 'price', label: 'Bilet', kind: 'amount' },
  ...{ leastGrosze: null, mostGrosze: grosze(5000) },
};
const place: Question = {
  ...{ ...base, code: 'place', label: 'Gdzie?', kind: 'choice' },
  options: [
    { code: 'in', label: 'W świetlicy' },
    { code: 'out', label: 'Na dworze' },
  ],
};
const help: Question = {
  ...{ ...base, code: 'help', label: 'Kto pomoże?', kind: 'many' },
  options: [
    { code: 'osp', label: 'OSP Krasnowo' },
    { code: 'kgw', label: 'KGW Łąkowianki' },
  ],
};
const when: Question = { ...base, code: 'when', label: 'Kiedy?', kind: 'range', inRealisation: true };
const back: Question = { ...base, code: 'back', label: 'Kiedy sprzątanie?', kind: 'date', inRealisation: false };
const agreed: Question = { ...base, code: 'agreed', label: 'Sołtys się zgadza.', kind: 'statement' };
const tools: Question = {
  ...{ ...base, code: 'tools', label: 'Sprzęt', kind: 'table', mostRows: 2 },
  columns: [
    { code: 'what', label: 'Co' },
    { code: 'whose', label: 'Czyje' },
  ],
};
const letters: Question = { ...base, code: 'letters', label: 'List poparcia', kind: 'file', mostFiles: 2 };
const tent: Question = {
  ...short,
  code: 'tent',
  label: 'Jaki namiot?',
  shownIf: { question: 'place', values: ['out'] },
};
const pegs: Question = { ...short, code: 'pegs', label: 'Ile śledzi?', shownIf: { question: 'tent', values: [] } };
const all = [short, people, children, price, place, help, when, back, agreed, tools, letters, tent, pegs];

const formOf = (...questions: Question[]): FormDefinition => ({
  sections: [{ code: 'idea', title: 'Pomysł', questions }],
  consents: [],
});
const realisation = { firstOn: day('2024-05-01'), lastOn: day('2024-10-31') };
const faultIn = (question: Question, answer: string) => faultOf(question, answer, realisation);

describe('an answer', () => {
  test.each<[Question, string, string, object]>([
    [short, 'a'.repeat(21), 'text_too_long', { letters: 21, most: 20, over: 1 }],
    [people, 'dużo', 'number_unreadable', {}],
    [people, '12,5', 'number_unreadable', {}],
    [people, '0', 'number_below', { least: 1 }],
    [people, '501', 'number_above', { most: 500 }],
    [price, '12,345', 'amount_too_precise', {}],
    [price, '50,01', 'amount_above', { most: 5000 }],
    [place, 'roof', 'choice_unknown', {}],
    [help, 'osp\nnasa', 'choice_unknown', {}],
    [when, '31.02.2024', 'day_not_a_date', {}],
    [when, '2.06.2024\n1.06.2024', 'ends_before_start', {}],
    [when, '30.04.2024', 'before_realisation', { on: '2024-05-01' }],
    [when, '1.06.2024\n1.11.2024', 'after_realisation', { on: '2024-10-31' }],
    [tools, '[["a","b"],["c","d"],["e","f"]]', 'too_many_rows', { rows: 3, most: 2 }],
    [letters, 'szkoła.pdf\nsołtys.jpg\nosp.jpg', 'too_many_of_question', { most: 2 }],
  ])('to %o cannot stay as %j: %s', (question, answer, code, facts) => {
    expect(faultIn(question, answer)).toEqual({ code, facts });
  });

  test.each<[Question, string, string]>([
    [short, 'Łąka', 'Łąka'],
    [people, '1 00', '100 osób'],
    [price, '49,99 zł', '49,99 zł'],
    [place, 'out', 'Na dworze'],
    [help, 'osp\nkgw', 'OSP Krasnowo\nKGW Łąkowianki'],
    [when, '1.06.2024\n3.06.2024', '1–3 czerwca 2024 r.'],
    [back, '4.06.2024', '4 czerwca 2024 r.'],
    [agreed, 'tak', 'Tak'],
    [tools, '[["namiot","OSP"],["grill",""]]', 'Co: namiot; Czyje: OSP\nCo: grill'],
    [letters, 'szkoła.pdf\nsołtys.jpg', 'szkoła.pdf\nsołtys.jpg'],
  ])('to %o typed as %j is read as %j', (question, answer, words) => {
    expect(faultIn(question, answer)).toBeUndefined();
    expect(answerWords(question, answer).replaceAll('\u00a0', ' ')).toBe(words);
  });

  test('of empty rows, an unticked statement and spaces is none', () => {
    expect(
      [tools, agreed, short].map((question) => isAnswered(question, question.kind === 'table' ? '[["",""]]' : ' ')),
    ).toEqual([...[false, false, false]]);
  });
});

describe('a condition', () => {
  const asked = (answers: Answers) => [...askedQuestions(formOf(place, tent, pegs), answers)];

  test('opens its question, and those under it, only by the answers it names', () => {
    expect(asked({})).toEqual(['place']);
    expect(asked({ place: 'in', tent: 'duży', pegs: '12' })).toEqual(['place']);
    expect(asked({ place: 'out' })).toEqual(['place', 'tent']);
    expect(asked({ place: 'out', tent: 'duży' })).toEqual(['place', 'tent', 'pegs']);
  });
});

describe('a check between two answers', () => {
  const form: FormDefinition = {
    ...formOf(people, children, when, back),
    checks: [
      { left: 'children', relation: 'not_more', right: 'people', text: 'Dzieci jest więcej niż wszystkich.' },
      { left: 'back', relation: 'not_before', right: 'when', text: 'Sprzątanie wypada przed końcem.' },
    ],
  };
  const broken = (answers: Answers) => brokenChecks(form, answers).map(({ left }) => left);

  test('is broken only when both can be read', () => {
    expect(broken({ people: '30', children: '31' })).toEqual(['children']);
    expect(broken({ people: '30', children: '30' })).toEqual([]);
    expect(broken({ people: 'trzydzieści', children: '31' })).toEqual([]);
    expect(broken({ when: '1.06.2024\n3.06.2024', back: '2.06.2024' })).toEqual(['back']);
    expect(broken({ when: '1.06.2024\n3.06.2024', back: '3.06.2024' })).toEqual([]);
  });
});

describe('B1: a form that contradicts itself', () => {
  const codes = (form: FormDefinition) => faultsOfForm(form).map(({ code, question }) => [code, question]);

  test('of every kind of question has no fault', () => {
    expect(codes(formOf(...all))).toEqual([]);
  });

  test.each<[string, FormDefinition, [string, string][]]>([
    ['no question', { sections: [], consents: [] }, [['no_questions', '']]],
    [
      'an empty section',
      formOf(),
      [
        ['no_questions', ''],
        ['section_empty', ''],
      ],
    ],
    [
      'two questions of one code',
      formOf(short, short),
      [
        ['code_twice', 'name'],
        ['code_twice', 'name'],
      ],
    ],
    [
      'a condition on itself',
      formOf({ ...place, shownIf: { question: 'place', values: ['in'] } }),
      [['condition_on_later', 'place']],
    ],
    [
      'conditions in a circle',
      formOf(
        { ...place, shownIf: { question: 'help', values: ['osp'] } },
        { ...help, shownIf: { question: 'place', values: ['in'] } },
      ),
      [['condition_on_later', 'place']],
    ],
    [
      'a condition on nothing',
      formOf({ ...short, shownIf: { question: 'gone', values: [] } }),
      [['condition_without_question', 'name']],
    ],
    [
      'a condition that is never met',
      formOf(place, { ...short, shownIf: { question: 'place', values: ['roof'] } }),
      [['condition_never', 'name']],
    ],
    ['one option', formOf({ ...place, options: place.options.slice(0, 1) }), [['options_too_few', 'place']]],
    ['least above most', formOf({ ...people, least: 10, most: 5 }), [['least_above_most', 'people']]],
    ['a language nobody chose', formOf({ ...short, language: '' }), [['language_missing', 'name']]],
    ['a table without columns', formOf({ ...tools, columns: [] }), [['columns_missing', 'tools']]],
    [
      'a day checked against a number',
      { ...formOf(people, back), checks: [{ left: 'back', relation: 'not_before', right: 'people', text: '?' }] },
      [['check_of_other_kinds', 'back']],
    ],
  ])('with %s is told so', (_what, form, found) => {
    expect(codes(form)).toEqual(found);
  });
});
