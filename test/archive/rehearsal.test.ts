import { Readable } from 'node:stream';
import { sql } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import { offendersOf } from '../../src/db/invariant.ts';
import { addAttachments } from '../../src/features/applications/commands/attach.ts';
import { closeRehearsal } from '../../src/features/archive/rehearsal/close.ts';
import { currentCall } from '../../src/features/calls/queries.ts';
import { rehearsalToken } from '../../src/features/calls/rehearsal/address.ts';
import { joinRehearsal, startRehearsal } from '../../src/features/calls/rehearsal/commands.ts';
import { appointMember } from '../../src/features/jury/commands/members.ts';
import { isBlobUsed } from '../../src/files/records.ts';
import { invariants } from '../../src/registries.ts';
import { accessTable } from '../access.table.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { startedDraft } from '../support/story/applications.ts';
import { accountantOf, directorOf } from '../support/story/decisions.ts';
import { coordinatorOf } from '../support/story/jury.ts';
import { movedOn, playedWord, rehearsalBegun, rehearsalPlayed } from '../support/story/rehearsal.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const band = 'PRÓBA GENERALNA – nic tu nie dzieje się naprawdę';

async function open(options: Parameters<typeof startTestApp>[0] = {}) {
  const app = await startTestApp({ beginning: 'open', ...options });
  onTestFinished(() => app.close());
  return { app, deps: app.deps, callId: currentCall(app.deps.db)?.id ?? 0, ...castOf(app) };
}

function castOf(app: TestApp) {
  return {
    leader: app.person('Lena Próbna', 'lena@example.org'),
    jurors: [
      app.person('Ala Próbna', 'ala@example.org'),
      app.person('Ola Próbna', 'ola@example.org'),
      app.person('Ela Próbna', 'ela@example.org'),
    ],
    stranger: app.person('Zenon Obcy', 'zenon@example.org'),
    inspector: app.person('Iga Kontrolna', 'iga@example.org', ['inspector']),
  };
}

test('a coordinator starts it from the settings, a colleague comes in by its address, and whoever was not given it finds nothing', async () => {
  const { app, callId, leader, stranger, inspector, deps } = await open();
  const joanna = app.as({ id: coordinatorOf(deps).personId });
  const settings = await joanna.get(`/nabory/${callId}/ustawienia`);
  await joanna.get(settings.links.get('Próba generalna') ?? '');
  const page = await joanna.submit(`/nabory/${callId}/proby`);
  expect(plain(page.text)).toContain('Próba się zaczęła.');
  expect(page.text).toContain(band);
  const address = [...page.links.keys()].find((name) => name.includes('/proba/')) ?? '';
  const rehearsal = /\/nabory\/(\d+)\/proba/.exec(page.links.get('Strona próby') ?? '')?.[1] ?? '';

  for (const outsider of [stranger, inspector, leader]) {
    for (const path of [`/nabory/${rehearsal}`, `/nabory/${rehearsal}/proba`, `/wnioski/nowy?nabor=${rehearsal}`])
      expect([path, (await app.as(outsider).get(path)).status]).toEqual([path, 404]);
  }
  expect((await app.visitor().get(`/nabory/${rehearsal}`)).status).toBe(404);

  const lena = app.as(leader);
  await lena.get(new URL(address).pathname);
  const joined = await lena.submit(new URL(address).pathname);
  expect(plain(joined.text)).toContain('Jesteś w próbie.');
  const call = await lena.get(`/nabory/${rehearsal}`);
  expect([call.status, call.text.includes(band)]).toEqual([200, true]);
  expect((await lena.get('/wnioski')).text).not.toContain(band);
});

test('one is played at a time, only by a coordinator, and only of a call that could be announced', async () => {
  const { deps, callId, leader } = await open();
  const joanna = coordinatorOf(deps);
  expect(startRehearsal(deps, leader.actor, callId)).toMatchObject({ code: 'absent' });
  const first = startRehearsal(deps, joanna, callId);
  if (!first.ok) throw new Error(first.code);
  expect(startRehearsal(deps, joanna, callId)).toMatchObject({ code: 'rehearsal_open' });
  expect(startRehearsal(deps, joanna, first.value)).toMatchObject({ code: 'absent' });
  expect(deps.db.get(sql`select code, state, rehearsal_of as real from calls where id = ${first.value}`)).toEqual({
    ...{ code: 'PROBA', state: 'announced', real: callId },
  });
  expect(joinRehearsal(deps, leader.actor, `${rehearsalToken(deps.secret, first.value)}x`)).toMatchObject({
    code: 'absent',
  });
  const outside = { callId: first.value, name: 'Zenon Obcy', email: 'obcy@example.org', represents: '' };
  expect(appointMember(deps, joanna, { ...outside, function: 'member' })).toMatchObject({ code: 'not_rehearsing' });
  expect(deps.db.get(sql`select 1 from people where email = 'obcy@example.org'`)).toBeUndefined();
});

