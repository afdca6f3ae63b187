import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { offendersOf } from '../../src/db/invariant.ts';
import { withdrawApplication } from '../../src/features/applications/commands/withdraw.ts';
import { publishDecisions } from '../../src/features/decisions/commands/publish.ts';
import { decisionInvariants } from '../../src/features/decisions/invariants.ts';
import { publicResults } from '../../src/features/decisions/published.ts';
import { initiativeInvariants } from '../../src/features/initiatives/invariants.ts';
import { approvedDecisions, directorOf, preparedDecisions } from '../support/story/decisions.ts';
import { type Ground, groundOf, storyFor } from '../support/story/ground.ts';
import type { ScoredStory } from '../support/story/jury.ts';

const secret = 'Komisja proponuje dwa spotkania mniej, bo pula się skończyła.';

let ground: Ground<ScoredStory>;
beforeAll(async () => {
  ground = await groundOf((app) => {
    const told = preparedDecisions(app, storyFor(app));
    approvedDecisions(app, told.callId, [{ applicationId: told.applications[3]?.id ?? 0, reason: secret }]);
    return told;
  });
});
beforeEach(() => ground.begin());
afterEach(() => ground.end());
afterAll(() => ground.app.close());

const page = () => `/nabory/${ground.told.callId}/rozstrzygniecie`;
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const coordinator = () => ground.app.as({ id: ground.told.coordinator.personId });
const all = <Row>(query: ReturnType<typeof sql>) => ground.app.deps.db.all<Row>(query);

async function publish() {
  const browser = coordinator();
  await browser.get(page());
  return browser.submit(`${page()}/ogloszenie`);
}

describe('before publication', () => {
  test('nobody outside the staff sees a word of it: not the public, not the group, not the jury', async () => {
    const { app, told } = ground;
    const [first] = told.jury;
    const daiva = told.applications[3];
    const readers = [
      { who: app.visitor(), paths: ['/', `/nabory/${told.callId}`, `/nabory/${told.callId}/wyniki`] },
      {
        who: app.as({ id: daiva?.personId ?? 0 }),
        paths: [
          `/wnioski/${daiva?.id}/wynik`,
          `/wnioski/${daiva?.id}`,
          '/inicjatywy',
          `/nabory/${told.callId}/wyniki`,
          '/pulpit',
        ],
      },
      {
        who: app.as({ id: first?.personId ?? 0 }),
        paths: [`/nabory/${told.callId}/wyniki`, `/nabory/${told.callId}/ranking`, '/inicjatywy', '/pulpit'],
      },
    ];
    const leaks: string[] = [];
    for (const { who, paths } of readers) {
      for (const path of paths) {
        const { html } = await who.get(path);
        if (
          /dwa spotkania mniej|lista rezerwowa, 1|na liście rezerwowej|Inicjatywa wybrana|Strona inicjatywy/u.test(html)
        )
          leaks.push(path);
        if (/\/(wynik|inicjatywy|pulpit|wyniki)$/.test(path) && html.includes('2\u00a0000,00'))
          leaks.push(`${path}: the amount`);
      }
    }
    expect(leaks).toEqual([]);
  });

  test('the public page and the group’s page say calmly when the results will come', async () => {
    const { app, told } = ground;
    const daiva = told.applications[3];
    const shown = await app.visitor().get(`/nabory/${told.callId}/wyniki`);
    expect(plain(shown.text)).toContain(
      'Wyników jeszcze nie ma. Ogłosimy je tutaj wszystkie naraz (22 kwietnia 2024 r.).',
    );
    const own = await app.as({ id: daiva?.personId ?? 0 }).get(`/wnioski/${daiva?.id}/wynik`);
    expect(plain(own.text)).toContain(
      'Wyników jeszcze nie ma. Ogłosimy je wszystkie naraz (22 kwietnia 2024 r.) i tego dnia do Was napiszemy.',
    );
  });

  test('the jury does not even enter the page of decisions', async () => {
    const { app, told } = ground;
    expect((await app.as({ id: told.jury[0]?.personId ?? 0 }).get(page())).status).toBe(403);
  });
});

