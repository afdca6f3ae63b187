import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { beginAmendment } from '../../src/features/applications/amendments/commands.ts';
import { submitApplication } from '../../src/features/applications/commands/submit.ts';
import { readSubmitted } from '../../src/features/applications/content.ts';
import { readDraft } from '../../src/features/applications/drafts.ts';
import { readFormVersion } from '../../src/features/calls/call-texts.ts';
import { editedForm } from '../../src/features/calls/form/edits.ts';
import { readWorkingForm, writersUnderOtherForms } from '../../src/features/calls/form/queries.ts';
import { questionsOf } from '../../src/features/calls/form/questions.ts';
import { refused } from '../../src/lib/result.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client, Page } from '../support/client.ts';
import { completeDraft, fillIn, submittedApplication } from '../support/story/applications.ts';

let app: TestApp;
let marta: Client;
const form = '/nabory/1/formularz';

beforeEach(async () => {
  app = await startTestApp({ beginning: 'open', at: '2024-02-28T10:00:00.000Z', mail: true });
  marta = app.as(app.person('Marta Wysocka', 'marta@example.org', ['coordinator']));
});
afterEach(() => app.close());

const plain = ({ text }: Pick<Page, 'text'>) => text.replaceAll('\u00a0', ' ').replace(/\s+/gu, ' ');
const published = () => readFormVersion(app.deps.db, 1);
const codes = () => questionsOf(published().content).map(({ code }) => code);

/** Presses a button of the form's page: that of the one small form among many that does this. */
async function press(who: Client, fields: Record<string, string>, page?: Page): Promise<Page> {
  const { forms } = page ?? (await who.get(form));
  const own = forms.find(({ filled }) => filled.some(([name, value]) => name === 'do' && value === fields.do));
  if (own === undefined) throw new Error(`the page has no form that does ${fields.do}`);
  return who.send({
    ...{ method: 'POST', url: own.action },
    headers: { origin: app.url, 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ ...Object.fromEntries(own.filled), ...fields }).toString(),
  });
}

async function publish(who: Client): Promise<Page> {
  await who.get(form);
  return who.submit(`${form}/publikacja`);
}

async function addQuestion(section: string, kind: string, fields: Record<string, string | string[]>): Promise<Page> {
  const page = `${form}/nowe/${section}`;
  await marta.get(`${page}?rodzaj=${kind}`);
  return marta.post(page, { ...fields });
}

