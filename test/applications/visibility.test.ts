import { Readable } from 'node:stream';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { visibleTo } from '../../src/features/applications/access.ts';
import { addAttachments, removeAttachment } from '../../src/features/applications/commands/attach.ts';
import { markChecked } from '../../src/features/applications/commands/check.ts';
import { submitApplication } from '../../src/features/applications/commands/submit.ts';
import { countDrafts, listOwn, listSubmitted } from '../../src/features/applications/queries.ts';
import { type Actor, roles } from '../../src/lib/actor.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { TestPerson } from '../support/house.ts';
import {
  completeDraft,
  type StartedStory,
  type SubmittedStory,
  submittedApplication,
} from '../support/story/applications.ts';

const secret = 'tajemnica jatwieskiego skarbu';

let app: TestApp;
let draft: StartedStory;
let kuchnia: SubmittedStory;
let orkiestra: SubmittedStory;

beforeEach(async () => {
  app = await startTestApp({ beginning: 'open' });
  draft = completeDraft(app.deps, {
    leader: 'Ona Žukauskienė',
    email: 'ona@example.org',
    title: `Skrzynia: ${secret}`,
    groupName: secret,
  });
  kuchnia = submittedApplication(app.deps, {
    leader: 'Teresa Krakowska',
    email: 'teresa@example.org',
    title: 'Kuchnia babci Anieli',
    kind: 'organisation',
  });
  orkiestra = submittedApplication(app.deps, {
    leader: 'Witold Malinowski',
    email: 'witold@example.org',
    title: 'Orkiestra z drewna',
  });
});
afterEach(() => app.close());

const seenBy = (actor: Actor) =>
  app.deps.db
    .all<{ id: number }>(sql`select a.id from applications a where ${visibleTo(actor)} order by a.id`)
    .map(({ id }) => id);
const accept = (id: number) =>
  app.deps.db.write((tx) => markChecked(tx, app.deps, { kind: 'system' }, { applicationId: id, outcome: 'accepted' }));

/** A member of the jury of the call. */
function juror(person: TestPerson, { declared }: { declared: boolean }): number {
  const memberId = Number(
    app.deps.db.raw
      .prepare(
        `insert into jury_members (call_id, person_id, function, appointed_at) values (1, ?, 'member', '2024-03-20T10:00:00.000Z')`,
      )
      .run(person.id).lastInsertRowid,
  );
  if (declared)
    app.deps.db.raw
      .prepare(
        `insert into jury_declarations (member_id, text_version, signed_at) values (?, '1', '2024-03-21T10:00:00.000Z')`,
      )
      .run(memberId);
  return memberId;
}

function exclude(memberId: number, applicationId: number, kind: 'exclusion' | 'disclosure'): void {
  app.deps.db.raw
    .prepare(
      `insert into recusals (member_id, application_id, kind, ground, declared_at) values (?, ?, ?, 'kin', '2024-03-21T10:00:00.000Z')`,
    )
    .run(memberId, applicationId, kind);
}

/** A PDF that says these words, attached to the draft under them. */
async function attach(words: string): Promise<{ id: number; fileId: number }> {
  const blob = await app.deps.files.receive(Readable.from([`%PDF-1.7 ${words}`]), 1000);
  if (!blob.ok) throw new Error(blob.code);
  addAttachments(app.deps, draft.actor, {
    applicationId: draft.id,
    label: words,
    files: [{ field: 'file', name: `${words}.pdf`, blob: blob.value }],
  });
  return (
    app.deps.db.get<{ id: number; fileId: number }>(
      sql`select id, file_id as fileId from attachments order by id desc`,
    ) ?? { id: 0, fileId: 0 }
  );
}

