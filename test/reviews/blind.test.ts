import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { describe, expect, onTestFinished, test } from 'vitest';
import { findOrAddPerson, grantRole } from '../../src/features/accounts/commands.ts';
import { createCall } from '../../src/features/calls/commands/create.ts';
import { currentCall } from '../../src/features/calls/queries.ts';
import { drawScorers } from '../../src/features/jury/assignment/commands.ts';
import { lookAt } from '../../src/features/jury/blind/looks.ts';
import { appointMember } from '../../src/features/jury/commands/members.ts';
import { adoptRanking } from '../../src/features/ranking/commands.ts';
import { moveAgenda } from '../../src/features/ranking/meeting/commands/agenda.ts';
import { openMeeting } from '../../src/features/ranking/meeting/commands/open.ts';
import { warsawDay } from '../../src/lib/days.ts';
import { call as seededCall } from '../../src/seed/call.ts';
import { run } from '../pdf/inspect.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client, Page } from '../support/client.ts';
import { crawl } from '../support/crawl.ts';
import { paperOn, plain, wordsOf } from '../support/papers.ts';
import { type BlindStory, blindStory, hidden, written } from '../support/story/blind.ts';
import { coordinatorOf, declare, momentOf, nth, score } from '../support/story/jury.ts';
import { type RegisteredRoute, watched } from '../support/watched.ts';

/*
 * Three applications hold names, numbers and words found nowhere else. Every address that answers a juror is asked, whether a page leads there or not, and
 * everything that comes, its headers and the insides of PDFs, is searched. With the switch off the same search finds them.
 */
interface Told {
  readonly app: TestApp;
  readonly routes: readonly RegisteredRoute[];
  readonly story: BlindStory;
}

async function told(isBlind: boolean): Promise<Told> {
  const { started: app, routes } = await watched(() => startTestApp());
  onTestFinished(() => app.close());
  app.deps.db.raw.pragma('synchronous = off');
  const callId = currentCall(app.deps.db)?.id ?? 0;
  if (isBlind) app.deps.db.raw.exec('update calls set blind_review = 1');
  return { app, routes, story: await blindStory(app, callId) };
}

const everything = Object.values(hidden).flat();
/** Shown on the list that is declared on, and there alone. */
const _declaredOn = [...hidden.people, ...hidden.names];

interface Answered {
  readonly path: string;
  readonly text: string;
}

/** All that answers the juror with a page or a file, and the letters written to her. */
async function everythingFor(
  { app, routes, story }: Told,
  juror: { personId: number; email: string },
): Promise<Answered[]> {
  const browser = app.as({ id: juror.personId });
  const { pages } = await crawl(browser, routes, ['/', '/konto', '/oceny'], 8);
  const known = new Set(pages.map(({ path }) => path));
  const direct: { path: string; page: Page }[] = [];
  for (const path of directAddresses(routes, story, filesOf(app)))
    if (!known.has(path)) direct.push({ path, page: await browser.get(path) });
  const letters = app.deps.db.all<{ id: number; subject: string; body: string }>(
    sql`select id, subject, body from letters where to_address = ${juror.email}`,
  );
  return [
    ...[...pages, ...direct]
      .filter(({ page }) => page.status === 200)
      .map(({ path, page }) => ({ path, text: wordsIn(app, page) })),
    ...letters.map(({ id, subject, body }) => ({ path: `letter ${id}`, text: plain(`${subject} ${body}`) })),
  ];
}

const filesOf = ({ deps }: TestApp) => deps.db.all<{ id: number }>(sql`select id from files`).map(({ id }) => id);

/** Every route that is read, with the ids of the applications, the call, the files and the small ones of anything else. */
function directAddresses(routes: readonly RegisteredRoute[], story: BlindStory, files: readonly number[]): string[] {
  const ids = [...new Set([story.callId, ...story.applications.map(({ id }) => id), 1, 2, 3, 4])];
  return routes
    .flatMap((route) => {
      const [method, pattern = ''] = route.split(' ');
      if (method !== 'GET' || !pattern.includes(':') || pattern.startsWith('/static') || pattern.startsWith('/wyjscie'))
        return [];
      const firsts = pattern === '/pliki/:id' ? files : ids;
      return firsts.flatMap((first) =>
        [1, 2, 3].map((other) => pattern.replace(/:\w+/, String(first)).replace(/:\w+/g, String(other))),
      );
    })
    .filter((path, at, all) => all.indexOf(path) === at);
}

