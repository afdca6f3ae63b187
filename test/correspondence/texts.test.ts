import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { accountsLetters } from '../../src/features/accounts/letters.ts';
import { writeInvitation } from '../../src/features/accounts/post.ts';
import { versionsOf } from '../../src/mail/letter-texts.ts';
import { words } from '../accounts/door.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client } from '../support/client.ts';

const path = '/pisma/wzory/nowa-rola';
const original = accountsLetters.invitation;
let house: TestApp;
let joanna: Client;

beforeEach(async () => {
  house = await startTestApp({ beginning: 'draft', at: '2024-02-05T11:00:00.000Z', mail: true });
  joanna = house.as(house.person('Joanna Wasilewska', 'joanna@example.org', ['coordinator']));
});
afterEach(() => house.close());

const versions = () => versionsOf(house.deps.db, 'invitation');
const letters = () =>
  house.deps.db.all<{ subject: string; body: string; textId: number | null }>(
    sql`select subject, body, text_id as textId from letters where kind = 'invitation' order by id`,
  );
/** Marek is given a role, which writes him the letter. */
function invite(name: string, email: string): void {
  const { id } = house.person(name, email);
  const grant = { personId: id, role: 'director' as const, callId: null };
  house.deps.db.write((tx) => writeInvitation(tx, house.deps, grant, id));
}

describe('a text changed by Joanna', () => {
  test('is a new version, in force for new letters; each letter names its version and the old one stays as it was', async () => {
    invite('Marek Borkowski', 'marek@example.org');
    const [old] = letters();
    await joanna.get(path);
    const body = 'Dzień dobry!\n\nMasz rolę: {{role}}. Wejście: {{signInAddress}}\n\n{{organisationName}}';
    const done = await joanna.submit(path, { subject: 'Rola: {{role}}', body, note: 'krócej' });
    expect(words(done)).toContain('Zapisano wersję 1.');

    house.clock.advance({ hours: 1 });
    invite('Ona Grigutienė', 'ona@example.org');
    const [version] = versions();
    expect(version).toMatchObject({
      ...{ number: 1, subject: 'Rola: {{role}}', body, note: 'krócej', author: 'Joanna Wasilewska' },
      inForceFrom: '2024-02-05T11:00:00.000Z',
    });
    expect(letters()).toEqual([
      old,
      {
        subject: 'Rola: dyrektor',
        body: `Dzień dobry!\n\nMasz rolę: dyrektor. Wejście: ${house.url}/wejscie\n\nBiblioteka Publiczna w Sejnach`,
        textId: version?.id,
      },
    ]);
    expect(old?.textId).toBeNull();
    expect(house.deps.db.get(sql`select what, subject_kind as kind, facts from events order by id desc`)).toEqual({
      what: 'letter_text.saved',
      kind: 'letter_text',
      facts: '{"letter":"invitation","number":1}',
    });
  });

  test('saved again as it stands leaves no version and no trace', async () => {
    const events = house.deps.db.get(sql`select count(*) as n from events`);
    await joanna.get(path);
    expect(words(await joanna.submit(path))).toContain('Nic się nie zmieniło');
    expect(versions()).toEqual([]);
    expect(house.deps.db.get(sql`select count(*) as n from events`)).toEqual(events);
  });

  test('can go back to any earlier version and to the default text, each time as a new version', async () => {
    await joanna.get(path);
    await joanna.submit(path, { subject: 'Pierwszy temat' });
    await joanna.submit(path, { subject: 'Drugi temat' });
    const before = versions();
    await joanna.post(`${path}/przywrocenie`, { number: '1' });
    await joanna.get(path);
    const page = await joanna.submit(`${path}/przywrocenie`, { number: '0' });
    expect(versions().map(({ number, subject, note }) => [number, subject, note])).toEqual([
      [4, original.subject, 'przywrócono: tekst domyślny'],
      [3, 'Pierwszy temat', 'przywrócono: wersja 1 z 5\u00a0lutego 2024\u00a0r.'],
      [2, 'Drugi temat', ''],
      [1, 'Pierwszy temat', ''],
    ]);
    expect(versions().slice(2)).toEqual(before);
    expect(words(page)).toContain('usunięto: Drugi');
    expect((await joanna.post(`${path}/przywrocenie`, { number: '9' })).status).toBe(422);
  });

  test('cannot be changed or removed afterwards, and its numbers have no gaps', async () => {
    await joanna.get(path);
    await joanna.submit(path, { subject: 'Rola' });
    invite('Marek Borkowski', 'marek@example.org');
    const exec = (statement: string) => () => house.deps.db.raw.exec(statement);
    expect(exec("update letter_texts set body = 'inaczej'")).toThrow('letter_texts_are_frozen');
    expect(exec('delete from letter_texts')).toThrow('letter_texts_are_frozen');
    expect(exec('update letters set text_id = null')).toThrow('letters_text_stays');
    expect(
      exec(`insert into letter_texts (kind, number, subject, body, in_force_from, created_at)
        values ('invitation', 3, 'a', 'b', '2024', '2024')`),
    ).toThrow('letter_texts_in_order');
  });
});

