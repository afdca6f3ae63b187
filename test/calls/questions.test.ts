import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { returnToDraft } from '../../src/features/calls/commands/lifecycle.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestPerson } from '../support/house.ts';

let app: TestApp;
let marta: TestPerson;

beforeEach(async () => {
  app = await startTestApp({ beginning: 'open', at: '2024-02-28T10:00:00.000Z' });
  marta = app.person('Marta Wysocka', 'marta@example.org', ['coordinator']);
});
afterEach(() => app.close());

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const rows = () => app.deps.db.all<{ question: string }>(sql`select question from asked_questions order by id`);

const asked = 'Moja sąsiadka Leokadia nie ma konta. Czy może złożyć wniosek na papierze?';

async function ask(fields: Record<string, string>) {
  const visitor = app.visitor();
  await visitor.get('/nabory/1/pytania');
  return visitor.post('/nabory/1/pytania', {
    question: asked,
    name: 'Regina Żuk',
    email: 'Regina@Example.org',
    ...fields,
  });
}

async function answer(fields: Record<string, string>) {
  const browser = app.as(marta);
  await browser.get('/nabory/1/pytania/1');
  return browser.post('/nabory/1/pytania/1', {
    publicQuestion: 'Czy można złożyć wniosek na papierze?',
    answer: 'Tak, w czytelni.',
    ...fields,
  });
}

describe('a question of a visitor', () => {
  test('waits for staff, who see the asker; nobody else does, and nothing is shown before the answer', async () => {
    expect((await ask({})).status).toBe(303);
    for (const path of ['/nabory/1', '/nabory/1/pytania', '/calls.json']) {
      const { body } = await app.visitor().get(path);
      for (const secret of ['Leokadia', 'Regina', 'regina@']) expect(String(body)).not.toContain(secret);
    }
    const desk = await app.as(marta).get('/pulpit');
    expect(plain(desk.text)).toContain('Odpowiedz: 1 pytanie o konkurs');
    expect((await app.as(marta).get('/nabory/1/pytania/odpowiedzi')).text).toContain('regina@example.org');
  });

  test('is answered in other words, published without the asker, who gets a letter; the question as asked stays', async () => {
    await ask({});
    expect((await answer({ outcome: 'published' })).status).toBe(303);
    const page = await app.visitor().get('/nabory/1/pytania');
    expect(page.text).toContain('Czy można złożyć wniosek na papierze?');
    expect(plain(page.text)).toContain('Tak, w czytelni.');
    expect(plain((await app.visitor().get('/nabory/1')).text)).toContain('Tak, w czytelni.');
    for (const secret of ['Leokadia', 'Regina', 'regina@']) expect(page.html).not.toContain(secret);
    expect(rows()).toEqual([{ question: asked }]);
    const letters = app.deps.db.all<{ to: string; body: string }>(
      sql`select to_address as "to", body from letters where kind = 'question_answered'`,
    );
    expect(letters).toHaveLength(1);
    expect(letters[0]?.to).toBe('regina@example.org');
    expect(letters[0]?.body).toContain('Leokadia');
    expect((await app.as(marta).get('/pulpit')).text).not.toContain('Odpowiedz: ');
  });

  test('published once cannot be hidden, only corrected, and the letter goes once', async () => {
    await ask({});
    await answer({ outcome: 'published' });
    const browser = app.as(marta);
    await browser.get('/nabory/1/pytania/1');
    expect((await browser.post('/nabory/1/pytania/1', { outcome: 'set_aside' })).status).toBe(422);
    expect((await answer({ answer: 'Tak, w czytelni albo pocztą.' })).status).toBe(303);
    expect(plain((await app.visitor().get('/nabory/1/pytania')).text)).toContain('Tak, w czytelni albo pocztą.');
    expect(app.deps.db.all(sql`select id from letters where kind = 'question_answered'`)).toHaveLength(1);
  });

  test('can be answered to its asker alone, if there is an address', async () => {
    await ask({ email: '' });
    const refused = await answer({ outcome: 'answered' });
    expect(refused.status).toBe(422);
    expect(plain(refused.text)).toContain('Ta osoba nie podała adresu e-mail.');
    expect(refused.html).toContain('Tak, w czytelni.');
  });
});

describe('what does not get in', () => {
  test('a program that fills the hidden field; a person in the same case presses once more with the text kept', async () => {
    const refused = await ask({ trap: 'https://example.net' });
    expect(refused.status).toBe(422);
    expect(refused.html).toContain('Leokadia');
    expect(rows()).toEqual([]);
  });

  test('an address that is none, an empty question, a question to a draft', async () => {
    expect((await ask({ email: 'regina@' })).status).toBe(422);
    expect((await ask({ question: '  ' })).status).toBe(422);
    const visitor = app.visitor();
    await visitor.get('/nabory/1/pytania');
    returnToDraft(app.deps, marta.actor, 1);
    expect((await visitor.post('/nabory/1/pytania', { question: asked })).status).toBe(404);
    expect(rows()).toEqual([]);
  });

  test('the twenty-first question within an hour from one network', async () => {
    for (let nth = 1; nth <= 20; nth += 1) await ask({ question: `Pytanie numer ${nth}?` });
    const refused = await ask({});
    expect(refused.status).toBe(422);
    expect(plain(refused.text)).toContain('Spróbuj za godzinę albo zadzwoń do nas.');
    expect(rows()).toHaveLength(20);
  });
});

test('the database itself keeps a question as it was asked', async () => {
  await ask({});
  const change = (statement: string) => () => app.deps.db.raw.exec(statement);
  expect(change("update asked_questions set question = 'inne'")).toThrow('question_asked');
  expect(change('delete from asked_questions')).toThrow('question_asked');
});
