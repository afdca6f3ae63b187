import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { beginAmendment } from '../../src/features/applications/amendments/commands.ts';
import { marksOf } from '../../src/features/applications/answers/fields.ts';
import { startForPerson } from '../../src/features/applications/assistance/start.ts';
import { saveSection } from '../../src/features/applications/commands/save.ts';
import { submitApplication } from '../../src/features/applications/commands/submit.ts';
import { readDraft } from '../../src/features/applications/drafts.ts';
import { guardianConsentOf } from '../../src/features/applications/guardian/queries.ts';
import { fixedSections } from '../../src/features/applications/paths.ts';
import { storedAs, type TypedApplicant } from '../../src/features/applications/typed.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client } from '../support/client.ts';
import { completeDraft, fillIn, type StartedStory } from '../support/story/applications.ts';
import { coordinatorOf } from '../support/story/jury.ts';

let app: TestApp;
let draft: StartedStory;
let maja: Client;
let marta: Client;

const page = '/wnioski/1/opiekun';
const mother = 'teresa@example.org';
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const standing = () => guardianConsentOf(app.deps.db, 1);
const said = () =>
  app.deps.db.all(sql`select word, way, guardian_name as guardian, child_name as child, fingerprint is not null as words, recorded_by as by
    from guardian_consents order by id`);
const events = () =>
  app.deps.db
    .all<{ what: string; kind: string }>(
      sql`select what, actor_kind as kind from events where what like 'application.guardian%' order by id`,
    )
    .map(({ what, kind }) => `${what} by ${kind}`);

beforeEach(async () => {
  app = await startTestApp({ beginning: 'open', at: '2024-03-10T11:00:00.000Z', mail: true });
  draft = completeDraft(app.deps, {
    ...{ leader: 'Maja Krakowska', email: 'maja@example.org', title: 'Rolki o książkach', kind: 'minor' },
  });
  maja = app.as({ id: draft.personId });
  marta = app.as({ id: coordinatorOf(app.deps).personId });
});
afterEach(() => app.close());

/** The address in the newest letter to the guardian. */
async function doorFor(email: string, asker = maja): Promise<string> {
  await asker.get(page);
  await asker.submit(page, { email });
  const count = app.deps.db.get<{ n: number }>(sql`select count(*) as n from guardian_requests`)?.n ?? 0;
  await app.drain();
  const letters = app.mailbox.letters.filter(({ subject }) => (subject ?? '').startsWith('Prośba o zgodę'));
  expect(letters).toHaveLength(count);
  return /\/zgoda-opiekuna\/[\w-]+/.exec(letters.at(-1)?.text ?? '')?.[0] ?? '';
}

async function consentAt(door: string, word: 'given' | 'refused' = 'given') {
  const visitor = app.visitor();
  await visitor.get(door);
  return visitor.submit(door, { word });
}

function rename(change: Partial<TypedApplicant>, applicationId = 1): void {
  const now = readDraft(app.deps.db, applicationId);
  if (now === undefined) throw new Error('no draft');
  const section = fixedSections.applicant;
  const typed = { kind: 'applicant' as const, ...now.applicant, ...change };
  const seen = marksOf(storedAs(now, typed));
  const saved = saveSection(app.deps, draft.actor, {
    ...{ applicationId, section, seen, page: 'p', step: 1, isAutosave: false, typed },
  });
  expect(saved.ok).toBe(true);
}

const send = (applicationId = 1) =>
  submitApplication(app.deps, draft.actor, {
    applicationId,
    revision: readDraft(app.deps.db, applicationId)?.revision ?? 0,
  });

