import { execFileSync } from 'node:child_process';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { announceCall } from '../../src/features/calls/commands/lifecycle.ts';
import { draftRulesOrder, printRules } from '../../src/features/calls/commands/papers.ts';
import { callDocuments } from '../../src/features/calls/documents.ts';
import { defaultText, documentText, versionsOfText } from '../../src/pdf/wording/versions.ts';
import { words } from '../accounts/door.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client, Page } from '../support/client.ts';
import type { TestPerson } from '../support/house.ts';
import { paperOn, plain, wordsOf } from '../support/papers.ts';

const path = '/pisma/dokumenty/regulamin-konkursu';
const orderPath = '/pisma/dokumenty/zarzadzenie-w-sprawie-regulaminu';
const original = defaultText(callDocuments.call_rules, 'rules');
const oneMore = original.replace('[postanowienia]', 'Pytajcie w czytelni.\n\n[postanowienia]');

let house: TestApp;
let marta: TestPerson;
let joanna: Client;

beforeEach(async () => {
  house = await startTestApp({ beginning: 'draft', at: '2024-02-05T11:00:00.000Z' });
  marta = house.person('Marta Wysocka', 'marta@example.org', ['coordinator']);
  joanna = house.as(house.person('Joanna Wasilewska', 'joanna@example.org', ['coordinator']));
});
afterEach(() => house.close());

const versions = () => versionsOfText(house.deps.db, { kind: 'call_rules', variant: 'rules' });
const rules = () =>
  house.deps.db.all<{ state: string; textId: number | null }>(
    sql`select state, text_id as textId from documents where kind = 'call_rules' order by id`,
  );
const filledIn = (page: Page, name: string, action = path) =>
  page.forms.find((form) => form.action === action)?.filled.find(([field]) => field === name)?.[1];
/** The words of the newest rules on paper, as everybody opens them. */
async function printed(): Promise<string> {
  await house.drain();
  const visitor = house.visitor();
  return wordsOf(visitor, paperOn(await visitor.get('/nabory/1/regulamin'), 'Regulamin konkursu'));
}

