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

const autosaved = ({ status, body }: { status: number; body: Buffer }) => ({
  status,
  ...(JSON.parse(body.toString()) as { saved: string; seen: string; differs: boolean }),
});
const beside = () =>
  app.deps.db.all(sql`select field, content, settled_at is not null as settled from answer_versions order by id`);
const choices = (page: Page) =>
  [...page.html.matchAll(/name="choice" value="(\d+-(\w+)-[^"]+)"/g)].map(([, value = '', stays = '']) => ({
    value,
    stays,
  }));
const choose = (page: Page, stays: string) => choices(page).find((one) => one.stays === stays)?.value ?? '';

describe('B6: one section open in two places', () => {
  test('an answer that both changed stands in two versions until somebody chooses; nothing is lost', async () => {
    await atHome.submit(idea, {
      title: 'Dwa języki',
      'answers[need]': 'Z rozmów w sklepie.',
      'answers[summary]': 'Wspólne.',
    });
    app.clock.setNow('2024-03-04T17:42:00.000Z');
    const sent = await onPhone.post(idea, { 'answers[need]': 'Z diagnozy.' });
    expect([sent.status, sent.location]).toEqual([303, `${idea}#wersje`]);
    expect(need()).toBe('Z rozmów w sklepie.');
    expect(beside()).toEqual([{ field: 'answers.need', content: 'Z diagnozy.', settled: 0 }]);

    for (const place of [onPhone, atHome]) {
      const page = await place.get(idea);
      expect(plain(page.text)).toContain('Dwie wersje tej samej odpowiedzi: „Skąd wiecie, że to potrzebne?”');
      expect(plain(page.text)).toContain('Teraz we wniosku\nWy, godz. 18.40\nZ rozmów w sklepie.');
      expect(plain(page.text)).toContain('Druga wersja\nWy, godz. 18.42\nZ diagnozy.');
      expect(page.html).toContain('Wspólne.</textarea>');
    }
    const check = await atHome.get(idea.replace('idea', 'sprawdz'));
    expect(plain(check.text)).toContain('„Skąd wiecie, że to potrzebne?”: Ta odpowiedź jest w dwóch wersjach');
    expect(check.html).toContain(`${idea}?braki&#x3D;1#versions-answers-need`);

    const page = await atHome.get(idea);
    const chosen = await atHome.submit(idea, { choice: choose(page, 'other') });
    expect(plain(chosen.text)).toContain('Wybraliście wersję odpowiedzi.');
    expect(plain(chosen.text)).not.toContain('Dwie wersje');
    expect(plain(chosen.text)).toContain('Odłożone wersje odpowiedzi (1)');
    expect(need()).toBe('Z diagnozy.');
    expect(beside()).toEqual([{ field: 'answers.need', content: 'Z rozmów w sklepie.', settled: 1 }]);
  });

  test('what is in the field stays, corrected by the same press', async () => {
    await atHome.submit(idea, { 'answers[need]': 'Z rozmów w sklepie.' });
    const page = await onPhone.submit(idea, { 'answers[need]': 'Z diagnozy.' });
    await onPhone.submit(idea, { 'answers[need]': 'Z rozmów w sklepie i z diagnozy.', choice: choose(page, 'field') });
    expect(need()).toBe('Z rozmów w sklepie i z diagnozy.');
    expect(beside()).toEqual([{ field: 'answers.need', content: 'Z diagnozy.', settled: 1 }]);
  });

  test('both are put one after another, and then nothing is set aside', async () => {
    await atHome.submit(idea, { 'answers[need]': 'Z rozmów w sklepie.' });
    const page = await onPhone.submit(idea, { 'answers[need]': 'Z diagnozy.' });
    await onPhone.submit(idea, { choice: choose(page, 'both') });
    expect(need()).toBe('Z rozmów w sklepie.\n\nZ diagnozy.');
    expect(beside()).toEqual([]);
  });

  test('a title is short, so both are not offered together', async () => {
    await atHome.submit(idea, { title: 'Dwa języki, jedna półka' });
    const page = await onPhone.submit(idea, { title: 'Półka sąsiedzka' });
    expect(choices(page).map(({ stays }) => stays)).toEqual(['field', 'other']);
  });

  test('a choice waits when either version changed since it was looked at', async () => {
    await atHome.submit(idea, { 'answers[need]': 'Z rozmów.' });
    const looked = await onPhone.submit(idea, { 'answers[need]': 'Z diagnozy.' });
    await atHome.get(idea);
    await atHome.submit(idea, { 'answers[need]': 'Z rozmów i zebrania.' });
    const late = await onPhone.submit(idea, { choice: choose(looked, 'field') });
    expect(plain(late.text)).toContain('jedna z wersji zmieniła się przed chwilą');
    expect(need()).toBe('Z rozmów i zebrania.');
    expect(beside()).toEqual([{ field: 'answers.need', content: 'Z diagnozy.', settled: 0 }]);
  });

  test('different answers come together without a word', async () => {
    await atHome.submit(idea, { 'answers[need]': 'Z rozmów w sklepie.' });
    await onPhone.submit(idea, { 'answers[summary]': 'Czytamy na głos.' });
    expect(app.deps.db.all(sql`select question, content from answers where content <> '' order by question`)).toEqual([
      { question: 'need', content: 'Z rozmów w sklepie.' },
      { question: 'summary', content: 'Czytamy na głos.' },
    ]);
    expect(beside()).toEqual([]);
  });

  test('the same words twice are no conflict', async () => {
    await atHome.submit(idea, { 'answers[need]': 'Z diagnozy.' });
    const revision = sql`select revision from applications`;
    const before = app.deps.db.get(revision);
    expect((await onPhone.post(idea, { 'answers[need]': 'Z diagnozy.' })).status).toBe(303);
    expect([beside(), app.deps.db.get(revision)]).toEqual([[], before]);
  });

  test('rows of two estimates are put together, those in both once', async () => {
    const costs = idea.replace('idea', 'kosztorys');
    const row = (n: number, name: string) => ({
      [`rows[${n}][name]`]: name,
      [`rows[${n}][quantity]`]: '1',
      [`rows[${n}][unit]`]: 'szt.',
      [`rows[${n}][price]`]: '10',
    });
    await atHome.get(costs);
    await onPhone.get(costs);
    await atHome.submit(costs, { ...row(0, 'Książki'), stay: '1' });
    const page = await onPhone.submit(costs, { ...row(0, 'Herbata'), stay: '1' });
    expect(plain(page.text)).toContain('Książki, 1 szt., po 10 zł');
    expect(plain(page.text)).toContain('Herbata, 1 szt., po 10 zł');
    await onPhone.submit(costs, { choice: choose(page, 'both') });
    expect(app.deps.db.all(sql`select name, value_grosze as value from cost_lines order by position`)).toEqual([
      { name: 'Książki', value: 1000 },
      { name: 'Herbata', value: 1000 },
    ]);
    expect(app.deps.db.get(sql`select requested_grosze as total from applications`)).toEqual({ total: 2000 });
  });

  test('a form that does not say what it saw writes over nothing', async () => {
    await atHome.submit(idea, { 'answers[need]': 'Z rozmów.' });
    await onPhone.submit(idea, { 'answers[need]': 'Z diagnozy.', seen: 'byle co' });
    expect([need(), beside()]).toEqual(['Z rozmów.', [{ field: 'answers.need', content: 'Z diagnozy.', settled: 0 }]]);
  });
});