describe('Marta changes the form of an open call', () => {
  test('in a copy that groups do not see until it is published as the next version', async () => {
    const before = codes();
    await addQuestion('people', 'choice', { label: 'Gdzie się spotkacie?', options: 'W świetlicy\nNa dworze' });
    const changed = await marta.get(form);
    expect(plain(changed)).toContain('Nowe pytania: - Gdzie się spotkacie?');
    expect(codes()).toEqual(before);
    const page = await publish(marta);
    expect(plain(page)).toContain('Opublikowano wersję 2 formularza.');
    expect([published().number, codes().length, codes().includes('p1')]).toEqual([2, before.length + 1, true]);
    expect(app.deps.db.get(sql`select what, facts from events order by id desc`)).toEqual({
      ...{ what: 'call.form_published', facts: '{"number":2}' },
    });
    expect(readWorkingForm(app.deps.db, 1)).toMatchObject({ isChanged: false, revision: 0 });
  });

  test('moves questions past the edge of a section, takes ready ones, renames, and cannot drop a section with questions', async () => {
    await press(marta, { do: 'move_question', question: 'audience', by: 'up' });
    await press(marta, { do: 'take_ready', section: 'after', ready: 'participants' });
    await press(marta, { do: 'rename_section', section: 'after', title: 'Co dalej' });
    expect(editedForm(published().content, { do: 'remove_section', section: 'after' })).toEqual(
      refused('section_not_empty'),
    );
    await publish(marta);
    const { sections } = published().content;
    expect(sections.map(({ title, questions }) => [title, questions.length, questions.at(-1)?.code])).toEqual([
      ['Pomysł', 4, 'audience'],
      ['Ludzie', 3, 'own_input'],
      ['Przebieg', 4, 'promotion'],
      ['Co dalej', 2, 'participants'],
    ]);
  });

  test('is refused with reasons where it contradicts itself (B1), and published once it is mended', async () => {
    await addQuestion('people', 'choice', { label: 'Gdzie?', options: 'W domu\nNa dworze' });
    await addQuestion('people', 'short', { label: 'Jaki namiot?', maxLetters: '100', 'when[]': ['p1=o2'] });
    await press(marta, { do: 'remove_question', question: 'p1' });
    const page = await marta.get(form);
    expect(plain(page)).toContain('Jaki namiot?: Pytanie, od którego to zależy, usunięto.');
    const faulty = await marta.post(`${form}/publikacja`);
    expect([faulty.status, plain(faulty).includes('Formularza nie można jeszcze opublikować.')]).toEqual([422, true]);
    const question = `${form}/pytania/p2`;
    await marta.get(question);
    await marta.post(question, { 'when[]': [] });
    expect(plain(await publish(marta))).toContain('Opublikowano wersję 2');
  });

  test.each([
    ['no words', 'long', { label: '', maxLetters: '800' }, 'Wpisz treść pytania'],
    ['no limit', 'long', { label: 'Co?', maxLetters: 'dużo' }, 'Wpisz liczbę od 20 do 5000.'],
    ['one option', 'choice', { label: 'Co?', options: 'jedna' }, 'Wpisz od dwóch do 30 odpowiedzi'],
    ['least above most', 'number', { label: 'Ile?', least: '9', most: '3' }, 'Najmniej jest większe niż najwięcej.'],
    ['an unreadable amount', 'amount', { label: 'Ile?', mostGrosze: '12,345' }, 'więcej niż dwie cyfry'],
    ['no columns', 'table', { label: 'Co?', columns: '' }, 'Wpisz od jednej do 6 kolumn'],
  ])('with a question of %s is told so and loses nothing typed', async (_what, kind, fields, said) => {
    const page = await addQuestion('idea', kind, { hint: 'moja podpowiedź', ...fields });
    expect(page.status).toBe(422);
    expect(plain(page)).toContain(said);
    expect(page.forms.flatMap(({ filled }) => filled)).toContainEqual(['hint', 'moja podpowiedź']);
    expect(readWorkingForm(app.deps.db, 1).isChanged).toBe(false);
  });

  test('beside Adam, who has the older page: he is told and nothing of hers is lost', async () => {
    const adam = app.as(app.person('Adam Nowik', 'adam@example.org', ['coordinator']));
    const older = await adam.get(form);
    await press(marta, { do: 'rename_section', section: 'idea', title: 'Wasz pomysł' });
    const late = await press(adam, { do: 'add_section', title: 'Druk' }, older);
    expect([late.status, plain(late).includes('Ktoś zmienił formularz')]).toEqual([409, true]);
    expect(readWorkingForm(app.deps.db, 1).form.sections.map(({ title }) => title)).not.toContain('Druk');
    await marta.get(form);
    await marta.submit(`${form}/odrzucenie`);
    expect(readWorkingForm(app.deps.db, 1).form).toEqual(published().content);
  });

  test('and the inspector only reads it', async () => {
    const page = await app.as(app.person('Irena Sawko', 'irena@example.org', ['inspector'])).get(form);
    expect(page.forms.filter(({ action }) => action.startsWith('/nabory'))).toEqual([]);
    expect(plain(page)).toContain('Opowiedzcie o pomyśle w kilku zdaniach');
  });
});