describe('who sees an application', () => {
  test('its group alone, while it is a draft', () => {
    expect(seenBy(draft.actor)).toEqual([draft.id]);
    for (const role of roles)
      expect([role, seenBy(app.person(role, `${role}@example.org`, [role]).actor).includes(draft.id)]).toEqual([
        role,
        false,
      ]);
    expect(seenBy({ kind: 'visitor' })).toEqual([]);
  });

  test.each(roles)('submitted, to the %s', (role) => {
    const reads = ['coordinator', 'accountant', 'director', 'inspector'].includes(role);
    expect(seenBy(app.person('Marta Wysocka', 'marta@example.org', [role]).actor)).toEqual(
      reads ? [kuchnia.id, orkiestra.id] : [],
    );
  });

  test('not to staff of another call, nor to a role of somebody unconfirmed', () => {
    expect(
      seenBy(app.person('Marta Wysocka', 'marta@example.org', [{ role: 'coordinator', callId: 1 }]).actor),
    ).toEqual([kuchnia.id, orkiestra.id]);
    expect(
      seenBy({
        kind: 'person',
        personId: 999,
        name: '',
        confirmed: true,
        grants: [{ role: 'coordinator', callId: 2 }],
      }),
    ).toEqual([]);
    expect(
      seenBy({
        kind: 'person',
        personId: 999,
        name: '',
        confirmed: false,
        grants: [{ role: 'coordinator', callId: null }],
      }),
    ).toEqual([]);
  });

  test('to a juror once it is accepted and the declaration is signed', () => {
    const jonas = app.person('Jonas Petrauskas', 'jonas@example.org', ['juror']);
    const ewa = app.person('Ewa Sidorowicz', 'ewa@example.org', ['juror']);
    juror(jonas, { declared: true });
    juror(ewa, { declared: false });
    expect(seenBy(jonas.actor)).toEqual([]);
    accept(kuchnia.id);
    expect(seenBy(jonas.actor)).toEqual([kuchnia.id]);
    expect(seenBy(ewa.actor)).toEqual([]);
    app.deps.db.raw.exec(`update jury_members set removed_at = '2024-03-25T10:00:00.000Z'`);
    expect(seenBy(jonas.actor)).toEqual([]);
  });

  test('an exclusion closes it in every role, a disclosure does not', () => {
    accept(kuchnia.id);
    accept(orkiestra.id);
    const tomasz = app.person('Tomasz Rutka', 'tomasz@example.org', ['juror', 'director']);
    const memberId = juror(tomasz, { declared: true });
    exclude(memberId, kuchnia.id, 'exclusion');
    exclude(memberId, orkiestra.id, 'disclosure');
    expect(seenBy(tomasz.actor)).toEqual([orkiestra.id]);
    expect(listSubmitted(app.deps.db, tomasz.actor, 1).map(({ title }) => title)).toEqual(['Orkiestra z drewna']);
    app.deps.db.raw.exec(`update jury_members set removed_at = '2024-03-25T10:00:00.000Z'`);
    expect(seenBy(tomasz.actor)).toEqual([orkiestra.id]);
  });

  test('a leader who sits on the jury sees her own all the same', () => {
    accept(kuchnia.id);
    const memberId = juror({ id: kuchnia.personId } as TestPerson, { declared: true });
    exclude(memberId, kuchnia.id, 'exclusion');
    expect(seenBy({ ...kuchnia.actor, grants: [{ role: 'juror', callId: 1 }] })).toEqual([kuchnia.id]);
  });

  test('a person under the account she was merged into', () => {
    const teresa = app.person('Teresa Krakowska', 'teresa.krakowska@example.org');
    app.deps.db.raw.prepare('update people set merged_into_id = ? where id = ?').run(teresa.id, kuchnia.personId);
    expect(seenBy(teresa.actor)).toEqual([kuchnia.id]);
    expect(listOwn(app.deps.db, teresa.id).map(({ title }) => title)).toEqual(['Kuchnia babci Anieli']);
  });
});