describe('a text of documents changed by Joanna', () => {
  test('is a new version: documents asked for from now on are made of it and name it, those made before stay', async () => {
    announceCall(house.deps, marta.actor, 1);
    const before = await printed();
    await joanna.get(path);
    const done = await joanna.submit(path, { text: oneMore, note: 'gdzie pytać' });
    expect(words(done)).toContain('Zapisano wersję 1.');
    const [version] = versions();
    expect(version).toMatchObject({
      ...{ number: 1, text: oneMore, note: 'gdzie pytać', author: 'Joanna Wasilewska' },
      inForceFrom: '2024-02-05T11:00:00.000Z',
    });
    expect(await printed()).toBe(before);

    printRules(house.deps, marta.actor, 1);
    expect(await printed()).toContain('Pytajcie w czytelni. § 1.');
    expect(rules()).toEqual([
      { state: 'made', textId: null },
      { state: 'made', textId: version?.id },
    ]);
    expect(
      house.deps.db.get(sql`select subject_kind as kind, facts from events where what = 'document_text.saved'`),
    ).toEqual({
      kind: 'document_text',
      facts: '{"document":"call_rules","variant":"rules","number":1,"from":"2024-02-05"}',
    });
  });

  test('B6: changed between the asking and the making, the asked text is what is made', async () => {
    await joanna.get(path);
    await joanna.submit(path, { text: oneMore });
    announceCall(house.deps, marta.actor, 1);
    await joanna.get(path);
    await joanna.submit(path, { text: oneMore.replace('w czytelni', 'w dyrekcji') });
    const made = await printed();
    expect([made.includes('Pytajcie w czytelni.'), made.includes('w dyrekcji')]).toEqual([true, false]);
  });

  test('to begin on a later day: told so, and until that day the earlier one is in force', async () => {
    await joanna.get(path);
    for (const [from, said] of [
      ['5.02.2024', 'Wybierz dzień po dzisiejszym.'],
      ['31.02.2024', 'Nie ma takiej daty.'],
    ]) {
      const refused = await joanna.post(path, { text: oneMore, from: from ?? '' });
      expect([refused.status, words(refused)]).toEqual([422, expect.stringContaining(said ?? '')]);
    }
    const saved = await joanna.submit(path, { text: oneMore, from: '12.02.2024' });
    expect(plain(words(saved))).toContain('Zapisano wersję 1. Zacznie obowiązywać 12 lutego 2024 r.');
    expect(plain(words(saved))).toContain(
      'Wersja 1 zacznie obowiązywać 12 lutego 2024 r. Do tego czasu można ją cofnąć',
    );
    expect(plain(words(saved))).toContain('Obowiązuje tekst domyślny.');
    const inForce = () => documentText(house.deps.db, house.clock, callDocuments.call_rules, 'rules').number;
    expect(inForce()).toBe(0);
    house.clock.set('2024-02-11T22:59:59.000Z');
    expect(inForce()).toBe(0);
    house.clock.set('2024-02-11T23:00:00.000Z');
    expect(inForce()).toBe(1);
    expect(plain((await joanna.get(path)).text)).toContain('Obowiązuje wersja 1 z 5 lutego 2024 r.');
  });

  test('a planned version may be called back before it begins, never after; one saved meanwhile holds until it does', async () => {
    const inForce = () => documentText(house.deps.db, house.clock, callDocuments.call_rules, 'rules').number;
    await joanna.get(path);
    const planned = await joanna.submit(path, { text: oneMore, from: '12.02.2024' });
    expect(planned.forms.find(({ action }) => action === path)?.filled).toContainEqual(['text', original]);
    await joanna.submit(path, { text: original.replace('# Regulamin konkursu', '# Regulamin naboru') });
    expect(inForce()).toBe(2);
    const adam = house.as(house.person('Adam Nowik', 'adam@example.org', ['administrator']));
    await adam.get(path);
    const page = await joanna.submit(`${path}/cofniecie`, { number: '1' });
    expect(words(page)).toContain('Cofnięto. Ta wersja nie zacznie obowiązywać.');
    expect((await adam.post(`${path}/cofniecie`, { number: '1' })).status).toBe(422);
    house.clock.set('2024-02-13T10:00:00.000Z');
    expect(inForce()).toBe(2);
    expect(house.deps.db.get(sql`select what from events order by id desc`)).toEqual({
      what: 'document_text.called_back',
    });

    await joanna.get(path);
    await joanna.submit(path, { text: oneMore, from: '15.02.2024' });
    await joanna.get(path);
    house.clock.set('2024-02-16T10:00:00.000Z');
    expect(inForce()).toBe(3);
    expect(words(await joanna.post(`${path}/cofniecie`, { number: '3' }))).toContain(
      'Ta wersja już obowiązuje, więc nie można jej cofnąć.',
    );
    expect(() =>
      house.deps.db.raw.exec("update document_texts set called_back_at = '2024-02-16T10:00:00.000Z' where number = 3"),
    ).toThrow('document_texts_are_frozen');
  });

  test('saved again as it stands leaves no version; an earlier one can be restored', async () => {
    await joanna.get(path);
    expect(words(await joanna.submit(path))).toContain('Nic się nie zmieniło');
    await joanna.submit(path, { text: oneMore });
    await joanna.submit(`${path}/przywrocenie`, { number: '0' });
    expect(versions().map(({ number, text, note }) => [number, text, note])).toEqual([
      [2, original, 'przywrócono: tekst domyślny'],
      [1, oneMore, ''],
    ]);
    expect((await joanna.post(`${path}/przywrocenie`, { number: '9' })).status).toBe(422);
  });

  test('cannot be changed or removed afterwards, and its numbers have no gaps; a made document keeps its version', async () => {
    announceCall(house.deps, marta.actor, 1);
    await joanna.get(path);
    await joanna.submit(path, { text: oneMore });
    printRules(house.deps, marta.actor, 1);
    await house.drain();
    const exec = (statement: string) => () => house.deps.db.raw.exec(statement);
    expect(exec("update document_texts set text = '# Inaczej'")).toThrow('document_texts_are_frozen');
    expect(exec('delete from document_texts')).toThrow('document_texts_are_frozen');
    expect(exec('update documents set text_id = null where text_id is not null')).toThrow('document_made');
    expect(exec('update documents set text_id = 1 where text_id is null')).toThrow('document_made');
    expect(
      exec(`insert into document_texts (kind, variant, number, text, in_force_from, created_at)
        values ('call_rules', 'rules', 3, '# T', '2024', '2024')`),
    ).toThrow('document_texts_in_order');
  });
});

