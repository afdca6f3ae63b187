import { sql } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import type { Reader } from '../../src/db/connection.ts';
import { tokenOf } from '../../src/features/accounts/tokens.ts';
import { rehearsalAt } from '../../src/features/archive/rehearsal/whose.ts';
import { fileAccess } from '../../src/registries.ts';
import { accessTable } from '../access.table.ts';
import { startTestApp } from '../support/app.ts';
import { readSources } from '../support/architecture/source.ts';

const house = 'of the house, not of a call';
const money = 'the budget refuses a rehearsal';
const byTheClock = 'mailings and reminders read real calls alone';

/** Kinds of records that no rehearsal has. */
const never: Readonly<Record<string, string>> = {
  organisation: house,
  partner: house,
  project: house,
  diagnosis_need: house,
  document_text: house,
  letter_text: house,
  budget_version: money,
  document_register: money,
  expense: money,
  mailing: byTheClock,
  mailing_recipient: byTheClock,
  reminder: byTheClock,
};

test('every kind of record that history, letters, documents and files name is known as a rehearsal’s, or has a reason why not', async () => {
  const app = await startTestApp();
  onTestFinished(() => app.close());
  const { view } = app.deps.db.get<{ view: string }>(
    sql`select sql as view from sqlite_schema where name = 'rehearsed_records'`,
  ) ?? { view: '' };
  const known = [...view.matchAll(/select '(\w+)'/g)].map(([, kind = '']) => kind);
  const used = new Set([...Object.keys(fileAccess), ...kindsInSources()]);
  expect(used.size).toBeGreaterThan(35);
  expect([...used].filter((kind) => !known.includes(kind)).sort()).toEqual(Object.keys(never).sort());
  expect(Object.keys(never).filter((kind) => known.includes(kind))).toEqual([]);
});

/** Addresses with a number or a token that lead to no record of a rehearsal. */
const neverAt: Readonly<Record<string, string>> = {
  '/proba/:address': 'opens to whoever was given it, before playing',
  '/wejscie/pierwsza-osoba/:token': house,
  '/odcisk/:fingerprint': 'asks real calls alone',
  '/konto/urzadzenia/:id/wylogowanie': 'of a person’s own browsers',
  '/static/:version/*': 'no visitor',
  '/wydatki/:id': money,
  '/budzet/szkic/dzialania/:id': money,
  '/projekt/partnerzy/:id': house,
  '/projekt/potrzeby/:id': house,
  '/raporty/dokumenty/:document': money,
  '/pisma/wysylki/:id': byTheClock,
  '/pisma/przypomnienia/:rodzaj': house,
  '/pisma/wzory/:wzor': house,
  '/pisma/dokumenty/:rodzaj': house,
};

test('every address with a number or a token is asked whether it is about a rehearsal, or has a reason why not', () => {
  const token = tokenOf(Buffer.alloc(32, 7), { id: 7, salt: 'ab', purpose: 'sign_in' });
  const unknown = accessTable
    .map(({ path }) => path)
    .filter((path) => path.includes(':') && !isAsked(path.replace(':token', token).replaceAll(/:\w+/g, '7')));
  const under = (path: string) => Object.keys(neverAt).find((start) => path.startsWith(start));
  expect(unknown.filter((path) => under(path) === undefined)).toEqual([]);
  expect([...new Set(unknown.map(under))].sort()).toEqual(Object.keys(neverAt).sort());
});

/** Whether the database is asked at all. */
function isAsked(url: string): boolean {
  let asked = false;
  const get = () => {
    asked = true;
  };
  const reader = { get } as unknown as Reader;
  rehearsalAt(reader, { kind: 'visitor' }, url);
  return asked;
}

/** As `{ kind: 'application', id }`, which is how a record is named wherever one is. */
function kindsInSources(): string[] {
  const root = new URL('../..', import.meta.url).pathname;
  return readSources(root, ['src'], ['.ts']).flatMap(({ text }) =>
    [...text.matchAll(/kind: '(\w+)'(?: as const)?,\s*id\b/g)].map(([, kind = '']) => kind),
  );
}
