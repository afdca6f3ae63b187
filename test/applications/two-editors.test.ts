import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client, Page } from '../support/client.ts';
import { startedDraft } from '../support/story/applications.ts';

let app: TestApp;
let idea: string;
let atHome: Client;
let onPhone: Client;

beforeEach(async () => {
  app = await startTestApp({ beginning: 'open', at: '2024-03-04T17:40:00.000Z' });
  const draft = startedDraft(app.deps, {
    leader: 'Birutė Jurkianis',
    email: 'birute@example.org',
    title: 'Dwa języki',
  });
  idea = `/wnioski/${draft.id}/czesci/idea`;
  atHome = app.as({ id: draft.personId });
  onPhone = app.as({ id: draft.personId });
  await atHome.get(idea);
  await onPhone.get(idea);
});
afterEach(() => app.close());

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const need = () =>
  app.deps.db.get<{ content: string }>(sql`select content from answers where question = 'need'`)?.content;

/** What the page's script sends 1.5 s after the last key. */
function autosave(browser: Client, page: Page, fields: Record<string, string>) {
  const filled =
    page.forms
      .find(({ action }) => action === idea)
      ?.filled.filter(([name]) => name !== '_once' && !(name in fields)) ?? [];
  const payload = new URLSearchParams([...filled, ...Object.entries(fields)]).toString();
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'hx-request': 'true',
    origin: app.url,
    'sec-fetch-site': 'same-origin',
  };
  return browser.send({ method: 'POST', url: `${idea}/szkic`, payload, headers });
}

describe('B6: one section open in two places', () => {
  test('the second to save sees both texts and loses neither', async () => {
    await atHome.submit(idea, {
      title: 'Dwa języki',
      'answers[need]': 'Z rozmów w sklepie.',
      'answers[summary]': 'Wspólne.',
    });
    const conflict = await onPhone.post(idea, {
      title: 'Dwa języki',
      'answers[need]': 'Z diagnozy.',
      'answers[summary]': 'Wspólne.',
    });
    expect(conflict.status).toBe(409);
    expect(plain(conflict.text)).toContain('Ten rozdział zmieniono w międzyczasie');
    expect(plain(conflict.text)).toContain('Niżej jest to, co zapisano o godz. 18.40 (Birutė Jurkianis).');
    expect(plain(conflict.text)).toContain('„Skąd wiecie, że to potrzebne?”\nZ rozmów w sklepie.');
    expect(plain(conflict.text)).not.toContain('„Opowiedzcie o pomyśle w kilku zdaniach”\nWspólne.');
    expect(conflict.html).toContain('Z diagnozy.</textarea>');
    expect(need()).toBe('Z rozmów w sklepie.');
    await onPhone.submit(idea, { 'answers[need]': 'Z diagnozy i z rozmów w sklepie.' });
    expect(need()).toBe('Z diagnozy i z rozmów w sklepie.');
  });

  test('the same words twice are no conflict', async () => {
    await atHome.submit(idea, { 'answers[need]': 'Z diagnozy.' });
    const again = await onPhone.post(idea, { 'answers[need]': 'Z diagnozy.' });
    expect(again.status).toBe(303);
    expect(app.deps.db.get(sql`select revision from draft_sections`)).toEqual({ revision: 1 });
  });

  test('other sections do not mind', async () => {
    await atHome.submit(idea, { 'answers[need]': 'Z diagnozy.' });
    const people = idea.replace('idea', 'people');
    await onPhone.get(people);
    expect((await onPhone.post(people, { 'answers[audience]': 'Dla dzieci.' })).status).toBe(303);
  });
});

describe('a page that saves by itself', () => {
  test('is answered with the time and the next revision', async () => {
    const page = await atHome.get(idea);
    const saved = await autosave(atHome, page, { 'answers[need]': 'Z diag' });
    expect([saved.status, JSON.parse(saved.body.toString())]).toEqual([
      200,
      { saved: '18.40', revision: expect.stringMatching(/^1-/) },
    ]);
    const { revision } = JSON.parse(saved.body.toString()) as { revision: string };
    const more = await autosave(atHome, page, { 'answers[need]': 'Z diagnozy.', revision });
    expect(JSON.parse(more.body.toString())).toEqual({ saved: '18.40', revision: revision.replace('1-', '2-') });
    expect(need()).toBe('Z diagnozy.');
  });

  test('keeps wrong words too', async () => {
    const page = await atHome.get(idea);
    expect((await autosave(atHome, page, { 'answers[need]': 'ą'.repeat(1001) })).status).toBe(200);
    expect(need()).toHaveLength(1001);
  });

  test('does not write over another place', async () => {
    const page = await onPhone.get(idea);
    await atHome.submit(idea, { 'answers[need]': 'Z rozmów.' });
    const late = await autosave(onPhone, page, { 'answers[need]': 'Z diagnozy.' });
    expect(late.status).toBe(409);
    expect(need()).toBe('Z rozmów.');
  });

  test('may still be on the way when its own button is pressed', async () => {
    const page = await atHome.get(idea);
    await autosave(atHome, page, { 'answers[need]': 'Z diag' });
    const pressed = await atHome.post(idea, { 'answers[need]': 'Z diagnozy.' });
    expect(pressed.status).toBe(303);
    expect(need()).toBe('Z diagnozy.');
  });

  test('but never overtakes its own button', async () => {
    const page = await atHome.get(idea);
    await atHome.post(idea, { 'answers[need]': 'Z diagnozy.' });
    const late = await autosave(atHome, page, { 'answers[need]': 'Z diag' });
    expect(late.status).toBe(409);
    expect(need()).toBe('Z diagnozy.');
  });
});
