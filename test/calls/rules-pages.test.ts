import { sql } from 'drizzle-orm';
import { afterEach, describe, expect, test } from 'vitest';
import { readLegalSource } from '../../src/features/calls/call-texts.ts';
import { announceCall, returnToDraft } from '../../src/features/calls/commands/lifecycle.ts';
import { publishLegal, putLegalAside, saveLegal } from '../../src/features/calls/rules/commands.ts';
import { sourceOf } from '../../src/features/calls/rules/language.ts';
import { readLegalVersions, readSaves, readWorkingLegal } from '../../src/features/calls/rules/queries.ts';
import { refused } from '../../src/lib/result.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client, Page } from '../support/client.ts';
import type { TestPerson } from '../support/house.ts';
import { plain } from '../support/papers.ts';
import { completeDraft } from '../support/story/applications.ts';

let app: TestApp;
let person: TestPerson;
let marta: Client;
afterEach(() => app.close());

const editor = '/nabory/1/teksty/regulamin';
const regina = { leader: 'Regina Żuk', email: 'regina@example.org', title: 'Dwa języki, jedna półka' };
const reason = 'Grupy pytały, do kiedy mogą zrezygnować.';

async function begin(beginning: 'draft' | 'open'): Promise<void> {
  app = await startTestApp({ beginning, at: '2024-02-12T07:00:00.000Z' });
  person = app.person('Marta Wysocka', 'marta@example.org', ['coordinator']);
  marta = app.as(person);
}

const typedIn = (page: Page) =>
  String(page.forms.find(({ action }) => action === editor)?.filled.find(([name]) => name === 'legal')?.[1]);
const working = (kind: 'rules' | 'privacy' = 'rules') => readWorkingLegal(app.deps.db, 1, kind);
const visitor = async (path: string) => plain((await app.visitor().get(path)).text);

async function write(change: (text: string) => string, fields: Record<string, string> = {}): Promise<Page> {
  await marta.get(editor);
  return marta.submit(editor, { legal: change(working().text), ...fields });
}

async function publish(typed: Record<string, string> = {}): Promise<Page> {
  await marta.get(editor);
  return marta.submit(`${editor}/publikacja`, typed);
}

