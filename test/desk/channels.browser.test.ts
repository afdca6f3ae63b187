import { Readable } from 'node:stream';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { noteCall, recordDispatch } from '../../src/features/correspondence/dispatches.ts';
import { day, instant } from '../../src/lib/days.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { axeFindings, hasSidewaysScroll, openBrowser, shot } from '../support/browser.ts';
import { letterToStanislawa } from '../support/story/letters.ts';

const browser = openBrowser();
let house: TestApp;
let cookie: string;
let pages: Record<string, string>;

beforeAll(async () => {
  house = await startTestApp({ listening: true });
  const { deps } = house;
  const joanna = house.person('Joanna Wasilewska', 'joanna@example.org', ['coordinator']);
  cookie = house.as(joanna).cookies.get('session') ?? '';
  const told = letterToStanislawa(deps);
  await house.drain();
  house.clock.advance({ days: 3 });
  noteCall(deps, joanna.actor, {
    about: { kind: 'application', id: told.id },
    callId: deps.db.get<{ id: number }>(sql`select call_id as id from applications where id = ${told.id}`)?.id ?? 0,
    personId: told.personId,
    ...{ withWhom: 'Stanisława Krejpcio', doneBy: 'Joanna Wasilewska', at: instant('2024-03-01T09:15:00.000Z') },
    note: 'Nie ma e-maila, prosi o listy pocztą. Pyta, czy pierze kupić u sąsiadki.',
  });
  const scan = await deps.files.receive(Readable.from(['%PDF-1.7 potwierdzenie']), 1000);
  if (!scan.ok) throw new Error(scan.code);
  const posted = {
    way: 'post',
    doneOn: day('2024-02-28'),
    doneAt: null,
    deliveredOn: null,
    doneBy: 'Joanna Wasilewska',
  } as const;
  const proof = { blob: scan.value, name: 'potwierdzenie-nadania.pdf' };
  const record = () =>
    recordDispatch(
      deps,
      joanna.actor,
      told.letterId,
      { ...posted, withWhom: '', number: '00759007731', note: '' },
      proof,
    );
  pages = {
    'to-hand-over': '/skrzynka/do-wydruku',
    letter: `/skrzynka/${told.letterId}`,
    posting: `/skrzynka/${told.letterId}/przekazanie/poczta`,
    telling: `/skrzynka/${told.letterId}/przekazanie/telefon`,
    recipient: `/skrzynka/osoby/${told.personId}`,
    contact: `/skrzynka/osoby/${told.personId}/dane`,
    call: `/wnioski/${told.id}/rozmowa`,
    application: `/wnioski/${told.id}`,
    text: '/pisma/wzory/wynik-oceny-formalnej',
  };
  late = { outbox: '/skrzynka', 'letter-posted': `/skrzynka/${told.letterId}`, correction: '', proof: '' };
  after = () => {
    const recorded = record();
    if (!recorded.ok) throw new Error(recorded.code);
    late['correction'] = `/skrzynka/${told.letterId}/wpisy/${recorded.value}/poprawka`;
    late['proof'] = `/skrzynka/${told.letterId}/wpisy/${recorded.value}/potwierdzenie`;
  };
});
afterAll(() => house.close());

let late: Record<string, string>;
let after: () => void;

async function look(width: number, shown: Record<string, string>): Promise<void> {
  const visitor = await browser.newVisitor({ origin: house.url, width });
  await visitor.context.addCookies([{ name: 'session', value: cookie, url: house.url }]);
  for (const [name, address] of Object.entries(shown)) {
    await visitor.page.goto(address);
    await shot(visitor.page, `channels-${name}-${width}`);
    expect([name, await axeFindings(visitor.page), await hasSidewaysScroll(visitor.page)]).toEqual([name, [], false]);
  }
}

test('the pages of a letter that waits for the post fit and are accessible', async () => {
  for (const width of [360, 1280]) await look(width, pages);
});

test('so do they once it is posted', async () => {
  after();
  for (const width of [360, 1280]) await look(width, late);
});
