import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { currentCall } from '../../src/features/calls/queries.ts';
import { signDeclaration } from '../../src/features/jury/commands/conflicts.ts';
import { declarationOf, membershipOf } from '../../src/features/jury/queries.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client } from '../support/client.ts';
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

let app: TestApp;
let callId: number;
let jury: StoryJuror[];
let benches: SubmittedStory;
let languages: SubmittedStory;
let halina: StoryJuror;
let browser: Client;
let path: string;

/** Two applications past the formal check, a jury appointed, the day of declarations. */
beforeEach(async () => {
  app = await startTestApp({ beginning: 'open' });
  const { deps } = app;
  callId = currentCall(deps.db)?.id ?? 0;
  path = `/komisja/${callId}/oswiadczenie`;
  benches = submittedApplication(deps, {
    leader: 'Birutė Jurkianis',
    email: 'birute@example.org',
    title: 'Ławki z wierszem',
  });
  languages = submittedApplication(deps, {
    leader: 'Jadwiga Sawicka',
    email: 'jadwiga@example.org',
    title: 'Dwa języki, jedna półka',
  });
  jury = appointedJury(deps, callId);
  halina = nth(jury, 2);
  app.clock.set(momentOf(deps, callId, 'formal_check'));
  for (const { id } of [benches, languages]) acceptApplication(deps, { id, callId });
  app.clock.set(momentOf(deps, callId, 'declarations'));
  browser = app.as({ id: halina.personId });
});
afterEach(() => app.close());

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('the declaration', () => {
  test('is made from titles and applicants; contents open only when it is signed', async () => {
    const page = await browser.get(path);
    expect(plain(page.text)).toContain('Ławki z wierszem\nPB/2024/01, Grupa „Ławki z wierszem”');
    expect(plain(page.text)).not.toContain('Opowiedzcie o pomyśle');
    expect((await browser.get(`/wnioski/${benches.id}/ocena`)).status).toBe(404);
    expect((await browser.get(`/wnioski/${benches.id}`)).status).toBe(404);
    expect(plain((await browser.get('/oceny')).text)).toContain('Najpierw oświadczenie');

    await browser.get(path);
    await browser.submit(path, {
      [`recusals[a${benches.id}][choice]`]: 'exclusion:member_or_founder',
      [`recusals[a${languages.id}][choice]`]: 'disclosure:acquaintance',
      [`recusals[a${languages.id}][note]`]: 'sąsiadka z ulicy',
      signed: 'tak',
    });

    const declaredAt = app.clock.now();
    expect(declarationOf(app.deps.db, halina.memberId)).toEqual({
      signedAt: declaredAt,
      textVersion: '1',
      conflicts: [
        { applicationId: benches.id, kind: 'exclusion', ground: 'member_or_founder', note: '', declaredAt },
        {
          ...{ applicationId: languages.id, kind: 'disclosure', ground: 'acquaintance' },
          ...{ note: 'sąsiadka z ulicy', declaredAt },
        },
      ],
    });
    expect(
      app.deps.db.all(
        sql`select what, subject_kind as kind, subject_id as id from events where what like 'jury.%' and what not like '%appointed' order by events.id`,
      ),
    ).toEqual([
      { what: 'jury.declaration_signed', kind: 'jury_member', id: halina.memberId },
      { what: 'jury.exclusion_declared', kind: 'application', id: benches.id },
      { what: 'jury.disclosure_made', kind: 'application', id: languages.id },
    ]);
    expect((await browser.get(`/wnioski/${languages.id}/ocena`)).status).toBe(200);
    expect((await browser.get(`/wnioski/${benches.id}/ocena`)).status).toBe(404);
  });

  test('says all at once what is missing, each beside its field', async () => {
    await browser.get(path);
    const wrong = await browser.post(path, {
      [`recusals[a${benches.id}][choice]`]: 'exclusion:other',
      [`recusals[a${languages.id}][choice]`]: 'disclosure:acquaintance',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.text.match(/Brakuje kilku słów wyjaśnienia/g)).toHaveLength(4);
    expect(plain(wrong.text)).toContain('Oświadczenie zaczyna obowiązywać, gdy zaznaczysz to pole.');
    expect(wrong.html).toContain(`href="#recusals-a${benches.id}-note"`);
    expect(wrong.html).toMatch(/value="exclusion:other" selected/);
    expect(membershipOf(app.deps.db, halina.personId, callId)).toMatchObject({ declared: false });
  });

  test('forged with one application under two spellings is told so, and nothing is signed', async () => {
    const { forms } = await browser.get(path);
    const tokens = forms.find(({ action }) => action === path)?.filled.filter(([name]) => name.startsWith('_')) ?? [];
    const forged = await browser.send({
      method: 'POST',
      url: path,
      headers: { origin: app.url, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams([
        ...tokens,
        [`recusals[a${benches.id}][choice]`, 'exclusion:kin'],
        [`recusals[a0${benches.id}][choice]`, 'disclosure:acquaintance'],
        [`recusals[a0${benches.id}][note]`, 'sąsiadka z ulicy'],
        ['signed', 'tak'],
      ]).toString(),
    });
    expect([forged.status, plain(forged.text)]).toEqual([
      422,
      expect.stringContaining('Nie wiemy, o który wniosek chodzi.'),
    ]);
    expect(app.deps.db.all(sql`select * from recusals`)).toEqual([]);
    expect(membershipOf(app.deps.db, halina.personId, callId)).toMatchObject({ declared: false });
  });

  test('is signed once and then stands, in the database too', async () => {
    declare(app.deps, callId, halina, [benches]);
    expect(signDeclaration(app.deps, halina.actor, { callId, recusals: [] })).toMatchObject({
      code: 'declaration_signed',
    });
    const { raw } = app.deps.db;
    expect(() => raw.exec("update jury_declarations set signed_at = '2024-03-01T00:00:00.000Z'")).toThrow(
      'declaration_signed',
    );
    expect(() => raw.exec("update recusals set kind = 'disclosure'")).toThrow('exclusion_stays');
    expect(() => raw.exec('delete from recusals')).toThrow('exclusion_stays');
    expect(plain((await browser.get(path)).text)).toContain('Oświadczenie jest złożone');
  });

  test('waits for the end of the submission', () => {
    app.clock.set(momentOf(app.deps, callId, 'submission', 'end'));
    expect(signDeclaration(app.deps, halina.actor, { callId, recusals: [] })).toMatchObject({
      code: 'declaration_too_early',
    });
  });

  test('of a juror who wrote an application must exclude it', () => {
    const own = nth(jury, 1);
    app.deps.db.raw.exec(
      `insert into application_members (application_id, person_id, role) values (${languages.id}, ${own.personId}, 'co_author')`,
    );
    expect(signDeclaration(app.deps, own.actor, { callId, recusals: [] })).toMatchObject({
      ok: false,
      fields: { [`recusals.a${languages.id}.choice`]: expect.stringContaining('To wniosek, w którym występujesz.') },
    });
    declare(app.deps, callId, own, [languages]);
  });

  test('belongs to the members of this jury alone', async () => {
    const stranger = app.person('Jonas Vaina', 'jonas@example.org', ['juror']);
    expect((await app.as(stranger).get(path)).status).toBe(404);
    expect(signDeclaration(app.deps, stranger.actor, { callId, recusals: [] })).toMatchObject({ code: 'absent' });
    const foreign = { applicationId: 999, kind: 'exclusion' as const, ground: 'kin' as const, note: '' };
    expect(signDeclaration(app.deps, halina.actor, { callId, recusals: [foreign] })).toMatchObject({ code: 'absent' });
    expect(membershipOf(app.deps.db, halina.personId, callId)).toMatchObject({ declared: false });
  });
});

describe('the coordinator', () => {
  test('sees the conflicts, and which application too few may score', async () => {
    for (const juror of jury)
      declare(app.deps, callId, juror, juror === halina || juror === nth(jury, 3) ? [benches] : []);
    const joanna = app.as({ id: coordinatorOf(app.deps).personId });
    const page = plain((await joanna.get(`/nabory/${callId}/komisja`)).text);
    expect(page).toContain('Oświadczenia złożyło 4 z 4.');
    expect(page).toContain(
      'Za mało osób może ocenić te wnioski\nPB/2024/01 Ławki z wierszem: 2 osoby, potrzeba co najmniej 3.',
    );
    expect(page).toContain(
      'Halina Rapczyńska\nwyłączenie\npokrewieństwo lub powinowactwo do drugiego stopnia albo wspólny dom\nsiostra należy do grupy',
    );
    expect(page).not.toContain('PB/2024/02 Dwa języki, jedna półka:');
  });
});
