import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documents } from '../../src/db/schema/pdf.ts';
import { cast } from '../../src/demo/story/cast.ts';
import { readActor } from '../../src/features/accounts/queries.ts';
import { askForDocumentAgain } from '../../src/features/desk/ask-again.ts';
import { changeSince, type ShelvedDocument, shelvedDocuments } from '../../src/pdf/shelf.ts';
import { documentKinds, fileAccess } from '../../src/registries.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';

let house: TestHouse;
const rights = { kinds: documentKinds, fileAccess };

beforeAll(async () => {
  house = await openTestHouse({ beginning: 'story: archive' });
}, 120_000);
afterAll(() => house.close());

const actor = (email: string) => {
  const row = house.deps.db.get<{ id: number }>(sql`select id from people where email = ${email}`);
  const found = row && readActor(house.deps.db, row.id);
  if (found === undefined) throw new Error(`${email} is nobody`);
  return found;
};

function everyDocument(): ShelvedDocument[] {
  const subjects = house.deps.db.all<{ kind: string; id: number }>(
    sql`select distinct subject_kind as kind, subject_id as id from documents order by 1, 2`,
  );
  return subjects.flatMap((subject) => shelvedDocuments(house.deps.db, subject));
}

test('two years later nothing says that it is out of date but the register of the first year; a description signed and paid since does not', () => {
  const changed = everyDocument().filter(
    (document) => changeSince(house.deps.db, house.clock, documentKinds, document) !== null,
  );
  expect(changed.map(({ kind, askedAt }) => [kind, askedAt.slice(0, 10)]).toSorted()).toEqual([
    ['document_register', '2024-01-12'],
  ]);
  const newest = new Map(
    everyDocument()
      .toReversed()
      .map((one) => [one.kind + one.subject.kind + one.subject.id, one]),
  );
  expect(
    [...newest.values()].filter((one) => changeSince(house.deps.db, house.clock, documentKinds, one) !== null),
  ).toEqual([]);
});

test('every kind of the story says how many pages it has; those that are final are the ones that stay', () => {
  const made = everyDocument();
  expect(made.filter(({ state, pageCount }) => state !== 'made' || (pageCount ?? 0) < 1)).toEqual([]);
  for (const { kind, isFinal } of made) expect([kind, isFinal]).toEqual([kind, documentKinds[kind]?.isFinal]);
});

test('what has gone from under a document is a change too', () => {
  const register = everyDocument().find(({ kind }) => kind === 'document_register');
  if (register === undefined) throw new Error('the story has a register');
  const gone = { ...register, subject: { ...register.subject, id: 987_654 } };
  expect(changeSince(house.deps.db, house.clock, documentKinds, gone)).toBe('data');
  expect(changeSince(house.deps.db, house.clock, {}, register)).toBeNull();
  expect(changeSince(house.deps.db, house.clock, documentKinds, { ...register, dataFingerprint: null })).toBeNull();
});

test('asked twice is asked once; after it failed for good it may be asked again', () => {
  const { deps } = house;
  const newestId = () =>
    deps.db.get<{ id: number }>(sql`select max(id) as id from documents where kind = 'project_report'`)?.id ?? 0;
  const first = newestId();
  const joanna = actor(cast.joanna.email);
  expect(askForDocumentAgain(deps, rights, joanna, first).ok).toBe(true);
  expect(newestId()).toBeGreaterThan(first);
  expect(askForDocumentAgain(deps, rights, joanna, first)).toMatchObject({ code: 'document_on_its_way' });
  deps.db.write((tx) =>
    tx.orm.update(documents).set({ state: 'failed', lastError: 'no room' }).where(sql`id = ${newestId()}`).run(),
  );
  expect(askForDocumentAgain(deps, rights, joanna, newestId()).ok).toBe(true);
});

test('whoever may only read, or may not even that, asks for nothing', () => {
  const { deps } = house;
  const report = deps.db.get<{ id: number }>(sql`select min(id) as id from documents where kind = 'project_report'`);
  for (const email of [cast.irena.email, cast.birute.email, cast.marianna.email])
    expect([email, askForDocumentAgain(deps, rights, actor(email), report?.id ?? 0)]).toMatchObject([
      email,
      { code: 'absent' },
    ]);
  expect(askForDocumentAgain(deps, rights, actor(cast.joanna.email), 987_654)).toMatchObject({ code: 'absent' });
});