describe('publication', () => {
  test('makes an initiative and a reservation of each award, to the grosz and by budget line', async () => {
    await publish();
    expect(
      all(sql`select i.code, i.title, i.group_name as groupName, i.state, p.total_grosze as awarded
      from initiatives i join plans p on p.initiative_id = i.id and p.kind = 'awarded' order by i.id`),
    ).toEqual([
      {
        code: 'PB/2024/01',
        title: 'Dwa języki, jedna półka',
        groupName: 'Lentyna',
        state: 'negotiation',
        awarded: 8000_00,
      },
      {
        code: 'PB/2024/02',
        title: 'Opowieści z pogranicza',
        groupName: 'Stowarzyszenie „Brzeg”',
        state: 'negotiation',
        awarded: 8000_00,
      },
      {
        code: 'PB/2024/03',
        title: 'Poczytaj mi, babciu',
        groupName: 'Klub Seniora „Pogodna”',
        state: 'negotiation',
        awarded: 6000_00,
      },
      {
        code: 'PB/2024/04',
        title: 'Pociąg do poezji',
        groupName: 'Daiva Maksimavičiūtė',
        state: 'negotiation',
        awarded: 2000_00,
      },
    ]);
    expect(
      all(sql`select l.category, b.reserved_grosze as reserved, b.committed_grosze as committed, b.left_grosze as "left"
      from budget_balances b join budget_lines l on l.id = b.line_id where b.reserved_grosze <> 0 order by l.id`),
    ).toEqual([
      { category: 'wynagrodzenia i honoraria', reserved: 9000_00, committed: 0, left: 0 },
      { category: 'materiały', reserved: 6000_00, committed: 0, left: 0 },
      { category: 'druk i promocja', reserved: 2500_00, committed: 0, left: 0 },
      { category: 'wynajem', reserved: 1800_00, committed: 0, left: 0 },
      { category: 'transport', reserved: 2200_00, committed: 0, left: 0 },
      { category: 'poczęstunek', reserved: 1500_00, committed: 0, left: 0 },
      { category: 'licencje', reserved: 1000_00, committed: 0, left: 0 },
    ]);
  });

  test('writes one letter to each of six leaders, of four kinds, and nobody else', async () => {
    const before = all(sql`select id from letters`).length;
    await publish();
    const written = all<{ kind: string; toAddress: string; subject: string; body: string }>(sql`
      select kind, to_address as toAddress, subject, body from letters order by id`).slice(before);
    expect(written.map(({ kind, toAddress, subject }) => [kind, toAddress, subject])).toEqual([
      ['result_award', 'birute@example.org', 'Wynik konkursu: inicjatywa PB/2024/01 wybrana'],
      ['result_award', 'ewa@example.org', 'Wynik konkursu: inicjatywa PB/2024/02 wybrana'],
      ['result_award', 'halina@example.org', 'Wynik konkursu: inicjatywa PB/2024/03 wybrana'],
      ['result_smaller_award', 'daiva@example.org', 'Wynik konkursu: inicjatywa PB/2024/04 wybrana, z mniejszą kwotą'],
      ['result_reserve', 'kazimierz@example.org', 'Wynik konkursu: inicjatywa PB/2024/05 na liście rezerwowej'],
      ['result_refusal', 'romuald@example.org', 'Wynik konkursu: inicjatywa PB/2024/06 nie została wybrana'],
    ]);
    const [, , , smaller = '', reserve = '', refusal = ''] = written.map(({ body }) => plain(body));
    expect(smaller).toContain('Kwota na realizację: 2 000,00 zł (we wniosku: 5 000,00 zł)');
    expect(smaller).toContain(`Uzasadnienie\n${secret}`);
    expect(smaller).toContain('rozmowy: 23 kwietnia – 10 maja 2024 r.');
    expect(reserve).toContain(
      'jest na liście rezerwowej, na miejscu 1.\nOsiągnęła wymagany próg. Cała pula, 24 000,00 zł, jest przyznana wybranym inicjatywom.',
    );
    expect(reserve).toContain('proponujemy je grupom z tej listy po kolei, od miejsca 1 (rozmowy z wybranymi grupami');
    expect(reserve).toContain('Gdy przyjdzie kolej na Was, napiszemy i zadzwonimy, a Wy zdecydujecie.');
    expect(refusal).toContain('Punkty: 45,00, miejsce 6 z 6. Wymagany próg to 60,00.');
    for (const { body, subject } of written) expect(`${subject} ${body}`).not.toMatch(/decyzj|dotacj|r\.\./iu);
  });

  test('shows everyone the funded with group, amount and points, and of the others number and title alone', async () => {
    await publish();
    const { app, told } = ground;
    const shown = await app.visitor().get(`/nabory/${told.callId}/wyniki`);
    const text = plain(shown.text);
    expect(text).toContain('4 inicjatywy wybrane, razem 24 000,00 zł z puli 24 000,00 zł.');
    for (const words of [
      'PB/2024/02\nOpowieści z pogranicza\nStowarzyszenie „Brzeg”\n93,33\n8 000,00',
      'PB/2024/04\nPociąg do poezji\nOsoba\n80,00\n2 000,00',
    ])
      expect(text).toContain(words);
    for (const words of ['PB/2024/05 Szafa pełna bajek', 'PB/2024/06 Szachy i książka']) expect(text).toContain(words);
    expect(text).not.toMatch(/65,00|45,00|Gambit|Rodzice z przedszkola|Daiva|Birutė|dwa spotkania mniej/u);
  });

  test('keeps what was published, its time and address, whatever becomes of the titles', async () => {
    await publish();
    const { app, told } = ground;
    app.deps.db.raw.exec(
      "update applications set title = 'Zmieniony tytuł'; update applicants set name = 'Inna nazwa'",
    );
    expect(publicResults(app.deps.db, told.callId)).toMatchObject({
      publishedAt: app.clock.now(),
      address: `${app.url}/nabory/${told.callId}/wyniki`,
      pool: 24_000_00,
      awarded: 24_000_00,
      applications: 6,
      reserve: [{ code: 'PB/2024/05', title: 'Szafa pełna bajek' }],
      others: [{ code: 'PB/2024/06', title: 'Szachy i książka' }],
    });
    expect(() => app.deps.db.raw.exec("update publications set address = 'x'")).toThrow('publication_frozen');
    expect(() => app.deps.db.raw.exec('delete from publications')).toThrow('publication_frozen');
    expect(() =>
      app.deps.db.raw.exec('update decisions set amount_grosze = amount_grosze + 1 where amount_grosze is not null'),
    ).toThrow('decision_frozen');
  });

  test('stands in the history: the set, each application and each initiative', async () => {
    const last = all<{ id: number }>(sql`select max(id) as id from events`)[0]?.id ?? 0;
    await publish();
    const what = all<{ what: string; times: number }>(
      sql`select what, count(*) as times from events where id > ${last} group by what order by what`,
    );
    expect(what).toEqual([
      { what: 'application.decided', times: 6 },
      { what: 'budget.reserved', times: 4 },
      { what: 'decisions.published', times: 1 },
      { what: 'initiative.created', times: 4 },
    ]);
    const daiva = all<{
      facts: string;
      toState: string;
      actor: number;
    }>(sql`select facts, to_state as toState, actor_person_id as actor from events
      where what = 'application.decided' and subject_id = ${ground.told.applications[3]?.id}`)[0];
    expect({ ...daiva, facts: JSON.parse(daiva?.facts ?? '{}') }).toEqual({
      toState: 'award',
      actor: ground.told.coordinator.personId,
      facts: { place: 4, points: 8000, amount: 2000_00, reservePlace: null },
    });
  });

  test('B4: a double click publishes once', async () => {
    const { app, told } = ground;
    const browser = coordinator();
    const { forms } = await browser.get(page());
    const form = forms.find(({ action }) => action === `${page()}/ogloszenie`);
    const payload = new URLSearchParams(form?.filled ?? []).toString();
    const send = () =>
      browser.send({
        method: 'POST',
        url: form?.action ?? '',
        payload,
        headers: { origin: app.url, 'content-type': 'application/x-www-form-urlencoded' },
      });
    const answers = [await send(), await send()];
    expect(answers.map(({ status, location }) => [status, location])).toEqual([
      [303, `/nabory/${told.callId}/wyniki`],
      [303, `/nabory/${told.callId}/wyniki`],
    ]);
    expect(all(sql`select id from publications`)).toHaveLength(1);
    expect(all(sql`select id from initiatives`)).toHaveLength(4);
  });

  test('asked for again, from a page left open, is refused in words and changes nothing', async () => {
    const late = ground.app.as({ id: directorOf(ground.app.deps).personId });
    await late.get(page());
    await publish();
    const again = await late.post(`${page()}/ogloszenie`);
    expect([again.status, plain(again.text)]).toEqual([422, expect.stringContaining('Tego nie można już zrobić')]);
    expect(all(sql`select id from initiatives`)).toHaveLength(4);
    expect(all(sql`select id from letters where kind like 'result_%'`)).toHaveLength(6);
  });

  test('one overdrawn line refuses it all: no page, no initiative, no letter, no reservation', async () => {
    const { app, told } = ground;
    const line = all<{ id: number }>(sql`select id from budget_lines where category = 'licencje'`)[0]?.id;
    app.deps.db.raw.exec(
      `insert into budget_entries (kind, line_id, amount_grosze, reason, at) values ('reservation', ${line}, 1, 'inny zakup', '2024-04-22T08:00:00.000Z')`,
    );
    const letters = all(sql`select id from letters`).length;
    const browser = coordinator();
    await browser.get(page());
    const again = await browser.post(`${page()}/ogloszenie`);
    expect([again.status, plain(again.text)]).toEqual([
      422,
      expect.stringContaining(
        'Niczego nie ogłoszono: w pozycji „Inicjatywy lokalne: licencje, 2024, dotacja” zostaje 199,99 zł, a wyniki wymagają 200,00 zł.',
      ),
    ]);
    expect([all(sql`select id from publications`), all(sql`select id from initiatives`)]).toEqual([[], []]);
    expect(all(sql`select id from letters`)).toHaveLength(letters);
    expect(all(sql`select id from budget_entries where initiative_id is not null`)).toEqual([]);
    expect(publicResults(app.deps.db, told.callId)).toBeUndefined();
  });

  test('waits when a group has withdrawn since the approval', () => {
    const { app, told } = ground;
    const kazimierz = told.applications[4];
    if (kazimierz === undefined) throw new Error('nobody');
    expect(withdrawApplication(app.deps, kazimierz.actor, { applicationId: kazimierz.id })).toMatchObject({ ok: true });
    expect(publishDecisions(app.deps, told.coordinator, { callId: told.callId })).toMatchObject({
      ok: false,
      code: 'withdrawn_meanwhile',
    });
    expect(all(sql`select id from publications`)).toEqual([]);
  });

  test('keeps every truth about decisions and initiatives', async () => {
    await publish();
    const broken = [...decisionInvariants, ...initiativeInvariants].filter(
      (invariant) => offendersOf(ground.app.deps.db, invariant).length > 0,
    );
    expect(broken.map(({ name }) => name)).toEqual([]);
  });
});