test('of two editors the later sees both texts and what differs, loses nothing and may save knowingly', async () => {
  const adam = house.as(house.person('Adam Nowik', 'adam@example.org', ['administrator']));
  await joanna.get(path);
  await adam.get(path);
  await adam.submit(path, { text: original.replace('# Regulamin konkursu', '# Regulamin naboru') });
  const late = await joanna.post(path, { text: oneMore, note: 'moje' });
  expect(late.status).toBe(409);
  expect(words(late)).toContain('Zapisana w międzyczasie: wersja 1');
  expect(words(late)).toContain('usunięto: naboru');
  expect(filledIn(late, 'text')).toBe(oneMore);
  await joanna.submit(path);
  expect(versions().map(({ number, note }) => [number, note])).toEqual([
    [2, 'moje'],
    [1, ''],
  ]);
});

describe('B1: a bad text of a document', () => {
  test.each([
    ['an unclosed block', `${original}\n{{#if ogłoszony}}`, 'warunek {{#if ogłoszony}} nie ma końca. Wstaw {{/if}}.'],
    ['an unknown field', original.replace('{{wersja}}', '{{wersje}}'), 'Linia 4: nie ma pola {{wersje}}.'],
    [
      'a misspelt part',
      original.replace('[koszty]', '[kosty]'),
      'nie ma części [kosty]. Części są na liście obok. Czy chodziło o [koszty]?',
    ],
    ['a needed part missing', original.replace('[koszty]', ''), 'Część [koszty] musi być w każdym takim dokumencie.'],
    ['a reference to nothing', `${original}\nPatrz [§ kwoty].`, '[§ kwoty] odsyła do paragrafu, którego nie ma.'],
    ['no title', original.replace('# Regulamin', 'Regulamin'), 'Dokument nie ma tytułu.'],
    ['code', `${original}\n{{lookup this "constructor"}}`, 'Linia 19:'],
  ])('with %s is told where and what to do, and nothing is saved or made', async (_what, text, said) => {
    await joanna.get(path);
    for (const what of ['save', 'pdf']) {
      const answer = await joanna.post(path, { text, do: what });
      expect([answer.status, plain(words(answer))]).toEqual([422, expect.stringContaining(said)]);
      expect(filledIn(answer, 'text')).toBe(text.trim());
    }
    expect([versions(), house.deps.db.all(sql`select sha256 from blobs`)]).toEqual([[], []]);
  });

  test('with a script stays words: in the preview, and on paper', async () => {
    announceCall(house.deps, marta.actor, 1);
    await joanna.get(path);
    const text = original.replace('[postanowienia]', '<script>alert(1)</script>\n\n[postanowienia]');
    const preview = await joanna.post(path, { text, do: 'preview' });
    expect(preview.html).not.toContain('<script>alert');
    expect(words(preview)).toContain('<script>alert(1)</script>');
    await joanna.submit(path, { text });
    printRules(house.deps, marta.actor, 1);
    expect(await printed()).toContain('<script>alert(1)</script>');
  });

  test('too long or empty is refused with what was typed', async () => {
    await joanna.get(path);
    const answer = await joanna.post(path, { text: 'ż'.repeat(20_001), note: 'n'.repeat(201) });
    expect(answer.status).toBe(422);
    expect([...answer.links.values()].filter((href) => /^#(?:text|note)$/u.test(href)).sort()).toEqual([
      '#note',
      '#text',
    ]);
    expect((await joanna.post(path, { text: '' })).status).toBe(422);
  });
});

test('what people wrote cannot become a heading, a part or a field of the rules', async () => {
  house.deps.db.raw.exec(
    `update calls set title = '# Konkurs' || char(10) || '[podpisy] {{wersja}} [§ kwota]' where id = 1`,
  );
  announceCall(house.deps, marta.actor, 1);
  expect(await printed()).toContain('Regulamin konkursu „# Konkurs [podpisy] {{wersja}} [§ kwota]”');
  expect((await joanna.get(path)).html).toContain('<mark>„# Konkurs</mark>');
});