test('its letters reach nobody: they are read on its page, and a door in one opens for its addressee alone', async () => {
  const { app, deps, callId, leader, jurors } = await open({ mail: true });
  const rehearsal = rehearsalBegun(deps, callId, { leader, jurors });
  const joanna = coordinatorOf(deps);
  const [ala] = jurors;
  if (ala === undefined) throw new Error('nobody judges');
  const seat = { callId: rehearsal, name: ala.name, email: ala.email, function: 'chair' as const, represents: '' };
  expect(appointMember(deps, joanna, seat).ok).toBe(true);
  const draft = startedDraft(deps, { leader: leader.name, email: leader.email, title: 'Na niby', callId: rehearsal });
  const lena = app.as(leader);
  await lena.get(`/wnioski/${draft.id}/osoby`);
  await lena.submit(`/wnioski/${draft.id}/osoby`, { email: ala.email, may: 'edit' });
  await app.drain();
  expect(app.mailbox.letters).toEqual([]);
  expect(
    deps.db.all(sql`select kind, state, sent_at as sentAt from letters where caught_for = ${rehearsal} order by id`),
  ).toEqual([
    { kind: 'jury_invitation', state: 'waiting', sentAt: null },
    { kind: 'member_invitation', state: 'waiting', sentAt: null },
  ]);
  expect((await app.as({ id: joanna.personId }).get('/skrzynka')).text).not.toContain('Ala Próbna');

  const letters = `/nabory/${rehearsal}/proba/listy`;
  const list = await app.as({ id: joanna.personId }).get(letters);
  expect(list.text).toContain('zatrzymany: próba generalna');
  const invitation = deps.db.get<{ id: number }>(sql`select id from letters where kind = 'member_invitation'`)?.id;
  const seenBy = async (person: { id: number }) => (await app.as(person).get(`${letters}/${invitation}`)).text;
  expect(await seenBy(ala)).toContain('/zaproszenie/');
  for (const other of [leader, { id: joanna.personId }]) {
    const text = await seenBy(other);
    expect(text).toContain('[jednorazowy link]');
    expect(text).not.toContain('/zaproszenie/');
  }
});

test('the button ends a step and begins the next, and what came in before stays in time', async () => {
  const { app, deps, callId, leader, jurors } = await open();
  const rehearsal = rehearsalBegun(deps, callId, { leader, jurors });
  const joanna = app.as({ id: coordinatorOf(deps).personId });
  await joanna.get(`/nabory/${rehearsal}/proba`);
  const moved = await joanna.submit(`/nabory/${rehearsal}/proba/etap`);
  expect(plain(moved.text)).toContain('Próba przeszła do następnego etapu: Ocena formalna.');
  const stages = deps.db.all<{ kind: string; isOver: number; isOpen: number }>(sql`
    select kind, ends_at <= ${deps.clock.now()} as isOver, starts_at <= ${deps.clock.now()} and ends_at > ${deps.clock.now()} as isOpen
    from call_stages where call_id = ${rehearsal} and kind in ('submission', 'formal_check', 'scoring') order by id`);
  expect(stages).toEqual([
    { kind: 'submission', isOver: 1, isOpen: 0 },
    { kind: 'formal_check', isOver: 0, isOpen: 1 },
    { kind: 'scoring', isOver: 0, isOpen: 0 },
  ]);
  const late = await joanna.get(`/nabory/${rehearsal}/proba`);
  movedOn(deps, rehearsal);
  expect(late.status).toBe(200);
  const twice = await joanna.post(`/nabory/${rehearsal}/proba/etap`);
  expect([twice.status, plain(twice.text).includes('Próba jest już w innym etapie.')]).toEqual([422, true]);
});