describe('a draft under a form that changes', () => {
  const group = { leader: 'Birutė Jurkianis', email: 'birute@example.org', title: 'Dwa języki, jedna półka' };

  test('B6: keeps the answer to a deleted question, is told by letter and page, and moves over when its group wants', async () => {
    const { id, personId } = completeDraft(app.deps, group);
    const birute = app.as({ id: personId });
    const goal = app.deps.db.get<{ content: string }>(
      sql`select content from answers where application_id = ${id} and question = 'goal'`,
    )?.content;
    await press(marta, { do: 'remove_question', question: 'goal' });
    await addQuestion('people', 'number', { label: 'Ile osób weźmie udział?', least: '1', unit: 'osób' });
    await publish(marta);
    await app.drain();
    const [letter] = app.mailbox.letters;
    expect([letter?.envelope.to, letter?.text?.includes('Usunięte pytania:')]).toEqual([['birute@example.org'], true]);

    const home = await birute.get(`/wnioski/${id}`);
    expect(plain(home)).toContain('Biblioteka zmieniła formularz');
    expect(plain(await birute.get(`/wnioski/${id}/czesci/idea`))).toContain('Co się zmieni dzięki inicjatywie?');
    await birute.get(`/wnioski/${id}`);
    const moved = await birute.submit(`/wnioski/${id}/formularz`);
    expect(plain(moved)).toContain('Odpowiedzi na pytania, których już nie ma');
    expect(plain(moved)).toContain((goal ?? '').slice(0, 30));
    expect(plain(moved)).not.toContain('Biblioteka zmieniła formularz');
    expect(plain(await birute.get(`/wnioski/${id}/czesci/sprawdz`))).toContain(
      '„Ile osób weźmie udział?”: Odpowiedzcie',
    );

    await birute.get(`/wnioski/${id}/czesci/people`);
    await birute.submit(`/wnioski/${id}/czesci/people`, { 'answers[p1]': '30' });
    await birute.get(`/wnioski/${id}/czesci/sprawdz`);
    await birute.submit(`/wnioski/${id}/zlozenie`);
    const sent = readSubmitted(app.deps.db, id)?.content.answers ?? [];
    expect(sent.find(({ code }) => code === 'p1')?.text).toBe('30\u00a0osób');
    expect(sent.some(({ code }) => code === 'goal')).toBe(false);
    expect(
      app.deps.db.get(sql`select content from answers where application_id = ${id} and question = 'goal'`),
    ).toEqual({
      content: goal,
    });
  });

  test('no letter is about a change that was sent; one still open is told of', async () => {
    const { id, actor } = submittedApplication(app.deps, group);
    const change = () => {
      const begun = beginAmendment(app.deps, actor, id);
      if (!begun.ok) throw new Error(begun.code);
      return begun.value.copyId;
    };
    const sentCopy = change();
    fillIn(app.deps, actor, sentCopy, { ...group, title: 'Dwa języki, trzy półki' });
    const revision = readDraft(app.deps.db, sentCopy)?.revision ?? 0;
    expect(submitApplication(app.deps, actor, { applicationId: sentCopy, revision })).toMatchObject({ ok: true });
    expect(writersUnderOtherForms(app.deps.db, 1, 0)).toEqual([]);
    await addQuestion('people', 'short', { label: 'Nowe i obowiązkowe', maxLetters: '100' });
    await publish(marta);
    await app.drain();
    expect(app.mailbox.letters.filter(({ text }) => text?.includes('formularz'))).toEqual([]);
    const openCopy = change();
    expect(writersUnderOtherForms(app.deps.db, 1, 0).map(({ applicationId }) => applicationId)).toEqual([openCopy]);
  });

  test('may be finished and sent under the form it was begun with', async () => {
    const { id, personId } = completeDraft(app.deps, group);
    const birute = app.as({ id: personId });
    await addQuestion('people', 'short', { label: 'Nowe i obowiązkowe', maxLetters: '100' });
    await publish(marta);
    await birute.get(`/wnioski/${id}/czesci/sprawdz`);
    const sent = await birute.submit(`/wnioski/${id}/zlozenie`);
    expect(plain(sent)).toContain('jest złożony');
  });
});