describe('B8: what is foreign is absent', () => {
  const routes = [
    ['GET', ''],
    ['GET', '/czesci/wnioskodawca'],
    ['GET', '/czesci/idea'],
    ['GET', '/czesci/kosztorys'],
    ['GET', '/czesci/zalaczniki'],
    ['GET', '/czesci/sprawdz'],
    ['GET', '/potwierdzenie'],
    ['GET', '/wycofanie'],
    ['POST', '/czesci/wnioskodawca'],
    ['POST', '/czesci/kosztorys/szkic'],
    ['POST', '/czesci/kosztorys/suma'],
    ['POST', '/czesci/zalaczniki'],
    ['POST', '/czesci/zalaczniki/1/usuniecie'],
    ['POST', '/adres'],
    ['POST', '/zlozenie'],
    ['POST', '/wycofanie'],
  ] as const;

  test.each(routes)('%s /wnioski/:id%s of another’s draft answers as for no application', async (method, path) => {
    const witold = app.as({ id: orkiestra.personId });
    const tokens =
      (await witold.get('/wnioski/nowy?nabor=1')).forms.find(({ action }) => action === '/wnioski/nowy')?.filled ?? [];
    const visit = (id: number) =>
      witold.send({
        method,
        url: `/wnioski/${id}${path}`,
        headers: {
          origin: app.url,
          'sec-fetch-site': 'same-origin',
          ...(method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}),
        },
        ...(method === 'POST'
          ? {
              payload: new URLSearchParams([
                ...tokens.filter(([name]) => name === '_csrf'),
                ['_once', `once-${id}-${path}`],
                ['email', 'witold@example.org'],
                ['revision', '9'],
                ['rows[0][name]', 'x'],
              ]).toString(),
            }
          : {}),
      });
    const [foreign, none] = [await visit(draft.id), await visit(4242)];
    expect([foreign.status, none.status]).toEqual([404, 404]);
    const bare = (text: string, id: number) => text.replaceAll(`/wnioski/${id}`, '').replace(/req-\w+/, '');
    expect(bare(foreign.text, draft.id)).toBe(bare(none.text, 4242));
    expect(foreign.text).not.toContain(secret);
    expect(app.deps.db.get(sql`select state, title from applications where id = ${draft.id}`)).toEqual({
      state: 'draft',
      title: `Skrzynia: ${secret}`,
    });
  });
});

test('a secret of a draft appears nowhere to others; the coordinator learns that there is one draft', async () => {
  const { fileId } = await attach(secret);

  const staff = roles.map((role) => app.as(app.person(role, `${role}@example.org`, [role])));
  for (const browser of [app.visitor(), app.as({ id: kuchnia.personId }), ...staff]) {
    for (const path of [
      '/wnioski',
      '/wnioski?nabor=1',
      `/wnioski/${draft.id}`,
      `/wnioski/${kuchnia.id}`,
      `/pliki/${fileId}`,
      '/',
    ]) {
      const page = await browser.get(path);
      expect([path, page.body.toString().includes(secret)]).toEqual([path, false]);
    }
    expect((await browser.get(`/pliki/${fileId}`)).status).toBe(404);
  }
  const own = app.as({ id: draft.personId });
  expect((await own.get('/wnioski')).text).toContain(secret);
  expect((await own.get(`/pliki/${fileId}`)).body.toString()).toContain(secret);

  const marta = app.as(app.person('Marta Wysocka', 'marta@example.org', ['coordinator']));
  expect((await marta.get('/wnioski')).text.replaceAll('\u00a0', ' ')).toContain('W przygotowaniu: 1 szkic.');
  expect(countDrafts(app.deps.db, 1)).toBe(1);
});

test('an attachment taken back before sending stays with its group; one that was sent is read with the application', async () => {
  const withdrawn = await attach('pierwsza wersja');
  removeAttachment(app.deps, draft.actor, { applicationId: draft.id, attachmentId: withdrawn.id });
  const sent = await attach('druga wersja');
  const revision =
    app.deps.db.get<{ revision: number }>(sql`select revision from applications where id = ${draft.id}`)?.revision ?? 0;
  expect(submitApplication(app.deps, draft.actor, { applicationId: draft.id, revision })).toMatchObject({ ok: true });

  const marta = app.as(app.person('Marta Wysocka', 'marta@example.org', ['coordinator']));
  expect((await marta.get(`/pliki/${sent.fileId}`)).body.toString()).toContain('druga wersja');
  expect((await marta.get(`/pliki/${withdrawn.fileId}`)).status).toBe(404);
  expect((await app.as({ id: draft.personId }).get(`/pliki/${withdrawn.fileId}`)).status).toBe(200);
  expect((await app.as({ id: kuchnia.personId }).get(`/pliki/${sent.fileId}`)).status).toBe(404);
});
