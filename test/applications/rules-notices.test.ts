import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { Deps } from '../../src/deps.ts';
import { startDraft } from '../../src/features/applications/commands/start.ts';
import { withdrawApplication } from '../../src/features/applications/commands/withdraw.ts';
import { currentCall } from '../../src/features/calls/queries.ts';
import { publishLegal, saveLegal } from '../../src/features/calls/rules/commands.ts';
import { readWorkingLegal } from '../../src/features/calls/rules/queries.ts';
import { addTime } from '../../src/lib/days.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client } from '../support/client.ts';
import { completeDraft, type SubmittedStory, submittedApplication } from '../support/story/applications.ts';
import { coordinatorOf } from '../support/story/jury.ts';
import { rehearsalBegun } from '../support/story/rehearsal.ts';

let app: TestApp;
let joanna: Client;
let jonas: SubmittedStory;

/** Jonas has sent an application, Daiva sent and withdrew hers, Zofia writes a draft, Anna began one with an address she has not confirmed. */
beforeEach(async () => {
  app = await startTestApp({ beginning: 'open', at: '2024-02-28T10:00:00.000Z' });
  joanna = app.as({ id: coordinatorOf(app.deps).personId });
  jonas = submittedApplication(app.deps, {
    leader: 'Jonas Vaičiulis',
    email: 'jonas@example.org',
    title: 'Łąka opowieści',
  });
  const daiva = submittedApplication(app.deps, {
    leader: 'Daiva Sidaraitė',
    email: 'daiva@example.org',
    title: 'Chór na rynku',
  });
  withdrawApplication(app.deps, daiva.actor, { applicationId: daiva.id });
  completeDraft(app.deps, { leader: 'Zofia Wróbel', email: 'zofia@example.org', title: 'Zielnik babci' });
  startDraft(app.deps, { kind: 'visitor' }, { callId: 1, kind: 'person', email: 'anna@example.org', userAgent: 'x' });
  app.clock.set(addTime(app.clock.now(), { hours: 1 }));
});
afterEach(() => app.close());

const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const reason = 'Grupy pytały, do kiedy mogą zrezygnować.';

/** Publishes the rules with other words; gives where its letter is decided. */
function changed(deps: Deps, callId: number, change: (text: string) => string): string {
  const marta = coordinatorOf(deps);
  const place = { callId, kind: 'rules' } as const;
  const { text, revision } = readWorkingLegal(deps.db, callId, 'rules');
  const saved = saveLegal(deps, marta, { ...place, revision, text: change(text) });
  if (!saved.ok) throw new Error(saved.code);
  const published = publishLegal(deps, marta, { ...place, revision: saved.value, reason });
  if (!published.ok) throw new Error(published.code);
  const newest = deps.db.get<{ id: number }>(
    sql`select max(id) as id from call_publications where call_id = ${callId} and what = 'rules'`,
  );
  return `/nabory/${callId}/publikacje/${newest?.id}/list`;
}
const anyTime = (text: string) => text.replace('Grupa może zrezygnować.', 'Grupa może zrezygnować w każdej chwili.');

const letters = () =>
  app.deps.db.all<{ to: string; subject: string; body: string }>(
    sql`select to_address as "to", subject, body from letters where kind = 'rules_changed' order by to_address`,
  );

