import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { grantRole } from '../../src/features/accounts/commands.ts';
import { currentCall } from '../../src/features/calls/queries.ts';
import { excludeFrom, signDeclaration } from '../../src/features/jury/commands/conflicts.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client } from '../support/client.ts';
import { paperOn, plain, statusesOf, wordsOf } from '../support/papers.ts';
import { type SubmittedStory, submittedApplication } from '../support/story/applications.ts';
import {
  acceptApplication,
  appointedJury,
  coordinatorOf,
  declare,
  momentOf,
  nth,
  type StoryJuror,
} from '../support/story/jury.ts';

const note = 'śpiewam z liderką w chórze';

let app: TestApp;
let callId: number;
let jury: StoryJuror[];
let benches: SubmittedStory;
let languages: SubmittedStory;
let joanna: Client;

/** Two applications, a jury appointed, the day of declarations; nobody has signed yet. */
beforeAll(async () => {
  app = await startTestApp({ beginning: 'open' });
  const { deps } = app;
  callId = currentCall(deps.db)?.id ?? 0;
  const sent = [
    { leader: 'Birutė Jurkianis', email: 'birute@example.org', title: 'Ławki z wierszem' },
    { leader: 'Jadwiga Sawicka', email: 'jadwiga@example.org', title: 'Dwa języki, jedna półka' },
  ].map((story) => submittedApplication(deps, story));
  [benches, languages] = [nth(sent, 0), nth(sent, 1)];
  jury = appointedJury(deps, callId);
  app.clock.set(momentOf(deps, callId, 'formal_check'));
  for (const { id } of sent) acceptApplication(deps, { id, callId });
  app.clock.set(momentOf(deps, callId, 'declarations'));
  joanna = app.as({ id: coordinatorOf(deps).personId });
});
afterAll(() => app.close());

const declarations = () =>
  app.deps.db.all<{ member: number; state: string }>(
    sql`select subject_id as member, state from documents where kind = 'jury_declaration' order by id`,
  );
const browserOf = ({ personId }: StoryJuror) => app.as({ id: personId });
const ownPage = '/komisja/1/oswiadczenie';
const ownPaper = async (juror: StoryJuror) => paperOn(await browserOf(juror).get(ownPage), 'Oświadczenie');

test('the draft order appoints the jury as it sits, with blanks, for the coordinator and the director', async () => {
  await joanna.get(`/nabory/${callId}/komisja`);
  expect(plain((await joanna.submit(`/nabory/${callId}/komisja/zarzadzenie`)).text)).toContain(
    'Dokument będzie gotowy',
  );
  await app.drain();
  const href = paperOn(await joanna.get(`/nabory/${callId}/komisja`), 'Projekt zarządzenia w sprawie komisji');
  const words = await wordsOf(joanna, href);
  for (const part of [
    'Zarządzenie nr ………/2024',
    'w sprawie powołania komisji konkursowej w konkursie „Para-buch!',
    '1 Marianna Zubrycka przewodniczący / przewodnicząca biblioteka spoza powiatu 2 Tomas Vaina sekretarz biblioteka',
    'Komisja rozstrzyga, gdy jest w niej obecne co najmniej 3 osoby',
    'oświadczenie o bezstronności i poufności',
    'P R O J E K T',
  ])
    expect(words).toContain(part);
  const inspector = app.as(app.person('Ryszard Wiatr', 'ryszard@example.org', ['inspector']));
  const director = app.as(app.person('Regina Bielska', 'regina@example.org', ['director']));
  const juror = browserOf(nth(jury, 0));
  expect(await statusesOf({ inspector, juror, director }, href)).toEqual({ inspector: 404, juror: 404, director: 200 });
  expect((await inspector.get(`/nabory/${callId}/komisja`)).text).not.toContain('Zarządzenie');
});

test('a declaration is printed in the transaction that signs it; a refused one leaves no paper', () => {
  const { deps } = app;
  const elsewhere = { applicationId: 9_999, kind: 'exclusion', ground: 'kin', note } as const;
  expect(signDeclaration(deps, nth(jury, 0).actor, { callId, recusals: [elsewhere] })).toMatchObject({
    code: 'absent',
  });
  expect(declarations()).toEqual([]);
  declare(deps, callId, nth(jury, 0));
  expect(declarations()).toEqual([{ member: nth(jury, 0).memberId, state: 'queued' }]);
});