/** What a page or file says, with its headers; of a PDF its words and what is written beside its pages. */
function wordsIn(app: TestApp, page: Page): string {
  const heads = decodeURIComponent(String(page.headers['content-disposition'] ?? ''));
  if (page.html !== '') return plain(`${page.html} ${page.text}`).replace(/\s+/g, ' ');
  const raw = page.body.toString('latin1');
  if (!raw.startsWith('%PDF-')) return `${heads} ${page.body.toString('utf8')}`;
  const path = join(app.dataDir, 'read.pdf');
  writeFileSync(path, page.body);
  const drawn = raw.includes('/Pages') ? run('pdftotext', '-raw', path, '-') + run('pdfinfo', path) : '';
  return plain(`${heads} ${raw} ${drawn}`).replace(/\s+/g, ' ');
}

const leaksIn = (answers: readonly Answered[], marks: readonly string[]) =>
  marks.flatMap((mark) =>
    answers.filter(({ text }) => text.includes(plain(mark))).map(({ path }) => `${path}: ${mark}`),
  );

/** No two results are equal. */
const pointsFor = ({ applications }: BlindStory, id: number) => 4 - applications.findIndex((one) => one.id === id);

const declarationOf = ({ callId }: BlindStory) => `/komisja/${callId}/oswiadczenie`;

/** Everybody declares, Piotr excluding himself from the boy's; each scores what is open. */
function declaredAndScored({ app, story }: Told, upTo = story.jury.length): void {
  const { deps, clock } = app;
  const boy = nth(story.applications, 1);
  for (const [seat, juror] of story.jury.entries()) declare(deps, story.callId, juror, seat === 3 ? [boy] : []);
  clock.set(momentOf(deps, story.callId, 'scoring'));
  for (const juror of story.jury.slice(0, upTo))
    for (const { id } of story.applications)
      if (!(juror === story.jury[3] && id === boy.id)) score(deps, story.callId, juror, id, pointsFor(story, id));
}