describe('the mother’s link', () => {
  test('shows what is consented to and keeps the very words with their fingerprint; it opens no account', async () => {
    const door = await doorFor(mother);
    const visitor = app.visitor();
    const shown = await visitor.get(door);
    const text = plain(shown.text);
    for (const words of ['Maja Krakowska', 'Teresa Krakowska', '„Rolki o książkach”', 'Para-buch', 'zdjęć ani nagrań'])
      expect(text).toContain(words);
    expect(shown.html).toContain('/nabory/1/regulamin');
    expect(standing()).toBe('missing');
    const after = await visitor.submit(door, { word: 'given' });
    expect(plain(after.text)).toContain('Dziękujemy, zgoda jest zapisana');
    expect(visitor.cookies.has('session')).toBe(false);
    expect(app.deps.db.get(sql`select count(*) as n from people where email = ${mother}`)).toEqual({ n: 0 });
    expect(standing()).toBe('given');
    expect(said()).toEqual([
      { word: 'given', way: 'link', guardian: 'Teresa Krakowska', child: 'Maja Krakowska', words: 1, by: null },
    ]);
    const kept = app.deps.db.get<{ content: string }>(sql`select content from guardian_consents`)?.content ?? '{}';
    expect(JSON.parse(kept)).toMatchObject({
      ...{ guardianName: 'Teresa Krakowska', childName: 'Maja Krakowska', title: 'Rolki o książkach', number: 0 },
    });
    expect(kept).toContain('Ta zgoda nie obejmuje zdjęć ani nagrań');
    expect(events()).toEqual(['application.guardian_asked by person', 'application.guardian_consented by visitor']);
    await app.drain();
    const letter = app.mailbox.letters.find(({ subject }) => (subject ?? '').startsWith('Zgoda opiekuna'));
    expect(letter?.text).toContain('Zgoda opiekuna jest zapisana (Teresa Krakowska). Możecie pisać dalej.');
  });

  test('takes a refusal as well, and another letter may ask again', async () => {
    const refused = await consentAt(await doorFor(mother), 'refused');
    expect(plain(refused.text)).toContain('Odmowa jest zapisana');
    expect(standing()).toBe('refused');
    expect(plain((await maja.get(page)).text)).toContain('Opiekun odmówił zgody');
    await consentAt(await doorFor(mother));
    expect(standing()).toBe('given');
  });

  test('is stored as ids alone', async () => {
    const door = await doorFor(mother);
    const token = door.split('/').at(-1) ?? '';
    const rest = app.deps.db
      .all(sql`select body from letters`)
      .concat(app.deps.db.all(sql`select * from sign_in_links`));
    expect(JSON.stringify(rest)).not.toContain(token);
    expect(JSON.stringify(rest)).toContain('[jednorazowy link]');
  });
});

describe('B7: a stranger’s address, a forged guardian’s link', () => {
  const shut = async (door: string) => {
    const seen = await app.visitor().get(door);
    expect(seen.text).not.toContain('Maja');
    expect(seen.text).not.toContain('Rolki');
    expect(plain(seen.text)).toContain('Ten link nie działa');
    return seen.status;
  };

  test('a forged link opens nothing, neither does one of another door', async () => {
    const door = await doorFor(mother);
    expect(await shut(`${door.slice(0, -3)}AAA`)).toBe(404);
    expect(await shut('/zgoda-opiekuna/abc')).toBe(404);
    await maja.get('/wnioski/1/osoby');
    await maja.submit('/wnioski/1/osoby', { email: 'jonas@example.org', may: 'submit' });
    await app.drain();
    const letters = app.mailbox.letters.map(({ text }) => text ?? '').join('\n');
    const invited = /\/zaproszenie\/([\w-]+)/.exec(letters)?.[1] ?? '';
    expect(invited).not.toBe('');
    expect(await shut(`/zgoda-opiekuna/${invited}`)).toBe(404);
    const token = door.split('/').at(-1) ?? '';
    for (const other of ['wejscie', 'potwierdzenie', 'zaproszenie'])
      expect((await app.visitor().get(`/${other}/${token}`)).status).toBe(404);
    expect(standing()).toBe('missing');
  });

  test('a used, an expired and a replaced link open nothing, and a form kept open says so too', async () => {
    const first = await doorFor(mother);
    const slow = app.visitor();
    await slow.get(first);
    const second = await doorFor(mother);
    expect(await shut(first)).toBe(410);
    const late = await slow.post(first, { word: 'given' });
    expect([late.status, standing()]).toEqual([410, 'missing']);
    await consentAt(second);
    expect(await shut(second)).toBe(410);
    marta = app.as({ id: coordinatorOf(app.deps).personId });
    await marta.get(page);
    expect(standing()).toBe('given');
    expect(said()).toHaveLength(1);
  });

  test('fourteen days later the link is over and the child may ask anew', async () => {
    const door = await doorFor(mother);
    app.clock.advance({ days: 15 });
    expect(await shut(door)).toBe(410);
    maja = app.as({ id: draft.personId });
    const seen = await maja.get(page);
    expect(plain(seen.text)).toContain('Tamten link już nie działa');
    const next = await doorFor(mother);
    await consentAt(next);
    expect(standing()).toBe('given');
  });

  test('the child’s own address is nobody’s guardian, and who has proved no address writes to nobody', async () => {
    await maja.get(page);
    const own = await maja.post(page, { email: 'MAJA@example.org' });
    expect([own.status, plain(own.text).includes('To adres osoby, która pisze wniosek')]).toEqual([422, true]);
    const wrong = await maja.post(page, { email: 'mama' });
    expect(wrong.status).toBe(422);
    app.deps.db.raw.exec(
      `update people set confirmed_at = null, pending_email = email, email = null where id = ${draft.personId}`,
    );
    const unproved = await maja.get(page);
    expect(unproved.forms.some(({ action }) => action === page)).toBe(false);
    expect(plain(unproved.text)).toContain('potwierdźcie swój adres e-mail');
    expect(app.deps.db.get(sql`select count(*) as n from guardian_requests`)).toEqual({ n: 0 });
  });

  test('whoever holds the letter says nothing for another name: the names changed, so the link is over', async () => {
    const door = await doorFor(mother);
    rename({ guardianName: 'Adam Krakowski' });
    const seen = await app.visitor().get(door);
    expect([seen.status, plain(seen.text).includes('zmieniono we wniosku imię lub nazwisko')]).toEqual([410, true]);
    expect(seen.text).not.toContain('Adam Krakowski');
  });
});

