import { Readable } from 'node:stream';
import { type SQL, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addFile } from '../src/files/records.ts';
import type { Subject } from '../src/history/record.ts';
import { fileAccess } from '../src/registries.ts';
import { foreignFiles, foreignRows, sharedRoutes } from './access.foreign.ts';
import { type Asking, askingIn } from './support/asking.ts';
import { checksumOf } from './support/checksum.ts';
import type { Page } from './support/client.ts';
import { routeOf } from './support/crawl.ts';
import { chapters } from './support/story/chapters.ts';
import type { Chapter } from './support/story/competition.ts';
import { openWorld, type World } from './support/world.ts';

let world: World;
let asking: Asking;

beforeAll(async () => {
  world = await openWorld();
  asking = askingIn(world);
});

afterAll(() => world.app.close());

test('every route with a number in it has its strangers, or a reason to have none', () => {
  const told = Object.values(foreignRows)
    .flat()
    .map(({ request }) => {
      const [, method, path = ''] = /^(GET|POST) (.+)$/.exec(request) ?? [];
      return routeOf(world.routes, method as 'GET' | 'POST', path.replace(/\{[^}]+\}/g, '1'));
    });
  const numbered = world.routes.filter((route) => /:\w+/.test(route) && !route.includes(':version'));
  expect(numbered.filter((route) => !told.includes(route) && !(route in sharedRoutes))).toEqual([]);
  expect(Object.keys(sharedRoutes).filter((route) => !numbered.some((one) => one === route))).toEqual([]);
});

test.each(Object.keys(chapters) as Chapter[])(
  '%s: a foreign record and an absent one get the same answer',
  async (chapter) => {
    expect(await world.next()).toBe(chapter);
    asking.anew();
    const before = checksumOf(world.app.deps.db);
    const wrong: string[] = [];
    for (const { request, holder, strangers } of foreignRows[chapter] ?? []) {
      const [, method = '', pattern = ''] = /^(\S+) (.+)$/.exec(request) ?? [];
      const path = pattern.replace(/\{([^}]+)\}/g, (_, name: string) => String(recordId(name)));
      const absent = pattern.replace(/\{[^}]+\}/g, '987654321');
      const ask = (who: string, where: string) =>
        method === 'GET'
          ? asking.get(who, where)
          : asking.post(who, where, [], () => changed.push(...changesSince(before)));
      const changed: string[] = [];
      const seen = await ask(holder, path);
      if ([403, 404].includes(seen.status) || seen.status >= 500)
        wrong.push(`${request}: ${holder} gets ${seen.status}`);
      for (const stranger of strangers) {
        changed.length = 0;
        const foreign = await ask(stranger, path);
        const nothing = await ask(stranger, absent);
        if (![403, 404].includes(foreign.status)) wrong.push(`${request}: ${stranger} gets ${foreign.status}`);
        else if (bare(foreign, path) !== bare(nothing, absent)) wrong.push(`${request}: ${stranger} sees a difference`);
        if (changed.length > 0) wrong.push(`${request}: ${stranger} changes ${changed}`);
      }
    }
    expect(wrong).toEqual([]);
  },
  60_000,
);

test('a file is as closed as the record it belongs to', async () => {
  expect(Object.keys(foreignFiles).toSorted()).toEqual(Object.keys(fileAccess).toSorted());
  const wrong: string[] = [];
  for (const [kind, { record, holder, strangers }] of Object.entries(foreignFiles)) {
    const path = `/pliki/${await storeFile({ kind, id: recordId(record) })}`;
    const seen = await asking.get(holder, path);
    if (!seen.body.includes('bursztynowa')) wrong.push(`${kind}: ${holder} gets ${seen.status}`);
    for (const stranger of strangers) {
      const [foreign, nothing] = [await asking.get(stranger, path), await asking.get(stranger, '/pliki/987654321')];
      if (foreign.status !== 404 || bare(foreign, path) !== bare(nothing, '/pliki/987654321'))
        wrong.push(`${kind}: ${stranger} gets ${foreign.status}`);
    }
  }
  expect(wrong).toEqual([]);
});

async function storeFile(subject: Subject): Promise<number> {
  const { deps } = world.app;
  const stored = await deps.files.receive(Readable.from([Buffer.from('%PDF-1.7 bursztynowa zakładka')]), 1000);
  if (!stored.ok) throw new Error(stored.code);
  return deps.db.write((tx) => addFile(tx, deps.clock, { kind: 'system' }, stored.value, 'tajne.pdf', subject));
}

function changesSince(before: Record<string, string>): string[] {
  const after = checksumOf(world.app.deps.db);
  return Object.keys(before).filter((table) => before[table] !== after[table]);
}

/** The body without what is another on every page: tokens, the reference number, the page's own address at the foot and in the way to sign in. */
function bare(page: Page, path: string): string {
  return page.html
    .replace(`Adres strony: ${path}`, '')
    .replace(/(\?dalej(?:=|&#x3D;))[^"]*/g, '$1')
    .replace(/(name="_(?:csrf|once)" value=")[^"]*/g, '$1')
    .replace(/req-\w+/g, 'req');
}

function recordId(name: string): number {
  const { db } = world.app.deps;
  if (name === 'agreement')
    return firstId(sql`select id from agreements where initiative_id = ${world.story.id('initiative running')}`);
  if (name === 'formal card of running')
    return firstId(sql`select id from formal_cards where application_id = ${world.story.id('running')}`);
  if (name === 'score card of running')
    return firstId(sql`select min(id) as id from score_cards where application_id = ${world.story.id('running')}`);
  if (name === 'letter')
    return firstId(
      sql`select min(id) as id from letters where subject_kind = 'application' and subject_id = ${world.story.id('settled')}`,
    );
  const [, kind] = /^paper (\w+)$/.exec(name) ?? [];
  if (kind === 'result_letter')
    return firstId(sql`select id from documents where kind = ${kind} and subject_id = ${world.story.id('running')}`);
  if (kind !== undefined)
    return firstId(sql`select max(id) as id from documents where kind = ${kind}
      and (subject_kind, subject_id) not in (select kind, id from rehearsed_records)`);
  if (name === 'project') return firstId(sql`select id from projects`);
  if (name !== 'session') return world.story.id(name);
  world.as('applicant');
  return firstId(sql`select max(id) as id from sessions`);

  function firstId(query: SQL): number {
    return db.get<{ id: number }>(query)?.id ?? 0;
  }
}