describe('of a call judged without names', () => {
  test('nothing a juror can fetch tells who applies, from the declaration to the meeting; the text of the answers stands', async () => {
    const all = await told(true);
    const { app, story } = all;
    const { deps, clock } = app;
    const halina = nth(story.jury, 2);
    declaredAndScored(all, 2);
    await app.drain();
    const scoring = await everythingFor(all, halina);
    const outside = scoring.filter(({ path }) => path !== declarationOf(story));
    expect(leaksIn(outside, everything)).toEqual([]);
    expect(leaksIn(scoring, [...hidden.contacts, ...hidden.answers, ...hidden.files, ...hidden.metadata])).toEqual([]);
    expect(outside.filter(({ text }) => text.includes(written)).map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        `/wnioski/${nth(story.applications, 0).id}/ocena`,
        `/nabory/${story.callId}/oceny/wnioski.pdf`,
      ]),
    );

    for (const juror of story.jury.slice(2))
      for (const { id } of story.applications)
        if (juror !== story.jury[3] || id !== nth(story.applications, 1).id)
          score(deps, story.callId, juror, id, pointsFor(story, id));
    clock.set(momentOf(deps, story.callId, 'jury_meeting'));
    const chair = nth(story.jury, 0);
    const attendance = story.jury.map(({ memberId }) => memberId);
    const opened = openMeeting(deps, chair.actor, {
      callId: story.callId,
      place: 'czytelnia',
      agenda: 'filing',
      attendance,
      isOnScreen: true,
    });
    expect(opened.ok).toBe(true);
    const moved = moveAgenda(deps, chair.actor, {
      callId: story.callId,
      applicationId: nth(story.applications, 0).id,
      revision: 1,
    });
    expect(moved.ok).toBe(true);
    // Who leads the meeting, with its agenda, screen and the ranking so far.
    const leading = await everythingFor(all, chair);
    expect(
      leaksIn(
        leading.filter(({ path }) => path !== declarationOf(story)),
        everything,
      ),
    ).toEqual([]);
    expect(leading.map(({ path }) => path)).toEqual(
      expect.arrayContaining([`/nabory/${story.callId}/posiedzenie`, `/nabory/${story.callId}/ranking`]),
    );
    const screen = await app.as({ id: coordinatorOf(deps).personId }).get(`/nabory/${story.callId}/posiedzenie/ekran`);
    expect(leaksIn([{ path: 'the screen of the coordinator', text: plain(screen.html) }], everything)).toEqual([]);
  }, 120_000);

  test('that also draws who scores what, neither the chair’s places nor the lists of what is only read name anybody', async () => {
    const all = await told(true);
    const { app, story } = all;
    const { deps, clock } = app;
    const [chair, , halina] = story.jury;
    deps.db.raw.exec('update calls set cards_per_application = 3');
    for (const juror of story.jury) declare(deps, story.callId, juror);
    clock.set(momentOf(deps, story.callId, 'scoring'));
    const places = `/nabory/${story.callId}/komisja/przydzial`;
    const drawn = () => drawScorers(deps, coordinatorOf(deps), story.callId).ok;
    for (const isDrawn of [false, true]) {
      if (isDrawn) expect(drawn()).toBe(true);
      for (const juror of [nth([chair], 0), nth([halina], 0)]) {
        if (juror === undefined) throw new Error('nobody sits there');
        const answers = await everythingFor(all, juror);
        const outside = answers.filter(({ path }) => path !== declarationOf(story));
        expect(leaksIn(outside, everything)).toEqual([]);
        expect(outside.map(({ path }) => path)).toEqual(
          expect.arrayContaining(['/oceny', ...(juror === chair ? [places] : [])]),
        );
      }
    }
  }, 120_000);

  test('the adoption of the ranking opens the names', async () => {
    const all = await told(true);
    const { app, story } = all;
    declaredAndScored(all);
    const { deps, clock } = app;
    clock.set(momentOf(deps, story.callId, 'jury_meeting'));
    const adopted = adoptRanking(deps, coordinatorOf(deps), {
      ...{ callId: story.callId, metOn: warsawDay(clock.now()), place: 'czytelnia' },
      attendance: story.jury.map(({ memberId }) => memberId),
    });
    expect(adopted.ok).toBe(true);
    await app.drain();
    const { id } = nth(story.applications, 0);
    const halina = app.as({ id: nth(story.jury, 2).personId });
    for (const path of [`/wnioski/${id}`, `/nabory/${story.callId}/ranking`])
      expect(plain((await halina.get(path)).text), path).toContain('Gromada „Żwirowa Kuźnia”');
  }, 60_000);
});

test('in an ordinary call the same search finds what it looks for', async () => {
  const all = await told(false);
  declaredAndScored(all, 2);
  await all.app.drain();
  const answers = await everythingFor(all, nth(all.story.jury, 2));
  const outside = answers.filter(({ path }) => path !== declarationOf(all.story));
  expect(everything.filter((mark) => leaksIn(outside, [mark]).length === 0)).toEqual([]);
}, 120_000);