test('a version that no longer fits the code gives way to the default text, and staff are told', async () => {
  await joanna.get(path);
  await joanna.submit(path, { text: oneMore });
  house.deps.db.raw.exec(`drop trigger document_texts_no_update`);
  house.deps.db.raw.exec(`update document_texts set text = '# T' || char(10) || '{{dawne-pole}}'`);
  announceCall(house.deps, marta.actor, 1);
  expect(await printed()).toContain('Koniec naboru o podanej godzinie');
  expect(rules()).toEqual([{ state: 'made', textId: null }]);
  expect(words(await joanna.get(path))).toContain('Ten tekst wymaga poprawienia');
  expect(words(await joanna.get('/pisma/dokumenty'))).toContain('wymaga poprawienia');
  await joanna.get(path);
  await joanna.submit(`${path}/przywrocenie`, { number: '0' });
  expect(words(await joanna.get(path))).not.toContain('wymaga poprawienia');
});

describe('the preview', () => {
  test('is filled with the sample, then with the newest record whose documents its reader may open', async () => {
    const unspaced = async (browser: Client) => plain((await browser.get(orderPath)).text);
    const irena = house.as(house.person('Irena Sawko', 'irena@example.org', ['inspector']));
    expect(await unspaced(joanna)).toContain('Dane w podglądzie są przykładowe.');
    expect(draftRulesOrder(house.deps, marta.actor, 1).ok).toBe(true);
    const seen = await unspaced(joanna);
    expect(seen).toContain('Dane w podglądzie są z dokumentu „Projekt zarządzenia w sprawie regulaminu');
    expect(seen).toContain('Para-buch! Biblioteka – w ruch!');
    // Orders are for the coordinator and the director until they are signed.
    const page = await irena.get(orderPath);
    expect(plain(page.text)).toContain('Dane w podglądzie są przykładowe.');
    expect(page.text).not.toContain('Para-buch');
    expect(page.forms.filter(({ action }) => action.startsWith('/pisma'))).toEqual([]);
  });

  test('as a PDF is the typed text on the same data with the mark of a draft, and nothing is stored', async () => {
    const seal = () =>
      house.deps.db.get(sql`select (select count(*) from documents) as documents, (select count(*) from blobs) as blobs,
        (select count(*) from files) as files, (select count(*) from events) as events, (select count(*) from jobs) as jobs`);
    announceCall(house.deps, marta.actor, 1);
    const before = seal();
    await joanna.get(path);
    const text = original.replace('[postanowienia]', 'Zwracajcie się do nas śmiało.\n\n[postanowienia]');
    const file = await joanna.post(path, { text, do: 'pdf' });
    expect([file.status, file.headers['content-type'], file.headers['content-disposition']]).toEqual([
      ...[200, 'application/pdf'],
      expect.stringContaining('regulamin-konkursu-proba.pdf'),
    ]);
    const compact = (text: string) => text.replace(/\s+/gu, '');
    const printed = compact(execFileSync('pdftotext', ['-raw', '-', '-'], { input: file.body, encoding: 'utf8' }));
    for (const words of ['PROJEKT', 'Zwracajcie się do nas śmiało.', 'Para-buch! Biblioteka – w ruch!'])
      expect(printed).toContain(compact(words));
    expect(seal()).toEqual(before);
  });

  test('while typing is the same part of the page alone, with the first fault beside the text', async () => {
    const page = await joanna.get(path);
    const csrf = page.forms.find(({ action }) => action === path)?.filled.find(([name]) => name === '_csrf') ?? [
      '',
      '',
    ];
    const answer = await joanna.send({
      method: 'POST',
      url: `${path}/podglad`,
      headers: { origin: house.url, 'hx-request': 'true', 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams([csrf, ['text', original.replace('[koszty]', '[kosty]')], ['base', '0']]).toString(),
    });
    expect(answer.status).toBe(200);
    expect(answer.html).not.toContain('<html');
    expect(plain(answer.html)).toMatch(/hx-target="#stan"[^>]*>Linia 14: nie ma części \[kosty\]/u);
  });
});
