import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { currentCall } from '../../src/features/calls/queries.ts';
import { saveWording } from '../../src/features/correspondence/wording-commands.ts';
import { juryDocuments } from '../../src/features/jury/documents.ts';
import { defaultText } from '../../src/pdf/wording/versions.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client } from '../support/client.ts';
import { paperOn, plain, wordsOf } from '../support/papers.ts';
import { submittedApplication } from '../support/story/applications.ts';
import { appointedJury, coordinatorOf, momentOf, nth, type StoryJuror } from '../support/story/jury.ts';

const kind = juryDocuments.jury_declaration;
const original = defaultText(kind, 'declaration');
const secret = 'zachowam dla siebie, także po zakończeniu konkursu.';
let app: TestApp;
let halina: StoryJuror;
let browser: Client;
let path: string;

beforeEach(async () => {
  app = await startTestApp({ beginning: 'open' });
  const callId = currentCall(app.deps.db)?.id ?? 0;
  submittedApplication(app.deps, {
    leader: 'Birutė Jurkianis',
    email: 'birute@example.org',
    title: 'Ławki z wierszem',
  });
  const jury = appointedJury(app.deps, callId);
  app.clock.set(momentOf(app.deps, callId, 'formal_check'));
  halina = nth(jury, 0);
  browser = app.as({ id: halina.personId });
  path = `/komisja/${callId}/oswiadczenie`;
});
afterEach(() => app.close());

function reworded(words: string, base: number): void {
  const text = original.replace('zachowam dla siebie.', words);
  const which = { kind, variant: 'declaration' };
  const coordinator = coordinatorOf(app.deps);
  const saved = saveWording(app.deps, coordinator, which, { text, note: '', base, from: null });
  if (!saved.ok) throw new Error(saved.code);
}
const signedUnder = () => app.deps.db.all(sql`select text_version as version from jury_declarations`);

test('the points on the juror’s screen are those of the text in force, and the declaration is signed under its version', async () => {
  reworded(secret, 0);
  expect(plain((await browser.get(path)).text)).toContain(secret);
  await browser.submit(path, { signed: 'tak' });
  expect(signedUnder()).toEqual([{ version: '1.1' }]);
  await app.drain();
  const href = paperOn(await browser.get(path), 'Oświadczenie o bezstronności');
  expect(await wordsOf(browser, href)).toContain('Wersja tekstu: 1.1.');
});

test('what was signed stays on the screen and on paper made anew, whatever the text says later', async () => {
  await browser.get(path);
  await browser.submit(path, { signed: 'tak' });
  expect(signedUnder()).toEqual([{ version: '1' }]);
  reworded(secret, 0);
  const page = await browser.get(path);
  expect(plain(page.text)).toContain('zachowam dla siebie.');
  expect(plain(page.text)).not.toContain('po zakończeniu konkursu');
  await browser.submit(`${path}/wydruk`);
  await app.drain();
  const words = await wordsOf(browser, paperOn(await browser.get(path), 'Oświadczenie o bezstronności'));
  expect([words.includes('zachowam dla siebie.'), words.includes('po zakończeniu')]).toEqual([true, false]);
  expect(app.deps.db.all(sql`select text_id as textId from documents where kind = 'jury_declaration'`)).toEqual([
    { textId: null },
    { textId: null },
  ]);
});

test('B6: a text changed while the page was open is told and read again before anything is signed', async () => {
  await browser.get(path);
  reworded(secret, 0);
  const told = await browser.post(path, { signed: 'tak' });
  expect([told.status, plain(told.text)]).toEqual([
    422,
    expect.stringContaining('Tekst oświadczenia zmienił się, kiedy strona była otwarta.'),
  ]);
  expect(plain(told.text)).toContain(secret);
  expect(told.html).not.toMatch(/name="signed"[^>]* checked/u);
  expect(signedUnder()).toEqual([]);
  await browser.submit(path, { signed: 'tak' });
  expect(signedUnder()).toEqual([{ version: '1.1' }]);
});