describe('a text that is to start later', () => {
  const body = 'Nowa treść: {{role}}.';
  const plan = (fields: Record<string, string>) => joanna.submit(path, { subject: 'Od marca', body, ...fields });
  const subjects = () => letters().map(({ subject }) => subject);

  test('is in force from its hour on, by the clock of the competition; until then letters go from the earlier one', async () => {
    await joanna.get(path);
    const saved = await plan({ fromOn: '5 marca 2024', fromTime: '8.00' });
    expect(words(saved)).toContain('Zapisano wersję 1. Będzie obowiązywać od 5 marca 2024 r., godz. 8.00.');
    expect(words(saved)).toContain('Obowiązuje tekst domyślny. Wersja 1 obowiązuje od 5 marca 2024 r., godz. 8.00.');
    expect(words(saved)).toContain('wersja 1 z 5 lutego 2024 r., od 5 marca 2024 r., godz. 8.00 zacznie obowiązywać');
    expect(versions()[0]?.inForceFrom).toBe('2024-03-05T07:00:00.000Z');
    house.clock.set('2024-03-05T06:59:59.000Z');
    invite('Marek Borkowski', 'marek@example.org');
    house.clock.set('2024-03-05T07:00:00.000Z');
    invite('Ona Grigutienė', 'ona@example.org');
    expect([subjects()[0]?.startsWith('Masz nową rolę'), subjects()[1]]).toEqual([true, 'Od marca']);
    expect(words(await joanna.get(path))).toContain('Obowiązuje wersja 1');
  });

  test('lets the earlier one be put right meanwhile, and starts all the same', async () => {
    await joanna.get(path);
    await plan({ fromOn: '05.03.2024' });
    expect((await joanna.get(path)).forms.find(({ action }) => action === path)?.filled).toContainEqual([
      'subject',
      original.subject,
    ]);
    await joanna.submit(path, { subject: 'Poprawka: {{role}}' });
    invite('Marek Borkowski', 'marek@example.org');
    house.clock.set('2024-03-04T23:00:00.000Z');
    invite('Ona Grigutienė', 'ona@example.org');
    expect(subjects()).toEqual(['Poprawka: dyrektor', 'Od marca']);
  });

  test('may be called back before it starts, never after', async () => {
    await joanna.get(path);
    await plan({ fromOn: '05.03.2024' });
    const other = house.as(house.person('Adam Sawko', 'adam@example.org', ['coordinator']));
    await other.get(path);
    const page = await joanna.submit(`${path}/cofniecie`);
    expect(words(page)).toContain('Cofnięto. Ta wersja nie zacznie obowiązywać.');
    expect((await other.post(`${path}/cofniecie`)).status).toBe(422);
    house.clock.set('2024-03-06T10:00:00.000Z');
    invite('Marek Borkowski', 'marek@example.org');
    expect(subjects()[0]).toContain('Masz nową rolę');
    expect(house.deps.db.get(sql`select what from events order by id desc`)).toEqual({
      what: 'letter_text.called_back',
    });

    await joanna.get(path);
    await plan({ fromOn: '7.03.2024' });
    await joanna.get(path);
    house.clock.set('2024-03-08T10:00:00.000Z');
    expect(words(await joanna.post(`${path}/cofniecie`))).toContain(
      'Ta wersja już obowiązuje, więc nie można jej cofnąć.',
    );
    const run = (statement: string) => () => house.deps.db.raw.exec(statement);
    expect(run("update letter_texts set called_back_at = '2024-03-08T10:00:00.000Z' where number = 2")).toThrow(
      'letter_texts_are_frozen',
    );
  });

  test.each([
    ['yesterday', { fromOn: '4.02.2024' }, 'Ten moment już minął.'],
    ['this very moment', { fromOn: '5.02.2024', fromTime: '12.00' }, 'Ten moment już minął.'],
    ['an hour that the clocks skip', { fromOn: '31.03.2024', fromTime: '2.30' }, 'Sprawdź godzinę.'],
    ['an hour of no day', { fromTime: '8.00' }, 'Podaj też dzień'],
    ['no date', { fromOn: 'po świętach \u0000' }, 'Sprawdź datę.'],
  ])('%s is refused with what was typed', async (_when, typed, said) => {
    await joanna.get(path);
    const again = await joanna.post(path, { subject: 'Od marca', ...typed });
    expect([again.status, words(again).includes(said)]).toEqual([422, true]);
    expect(again.forms.find(({ action }) => action === path)?.filled).toContainEqual(['subject', 'Od marca']);
    expect(versions()).toEqual([]);
  });
});

