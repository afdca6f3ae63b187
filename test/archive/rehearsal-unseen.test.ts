import { sql } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import { accessTable } from '../access.table.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { accountantOf, directorOf } from '../support/story/decisions.ts';
import { coordinatorOf } from '../support/story/jury.ts';
import { playedWord, rehearsalPlayed } from '../support/story/rehearsal.ts';

/** Every list, feed and sum: what has no number in its address, and what lies under the real call's. */
const paths = accessTable
  .filter(({ method, path, access }) => method === 'GET' && access !== 'static' && !/:(?!id)/.test(path))
  .map(({ path }) => path)
  .filter((path) => !path.includes(':id') || path.startsWith('/nabory/:id'))
  // /konto lists the browsers that look at these pages; XLSX and ZIP hold the moment of packing, their rows are those of the pages and CSV beside them.
  .filter((path) => path !== '/konto' && !/\.(?:xlsx|zip)$/.test(path));

test('a rehearsal played to a signed agreement changes no page, list, feed, export or sum of anybody', {
  timeout: 120_000,
}, async () => {
  const app = await startTestApp({ beginning: 'story: realisation', mail: true });
  onTestFinished(() => app.close());
  const { deps } = app;
  const realCallId = deps.db.get<{ id: number }>(sql`select id from calls`)?.id ?? 0;
  const people = castOf(app);
  const before = await everyPage(app, realCallId, people);
  const money = () => deps.db.all(sql`select * from budget_balances order by line_id`);
  const balances = money();
  const received = app.mailbox.letters.length;

  const played = await rehearsalPlayed(deps, realCallId, people);
  await app.drain();

  const after = await everyPage(app, realCallId, people);
  const changed = [...before].filter(([address, page]) => after.get(address) !== page).map(([address]) => address);
  // A seat of the rehearsal lets in, where there is nothing to be read of it; and the history of the real call has its one line.
  const letIn = [
    'juror /oceny',
    'juror /nabory/:id/ranking',
    'juror /nabory/:id/ranking/przyjecie',
    'juror /nabory/:id/ranking/sprawdzenie.json',
    'juror /nabory/:id/ranking/surowosc',
    'juror /nabory/:id/komisja/powiazania',
    'juror /nabory/:id/komisja/przydzial',
    'juror /nabory/:id/ranking/protokol',
    'juror /nabory/:id/posiedzenie',
    'juror /nabory/:id/posiedzenie/ekran',
    'juror /nabory/:id/posiedzenie/zakonczenie',
  ];
  const told = ['coordinator', 'director', 'inspector', 'administrator'].map((who) => `${who} /historia`);
  const taken = ['wnioski.pdf', 'puste-karty.pdf'].map((file) => `juror /nabory/:id/oceny/${file}`);
  expect(changed.sort()).toEqual([...letIn, ...taken, ...told, 'coordinator /nabory/:id/proby'].sort());
  for (const address of told)
    expect(newRows(before.get(address), after.get(address))).toEqual(['zaczęto próbę generalną konkursu']);
  for (const [address, page] of after)
    expect({ address, leaks: page.includes(playedWord) }).toEqual({ address, leaks: false });
  expect(money()).toEqual(balances);
  expect(app.mailbox.letters).toHaveLength(received);
  expect(deps.db.get(sql`select count(*) as caught from letters where caught_for = ${played.callId}`)).not.toEqual({
    caught: 0,
  });
});

function castOf(app: TestApp) {
  const { deps } = app;
  return {
    leader: app.person('Lena Próbna', 'lena@example.org'),
    jurors: [
      app.person('Ala Próbna', 'ala@example.org'),
      app.person('Ola Próbna', 'ola@example.org'),
      app.person('Ela Próbna', 'ela@example.org'),
    ],
    coordinator: { id: coordinatorOf(deps).personId },
    director: { id: directorOf(deps).personId },
    accountant: { id: accountantOf(deps).personId },
    inspector: app.person('Iga Kontrolna', 'iga@example.org', ['inspector']),
    administrator: app.person('Adam Zarządca', 'adam@example.org', ['administrator']),
  };
}

async function everyPage(
  app: TestApp,
  callId: number,
  people: ReturnType<typeof castOf>,
): Promise<Map<string, string>> {
  const { leader, jurors, coordinator, director, accountant, inspector, administrator } = people;
  const readers = { leader, juror: jurors[0], coordinator, director, accountant, inspector, administrator };
  const pages = new Map<string, string>();
  for (const [name, person] of Object.entries({ ...readers, visitor: undefined })) {
    const browser = person === undefined ? app.visitor() : app.as(person);
    for (const path of paths) {
      const page = await browser.get(path.replace(':id', String(callId)));
      const shown = page.html === '' ? page.body.toString('latin1') : without(page.html);
      pages.set(`${name} ${path}`, page.status === 200 ? shown : String(page.status));
    }
  }
  return pages;
}

const rowsOf = (html = '') =>
  [...html.matchAll(/<th role="rowheader" scope="row">([^<]*)/g)].map(([, what = '']) => what);

/** What stands in the first rows of a history that were not there before: fifty are on a page. */
function newRows(before: string | undefined, after: string | undefined): string[] {
  const was = rowsOf(before);
  const is = rowsOf(after);
  const fresh = is.findIndex((_, index) => is.slice(index).every((row, at) => row === was[at]));
  return is.slice(0, fresh);
}

/** Tokens differ at each showing. */
function without(html: string): string {
  return html.replaceAll(/name="_(?:csrf|once)" value="[^"]*"/g, '');
}