describe('after publication each group', () => {
  test('sees its points in every criterion, every justification without a name, its place, its distance and what comes next', async () => {
    await publish();
    const { app, told } = ground;
    const kazimierz = told.applications[4];
    const shown = await app.as({ id: kazimierz?.personId ?? 0 }).get(`/wnioski/${kazimierz?.id}/wynik`);
    const text = plain(shown.text);
    expect(text).toContain('Inicjatywa na liście rezerwowej');
    expect(text).toContain(
      'Miejsce 1 na liście rezerwowej.\nOsiągnęła wymagany próg. Cała pula, 24 000,00 zł, jest przyznana wybranym inicjatywom.',
    );
    expect(text).toContain('Punkty: 65,00, miejsce 5 z 6. Do ostatniej wybranej inicjatywy zabrakło 15,00.');
    expect(text).toContain('Odpowiedź na potrzeby z diagnozy\n13,00 z 20');
    expect(text).toContain(
      'Wynik to średnia kart komisji, z dokładnością do dwóch miejsc po przecinku. Policzono 4 karty oceny.',
    );
    expect(text.match(/Pomysł jest potrzebny i dobrze policzony/gu)).toHaveLength(4);
    expect(text).toContain('Rozmowy z wybranymi grupami: 23 kwietnia – 10 maja 2024 r.');
  });

  test('below the threshold learns how much was missing', async () => {
    await publish();
    const { app, told } = ground;
    const romuald = told.applications[5];
    const shown = await app.as({ id: romuald?.personId ?? 0 }).get(`/wnioski/${romuald?.id}/wynik`);
    expect(plain(shown.text)).toContain(
      'Punkty: 45,00, miejsce 6 z 6. Próg to 60,00, zabrakło 15,00. Do ostatniej wybranej inicjatywy zabrakło 35,00.',
    );
  });

  test('of another application, a juror and a stranger meet the same page as for no application', async () => {
    await publish();
    const { app, told } = ground;
    const daiva = told.applications[3];
    const body = ({ text }: { text: string }) => text.replace(/req-\w+/, '').replace(/\/wnioski\/\d+/, '');
    for (const personId of [told.applications[0]?.personId, told.jury[0]?.personId]) {
      const browser = app.as({ id: personId ?? 0 });
      const [foreign, absent] = [
        await browser.get(`/wnioski/${daiva?.id}/wynik`),
        await browser.get('/wnioski/987654/wynik'),
      ];
      expect([foreign.status, body(foreign)]).toEqual([404, body(absent)]);
      expect(foreign.html).not.toContain('Pociąg do poezji');
    }
  });
});
