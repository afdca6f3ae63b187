import { execFileSync } from 'node:child_process';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { composeAgreement } from '../../src/features/agreements/compose.ts';
import { readInitiative } from '../../src/features/initiatives/queries.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { issuedAgreement, type PublishedStory, publishedResults } from '../support/story/decisions.ts';
import { applications, storyFor } from '../support/story/ground.ts';

let app: TestApp;
let told: PublishedStory;

/** The worker thread reads what is written for good, so nothing is rewound here. */
beforeAll(async () => {
  app = await startTestApp({ beginning: 'open', mail: true });
  app.deps.db.raw.pragma('synchronous = off');
  app.deps.db.raw.exec("update organisations set nip = '8441234567', director_name = 'Regina Bielska'");
  told = publishedResults(app, {
    ...storyFor(app),
    applications: [...applications.slice(1, 2), youth],
    given: [
      [5, 5, 5, 5],
      [4, 4, 4, 4],
    ],
  });
});
afterAll(() => app.close());

const youth = {
  leader: 'Kajetan Mieczkowski',
  email: 'kajetan@example.org',
  title: 'Noc z komiksem',
  kind: 'minor' as const,
};
const initiative = (index: number) => told.initiativeOf.get(told.applications[index]?.id ?? 0) ?? 0;

test('the agreement is a paper of two or three pages with its §§, its plan, its sums in words and two places to sign', async () => {
  issuedAgreement(app.deps, initiative(0));
  await app.drain();
  const row = app.deps.db.get<{ sha256: string; name: string }>(sql`
    select f.sha256, f.name from documents d join files f on f.id = d.file_id where d.kind = 'agreement'`);
  const file = app.deps.files.pathOf(row?.sha256 ?? '');
  const pages = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1);
  const text = pages.join(' ').replace(/\s+/gu, ' ');
  expect([pages.length, row?.name]).toEqual([3, 'porozumienie-PB-2024-01-P.pdf']);
  for (const words of [
    'Porozumienie o współpracy',
    'nr PB/2024/01/P, inicjatywa „Opowieści z pogranicza”',
    'Biblioteka Publiczna w Sejnach, ul. Łąkowa 1, 16-500 Sejny, NIP 8441234567',
    'Stowarzyszenie „Brzeg” (Organizacja)',
    '§ 3. Kwota i kosztorys',
    'przeznacza do 8 000,00 zł (słownie: osiem tysięcy złotych 00/100)',
    'Działania trwają od 13 maja 2024 r. do 30 września 2024 r.',
    '2. Koszt: materials materiały 1 komplet 2 000,00 2 000,00',
    'Razem 8 000,00 zł',
    'Kwota mieści się w planie finansowym Biblioteki: Teresa Krupińska',
    'Za Bibliotekę Za Organizację',
    'Regina Bielska Ewa Sidorowicz',
  ])
    expect(text).toContain(words);
  expect(text).not.toMatch(/dotacj|r\.\./iu);
});

test('the letter reaches the leader with the paper attached', async () => {
  await app.drain();
  const letter = app.mailbox.letters.find(({ subject }) => subject?.includes('PB/2024/01/P'));
  expect(letter?.envelope.to).toEqual(['ewa@example.org']);
  expect(letter?.attachments.map(({ filename }) => filename)).toEqual(['porozumienie-PB-2024-01-P.pdf', 'termin.ics']);
});

test('the group finds the paper on its page, ready to be read and printed', async () => {
  const ewa = app.as({ id: told.applications[0]?.personId ?? 0 });
  const page = await ewa.get(`/inicjatywy/${initiative(0)}/porozumienie`);
  const file = await ewa.get(page.links.get('Pobierzcie porozumienie') ?? '/');
  expect([file.status, file.body.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
});

test('for a leader who is not of age the guardian signs', () => {
  const read = readInitiative(app.deps.db, initiative(1));
  if (read === undefined) throw new Error('Kajetan has no initiative');
  const funds = { confirmedBy: 'Teresa Krupińska', confirmedAt: app.clock.now() };
  const content = composeAgreement(app.deps.db, app.clock, {
    number: 'PB/2024/02/P',
    initiative: read,
    funds,
    issuedAt: app.clock.now(),
  });
  expect(content.group).toMatchObject({ name: 'Kajetan Mieczkowski', guardianName: 'Teresa Krakowska' });
});