describe('a consent is of one guardian for one child', () => {
  test('another guardian’s name in the draft makes it count no more, the first name again makes it count', async () => {
    await consentAt(await doorFor(mother));
    rename({ guardianName: 'Adam Krakowski' });
    expect(standing()).toBe('renamed');
    const seen = plain((await maja.get(page)).text);
    expect(seen).toContain('Zgodę dał opiekun zapisany jako Teresa Krakowska');
    expect(seen).toContain('tamta zgoda się nie liczy');
    rename({ guardianName: 'Teresa Krakowska' });
    expect(standing()).toBe('given');
    rename({ leaderName: 'Mateusz Krakowski' });
    expect(standing()).toBe('renamed');
  });

  test('is asked of nobody who is of age', async () => {
    rename({ applicantKind: 'person' });
    expect(standing()).toBe('not_needed');
    expect((await maja.get(page)).status).toBe(404);
    expect((await maja.get('/wnioski/1')).text).not.toContain('Zgoda opiekuna');
  });
});

describe('before the application is sent, where the call wants it', () => {
  beforeEach(() => {
    app.deps.db.raw.exec('drop trigger calls_guardian_consent_announced');
    app.deps.db.raw.exec("update calls set guardian_consent = 'submission'");
  });

  test('it is missing, and sending is refused; with it the application goes', async () => {
    expect(send()).toMatchObject({ ok: false, code: 'incomplete', facts: { missing: 1 } });
    const check = await maja.get('/wnioski/1/czesci/sprawdz');
    expect(plain(check.text)).toContain('Zgoda opiekuna: Potrzebna jest zgoda opiekuna.');
    expect(check.html).toContain(`href="${page}"`);
    const door = await doorFor(mother);
    await consentAt(door);
    rename({ guardianName: 'Adam Krakowski' });
    expect(send()).toMatchObject({ ok: false, code: 'incomplete', facts: { missing: 1 } });
    rename({ guardianName: 'Teresa Krakowska' });
    expect(send()).toMatchObject({ ok: true });
    expect(standing()).toBe('given');
  });
});

describe('in a change of what was sent', () => {
  beforeEach(async () => {
    app.deps.db.raw.exec('drop trigger calls_guardian_consent_announced');
    app.deps.db.raw.exec("update calls set guardian_consent = 'submission'");
    await consentAt(await doorFor(mother));
    expect(send()).toMatchObject({ ok: true });
    expect(beginAmendment(app.deps, draft.actor, 1)).toMatchObject({ ok: true, value: { copyId: 2 } });
  });

  test('the mother’s word stays; another guardian gives a new one, which counts once the change is sent', async () => {
    rename({ phone: '600 700 800' }, 2);
    expect(send(2)).toMatchObject({ ok: true, value: { version: 2 } });
    expect(standing()).toBe('given');

    expect(beginAmendment(app.deps, draft.actor, 1)).toMatchObject({ ok: true, value: { copyId: 3 } });
    rename({ guardianName: 'Adam Krakowski' }, 3);
    expect(send(3)).toMatchObject({ ok: false, code: 'incomplete' });
    await maja.get('/wnioski/3/opiekun');
    const scan = { name: 'zgoda.pdf', type: 'application/pdf', content: '%PDF-1.7 podpis taty' };
    await maja.submit('/wnioski/3/opiekun/podpis', { way: 'scan', signedOn: '09.03.2024' }, { file: scan });
    expect(standing()).toBe('given');
    expect(send(3)).toMatchObject({ ok: true, value: { version: 3 } });
    expect(standing()).toBe('given');
    expect(plain((await marta.get(page)).text)).toContain('Adam Krakowski');
    const file = app.deps.db.get<{ id: number }>(sql`select max(file_id) as id from guardian_consents`)?.id;
    expect((await marta.send({ method: 'GET', url: `/pliki/${file}` })).status).toBe(200);
  });
});