describe('the letter about changed rules', () => {
  test('is written to nobody until the coordinator decides; her desk says so, and no page says who writes a draft', async () => {
    const path = changed(app.deps, 1, anyTime);
    expect(letters()).toEqual([]);
    expect(plain((await joanna.get('/pulpit')).text)).toContain('Zdecyduj, czy napisać do grup: 1 zmiana regulaminu');
    const list = await joanna.get('/nabory/1/zmiany');
    expect(plain(list.text)).toContain('Zmieniono regulamin 28 lutego 2024 r.');
    const page = await joanna.get(path);
    const text = plain(page.text);
    expect(text).toContain('List dla 2 osób: 1 lider złożonego wniosku i 1 lider szkicu.');
    expect(text).toContain('Było: Grupa może zrezygnować.');
    expect(text).toContain('Jest: Grupa może zrezygnować w każdej chwili.');
    expect(text).toContain(`Powód: ${reason}`);
    for (const secret of ['Zofia', 'zofia@', 'Zielnik', 'anna@']) expect(list.html + page.html).not.toContain(secret);
  });

  test('goes once, each with the address of its own application; not to who withdrew, nor to an address nobody confirmed', async () => {
    const path = changed(app.deps, 1, anyTime);
    await joanna.get(path);
    expect((await joanna.post(path, { what: 'send' })).location).toBe('/nabory/1/zmiany');
    expect(letters().map(({ to }) => to)).toEqual(['jonas@example.org', 'zofia@example.org']);
    const [first] = letters();
    expect(plain(first?.subject ?? '')).toBe('Zmiana regulaminu konkursu „Para-buch! Biblioteka – w ruch!”');
    expect(first?.body).toContain(`/wnioski/${jonas.id}`);
    expect(first?.body).toContain('/nabory/1/regulamin');
    expect(plain(first?.body ?? '')).toContain('Jest: Grupa może zrezygnować w każdej chwili.');
    expect(plain(first?.body ?? '')).toContain(`rezerwową.\n\nPowód: ${reason}\n\nCały regulamin,`);
    expect((await joanna.get('/pulpit')).text).not.toContain('zmiana regulaminu');
    const decided = await joanna.get(path);
    expect(decided.forms.map(({ action }) => action)).not.toContain(path);
    expect(plain(decided.text)).toContain('2 listy, 28 lutego 2024 r.');
    expect(
      app.deps.db.get(sql`select what, facts ->> 'letters' as letters from events where what like 'call.rules_%told'`),
    ).toEqual({ what: 'call.rules_told', letters: 2 });
  });

  test('to a draft is read by its group alone, and to an application by nobody who is recused from it', async () => {
    const path = changed(app.deps, 1, anyTime);
    await joanna.get(path);
    await joanna.post(path, { what: 'send' });
    const before = await joanna.get('/skrzynka');
    expect([before.html.includes('jonas@example.org'), before.html.includes('zofia@example.org')]).toEqual([
      true,
      false,
    ]);
    const { personId } = coordinatorOf(app.deps);
    app.deps.db.raw.exec(`insert into jury_members (id, call_id, person_id, function, appointed_at)
      values (77, 1, ${personId}, 'member', '2024-02-28T10:00:00.000Z')`);
    app.deps.db.raw.exec(`insert into recusals (member_id, application_id, kind, ground, declared_at)
      values (77, ${jonas.id}, 'exclusion', 'kin', '2024-02-28T10:00:00.000Z')`);
    expect((await joanna.get('/skrzynka')).html).not.toContain('jonas@example.org');
  });

  test('may be found not to be needed; then it is decided for good', async () => {
    const path = changed(app.deps, 1, anyTime);
    const second = app.as({ id: coordinatorOf(app.deps).personId });
    await second.get(path);
    await joanna.get(path);
    expect(plain((await joanna.submit(path, { what: 'not_needed' })).text)).toContain(
      'listy o tej zmianie nie są potrzebne',
    );
    const late = await second.post(path, { what: 'send' });
    expect([late.status, plain(late.text).includes('już zdecydowano')]).toEqual([422, true]);
    expect(letters()).toEqual([]);
    expect(() => app.deps.db.raw.exec('update rules_notices set letters = 9')).toThrow('notice_sent');
    expect(() => app.deps.db.raw.exec('delete from rules_notices')).toThrow('notice_sent');
  });

  test('is not for those who began after the change', async () => {
    const path = changed(app.deps, 1, anyTime);
    app.clock.set(addTime(app.clock.now(), { hours: 1 }));
    completeDraft(app.deps, { leader: 'Regina Żuk', email: 'regina@example.org', title: 'Dwa języki, jedna półka' });
    await joanna.get(path);
    await joanna.post(path, { what: 'send' });
    expect(letters().map(({ to }) => to)).toEqual(['jonas@example.org', 'zofia@example.org']);
  });

  test('of changes nobody would read in a letter names the §§ alone', async () => {
    const path = changed(app.deps, 1, (text) => text.replaceAll(/\.$/gm, '; patrz też strona konkursu.'));
    const text = plain((await joanna.get(path)).text);
    expect(text).toContain('Zmiany są w:');
    expect(text).not.toContain('Było:');
  });

  test('of the rules as they were announced there is none, nor of a publication of another kind', async () => {
    const others = app.deps.db.all<{ id: number }>(sql`select id from call_publications`);
    expect(others.length).toBeGreaterThan(0);
    for (const { id } of others) expect((await joanna.get(`/nabory/1/publikacje/${id}/list`)).status).toBe(404);
    expect(plain((await joanna.get('/nabory/1/zmiany')).text)).toContain('ani terminy, ani regulamin się nie zmieniły');
  });
});

