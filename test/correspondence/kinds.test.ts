import { describe, expect, it, test } from 'vitest';
import { slugOf } from '../../src/features/correspondence/queries.ts';
import { wordingPlaces } from '../../src/features/correspondence/wordings.ts';
import { fieldsOf, writeText } from '../../src/mail/kinds.ts';
import { checkText } from '../../src/mail/letter-texts.ts';
import { isWorded } from '../../src/pdf/kinds.ts';
import { checkWording } from '../../src/pdf/wording/check.ts';
import { documentKinds, letterKinds } from '../../src/registries.ts';

describe.each(Object.values(letterKinds).map((kind) => [kind.kind, kind] as const))('the letter %s', (_name, kind) => {
  it('says what each of its fields means, when it goes and to whom', () => {
    for (const { meaning } of fieldsOf(kind).body) expect(meaning).toMatch(/\p{L}{3}/u);
    expect([kind.name, kind.when, kind.to].every((words) => words.length > 5)).toBe(true);
  });

  it('has a default text that staff could have saved, and a sample that fills it', () => {
    expect(checkText(kind, kind)).toEqual({ subject: [], body: [], missing: [] });
    const written = writeText(kind, kind.sample);
    expect(written.subject).not.toMatch(/[{}]/u);
    expect(written.body).not.toMatch(/[{}]/u);
  });
});

test('every kind stands under its own key and has an address of its own', () => {
  for (const [key, kind] of Object.entries(letterKinds)) expect(kind.kind).toBe(key);
  const slugs = Object.values(letterKinds).map(slugOf);
  expect(new Set(slugs).size).toBe(slugs.length);
  for (const slug of slugs) expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/u);
});

test('a letter that opens a door is no letter without its link and its code, and has them in no subject', () => {
  const { sign_in: signIn } = letterKinds;
  if (signIn === undefined) throw new Error('there is no letter sign_in');
  expect(checkText(signIn, { subject: 'Wejście', body: 'Kod: {{code}}' }).missing).toEqual(['link']);
  expect(checkText(signIn, { subject: 'Kod {{code}}', body: '{{link}} {{ code }}' })).toMatchObject({
    subject: [{ code: 'unknown_field', found: '{{code}}' }],
    missing: [],
  });
});

describe.each(
  Object.values(documentKinds)
    .filter(isWorded)
    .map((kind) => [kind.kind, kind] as const),
)('the document %s', (_name, { wording }) => {
  it('says what each of its fields and parts means, and when it is made', () => {
    const meanings = [...wording.fields, ...Object.values(wording.parts)].map(({ meaning }) => meaning);
    for (const meaning of [...meanings, wording.name, wording.when]) expect(meaning).toMatch(/\p{L}{3}/u);
  });

  it('has for each variant a default text that staff could have saved, and a sample of that variant', () => {
    for (const [variant, { text, sample }] of Object.entries(wording.variants)) {
      expect([variant, checkWording(text, wording)]).toEqual([variant, []]);
      expect(wording.variantOf(sample)).toBe(variant);
    }
  });

  it('fills exactly the fields it lists, conditions with yes or no', () => {
    for (const { sample } of Object.values(wording.variants)) {
      const values = wording.values(sample);
      expect(Object.keys(values).sort()).toEqual(wording.fields.map(({ name }) => name).sort());
      for (const { name, kind } of wording.fields)
        expect([name, typeof values[name] === 'boolean']).toEqual([name, kind === 'condition']);
    }
  });
});

test('every text of documents has an address of its own', () => {
  const slugs = wordingPlaces(documentKinds).map(({ slug }) => slug);
  expect(slugs.length).toBeGreaterThan(10);
  expect(new Set(slugs).size).toBe(slugs.length);
  for (const slug of slugs) expect(slug).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/u);
});