test('it says who signed what and when, and what joins the member with which application', async () => {
  const { deps } = app;
  const tomas = nth(jury, 1);
  const disclosure = { applicationId: languages.id, kind: 'disclosure', ground: 'acquaintance', note } as const;
  const recusals = [
    { ...disclosure, applicationId: benches.id, kind: 'exclusion', ground: 'kin' } as const,
    disclosure,
  ];
  expect(signDeclaration(deps, tomas.actor, { callId, recusals }).ok).toBe(true);
  expect(plain((await browserOf(tomas).get(ownPage)).text)).toContain('w przygotowaniu, odśwież stronę za chwilę');
  await app.drain();
  const words = await wordsOf(browserOf(tomas), await ownPaper(tomas));
  for (const part of [
    'Oświadczenie o bezstronności i poufności Konkurs „Para-buch!',
    'Imię i nazwisko Tomas Vaina Funkcja w komisji sekretarz Reprezentuje biblioteka Złożone 21 marca 2024 r.',
    '1. Będę oceniać wnioski bezstronnie',
    `PB/2024/01 „Ławki z wierszem” wyłączenie pokrewieństwo`,
    `PB/2024/02 „Dwa języki, jedna półka” ujawnienie znajomość albo sąsiedztwo: ${note}`,
    'Z pozostałymi wnioskami z listy nic mnie nie łączy.',
  ])
    expect(words).toContain(part);
  const marianna = await wordsOf(browserOf(nth(jury, 0)), await ownPaper(nth(jury, 0)));
  expect(marianna).toContain('Z żadnym wnioskiem z listy nic mnie nie łączy.');
});

test('it opens to its member and to staff from whom nothing in the call is closed', async () => {
  const { deps } = app;
  const href = await ownPaper(nth(jury, 1));
  const serving = nth(jury, 3);
  declare(deps, callId, serving, [benches]);
  deps.db.write((tx) => {
    for (const personId of [serving.personId, languages.personId])
      grantRole(tx, deps, { kind: 'system' }, { personId, role: 'coordinator', callId: null });
  });
  const people = {
    'the member': browserOf(nth(jury, 1)),
    'another juror': browserOf(nth(jury, 0)),
    'an excluded coordinator': browserOf(serving),
    'a coordinator who leads an application': app.as({ id: languages.personId }),
    'a leader': app.as({ id: benches.personId }),
    'an accountant': app.as(app.person('Teresa Krupińska', 'teresa@example.org', ['accountant'])),
    visitor: app.visitor(),
    coordinator: joanna,
  };
  expect(await statusesOf(people, href)).toEqual({
    'the member': 200,
    'another juror': 404,
    'an excluded coordinator': 404,
    'a coordinator who leads an application': 404,
    'a leader': 404,
    'an accountant': 404,
    visitor: 404,
    coordinator: 200,
  });
  const page = `/nabory/${callId}/komisja`;
  expect(paperOn(await joanna.get(page), 'oświadczenie w PDF')).not.toBe('');
  for (const who of ['an excluded coordinator', 'a coordinator who leads an application'] as const)
    expect(paperOn(await people[who].get(page), 'oświadczenie w PDF')).toBe('');
});

test('printed anew, it tells what was reported after the signing', async () => {
  const marianna = nth(jury, 0);
  const before = await ownPaper(marianna);
  app.clock.set(momentOf(app.deps, callId, 'scoring'));
  const late = { applicationId: languages.id, ground: 'own_benefit', note: '' } as const;
  expect(excludeFrom(app.deps, marianna.actor, late).ok).toBe(true);
  const browser = browserOf(marianna);
  await browser.get(ownPage);
  await browser.submit(`${ownPage}/wydruk`);
  await app.drain();
  const after = await ownPaper(marianna);
  expect(await wordsOf(browser, before)).not.toContain('Zgłoszone później');
  const words = await wordsOf(browser, after);
  expect(words).toMatch(/Zgłoszone później .*PB\/2024\/02 „Dwa języki, jedna półka” wyłączenie własna korzyść/);
  expect(words).toContain('Z żadnym wnioskiem z listy nic mnie nie łączy.');
});