describe('Marta writes the rules of a draft', () => {
  test('in a copy of her own until she publishes it; the next version needs no reason', async () => {
    await begin('draft');
    const before = working().published.text;
    await write((text) => text.replace('Grupa może zrezygnować.', 'Grupa może zrezygnować w każdej chwili.'));
    expect(sourceOf(readLegalSource(app.deps.db, 1, 'rules').content)).toBe(before);
    const page = await marta.get(editor);
    expect(plain(page.text)).toContain('Zmiany, których inni jeszcze nie widzą');
    expect(plain(page.text)).toContain('dodano: zrezygnować w każdej chwili.');
    expect(plain((await publish()).text)).toContain('Opublikowano wersję 2 regulaminu.');
    expect(readLegalVersions(app.deps.db, 1, 'rules').map(({ number, createdBy }) => [number, createdBy])).toEqual([
      [2, 'Marta Wysocka'],
      [1, ''],
    ]);
    expect(plain((await marta.get('/nabory/1/regulamin')).text)).toContain('Grupa może zrezygnować w każdej chwili.');
    // Nobody outside has read anything yet, so nothing is kept as published and no address opens.
    expect(app.deps.db.all(sql`select 1 from call_publications`)).toEqual([]);
    expect((await app.visitor().get('/nabory/1/regulamin/wersje/2')).status).toBe(404);
    expect((await marta.get('/nabory/1/regulamin/wersje/2')).status).toBe(404);
  });

  test('faults are kept with their lines, stand in the way of publishing and of no save', async () => {
    await begin('draft');
    const page = await write((text) => text.replace('§ Pieniądze', '§ Pieniądze\n\nMamy {{pulla}}.'), { do: 'page' });
    expect(page.status).toBe(200);
    expect(plain(page.text)).toContain('nie ma pola {{pulla}}. Pola są na liście obok. Czy chodziło o {{pula}}?');
    const { revision, text } = working();
    expect(text).toContain('{{pulla}}');
    const place = { callId: 1, kind: 'rules', revision } as const;
    expect(publishLegal(app.deps, person.actor, { ...place, reason: '' })).toEqual(refused('text_faulty'));
    expect((await marta.get(`${editor}/pdf`)).location).toBe(editor);
  });

  test('amounts and dates named in the text follow the settings', async () => {
    await begin('draft');
    await write((text) => `${text}\n\n§ Kwoty\n1. Pula wynosi {{pula}}, a nabór trwa: {{nabór}}.`, { do: 'page' });
    const words = 'Pula wynosi 24 000,00 zł (słownie: dwadzieścia cztery tysiące złotych 00/100), a nabór trwa: ';
    expect(plain((await marta.get(`${editor}/podglad`)).text)).toContain(words);
    await publish();
    app.deps.db.raw.exec('update calls set pool_grosze = 2000000 where id = 1');
    expect(plain((await marta.get('/nabory/1/regulamin')).text)).toContain('Pula wynosi 20 000,00 zł');
  });

  test('two people at once: the slower sees both texts and what differs, and neither is lost', async () => {
    await begin('draft');
    const piotr = app.as(app.person('Piotr Sawicki', 'piotr@example.org', ['coordinator']));
    const { text } = working();
    await marta.get(editor);
    await piotr.get(editor);
    await piotr.post(editor, { legal: text.replace('Pieniędzy nie', 'Pieniędzy nikomu nie') });
    const mine = text.replace('Pieniędzy nie', 'Pieniędzy nigdy nie');
    const page = await marta.post(editor, { legal: mine });
    expect(page.status).toBe(409);
    expect(plain(page.text)).toContain('W międzyczasie zapisano: Piotr Sawicki');
    expect(plain(page.text)).toContain('usunięto: nikomudodano: nigdy');
    expect(typedIn(page)).toBe(mine);
    await marta.submit(editor);
    expect(working().text).toBe(mine);
    expect(readSaves(app.deps.db, 1, 'rules', 9).map(({ content, savedBy }) => [savedBy, content === mine])).toEqual([
      ['Marta Wysocka', true],
      ['Piotr Sawicki', false],
    ]);
    const older = await marta.get(`${editor}?zapis=1`);
    expect(typedIn(older)).toContain('Pieniędzy nikomu nie wypłacamy.');
  });

  test('changes put aside stay among the saves; a save cannot be rewritten', async () => {
    await begin('draft');
    await write((text) => `${text}\n2. Coś jeszcze.`);
    const { revision, published } = working();
    const place = { callId: 1, kind: 'rules', revision } as const;
    expect(putLegalAside(app.deps, person.actor, place)).toEqual({ ok: true, value: undefined });
    expect(working()).toMatchObject({ text: published.text, isChanged: false, revision: revision + 1 });
    expect(putLegalAside(app.deps, person.actor, { ...place, revision: revision + 1 })).toEqual(
      refused('text_unchanged'),
    );
    expect(saveLegal(app.deps, person.actor, { ...place, text: 'za późno' })).toEqual(refused('edited_meanwhile'));
    expect(() => app.deps.db.raw.exec('delete from legal_drafts')).toThrow('draft_kept');
  });
});

