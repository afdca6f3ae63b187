import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { counted } from '../../src/lib/polish.ts';
import { plain } from '../support/papers.ts';
import { groups } from '../support/story/cast.ts';
import { type World, wholeWorld } from '../support/world.ts';
import { unzipped } from '../support/zip.ts';

let world: World;
let shelves: string[];
/** Every file of the house with what it holds. */
let files: { id: number; sha256: string; subjectKind: string; subjectId: number }[];

beforeAll(async () => {
  world = await wholeWorld();
  const { app, story } = world;
  await app.drain();
  // The jurors' cards and the formal check's are asked for, so that there is something to leak.
  const joanna = world.as('coordinator');
  await joanna.get(`/nabory/${story.id('call')}/oceny`);
  await joanna.submit(`/nabory/${story.id('call')}/oceny/wydruki`);
  for (const name of ['settled', 'running', 'refused']) {
    await joanna.get(`/wnioski/${story.id(name)}/ocena-formalna`);
    await joanna.submit(`/wnioski/${story.id(name)}/ocena-formalna/wydruk`);
  }
  await app.drain();
  files = app.deps.db.all(
    sql`select id, sha256, subject_kind as subjectKind, subject_id as subjectId from files order by id`,
  );
  shelves = [
    `/nabory/${story.id('call')}/dokumenty`,
    ...['settled', 'running', 'refused', 'rejected', 'draft'].map((name) => `/wnioski/${story.id(name)}/dokumenty`),
    ...['settled', 'running', 'negotiated'].map((name) => `/inicjatywy/${story.id(`initiative ${name}`)}/dokumenty`),
    '/raporty/dokumenty',
  ];
}, 120_000);
afterAll(() => world.app.close());

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const countOf = (n: number) => `${counted(n, 'plik', 'pliki', 'plików')}, `;

const people = [
  ...[
    'coordinator',
    'director',
    'accountant',
    'inspector',
    'administrator',
    'juror',
    'excluded juror',
    'excluded staff',
  ],
  ...['applicant', 'leader of running', 'leader of refused', 'leader of draft', 'provisional', 'visitor'],
  ...['coordinator elsewhere', 'director elsewhere', 'accountant elsewhere', 'inspector elsewhere', 'juror elsewhere'],
];

describe.each(people)('%s', (who) => {
  test('finds on every shelf, in its ZIP and in its counts what /pliki/:id gives, and nothing else', async () => {
    const browser = world.as(who);
    const open = new Set<number>();
    for (const { id } of files) if ((await browser.get(`/pliki/${id}`)).status === 200) open.add(id);
    for (const shelf of shelves) {
      const page = await browser.get(shelf);
      const zip = await browser.get(`${shelf}.zip`);
      expect([shelf, zip.status]).toEqual([shelf, page.status]);
      if (page.status !== 200) continue;
      const listed = [...page.html.matchAll(/href="\/pliki\/(\d+)"/g)].map(([, id]) => Number(id));
      expect(new Set(listed).size).toBe(listed.length);
      expect(listed.filter((id) => !open.has(id))).toEqual([]);
      expect(page.text).toContain(listed.length === 0 ? 'Nie ma tu jeszcze' : countOf(listed.length));
      const packed = [...(await unzipped(zip.body))].filter(([path]) => path.includes('/'));
      const sums = (ids: readonly number[]) => ids.map((id) => files.find((one) => one.id === id)?.sha256).toSorted();
      expect(packed.map(([, bytes]) => sha256(bytes)).toSorted()).toEqual(sums(listed));
    }
  });
});

test('who leads the call finds every paper of it', async () => {
  const listed = async (who: string, shelf: string) =>
    new Set([...(await world.as(who).get(shelf)).html.matchAll(/href="\/pliki\/(\d+)"/g)].map(([, id]) => Number(id)));
  const all = await listed('coordinator', `/nabory/${world.story.id('call')}/dokumenty`);
  const rehearsal = world.story.id('rehearsal');
  const rehearsed = world.app.deps.db
    .all<{ id: number }>(sql`select id from call_publications where call_id = ${rehearsal}`)
    .map(({ id }) => id);
  const ofCall = files.filter(({ subjectKind, subjectId }) => {
    // Letters on paper and their proofs lie in the log of letters; a draft has no shelf, not even with its printout and its signature.
    const elsewhere = [
      'project',
      'document_register',
      'letter',
      'dispatch',
      'application_draft',
      'submission_confirmation',
    ];
    if (elsewhere.includes(subjectKind)) return false;
    // Papers of the rehearsal lie on its own shelf.
    if (subjectKind === 'call' && subjectId === rehearsal) return false;
    if (subjectKind === 'call_publication' && rehearsed.includes(subjectId)) return false;
    return subjectKind !== 'attachment' || subjectId !== world.story.id('attachment');
  });
  expect([...all].toSorted((a, b) => a - b)).toEqual(ofCall.map(({ id }) => id));
  expect(new Set(ofCall.map(({ subjectKind }) => subjectKind))).toEqual(
    new Set([
      'call',
      'call_publication',
      'director_order',
      'publication_place',
      'application',
      'application_result',
      'guardian_sheet',
      'guardian_consent',
      'formal_card',
      'score_card',
      'jury_member',
      'ranking',
      'agreement',
      'settlement',
      'expense',
    ]),
  );
});

test('of an application that somebody is excluded from the shelf of the call says not a word', async () => {
  const { title, secret } = groups.running;
  const call = `/nabory/${world.story.id('call')}/dokumenty`;
  const seen = plain((await world.as('coordinator').get(call)).text);
  expect(seen).toContain(title);
  const code = /(PB\/2024\/\d\d) · /.exec(seen.slice(seen.indexOf(title) - 20))?.[1] ?? '';
  expect(code).not.toBe('');
  const page = plain((await world.as('excluded staff').get(call)).text);
  const zip = await unzipped((await world.as('excluded staff').get(`${call}.zip`)).body);
  for (const words of [page, zip.get('manifest.csv')?.toString() ?? '', [...zip.keys()].join()])
    for (const closed of [title, secret, code, code.replaceAll('/', '-')]) expect(words).not.toContain(closed);
});

test('a group is not told who in the library asked for its papers', async () => {
  const page = await world.as('leader of running').get(`/inicjatywy/${world.story.id('initiative running')}/dokumenty`);
  expect(page.text).toContain('Porozumienie o współpracy');
  expect(page.text).not.toContain('Na prośbę');
  expect(page.forms.filter(({ action }) => action.includes('ponowienie'))).toEqual([]);
});