describe('the declaration', () => {
  const about = (page: Page, name: string) =>
    new RegExp(`id="(n[0-9a-f]{20})">${name}<`).exec(plain(page.html))?.[1] ?? '';

  test('is made on names in the order of the alphabet, without a title, number or address; what it excludes closes by itself', async () => {
    const { app, story } = await told(true);
    const [group, boy] = story.applications;
    const halina = nth(story.jury, 2);
    const browser = app.as({ id: halina.personId });
    const path = declarationOf(story);
    const page = await browser.get(path);
    const words = plain(page.text);
    const order = ['Gromada „Żwirowa Kuźnia”', 'Igor Zmarzłowicz', 'Stowarzyszenie Ćmielów Trzeci'].map((name) =>
      words.indexOf(name),
    );
    expect(order).not.toContain(-1);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    for (const person of hidden.people) expect(words).toContain(person);
    for (const told of ['Kuźnia otwarta', 'Rower i mapa', 'PB/2024', ...story.applications.map(({ id }) => `[a${id}]`)])
      expect(page.html).not.toContain(told);
    const key = about(page, 'Igor Zmarzłowicz');
    const another = about(await app.as({ id: nth(story.jury, 1).personId }).get(path), 'Igor Zmarzłowicz');
    expect([key.length, another.length, key === another]).toEqual([21, 21, false]);

    const tokens =
      page.forms.find(({ action }) => action === path)?.filled.filter(([name]) => name.startsWith('_')) ?? [];
    const byId = await browser.send({
      method: 'POST',
      url: path,
      headers: { origin: app.url, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams([
        ...tokens,
        [`recusals[a${boy?.id}][choice]`, 'exclusion:kin'],
        ['signed', 'tak'],
      ]).toString(),
    });
    expect([byId.status, app.deps.db.all(sql`select * from jury_declarations`)]).toEqual([404, []]);
    await browser.get(path);
    await browser.submit(path, { [`recusals[${key}][choice]`]: 'exclusion:kin', signed: 'tak' });
    expect(app.deps.db.all(sql`select application_id as id, kind from recusals`)).toEqual([
      { id: boy?.id, kind: 'exclusion' },
    ]);
    expect((await browser.get(`/wnioski/${boy?.id}/ocena`)).status).toBe(404);
    expect((await browser.get(`/wnioski/${group?.id}/ocena`)).status).toBe(200);
    await app.drain();
    const signed = await browser.get(path);
    const paper = await wordsOf(browser, paperOn(signed, 'Oświadczenie'));
    for (const said of [plain(signed.text), paper]) {
      expect(said).toContain('Igor Zmarzłowicz');
      expect(said).not.toMatch(/Rower i mapa|PB\/2024\/0/);
    }

    app.clock.set(momentOf(app.deps, story.callId, 'scoring'));
    // What is found out while reading is declared on the title, and never brings a name beside it.
    await browser.get(`/wnioski/${group?.id}/wylaczenie`);
    await browser.submit(`/wnioski/${group?.id}/wylaczenie`, { ground: 'kin' });
    const rows = [...(await browser.get(path)).html.matchAll(/<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/gs)].map((match) =>
      plain(match[0]),
    );
    expect(
      rows.filter((row) => /wyłączenie/i.test(row)).map((row) => /Zmarzłowicz|Kuźnia otwarta|Żwirowa/.exec(row)?.[0]),
    ).toEqual(['Zmarzłowicz', 'Kuźnia otwarta']);
  }, 60_000);

  test('questions about relations are the coordinator’s alone, and nobody who sees names otherwise is seated', async () => {
    const { app, story } = await told(true);
    const chair = app.as({ id: nth(story.jury, 0).personId });
    expect((await chair.get(`/nabory/${story.callId}/komisja/powiazania`)).status).toBe(404);
    const joanna = coordinatorOf(app.deps);
    expect((await app.as({ id: joanna.personId }).get(`/nabory/${story.callId}/komisja/powiazania`)).status).toBe(200);
    const seat = { callId: story.callId, function: 'member', represents: '' } as const;
    const own = { ...seat, name: 'Joanna Wasilewska', email: 'j.wasilewska@example.org' };
    expect(appointMember(app.deps, joanna, own)).toMatchObject({ code: 'sees_names', field: 'email' });
    // A role that came later is said plainly.
    app.deps.db.write((tx) =>
      grantRole(
        tx,
        app.deps,
        { kind: 'system' },
        { personId: nth(story.jury, 3).personId, role: 'accountant', callId: null },
      ),
    );
    const jury = await app.as({ id: joanna.personId }).get(`/nabory/${story.callId}/komisja`);
    expect(plain(jury.text).match(/widzi nazwiska w innej roli/g)).toHaveLength(1);
  }, 60_000);
});

describe('what the coordinator looks at', () => {
  test('is hers alone, in her own call, and not of an application she is excluded from; a bent form changes nothing', async () => {
    const { app, story } = await told(true);
    const { deps } = app;
    const { id } = nth(story.applications, 0);
    const granted = (
      name: string,
      email: string,
      grant: { role: 'coordinator' | 'inspector'; callId: number | null },
    ) => {
      const personId = deps.db.write((tx) => findOrAddPerson(tx, deps, { kind: 'system' }, { name, email }));
      deps.db.write((tx) => grantRole(tx, deps, { kind: 'system' }, { personId, ...grant }));
      return app.as({ id: personId });
    };
    const place = deps.db.get<{ projectId: number; taskId: number }>(
      sql`select project_id as projectId, task_id as taskId from calls`,
    );
    if (place === undefined) throw new Error('There is no call');
    const next = { ...seededCall, ...place, code: 'LA', title: 'Lato w ogrodzie', categories: [] };
    const otherCall = deps.db.write((tx) => createCall(tx, deps, { kind: 'system' }, next));
    const elsewhere = granted('Ryszard Wiatr', 'ryszard@example.org', { role: 'coordinator', callId: otherCall });
    const inspector = granted('Irena Sawko', 'irena@example.org', { role: 'inspector', callId: null });
    const joanna = app.as({ id: coordinatorOf(deps).personId });
    const paths = [`/wnioski/${id}/bez-nazwisk`, `/nabory/${story.callId}/bez-nazwisk`];
    for (const path of paths) {
      expect((await joanna.get(path)).status, path).toBe(200);
      expect((await elsewhere.get(path)).status, path).toBe(404);
      expect((await inspector.get(path)).status, path).toBe(403);
    }
    await joanna.get(`/wnioski/${id}/bez-nazwisk`);
    for (const look of ['', 'yes', 'ż'.repeat(3000)])
      expect((await joanna.post(`/wnioski/${id}/bez-nazwisk/1`, { look })).status).toBe(422);
    expect(deps.db.all(sql`select * from attachment_looks`)).toEqual([]);
    declare(deps, story.callId, nth(story.jury, 3), [nth(story.applications, 0)]);
    deps.db.write((tx) =>
      grantRole(
        tx,
        deps,
        { kind: 'system' },
        { personId: nth(story.jury, 3).personId, role: 'coordinator', callId: null },
      ),
    );
    const piotr = app.as({ id: nth(story.jury, 3).personId });
    expect((await piotr.get(`/wnioski/${id}/bez-nazwisk`)).status).toBe(404);
    expect(plain((await piotr.get(`/nabory/${story.callId}/bez-nazwisk`)).text)).not.toContain('Kuźnia otwarta');
  }, 60_000);

  test('in an ordinary call there is no such page', async () => {
    const { app, story } = await told(false);
    const joanna = app.as({ id: coordinatorOf(app.deps).personId });
    for (const path of [`/wnioski/${nth(story.applications, 0).id}/bez-nazwisk`, `/nabory/${story.callId}/bez-nazwisk`])
      expect((await joanna.get(path)).status, path).toBe(404);
    expect((await joanna.get(`/nabory/${story.callId}/komisja`)).html).not.toContain('bez-nazwisk');
  }, 60_000);
});

describe('an attachment', () => {
  test('comes to jurors under a number, a PDF only once the coordinator looked into it, never one that names its author', async () => {
    const all = await told(true);
    const { app, story } = all;
    const { id } = nth(story.applications, 0);
    const joanna = coordinatorOf(app.deps);
    const coordinator = app.as({ id: joanna.personId });
    declaredAndScored(all, 0);
    const halina: Client = app.as({ id: nth(story.jury, 2).personId });
    const at = (number: number) => `/wnioski/${id}/ocena/zalaczniki/${number}`;
    expect([(await halina.get(at(1))).status, (await halina.get(at(2))).status]).toEqual([404, 404]);
    const photo = await halina.get(at(3));
    expect([photo.status, photo.headers['content-type']]).toEqual([200, 'image/png']);
    expect(photo.headers['content-disposition']).toContain('filename="zalacznik-3.png"');

    const page = await coordinator.get(`/wnioski/${id}/bez-nazwisk`);
    expect(plain(page.text)).toContain('Poza stronami wpisano w nim: Autor Metadatowski');
    await coordinator.submit(`/wnioski/${id}/bez-nazwisk/1`, { look: 'clear' });
    const opened = await halina.get(at(1));
    expect([opened.status, opened.headers['content-disposition']]).toEqual([
      200,
      expect.stringContaining('zalacznik-1.pdf'),
    ]);
    expect(lookAt(app.deps, joanna, { applicationId: id, number: 1, isClear: false }).ok).toBe(true);
    expect((await halina.get(at(1))).status).toBe(404);
    expect(lookAt(app.deps, joanna, { applicationId: id, number: 2, isClear: true })).toMatchObject({ code: 'absent' });
    expect(lookAt(app.deps, nth(story.jury, 0).actor, { applicationId: id, number: 1, isClear: true })).toMatchObject({
      code: 'absent',
    });
    // The association's statute names its chairman as the author: no look opens it.
    const statute = { applicationId: nth(story.applications, 2).id, number: 1, isClear: true };
    expect(lookAt(app.deps, joanna, statute)).toMatchObject({ code: 'names_inside' });
    // The group's letter of support answers a question that tells who applies.
    expect((await halina.get(at(2))).status).toBe(404);
  }, 60_000);
});