describe('the rules of an announced call', () => {
  test('change with a reason, as a version that everybody is told of; the earlier one reads as it did', async () => {
    await begin('draft');
    announceCall(app.deps, person.actor, 1);
    await write((text) => text.replace('Grupa może zrezygnować.', 'Grupa może zrezygnować w każdej chwili.'));
    expect(await visitor('/nabory/1/regulamin')).not.toContain('zrezygnować w każdej chwili');
    await marta.get(editor);
    const bare = await marta.post(`${editor}/publikacja`);
    expect([bare.status, plain(bare.text).includes('napisz jednym zdaniem, dlaczego zmieniasz')]).toEqual([422, true]);
    await publish({ reason });
    const shown = await visitor('/nabory/1');
    expect(shown).toContain('Zmieniono regulamin 12 lutego 2024 r.');
    expect(shown).toContain(reason);
    expect(await visitor('/nabory/1/regulamin')).toContain('Wersja 2.');
    // What the settings say changes after the announcement; a kept version does not follow.
    app.deps.db.raw.exec('update calls set pool_grosze = 2000000 where id = 1');
    const first = await visitor('/nabory/1/regulamin/wersje/1');
    expect(first).toContain('To jest wcześniejsza wersja');
    expect(first).toContain('24 000,00 zł');
    expect(first).not.toContain('zrezygnować w każdej chwili');
    expect(await visitor('/nabory/1/regulamin/wersje/2')).toContain('zrezygnować w każdej chwili');
    expect(app.deps.db.get(sql`select what, facts from events order by id desc`)).toEqual({
      ...{ what: 'call.rules_published', facts: '{"number":2}' },
    });
    expect(app.deps.db.all(sql`select what from call_publications order by id`)).toEqual(
      ['announcement', 'rules', 'privacy', 'rules'].map((what) => ({ what })),
    );
  });

  test('a reason written in the draft stays with the staff, also when the call is announced a second time', async () => {
    await begin('draft');
    const adviser = 'Uwagi radcy: poprzednie brzmienie było nieważne.';
    await write((text) => text.replace('Grupa może zrezygnować.', 'Grupa może zrezygnować w każdej chwili.'));
    await publish({ reason: adviser });
    const pages = ['/nabory/1', '/nabory/1/regulamin', '/nabory/1/regulamin/wersje/2'];
    const announce = async () => {
      app.clock.advance({ hours: 1 });
      announceCall(app.deps, person.actor, 1);
      for (const path of pages) expect([path, (await visitor(path)).includes('radcy')]).toEqual([path, false]);
      expect(await visitor('/nabory/1/regulamin/wersje/2')).toContain('zrezygnować w każdej chwili');
    };
    await announce();
    app.clock.advance({ hours: 1 });
    await write((text) => text.replace('w każdej chwili', 'zawsze'));
    await publish({ reason });
    expect(await visitor('/nabory/1')).toContain(reason);
    returnToDraft(app.deps, person.actor, 1);
    await announce();
    // What everybody has read stays.
    expect(await visitor('/nabory/1/regulamin/wersje/3')).toContain(reason);
    expect(plain((await marta.get(editor)).text)).toContain(adviser);
  });

  test('an application keeps the clause it was begun under', async () => {
    await begin('open');
    const early = completeDraft(app.deps, regina);
    const { text, revision } = working('privacy');
    const saved = saveLegal(app.deps, person.actor, {
      ...{ callId: 1, kind: 'privacy', revision, text: text.replace('przez 5 lat', 'przez 6 lat') },
    });
    expect(saved.ok).toBe(true);
    publishLegal(app.deps, person.actor, {
      callId: 1,
      kind: 'privacy',
      revision: revision + 1,
      reason: 'Zmiana umowy.',
    });
    const late = completeDraft(app.deps, { ...regina, leader: 'Anna Kuc', email: 'anna@example.org' });
    const under = (id: number) =>
      app.deps.db.get(
        sql`select t.number from applications a join call_texts t on t.id = a.privacy_text_id where a.id = ${id}`,
      );
    expect([under(early.id), under(late.id)]).toEqual([{ number: 1 }, { number: 2 }]);
    expect(await visitor('/nabory/1/dane-osobowe')).toContain('przez 6 lat');
  });

  test('versions of a call that went back to its draft are its staff’s alone', async () => {
    await begin('draft');
    announceCall(app.deps, person.actor, 1);
    expect((await app.visitor().get('/nabory/1/regulamin/wersje/1')).status).toBe(200);
    returnToDraft(app.deps, person.actor, 1);
    expect((await app.visitor().get('/nabory/1/regulamin/wersje/1')).status).toBe(404);
    expect((await marta.get('/nabory/1/regulamin/wersje/1')).status).toBe(200);
  });
});