describe('a page that saves by itself', () => {
  test('is answered with the time and what it has seen now', async () => {
    const page = await atHome.get(idea);
    const saved = autosaved(await autosave(atHome, page, { 'answers[need]': 'Z diag', step: '1' }));
    expect(saved).toMatchObject({ status: 200, saved: '18.40', differs: false });
    const more = await autosave(atHome, page, { 'answers[need]': 'Z diagnozy.', step: '2', seen: saved.seen });
    expect(autosaved(more)).toMatchObject({ status: 200, differs: false });
    expect([need(), beside()]).toEqual(['Z diagnozy.', []]);
  });

  test('keeps wrong words too', async () => {
    const page = await atHome.get(idea);
    expect((await autosave(atHome, page, { 'answers[need]': 'ą'.repeat(1001), step: '1' })).status).toBe(200);
    expect(need()).toHaveLength(1001);
  });

  test('goes on from its own words when the answer to a saving was lost on the way', async () => {
    const page = await atHome.get(idea);
    await autosave(atHome, page, { 'answers[need]': 'Z diag', step: '1' });
    await autosave(atHome, page, { 'answers[need]': 'Z diagnozy.', step: '2' });
    expect([need(), beside()]).toEqual(['Z diagnozy.', []]);
    await autosave(atHome, page, { 'answers[need]': '', step: '3' });
    expect([need(), beside()]).toEqual(['', []]);
  });

  test('does not write over another place: its words are kept beside, and what it writes on comes in their place', async () => {
    const page = await onPhone.get(idea);
    await atHome.submit(idea, { 'answers[need]': 'Z rozmów.' });
    const first = autosaved(await autosave(onPhone, page, { 'answers[need]': 'Z diag', step: '1' }));
    expect(first).toMatchObject({ status: 200, differs: true });
    await autosave(onPhone, page, { 'answers[need]': 'Z diagnozy.', step: '2', seen: first.seen });
    expect([need(), beside()]).toEqual(['Z rozmów.', [{ field: 'answers.need', content: 'Z diagnozy.', settled: 0 }]]);
    await autosave(onPhone, page, { 'answers[need]': 'Z diag', step: '1', seen: first.seen });
    expect(beside()).toEqual([{ field: 'answers.need', content: 'Z diagnozy.', settled: 0 }]);
  });

  test('writes on in its own version once that is chosen elsewhere', async () => {
    const page = await onPhone.get(idea);
    await atHome.submit(idea, { 'answers[need]': 'Z rozmów.' });
    await autosave(onPhone, page, { 'answers[need]': 'Z diag', step: '1' });
    const both = await atHome.get(idea);
    await atHome.submit(idea, { choice: choose(both, 'other') });
    await autosave(onPhone, page, { 'answers[need]': 'Z diagnozy.', step: '2' });
    expect([need(), beside()]).toEqual(['Z diagnozy.', [{ field: 'answers.need', content: 'Z rozmów.', settled: 1 }]]);
  });

  test('may still be on the way when its own button is pressed', async () => {
    const page = await atHome.get(idea);
    await autosave(atHome, page, { 'answers[need]': 'Z diag', step: '1' });
    const pressed = await atHome.post(idea, { 'answers[need]': 'Z diagnozy.' });
    expect(pressed.status).toBe(303);
    expect([need(), beside()]).toEqual(['Z diagnozy.', []]);
  });

  test('but never overtakes its own button', async () => {
    const page = await atHome.get(idea);
    await atHome.post(idea, { 'answers[need]': 'Z diagnozy.', step: '2' });
    const late = await autosave(atHome, page, { 'answers[need]': 'Z diag', step: '1' });
    expect(autosaved(late)).toMatchObject({ status: 200, differs: false });
    expect([need(), beside()]).toEqual(['Z diagnozy.', []]);
  });
});