test('closed, it is nowhere: its pages are gone, its words and files erased, its rows and the truths about them whole', {
  timeout: 60_000,
}, async () => {
  const { app, deps, callId, leader, jurors } = await open();
  accountantOf(deps);
  directorOf(deps);
  const shared = await deps.files.receive(Readable.from([Buffer.from(`%PDF-1.7 ${playedWord} ${leader.email}`)]), 1000);
  const real = startedDraft(deps, { leader: 'Birutė', email: 'birute@example.org', title: 'Prawdziwy' });
  if (!shared.ok) throw new Error(shared.code);
  const files = [{ field: 'file', name: 'prawdziwy.pdf', blob: shared.value }];
  expect(addAttachments(deps, real.actor, { applicationId: real.id, label: 'Zgoda', files }).ok).toBe(true);
  const played = await rehearsalPlayed(deps, callId, { leader, jurors });
  await app.drain();
  const marked = deps.db.all<{ name: string }>(sql`select f.name from documents d join files f on f.id = d.file_id
    where (d.subject_kind, d.subject_id) in (select kind, id from rehearsed_records)`);
  expect(marked.length).toBeGreaterThan(5);
  expect(marked.filter(({ name }) => !name.startsWith('PROBA-GENERALNA-'))).toEqual([]);
  expect(holding(app, playedWord)).toEqual(expect.arrayContaining(writtenIn));
  const rows = countRows(app);
  const blobs = deps.db.all<{ sha256: string }>(sql`select distinct f.sha256 from files f
    where (f.subject_kind, f.subject_id) in (select kind, id from rehearsed_records)`);

  const joanna = coordinatorOf(deps);
  expect(closeRehearsal(deps, leader.actor, played.callId)).toMatchObject({ code: 'absent' });
  expect(closeRehearsal(deps, joanna, played.callId)).toEqual({ ok: true, value: undefined });
  await app.drain();

  expect(holding(app, playedWord)).toEqual([]);
  expect(countRows(app)).toEqual({ ...rows, events: (rows['events'] ?? 0) + 1, jobs: (rows['jobs'] ?? 0) + 1 });
  for (const invariant of invariants)
    expect({ [invariant.name]: offendersOf(deps.db, invariant) }).toEqual({ [invariant.name]: [] });
  const tomorrow = new Date(Date.now() + 48 * 60 * 60 * 1000);
  await deps.files.sweep((sha256) => isBlobUsed(deps.db, sha256), tomorrow);
  expect(blobs.filter(({ sha256 }) => deps.files.has(sha256)).map(({ sha256 }) => sha256)).toEqual([
    shared.value.sha256,
  ]);

  const ids = { call: played.callId, application: played.applicationId, initiative: played.initiativeId };
  const browser = app.as({ id: joanna.personId });
  for (const path of pathsOf(ids)) expect([path, (await browser.get(path)).status]).toEqual([path, 404]);
  expect(closeRehearsal(deps, joanna, played.callId)).toMatchObject({ code: 'absent' });
  const history = await browser.get('/historia');
  expect(plain(history.text)).toContain('zakończono próbę generalną; jej teksty i pliki skasowano');
});

/** Where the played rehearsal has the word, so that its absence afterwards proves something. */
const writtenIn = [
  ...['people.name', 'applications.title', 'applicants.name', 'applicants.guardian_name', 'answers.content'],
  ...['answer_versions.content', 'application_versions.content', 'attachments.label', 'application_messages.body'],
  ...['guardian_requests.guardian_name', 'guardian_consents.guardian_name', 'guardian_consents.content'],
  ...[
    'guardian_consents.reason',
    'formal_cards.reason',
    'formal_cards.returned_note',
    'formal_answers.note',
    'jury_members.represents',
  ],
  ...['score_cards.justification', 'rankings.met_at_place', 'decisions.reason', 'publications.content'],
  ...['initiatives.title', 'initiatives.group_name', 'agreements.content', 'paper_arrivals.journal_number'],
  ...['call_texts.content', 'call_texts.reason', 'legal_drafts.content', 'form_drafts.content', 'call_stages.place'],
  ...['call_questions.question', 'call_questions.answer'],
  ...['call_publications.content', 'publication_places.address', 'publication_places.note', 'director_orders.note'],
  ...['timetable_changes.reason', 'timetable_change_dates.place', 'timetable_change_dates.before_place'],
  ...['letters.subject', 'letters.body', 'letters.fields', 'letters.event', 'event_texts.content', 'files.name'],
];

/** Tables and columns in which the word stands. */
function holding(app: TestApp, word: string): string[] {
  const columns = app.deps.db.all<{
    name: string;
    column: string;
  }>(sql`select t.name, c.name as column from pragma_table_list t
    join pragma_table_info(t.name) c where t.schema = 'main' and t.type = 'table' and t.name not like 'sqlite_%'`);
  return columns
    .filter(({ name, column }) => {
      const found = sql`select 1 from ${sql.identifier(name)} where instr(${sql.identifier(column)}, ${word}) > 0 limit 1`;
      return app.deps.db.get(found) !== undefined;
    })
    .map(({ name, column }) => `${name}.${column}`);
}

function countRows(app: TestApp): Record<string, number> {
  const tables = app.deps.db.all<{ name: string }>(
    sql`select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'`,
  );
  return Object.fromEntries(
    tables.map(({ name }) => [
      name,
      app.deps.db.get<{ count: number }>(sql`select count(*) as count from ${sql.identifier(name)}`)?.count ?? 0,
    ]),
  );
}

/** Every page about a call, an application or an initiative, with these numbers. */
function pathsOf({ call, application, initiative }: Record<'call' | 'application' | 'initiative', number>): string[] {
  const numbers = [
    ['/nabory/:id', call],
    ['/wnioski/:id', application],
    ['/inicjatywy/:id', initiative],
  ] as const;
  return accessTable
    .filter(({ method, path, access }) => method === 'GET' && !/:(?!id)/.test(path) && mayEnter(access))
    .flatMap(({ path }) =>
      numbers.flatMap(([under, id]) => (path.startsWith(under) ? [path.replace(':id', String(id))] : [])),
    );
}

const mayEnter = (access: (typeof accessTable)[number]['access']) =>
  typeof access === 'string' || access.includes('coordinator');