test('of two editors the later sees both texts, loses nothing and may save knowingly', async () => {
  const adam = house.as(house.person('Adam Nowik', 'adam@example.org', ['administrator']));
  await joanna.get(path);
  await adam.get(path);
  await adam.submit(path, { subject: 'Temat Adama' });
  const late = await joanna.post(path, { subject: 'Temat Joanny', note: 'moje' });
  expect(late.status).toBe(409);
  expect(words(late)).toContain('Zapisana w międzyczasie: wersja 1');
  expect(words(late)).toContain('Temat Adama');
  expect(late.html).toContain('value="Temat Joanny"');
  expect(versions().map(({ subject }) => subject)).toEqual(['Temat Adama']);
  await joanna.submit(path);
  expect(versions().map(({ subject, note }) => [subject, note])).toEqual([
    ['Temat Joanny', 'moje'],
    ['Temat Adama', ''],
  ]);
});

describe('B1: a bad text', () => {
  test.each([
    [
      'an unclosed block',
      'Dzień dobry!\n{{#if role}}rola',
      'Linia 2: warunek {{#if role}} nie ma końca. Wstaw {{/if}}.',
    ],
    ['an unknown field', 'Dzień dobry!\n\n{{rola}}', 'Linia 3: nie ma pola {{rola}}.'],
    ['a misspelt field', '{{rol}}', 'Linia 1: nie ma pola {{rol}}. Pola są na liście obok. Czy chodziło o {{role}}?'],
    ['code', '{{lookup this "constructor"}}', 'Linia 1:'],
    ['unescaped output', 'a\n{{{role}}}', 'Linia 2: w {{{role}}} jest coś więcej'],
  ])('with %s is told where and what to do, and nothing is saved', async (_what, body, said) => {
    await joanna.get(path);
    for (const what of ['save', 'trial']) {
      const answer = await joanna.post(path, { body, do: what });
      expect(answer.status).toBe(422);
      expect(words(answer).replaceAll('\u00a0', ' ')).toContain(said);
      expect(answer.forms.find(({ action }) => action === path)?.filled).toContainEqual(['body', body]);
    }
    expect(versions()).toEqual([]);
    expect(house.deps.db.all(sql`select id from letters`)).toEqual([]);
  });

  test('with a script stays words: in the preview, in the text and in the HTML of the letter', async () => {
    await joanna.get(path);
    const body = '<script>alert(1)</script>\n\n<img src=x onerror=alert(2)> {{role}}';
    const preview = await joanna.post(path, { body, do: 'preview' });
    expect(preview.html).not.toMatch(/<script>alert|<img src=x/u);
    expect(words(preview)).toContain('<script>alert(1)</script>');
    await joanna.submit(path, { body });
    invite('Marek Borkowski', 'marek@example.org');
    await house.drain();
    const [letter] = house.mailbox.letters;
    expect(letter?.text).toContain('<script>alert(1)</script>');
    expect(letter?.html).toContain('<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>');
    expect(String(letter?.html)).not.toMatch(/<script|<img/u);
  });

  test('too long or empty is refused with what was typed', async () => {
    await joanna.get(path);
    const answer = await joanna.post(path, { subject: '', body: 'ż'.repeat(8001), note: 'n'.repeat(201) });
    expect(answer.status).toBe(422);
    const wrong = [...answer.links.values()].filter((href) => /^#(?!tresc)/u.test(href));
    expect(wrong.sort()).toEqual(['#body', '#note', '#subject']);
    expect(answer.html).toContain('ż'.repeat(8001));
  });
});

test('a field’s value is never read as a template: what a person wrote cannot fill or hide anything', async () => {
  await joanna.get(path);
  await joanna.submit(path, { body: '{{role}} {{scope}} {{signInAddress}}' });
  house.deps.db.raw.exec("update organisations set name = '{{signInAddress}} {{#if role}} <b>Ewa</b>'");
  invite('{{role}}', 'marek@example.org');
  const [letter] = letters();
  expect(letter?.subject).toContain('{{signInAddress}} {{#if role}} <b>Ewa</b>');
  await house.drain();
  expect(house.mailbox.letters).toHaveLength(1);
});

describe('the preview', () => {
  const unspaced = (page: { text: string }) => page.text.replaceAll('\u00a0', ' ');

  test('shows the letter with the sample, then with the newest real letter that its reader may open', async () => {
    expect(unspaced(await joanna.get(path))).toContain('Dane w podglądzie są przykładowe.');
    invite('Marek Borkowski', 'marek@example.org');
    const page = await joanna.get(path);
    expect(unspaced(page)).toContain('Dane w podglądzie są z listu do: Marek Borkowski, 5 lutego 2024 r.');
    expect(page.html).toContain('<mark>dyrektor</mark>');
    const irena = house.as(house.person('Irena Sawko', 'irena@example.org', ['inspector']));
    expect(unspaced(await irena.get(path))).toContain('Marek Borkowski');
    // A role held for one call opens no letter about people, and changes no text.
    const elsewhere = house.as(house.person('Ewa Rutko', 'ewa@example.org', [{ role: 'coordinator', callId: 1 }]));
    const seen = await elsewhere.get(path);
    expect(unspaced(seen)).toContain('Dane w podglądzie są przykładowe.');
    expect(seen.html).not.toContain('Borkowski');
    expect(seen.forms.filter(({ action }) => action.startsWith('/pisma'))).toEqual([]);
  });

  test('while typing is the same part of the page alone, with faults instead of the letter', async () => {
    await joanna.get(path);
    const form = (await joanna.get(path)).forms.find(({ action }) => action === path);
    const send = (body: string) =>
      joanna.send({
        method: 'POST',
        url: `${path}/podglad`,
        headers: { origin: house.url, 'hx-request': 'true', 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams([
          ...(form?.filled ?? []).filter(([name]) => name !== 'body'),
          ['body', body],
        ]).toString(),
      });
    const right = await send('Rola: {{role}}');
    expect(right.html).toMatch(/^<section[^>]+id="podglad"/u);
    expect(right.html).toContain('Rola: <mark>członek komisji</mark>');
    const wrong = await send('Rola: {{rol}}');
    expect(wrong.status).toBe(200);
    expect(unspaced(wrong)).toContain('Czy chodziło o {{role}}?');
  });
});

describe('the trial letter', () => {
  test('goes to whoever asked, with the typed text and the sample, once for each press', async () => {
    invite('Marek Borkowski', 'marek@example.org');
    await joanna.get(path);
    const page = await joanna.post(path, { subject: 'Nowy temat: {{role}}', do: 'trial' });
    expect([page.status, words(page)]).toEqual([200, expect.stringContaining('joanna@example.org')]);
    expect(page.html).toContain('value="Nowy temat: {{role}}"');
    await joanna.post(path, { do: 'trial' });
    await house.drain();
    const trials = house.mailbox.letters.filter(({ subject }) => subject?.startsWith('[Próba]'));
    expect(trials.map(({ envelope, subject }) => [envelope.to, subject])).toEqual([
      [['joanna@example.org'], '[Próba] Nowy temat: członek komisji'],
      [['joanna@example.org'], '[Próba] Nowy temat: członek komisji'],
    ]);
    for (const { text } of trials) expect(text).not.toContain('Borkowski');
    expect(versions()).toEqual([]);
  });

  test('pressed twice by a shaking hand is one letter', async () => {
    await joanna.get(path);
    const form = (await joanna.get(path)).forms.find(({ action }) => action === path);
    const payload = new URLSearchParams([...(form?.filled ?? []), ['do', 'trial']]).toString();
    const headers = { origin: house.url, 'content-type': 'application/x-www-form-urlencoded' };
    await joanna.send({ method: 'POST', url: path, headers, payload });
    await joanna.send({ method: 'POST', url: path, headers, payload });
    expect(house.deps.db.all(sql`select kind from letters`)).toEqual([{ kind: 'trial' }]);
  });

  test('of a letter that opens a door opens none', async () => {
    const door = '/pisma/wzory/link-do-wejscia';
    await joanna.get(door);
    expect((await joanna.post(door, { do: 'trial' })).status).toBe(200);
    await house.drain();
    expect(house.mailbox.letters.at(-1)?.text).toContain('[jednorazowy link]');
    const refused = await joanna.post(door, { body: 'Wejdź.', do: 'save' });
    expect(refused.status).toBe(422);
    expect(words(refused)).toContain('Bez pola {{link}} nikt nie wejdzie z tego listu.');
  });
});

test('a version that names what is gone gives way to the default text, and staff are told', async () => {
  house.deps.db.raw.exec(`insert into letter_texts (kind, number, subject, body, in_force_from, created_at)
    values ('invitation', 1, 'Rola', '{{formerField}}', '2024-01-01T00:00:00.000Z', '2024-01-01T00:00:00.000Z')`);
  invite('Marek Borkowski', 'marek@example.org');
  expect(letters()).toMatchObject([
    { textId: null, subject: 'Masz nową rolę: dyrektor – Biblioteka Publiczna w Sejnach' },
  ]);
  expect(words(await joanna.get('/pisma/wzory'))).toContain('wymaga poprawienia');
  expect(words(await joanna.get(path))).toContain('Ten tekst wymaga poprawienia');
});

test('the outbox leads to the list, which names every kind and the text in force', async () => {
  expect((await joanna.get('/skrzynka')).links.get('Wzory listów')).toBe('/pisma/wzory');
  await joanna.get(path);
  await joanna.submit(path, { subject: 'Rola' });
  const list = await joanna.get('/pisma/wzory');
  expect(list.links.get('Nowa rola')).toBe(path);
  expect(list.text.replaceAll('\u00a0', ' ')).toContain('wersja 1 z 5 lutego 2024 r.');
  expect(words(list).match(/tekst domyślny/gu)).toHaveLength(38);
  expect((await joanna.get('/pisma/wzory/nie-ma-takiego')).status).toBe(404);
});
