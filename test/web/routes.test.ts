import { readdirSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import multipart from '@fastify/multipart';
import { sql } from 'drizzle-orm';
import { fastify } from 'fastify';
import qs from 'qs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { people } from '../../src/db/schema/accounts.ts';
import type { Actor, Role } from '../../src/lib/actor.ts';
import { refused } from '../../src/lib/result.ts';
import { absent, redirect, redirectWithSession, view } from '../../src/web/answer.ts';
import { keptRoutes } from '../../src/web/kept-routes.ts';
import type { WebKit } from '../../src/web/kit.ts';
import { webOn } from '../../src/web/routes.ts';
import { openSession } from '../../src/web/session.ts';
import { type Client, client } from '../support/client.ts';
import { kernel } from '../support/kernel.ts';

const origin = 'http://localhost:3000';

/** A little library desk: one page with a form, one command that counts the books it was given, one door for the accountant. */
async function desk(options: { publicUrl?: string } = {}) {
  const house = kernel();
  const books: string[] = [];
  const roles = new Map<number, Role[]>();
  const server = fastify();
  await server.register(cookie);
  await server.register(formbody, { parser: (text) => qs.parse(text) as Record<string, unknown> });
  await server.register(multipart, { throwFileSizeLimit: false });
  const page = (view: string, data: object, chrome: { csrf: string; title: string }) => {
    const tokens = `<input type="hidden" name="_csrf" value="${chrome.csrf}"><input type="hidden" name="_once" value="${house.random.bytes(9).toString('hex')}">`;
    const { kept, wrong } = data as {
      kept?: { action: string; fields: { name: string; value: string }[] } | null;
      wrong: Record<string, string>;
    };
    const fields = (kept?.fields ?? [])
      .map(({ name, value }) => `<input type="hidden" name="${name}" value="${value}">`)
      .join('');
    const form = kept
      ? `<form method="post" action="${kept.action}">${tokens}${fields}</form>`
      : `<form method="post" action="/ksiazki" enctype="multipart/form-data">${tokens}<input name="title" value=""><input type="file" name="scan"></form>
         <form method="post" action="/rachunki" enctype="multipart/form-data">${tokens}<input name="note" value=""><input type="file" name="scan"></form>
         <form method="post" action="/wyjscie">${tokens}</form>`;
    return `<title>${view}: ${chrome.title}</title><p>${Object.values(wrong).join(' ')}</p>${form}`;
  };
  const kit: WebKit = {
    ...house,
    secret: Buffer.alloc(32, 7),
    publicUrl: options.publicUrl ?? origin,
    renderer: { page: page as never, fragment: () => '', text: () => '' },
    readActor: (_reader, personId): Actor => ({
      kind: 'person',
      personId,
      name: 'Halina',
      confirmed: true,
      grants: (roles.get(personId) ?? []).map((role) => ({ role, callId: null })),
    }),
    rehearsalAt: () => undefined,
    surroundings: () => ({
      organisation: { name: '', street: '', postalCode: '', city: '', phone: '', email: '', creditLine: null },
      navigation: [],
      person: null,
    }),
    fileAccess: {},
    signInPath: '/wejscie',
  };
  const web = webOn(server, kit);
  keptRoutes(web, kit);
  web.page('/', 'public', () => view('desk', 'Lada', {}));
  web.page('/ksiazki/:id', 'public', (visit) => (visit.id() === 1 ? view('desk', 'Książka', {}) : absent));
  web.page('/kasa', ['accountant'], () => view('desk', 'Kasa', {}));
  web.submit('/ksiazki', 'public', {
    form: z.object({ title: z.string().min(1, 'Wpisz tytuł.').max(80, 'Tytuł ma najwyżej 80 znaków.') }),
    refusals: { already_there: ({ title }) => `Książka „${title}” już jest.` },
    fileLimitBytes: 1000,
    again: (_visit, _errors, raw) => view('desk', `Jeszcze raz: ${String(raw['title'])}`, {}),
    run: (_visit, input) => {
      if (books.includes(input.title))
        return refused('already_there', { field: 'title', facts: { title: input.title } });
      if (input.title === 'awaria') throw new Error('secret detail of the fault');
      books.push(input.title);
      return redirect(`/ksiazki/${books.length}`, 'Dodano.');
    },
  });
  let entries = 0;
  web.submit('/wpuszczenie', 'public', {
    form: z.object({}),
    again: () => absent,
    run: () => {
      entries += 1;
      return redirectWithSession('/', `sesja-${entries}`);
    },
  });
  web.submit('/kasa', ['accountant'], {
    form: z.object({ sum: z.string() }),
    again: () => absent,
    run: (_visit, { sum }) => {
      books.push(`kasa ${sum}`);
      return redirect('/kasa');
    },
  });
  web.submit('/rachunki', ['accountant'], {
    form: z.object({ note: z.string() }),
    fileLimitBytes: 100_000,
    again: () => absent,
    run: (visit, { note }) => {
      books.push(`${note} ${visit.files.map(({ name }) => name).join()}`);
      return redirect('/kasa');
    },
  });
  web.submit('/wyjscie', 'signed_in', {
    form: z.object({}),
    again: () => absent,
    run: () => redirectWithSession('/', null),
  });
  const person = (grants: Role[]) => {
    const now = house.clock.now();
    const { id } = house.db.write((tx) =>
      tx.orm
        .insert(people)
        .values({ email: `p${roles.size}@example.org`, confirmedAt: now, createdAt: now })
        .returning()
        .get(),
    );
    roles.set(id, grants);
    const browser = client(server, origin);
    browser.cookies.set(
      'session',
      house.db.write((tx) => openSession(tx, house, id, 'Firefox')),
    );
    return browser;
  };
  return { server, books, house, person, visitor: () => client(server, origin) };
}

describe('a form', () => {
  it('does its work and leads on with a sentence shown once', async () => {
    const { books, visitor } = await desk();
    const browser = visitor();
    await browser.get('/');
    const answer = await browser.post('/ksiazki', { title: 'Lokomotywa' });
    expect([answer.status, answer.location, books]).toEqual([303, '/ksiazki/1', ['Lokomotywa']]);
    expect(browser.cookies.has('flash')).toBe(true);
    await browser.get('/ksiazki/1');
    expect(browser.cookies.has('flash')).toBe(false);
  });

  it('B4: clicked twice does it once and leads to the same place', async () => {
    const { server, books, visitor } = await desk();
    const browser = visitor();
    const { forms } = await browser.get('/');
    const payload = new URLSearchParams([
      ...(forms[0]?.filled ?? []).filter(([name]) => name !== 'title'),
      ['title', 'Ptasie radio'],
    ]).toString();
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const send = () =>
      server.inject({
        method: 'POST',
        url: '/ksiazki',
        payload,
        headers: { cookie, origin, host: 'localhost:3000', 'content-type': 'application/x-www-form-urlencoded' },
      });
    const answers = await Promise.all([send(), send(), send()]);
    expect(answers.map(({ statusCode, headers }) => [statusCode, headers.location])).toEqual([
      [303, '/ksiazki/1'],
      [303, '/ksiazki/1'],
      [303, '/ksiazki/1'],
    ]);
    expect(books).toEqual(['Ptasie radio']);
  });

  it('sent again with other words asks first, and keeps them', async () => {
    const { books, visitor } = await desk();
    const browser = visitor();
    const { forms } = await browser.get('/');
    const tokens = Object.fromEntries((forms[0]?.filled ?? []).filter(([name]) => name.startsWith('_')));
    await browser.post('/ksiazki', { title: 'Rzepka' });
    const again = await browser.send({
      method: 'POST',
      url: '/ksiazki',
      payload: new URLSearchParams({ ...tokens, title: 'Rzepka i inne' }).toString(),
      headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect([again.status, books]).toEqual([409, ['Rzepka']]);
    expect(again.forms[0]?.filled).toContainEqual(['title', 'Rzepka i inne']);
  });

  it('with a mistake comes back with what was typed, and may then be sent', async () => {
    const { books, visitor } = await desk();
    const browser = visitor();
    await browser.get('/');
    const wrong = await browser.post('/ksiazki', { title: 'x'.repeat(81) });
    expect([wrong.status, books]).toEqual([422, []]);
    expect(wrong.title).toContain(`Jeszcze raz: ${'x'.repeat(81)}`);
    expect(wrong.text).toContain('Tytuł ma najwyżej 80 znaków.');
    await browser.submit('/ksiazki', { title: 'Abecadło' });
    await browser.get('/');
    const refusal = await browser.post('/ksiazki', { title: 'Abecadło' });
    expect([refusal.status, refusal.text]).toEqual([422, expect.stringContaining('Książka „Abecadło” już jest.')]);
    expect(books).toEqual(['Abecadło']);
  });

  it('loses NUL and control characters on the way in, not letters or emoji', async () => {
    const { books, visitor } = await desk();
    const browser = visitor();
    await browser.get('/');
    await browser.submit('/ksiazki', { title: 'Ža\u0000lia\u0007 knyga 📚' });
    expect(books).toEqual(['Žalia knyga 📚']);
  });

  it('B9: without its token, with a wrong one, or from a foreign page is not done; what was typed stays on ours', async () => {
    const { books, visitor } = await desk();
    const browser = visitor();
    const { forms } = await browser.get('/');
    const filled = Object.fromEntries(forms[0]?.filled ?? []);
    const send = (body: Record<string, string>, headers: Record<string, string>) =>
      browser.send({
        method: 'POST',
        url: '/ksiazki',
        payload: new URLSearchParams(body).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      });
    const missing = await send({ title: 'Okulary', _once: 'x1' }, { origin });
    const wrong = await send({ ...filled, title: 'Okulary', _csrf: 'zgadywany' }, { origin });
    const foreign = await send(
      { ...filled, title: 'Okulary' },
      { origin: 'https://zly.example.net', 'sec-fetch-site': 'cross-site' },
    );
    const { _once, ...withoutOnce } = filled;
    const loose = await send({ ...withoutOnce, title: 'Okulary' }, { origin });
    expect([_once?.length, missing.status, wrong.status, foreign.status, loose.status, books]).toEqual([
      expect.any(Number),
      ...[403, 403, 403, 403],
      [],
    ]);
    expect(wrong.forms[0]?.filled).toContainEqual(['title', 'Okulary']);
    expect(foreign.html).not.toContain('Okulary');
  });

  it('of a person whose session is over is kept, and given back after signing in', async () => {
    const { books, visitor, person } = await desk();
    const accountant = person(['accountant']);
    const gone = visitor();
    const { forms } = await gone.get('/');
    const turned = await gone.send({
      method: 'POST',
      url: '/kasa',
      payload: new URLSearchParams({ ...Object.fromEntries(forms[0]?.filled ?? []), sum: '1 230,00' }).toString(),
      headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect([turned.status, turned.location, books]).toEqual([303, '/wejscie', []]);
    accountant.cookies.set('kept', gone.cookies.get('kept') ?? '');
    const page = await accountant.get('/wejscie/dokonczenie');
    expect(page.forms[0]?.filled).toContainEqual(['sum', '1 230,00']);
    expect((await accountant.post('/kasa')).status).toBe(303);
    expect(books).toEqual(['kasa 1 230,00']);
    expect((await accountant.get('/wejscie/dokonczenie')).location).toBe('/pulpit');
  });

  it('of a person whose session is over is shown to nobody else who signs in on that computer', async () => {
    const { house, visitor, person } = await desk();
    const [halina, jonas] = [person(['accountant']), person(['accountant'])];
    const { forms } = await halina.get('/');
    house.db.raw.prepare("update sessions set revoked_at = '2024-01-01T00:00:00.000Z' where id = 1").run();
    await halina.send({
      method: 'POST',
      url: '/kasa',
      payload: new URLSearchParams({ ...Object.fromEntries(forms[0]?.filled ?? []), sum: '1 230,00' }).toString(),
      headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
    });
    const kept = halina.cookies.get('kept') ?? '';
    jonas.cookies.set('kept', kept);
    const stranger = await jonas.get('/wejscie/dokonczenie');
    expect([kept.length > 30, stranger.location, stranger.html]).toEqual([true, '/pulpit', '']);

    const back = visitor();
    back.cookies.set('kept', kept);
    back.cookies.set(
      'session',
      house.db.write((tx) => openSession(tx, house, 1, 'Firefox')),
    );
    expect((await back.get('/wejscie/dokonczenie')).forms[0]?.filled).toContainEqual(['sum', '1 230,00']);
  });

  it('kept for somebody unknown is given back for an hour, to a person whose session was over for a day; no trace stays', async () => {
    const { house, visitor, person } = await desk();
    const send = async (browser: Client, sum: string) => {
      const { forms } = await browser.get('/');
      await browser.send({
        method: 'POST',
        url: '/kasa',
        payload: new URLSearchParams({ ...Object.fromEntries(forms[0]?.filled ?? []), sum }).toString(),
        headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
      });
      return browser.cookies.get('kept') ?? '';
    };
    const [halina, jonas, gone] = [person(['accountant']), person(['accountant']), visitor()];
    house.db.raw.prepare("update sessions set revoked_at = '2024-01-01T00:00:00.000Z' where id = 1").run();
    const kept = { halina: await send(halina, '1 230,00'), nobody: await send(gone, '77,00') };
    halina.cookies.set(
      'session',
      house.db.write((tx) => openSession(tx, house, 1, 'Firefox')),
    );
    const given = async (browser: Client, token: string) => {
      browser.cookies.set('kept', token);
      return (await browser.get('/wejscie/dokonczenie')).forms[0]?.filled.find(([name]) => name === 'sum')?.[1];
    };

    house.clock.advance({ minutes: 60 });
    expect(await given(jonas, kept.nobody)).toBeUndefined();
    house.clock.advance({ minutes: 60 * 23 - 1 });
    expect(await given(halina, kept.halina)).toBe('1 230,00');
    house.clock.advance({ minutes: 1 });
    expect(await given(halina, kept.halina)).toBeUndefined();
    await send(gone, '5,00');
    expect(house.db.all(sql`select person_id as personId, body from kept_posts`)).toEqual([
      { personId: null, body: expect.stringContaining('5,00') },
    ]);
  });

  it('kept for somebody unknown is forgotten when the next person signs out, even by whoever has its name', async () => {
    const { house, visitor, person } = await desk();
    const gone = visitor();
    const { forms } = await gone.get('/');
    await gone.send({
      method: 'POST',
      url: '/kasa',
      payload: new URLSearchParams({ ...Object.fromEntries(forms[0]?.filled ?? []), sum: '1 230,00' }).toString(),
      headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
    });
    const kept = gone.cookies.get('kept') ?? '';
    const [jonas, halina] = [person(['juror']), person(['accountant'])];
    jonas.cookies.set('kept', kept);
    await jonas.get('/');
    expect((await jonas.post('/wyjscie')).location).toBe('/');
    expect([kept.length > 30, jonas.cookies.has('kept')]).toEqual([true, false]);
    expect(house.db.all(sql`select * from kept_posts`)).toEqual([]);
    halina.cookies.set('kept', kept);
    expect((await halina.get('/wejscie/dokonczenie')).location).toBe('/pulpit');
  });

  it('kept for somebody unknown belongs to the first who is shown it', async () => {
    const { visitor, person } = await desk();
    const [halina, jonas, gone] = [person(['accountant']), person(['accountant']), visitor()];
    const { forms } = await gone.get('/');
    await gone.send({
      method: 'POST',
      url: '/kasa',
      payload: new URLSearchParams({ ...Object.fromEntries(forms[0]?.filled ?? []), sum: '1 230,00' }).toString(),
      headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
    });
    for (const browser of [halina, jonas]) browser.cookies.set('kept', gone.cookies.get('kept') ?? '');
    expect((await halina.get('/wejscie/dokonczenie')).forms[0]?.filled).toContainEqual(['sum', '1 230,00']);
    expect((await jonas.get('/wejscie/dokonczenie')).location).toBe('/pulpit');
  });
});

describe('a form that signs in', () => {
  it('B4: clicked twice gives both answers the same session, so that the browser may drop either', async () => {
    const { server, visitor } = await desk();
    const browser = visitor();
    const { forms } = await browser.get('/');
    const payload = new URLSearchParams(forms[0]?.filled ?? []).toString();
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { cookie, origin, host: 'localhost:3000', 'content-type': 'application/x-www-form-urlencoded' };
    const send = () => server.inject({ method: 'POST', url: '/wpuszczenie', payload, headers });
    const sessions = (await Promise.all([send(), send()])).map(
      ({ cookies }) => cookies.find(({ name }) => name === 'session')?.value,
    );
    expect(sessions).toEqual(['sesja-1', 'sesja-1']);
  });
});

describe('the door', () => {
  it('sends a visitor to sign in and remembers where to', async () => {
    const { visitor } = await desk();
    const answer = await visitor().get('/kasa?rok=2024');
    expect([answer.status, answer.location]).toEqual([303, '/wejscie?dalej=%2Fkasa%3Frok%3D2024']);
  });

  it('is closed to a person without the role, before anything is loaded', async () => {
    const { person } = await desk();
    expect((await person(['juror']).get('/kasa')).status).toBe(403);
    expect((await person(['accountant']).get('/kasa')).status).toBe(200);
  });

  it('gives the same answer for an absent record, a malformed id and an unknown address', async () => {
    const { visitor } = await desk();
    const browser = visitor();
    const bodies = await Promise.all(
      ['/ksiazki/7', '/ksiazki/0x1', '/ksiazki/1e3', '/nie-ma'].map(async (path) => browser.get(path)),
    );
    expect(bodies.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
    expect(new Set(bodies.map(({ text }) => text)).size).toBe(1);
  });

  it('does not start with a route that does not say who may enter', async () => {
    const { server } = await desk();
    expect(() => server.get('/otwarte', async () => 'x')).toThrow('does not say who may enter');
  });
});

describe('a fault', () => {
  it('shows no detail of itself', async () => {
    const { visitor } = await desk();
    const browser = visitor();
    await browser.get('/');
    const page = await browser.post('/ksiazki', { title: 'awaria' });
    expect(page.status).toBe(500);
    expect(page.html).not.toContain('secret detail');
    expect(page.html).not.toContain('.ts');
  });

  it('B10: a full disk is a 503 that keeps what was typed, and nothing is half-written', async () => {
    const { books, house, visitor } = await desk();
    const browser = visitor();
    await browser.get('/');
    house.db.write((tx) => tx.orm.run(sql`create table ballast (x text) strict`));
    const pages = house.db.raw.pragma('page_count', { simple: true }) as number;
    house.db.raw.pragma(`max_page_count = ${pages}`);
    let failed = 0;
    for (let n = 0; n < 60 && failed === 0; n += 1) {
      await browser.get('/');
      const answer = await browser.post('/ksiazki', { title: `Tom ${n}` });
      if (answer.status === 503) {
        failed += 1;
        expect(answer.forms[0]?.filled).toContainEqual(['title', `Tom ${n}`]);
        expect(books).not.toContain(`Tom ${n}`);
      }
    }
    expect(failed).toBe(1);
  });

  it('too large a body is a 413, an unknown kind a 415', async () => {
    const { visitor } = await desk();
    const browser = visitor();
    await browser.get('/');
    const headers = { origin, 'content-type': 'application/x-www-form-urlencoded' };
    expect(
      (await browser.send({ method: 'POST', url: '/ksiazki', payload: `title=${'x'.repeat(2_000_000)}`, headers }))
        .status,
    ).toBe(413);
    expect(
      (
        await browser.send({
          method: 'POST',
          url: '/ksiazki',
          payload: '<a/>',
          headers: { ...headers, 'content-type': 'text/xml' },
        })
      ).status,
    ).toBe(415);
  });
});

describe('a file in a form', () => {
  it('B7: empty, too large or an executable named .pdf: a sentence at the field, the rest of the form kept', async () => {
    const { books, visitor } = await desk();
    const browser = visitor();
    const tried = async (content: Buffer | string) => {
      await browser.get('/');
      return browser.post('/ksiazki', { title: 'Skan' }, { scan: { name: 'skan.pdf', content } });
    };
    for (const [content, words] of [
      ['', 'Ten plik jest pusty'],
      [Buffer.alloc(5000, '%PDF-'), 'Plik jest za duży'],
      ['MZ program', 'To program, a\u00a0nie dokument'],
    ] as const) {
      const page = await tried(content);
      expect([page.status, page.title]).toEqual([422, expect.stringContaining('Jeszcze raz: Skan')]);
      expect(page.text).toContain(words);
    }
    expect(books).toEqual([]);
    expect((await tried('%PDF-1.7 dobry')).status).toBe(303);
  });

  it('of somebody who may not use the route never touches the store, and the words beside it are kept', async () => {
    const { books, house, person, visitor } = await desk();
    const store = join(house.folder, 'files');
    // Whatever is made and removed in a folder changes its time, be it gone by now.
    utimesSync(join(store, 'incoming'), 0, 0);
    const scan = { name: 'rachunek.pdf', content: Buffer.alloc(90_000, '%PDF-1.7 ') };
    const [gone, juror] = [visitor(), person(['juror'])];
    const answers = [];
    for (const browser of [gone, juror]) {
      await browser.get('/');
      const { status, location } = await browser.post('/rachunki', { note: 'za książki' }, { scan });
      answers.push([status, location]);
    }
    expect(answers).toEqual([
      [303, '/wejscie'],
      [403, undefined],
    ]);
    expect(readdirSync(store, { recursive: true })).toEqual(['incoming']);
    expect(statSync(join(store, 'incoming')).mtimeMs).toBe(0);
    expect(house.db.all(sql`select * from blobs`)).toEqual([]);
    expect(books).toEqual([]);

    const accountant = person(['accountant']);
    accountant.cookies.set('kept', gone.cookies.get('kept') ?? '');
    expect((await accountant.get('/wejscie/dokonczenie')).forms[0]?.filled).toContainEqual(['note', 'za książki']);
    await accountant.get('/');
    expect((await accountant.post('/rachunki', { note: 'za książki' }, { scan })).status).toBe(303);
    expect([books, statSync(join(store, 'incoming')).mtimeMs > 0]).toEqual([['za książki rachunek.pdf'], true]);
  });

  it('B7: cut in the middle, nothing is stored, the words typed before it come back to be sent again', async () => {
    const { books, house, visitor } = await desk();
    const browser = visitor();
    await browser.get('/');
    const part = (head: string, content: string) => `--x\r\nContent-Disposition: form-data; ${head}\r\n\r\n${content}`;
    const cut = await browser.send({
      method: 'POST',
      url: '/ksiazki',
      headers: { origin, 'content-type': 'multipart/form-data; boundary=x' },
      payload: `${part('name="title"', 'Lalka')}\r\n${part('name="scan"; filename="skan.pdf"', '%PDF-1.7 poło')}`,
    });
    expect([cut.status, cut.title]).toEqual([400, 'errors/show: Plik nie dotarł w całości']);
    expect(cut.forms.map(({ action, filled }) => [action, filled.find(([name]) => name === 'title')])).toEqual([
      ['/ksiazki', ['title', 'Lalka']],
    ]);
    expect(books).toEqual([]);
    expect(readdirSync(join(house.folder, 'files', 'incoming'))).toEqual([]);
  });
});