test('amounts changed while there are only drafts are told as they are now', async () => {
  const early = await startTestApp({ beginning: 'open', at: '2024-02-28T10:00:00.000Z' });
  onTestFinished(() => early.close());
  completeDraft(early.deps, { leader: 'Zofia Wróbel', email: 'zofia@example.org', title: 'Zielnik babci' });
  early.clock.set(addTime(early.clock.now(), { hours: 1 }));
  const browser = early.as({ id: coordinatorOf(early.deps).personId });
  await browser.get('/nabory/1/kwoty');
  await browser.submit('/nabory/1/kwoty', { max: '7000' });
  const terms = early.deps.db.get<{ id: number }>(sql`select id from call_publications where what = 'terms'`);
  const path = `/nabory/1/publikacje/${terms?.id}/list`;
  expect(plain((await browser.get('/nabory/1/zmiany')).text)).toContain(
    'Zmieniono kwoty albo limity 28 lutego 2024 r.',
  );
  await browser.get(path);
  await browser.post(path, { what: 'send' });
  const letter = early.deps.db.get<{ to: string; body: string }>(
    sql`select to_address as "to", body from letters where kind = 'rules_changed'`,
  );
  expect(letter?.to).toBe('zofia@example.org');
  expect(plain(letter?.body ?? '')).toContain('na jedną inicjatywę można dostać od 2 000,00 zł do 7 000,00 zł.');
  expect(letter?.body).not.toContain('Powód');
});

test('a rehearsal catches it: nothing leaves the house, and whoever plays reads it there', async () => {
  const played = await startTestApp({ beginning: 'open', mail: true });
  onTestFinished(() => played.close());
  const { deps } = played;
  const lena = played.person('Lena Próbna', 'lena@example.org');
  const ala = played.person('Ala Próbna', 'ala@example.org');
  const callId = rehearsalBegun(deps, currentCall(deps.db)?.id ?? 0, { leader: lena, jurors: [ala] });
  completeDraft(deps, { leader: lena.name, email: lena.email, callId, title: 'Rolki o książkach' });
  played.clock.set(addTime(played.clock.now(), { hours: 1 }));
  const path = changed(deps, callId, anyTime);
  const browser = played.as({ id: coordinatorOf(deps).personId });
  await browser.get(path);
  await browser.post(path, { what: 'send' });
  await played.drain();
  expect(played.mailbox.letters).toEqual([]);
  const caught = deps.db.all<{ id: number; to: string }>(
    sql`select id, to_address as "to" from letters where kind = 'rules_changed' and caught_for = ${callId}`,
  );
  expect(caught.map(({ to }) => to)).toEqual(['lena@example.org']);
  const read = await played.as(lena).get(`/nabory/${callId}/proba/listy/${caught[0]?.id}`);
  expect(plain(read.text)).toContain('Jest: Grupa może zrezygnować w każdej chwili.');
});