describe('on paper and at the desk', () => {
  const pdf = (text: string) => ({ name: 'zgoda.pdf', type: 'application/pdf', content: `%PDF-1.7 ${text}` });

  test('the child adds the signed sheet; jurors and other groups never see it', async () => {
    await maja.get(page);
    await maja.submit(`${page}/kartka`);
    await app.drain();
    const sheet = await maja.get(page);
    expect(plain(sheet.text)).toContain('Zgoda opiekuna – Maja Krakowska');
    const without = await maja.post(`${page}/podpis`, { way: 'scan', signedOn: '09.03.2024' }, {});
    expect(without.status).toBe(422);
    await maja.get(page);
    await maja.submit(`${page}/podpis`, { way: 'scan', signedOn: '09.03.2024' }, { file: pdf('podpis mamy') });
    expect(standing()).toBe('given');
    expect(said()).toEqual([
      {
        word: 'given',
        way: 'scan',
        guardian: 'Teresa Krakowska',
        child: 'Maja Krakowska',
        words: 0,
        by: draft.personId,
      },
    ]);
    expect(events()).toEqual(['application.guardian_consented by person']);
  });

  test('the desk is the staff’s: the child cannot say that the mother came', async () => {
    await maja.get(page);
    const claimed = await maja.post(`${page}/podpis`, { way: 'desk', signedOn: '09.03.2024' }, {});
    expect([claimed.status, standing()]).toEqual([422, 'missing']);
  });

  test('staff write down who came and when, and later that the consent ended; both stay', async () => {
    expect(send()).toMatchObject({ ok: true });
    const open = await marta.get(page);
    expect(plain(open.text)).toContain('Jak opiekun się zgodził?');
    await marta.submit(`${page}/podpis`, { way: 'desk', signedOn: '10.03.2024' }, {});
    expect(standing()).toBe('given');
    await marta.get(page);
    const empty = await marta.post(`${page}/koniec`, { reason: '' });
    expect(empty.status).toBe(422);
    await marta.get(page);
    await marta.submit(`${page}/koniec`, { reason: 'Mama przyszła i cofnęła zgodę' });
    expect(standing()).toBe('ended');
    expect(said()).toMatchObject([
      { word: 'given', way: 'desk', words: 1 },
      { word: 'ended', way: 'desk', words: 0 },
    ]);
    const shown = plain((await maja.get(page)).text);
    expect(shown).toContain('Zgoda już nie obowiązuje: Mama przyszła i cofnęła zgodę.');
    expect(shown).toContain('Zgoda podpisana w bibliotece 10 marca 2024 r.');
    await app.drain();
    const letters = app.mailbox.letters.filter(({ subject }) => (subject ?? '').startsWith('Zgoda opiekuna'));
    expect(letters).toHaveLength(2);
  });

  test('of a draft keyed in from paper the librarian adds the sheet that came with it', async () => {
    const { deps, clock } = app;
    const arrival = { arrivedAt: clock.now(), way: 'hand', journalNumber: '', lateReason: '' } as const;
    const home = { street: 'Żegary 14', postalCode: '16-500', city: 'Sejny' };
    const begun = startForPerson(deps, coordinatorOf(deps), {
      ...{ callId: 1, kind: 'minor', name: 'Jonas Wróbel', email: '', phone: '+48875162011', ...home, arrival },
    });
    if (!begun.ok) throw new Error(begun.code);
    const id = begun.value.applicationId;
    expect(plain((await marta.get(`/wnioski/${id}/opiekun`)).text)).toContain('Najpierw wpisz imię i nazwisko');
    const story = { leader: 'Jonas Wróbel', email: '', title: 'Latawce', kind: 'minor' } as const;
    fillIn(deps, coordinatorOf(deps), id, story);
    expect((await marta.get(`/wnioski/${id}/w-imieniu`)).html).toContain(`href="/wnioski/${id}/opiekun"`);
    await marta.get(`/wnioski/${id}/opiekun`);
    const signed = `/wnioski/${id}/opiekun/podpis`;
    await marta.submit(signed, { way: 'scan', signedOn: '09.03.2024' }, { file: pdf('podpis na wniosku') });
    expect(guardianConsentOf(deps.db, id)).toBe('given');
    expect((await maja.get(`/wnioski/${id}/opiekun`)).status).toBe(404);
    expect(deps.db.get(sql`select count(*) as n from letters where kind = 'guardian_answered'`)).toEqual({ n: 0 });
  });

  test('no word of a guardian is rewritten or deleted', async () => {
    await consentAt(await doorFor(mother));
    const { raw } = app.deps.db;
    for (const change of [
      "update guardian_consents set guardian_name = 'Adam Krakowski'",
      "update guardian_consents set word = 'ended', way = 'desk'",
      "update guardian_consents set content = '{}'",
      'delete from guardian_consents',
    ])
      expect(() => raw.exec(change)).toThrow(/guardian_said/);
  });
});
