import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { currentCall } from '../../src/features/calls/queries.ts';
import { adoptedRanking } from '../../src/features/ranking/queries.ts';
import { oneLine, run } from '../pdf/inspect.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { adopted, momentOf, nth, scored } from '../support/story/jury.ts';

const groups = [
  { leader: 'Birutė Jurkianis', email: 'birute@example.org', title: 'Ławki z wierszem' },
  { leader: 'Jadwiga Sawicka', email: 'jadwiga@example.org', title: 'Dwa języki, jedna półka' },
];

let app: TestApp;
let callId: number;
let path: string;

beforeEach(async () => {
  app = await startTestApp({ beginning: 'open' });
  callId = currentCall(app.deps.db)?.id ?? 0;
  path = `/nabory/${callId}/ranking`;
});
afterEach(() => app.close());

/** Page text with plain spaces. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('while cards are still coming', () => {
  test('staff and the chair see counts, other jurors that they wait, and nobody a point', async () => {
    const story = scored(app, {
      callId,
      applications: groups,
      given: [
        [4, 4, 3],
        [3, 3, 3, 3],
      ],
    });
    const director = app.person('Tomasz Rutka', 'tomasz@example.org', ['director']);
    const people = [{ id: story.coordinator.personId }, director, { id: nth(story.jury, 0).personId }];
    for (const person of people) {
      const page = await app.as(person).get(path);
      expect(page.status).toBe(200);
      expect(plain(page.text)).toContain('Wysłano 7 z 8 kart.');
      expect(page.text).not.toMatch(/73,33|75,00|60,00|Ławki/);
    }
    const member = await app.as({ id: nth(story.jury, 2).personId }).get(path);
    expect(member.text).toContain('Ranking pokaże się po posiedzeniu');
    expect(member.text).not.toMatch(/Wysłano|73,33|Ławki/);
  });

  test('a coordinator who is a juror too sees points only after sending every own card', async () => {
    const story = scored(app, { callId, applications: groups.slice(0, 1), given: [[4, 4, 4]] });
    const both = nth(story.jury, 3);
    app.deps.db.raw.exec(
      `insert into role_grants (person_id, role, granted_at) values (${both.personId}, 'coordinator', '2024-04-01T00:00:00.000Z')`,
    );
    app.deps.db.raw.exec("update call_stages set ends_at = null where kind = 'scoring'");
    expect((await app.as({ id: story.coordinator.personId }).get(path)).text).toContain('80,00');
    const own = await app.as({ id: both.personId }).get(path);
    expect(own.text).toContain('Ocena jeszcze trwa');
    expect(own.text).not.toContain('80,00');
  });
});

describe('when the scoring is over', () => {
  test('the coordinator sees rows, both lines and what other numbers would give', async () => {
    const story = scored(app, {
      callId,
      applications: groups,
      given: [
        [4, 4, 3, null],
        [2, 2, 2, 2],
      ],
    });
    const coordinator = app.as({ id: story.coordinator.personId });
    const page = plain((await coordinator.get(path)).text);
    expect(page).toContain('Pula 24 000,00 zł wystarcza na 1 inicjatywę w całości. Zostaje 20 950,00 zł.');
    expect(page).toContain(
      '3 karty, 1 osoba wyłączona\n73,33\nod 60 do 80\n3 050,00\n3 050,00\nLinia budżetu 24 000,00 zł, zostaje 20 950,00 zł\nPróg 60,00 punktów\n2',
    );

    const tried = plain((await coordinator.get(`${path}?pula=6+100%2C00&prog=40`)).text);
    expect(tried).toContain(
      'Przy puli 6 100,00 zł i progu 40% pieniądze wystarczą na 2 inicjatywy: dochodzi „Dwa języki, jedna półka”. Zostaje 0,00 zł.',
    );
    const wrong = await coordinator.get(`${path}?pula=1.234%2C56&prog=140`);
    expect(wrong.status).toBe(200);
    expect(wrong.text).toContain('W kwocie jest więcej niż jeden przecinek lub kropka.');
    expect(wrong.text).toContain('Próg to liczba od 0 do 100');
    expect(app.deps.db.all(sql`select * from rankings`), 'a trial stores nothing').toEqual([]);
  });

  test('people of another call find no such page', async () => {
    scored(app, { callId, applications: groups.slice(0, 1), given: [[4, 4, 4, 4]] });
    const missing = await app.as(app.person('Ewa Obca', 'ewa@example.org', ['coordinator'])).get('/nabory/999/ranking');
    const stranger = app.person('Jonas Vaina', 'jonas@example.org', ['juror']);
    const foreign = await app.as(stranger).get(path);
    expect([missing.status, foreign.status]).toEqual([404, 404]);
    expect(foreign.text).not.toContain('Ławki');
  });
});

describe('the adoption', () => {
  test('comes back with what is wrong beside its fields, and keeps what was typed', async () => {
    const story = scored(app, {
      callId,
      applications: groups,
      given: [
        [4, 4, 4, 4],
        [4, 4],
      ],
    });
    app.clock.set(momentOf(app.deps, callId, 'jury_meeting'));
    const coordinator = app.as({ id: story.coordinator.personId });
    const form = await coordinator.get(`${path}/przyjecie`);
    expect(form.forms.find(({ action }) => action === `${path}/przyjecie`)?.filled).toContainEqual([
      'metOn',
      '17.04.2024',
    ]);

    const wrong = await coordinator.post(`${path}/przyjecie`, { metOn: '31.04.2024', place: '', attendance: null });
    expect(wrong.status).toBe(422);
    expect(wrong.title).toMatch(/^Błąd: /);
    for (const words of [
      'Nie ma takiej daty.',
      'Brakuje miejsca posiedzenia.',
      'Proszę zaznaczyć, kto był na posiedzeniu.',
    ]) {
      expect(plain(wrong.text)).toContain(words);
    }
    expect(wrong.html).toContain('value="31.04.2024"');

    const present = story.jury.map(({ memberId }) => String(memberId));
    const short = await coordinator.post(`${path}/przyjecie`, {
      metOn: '17.04.2024',
      place: 'czytelnia',
      attendance: present,
    });
    expect(short.status).toBe(422);
    expect(plain(short.text)).toContain('1 wniosek ma mniej kart niż kworum.');
    expect(adoptedRanking(app.deps.db, callId)).toBeUndefined();
  });

  test('takes the chair’s word from the form, and a double click adopts once', async () => {
    const story = scored(app, {
      callId,
      applications: groups,
      given: [
        [4, 4, 4, 4],
        [4, 4, 4, 4],
      ],
    });
    const [benches, languages] = story.applications.map(({ id }) => id);
    app.clock.set(momentOf(app.deps, callId, 'jury_meeting'));
    const chair = app.as({ id: nth(story.jury, 0).personId });
    await chair.get(`${path}/przyjecie`);
    const attendance = story.jury.slice(0, 3).map(({ memberId }) => String(memberId));
    const fields = { attendance, [`order[a${benches}]`]: '2', [`order[a${languages}]`]: '1' };

    const answers = await Promise.all([
      chair.post(`${path}/przyjecie`, fields),
      chair.post(`${path}/przyjecie`, fields),
    ]);

    expect(answers.map(({ status, location }) => [status, location])).toEqual([
      [303, path],
      [303, path],
    ]);
    expect(adoptedRanking(app.deps.db, callId)?.rows.map(({ applicationId }) => applicationId)).toEqual([
      languages,
      benches,
    ]);
    expect(app.deps.db.get(sql`select count(*) as times from events where what = 'ranking.adopted'`)).toEqual({
      times: 1,
    });
  });

  test('is closed to a juror who is not the chair', async () => {
    const story = scored(app, { callId, applications: groups.slice(0, 1), given: [[4, 4, 4, 4]] });
    app.clock.set(momentOf(app.deps, callId, 'jury_meeting'));
    expect((await app.as({ id: nth(story.jury, 1).personId }).get(`${path}/przyjecie`)).status).toBe(404);
  });
});

describe('the adopted ranking', () => {
  test('shows a recused juror the place and nothing more of that application', async () => {
    const costly = [{ name: 'Nagłośnienie', category: 'rental', quantity: '1', unit: 'szt.', price: '4711,00' }];
    const applications = [{ ...nth(groups, 0), costs: costly }, nth(groups, 1)];
    const story = scored(app, {
      callId,
      applications,
      given: [
        [5, 5, 4, null],
        [3, 3, 3, 3],
      ],
    });
    adopted(app, story);

    const recused = await app.as({ id: nth(story.jury, 3).personId }).get(path);
    expect(plain(recused.text)).toContain('PB/2024/01\nWyłączenie: bez szczegółów');
    expect(plain(recused.text)).toContain('Dwa języki, jedna półka\nPB/2024/02');
    expect(plain(recused.text)).not.toMatch(/Ławki|93,33|4 711,00|Narastająco|7 761,00|16 239,00/);

    const other = plain((await app.as({ id: nth(story.jury, 2).personId }).get(path)).text);
    for (const words of ['Ławki z wierszem', '93,33', '4 711,00', '7 761,00', '16 239,00'])
      expect(other).toContain(words);
  });

  test('gives its minutes as a tagged PDF to staff and the jury, and to nobody else', async () => {
    const story = scored(app, {
      callId,
      applications: groups,
      given: [
        [4, 4, 3, null],
        [2, 2, 2, 3],
      ],
    });
    adopted(app, story);
    await app.drain();
    const coordinator = app.as({ id: story.coordinator.personId });
    const href = (await coordinator.get(path)).links.get('Pobierz protokół (PDF)') ?? '';
    const minutes = await coordinator.get(href);
    expect(minutes.headers['content-disposition']).toContain('protokol-komisji-2024-04-17.pdf');
    const file = join(app.dataDir, 'minutes.pdf');
    writeFileSync(file, minutes.body);
    expect(run('pdfinfo', file)).toMatch(/Tagged:\s+yes/);
    const text = oneLine(run('pdftotext', '-raw', file, '-'));
    for (const words of [
      'Protokół z posiedzenia komisji konkursowej',
      '17 kwietnia 2024 r.',
      'czytelnia biblioteki',
      '4 osoby z 4, kworum: 3',
      'Marianna Zubrycka przewodniczący / przewodnicząca',
      'PB/2024/01 „Ławki z wierszem”: Piotr Maksimowicz',
      '73,33',
      '45,00',
      'poniżej progu',
      adoptedRanking(app.deps.db, callId)?.inputsFingerprint ?? '?',
    ]) {
      expect(text).toContain(words);
    }
    const juror = await app.as({ id: nth(story.jury, 1).personId }).get(href);
    expect(juror.status).toBe(200);
    const excluded = app.as({ id: nth(story.jury, 3).personId });
    expect((await excluded.get(href)).status).toBe(404);
    const strangers = [
      app.as({ id: nth(story.applications, 0).personId }),
      app.as(app.person('Jonas Vaina', 'jonas@example.org', ['juror', 'accountant'])),
    ];
    for (const stranger of strangers) expect((await stranger.get(href)).status).toBe(404);
  });
});
