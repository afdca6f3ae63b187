import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { currentCall } from '../../src/features/calls/queries.ts';
import { rowsOnPage } from '../../src/features/ranking/pages/ranking.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client } from '../support/client.ts';
import { crowdOf } from '../support/story/crowd.ts';
import { momentOf, nth, type ScoredStory, scored } from '../support/story/jury.ts';

let app: TestApp;
let callId: number;
let story: ScoredStory;
let joanna: Client;
beforeEach(async () => {
  app = await startTestApp({ beginning: 'open' });
  callId = currentCall(app.deps.db)?.id ?? 0;
  const applications = [{ leader: 'Birutė Jurkianis', email: 'birute@example.org', title: 'Ławki z wierszem' }];
  story = scored(app, { callId, applications, given: [[4, 4, 3, 5]] });
  app.clock.set(momentOf(app.deps, callId, 'jury_meeting'));
  joanna = app.as({ id: story.coordinator.personId });
});
afterEach(() => app.close());

const rowsOf = (page: string) => [...page.matchAll(/rank-cell rank">(\d+)</g)].map(([, place]) => Number(place));
const places = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, at) => first + at);

describe('a ranking longer than a page', () => {
  test('goes on, in one order, with each line on the page where it falls', async () => {
    crowdOf(app.deps.db, nth(story.applications, 0).id, 2 * rowsOnPage);
    app.deps.db.raw.exec(`update calls set pool_grosze = 100000000 where id = ${callId}`);
    const pages = [1, 2, 3].map((page) => joanna.get(`/nabory/${callId}/ranking?strona=${page}`));
    const [first = '', second = '', third = ''] = (await Promise.all(pages)).map(({ html }) => html);
    expect(rowsOf(first)).toEqual(places(1, 200));
    expect(rowsOf(second)).toEqual(places(201, 400));
    expect(rowsOf(third)).toEqual(places(401, 401));
    const lines = [first, second, third].map((page) => [page.includes('Linia budżetu'), page.includes('Próg ')]);
    expect(lines.map((on) => on.filter(Boolean).length).reduce((all, one) => all + one)).toBe(2);
    expect(first).toContain('Strony rankingu');
    expect(rowsOf((await joanna.get(`/nabory/${callId}/ranking?strona=77`)).html), 'beyond the last').toEqual([401]);
  });

  test('of one page has no others', async () => {
    const page = (await joanna.get(`/nabory/${callId}/ranking`)).html;
    expect(rowsOf(page)).toEqual([1]);
    expect(page).not.toContain('Strony rankingu');
  });
});

describe('reads of the database', () => {
  /** How often a page asks it, rights included. */
  const asked = async (client: Client, address: string): Promise<number> => {
    await client.get(address);
    const reads = [vi.spyOn(app.deps.db, 'all'), vi.spyOn(app.deps.db, 'get')];
    await client.get(address);
    const count = reads.reduce((all, { mock }) => all + mock.calls.length, 0);
    for (const read of reads) read.mockRestore();
    return count;
  };

  test.each([
    ['the ranking', () => joanna, () => `/nabory/${callId}/ranking`],
    ['the progress of the scoring', () => joanna, () => `/nabory/${callId}/oceny`],
    ['a juror’s list', () => app.as({ id: nth(story.jury, 1).personId }), () => '/oceny'],
    ['the list of applications', () => joanna, () => '/wnioski'],
  ])('are as many for one application, three and two hundred: %s', async (_name, who, address) => {
    const [reader, page] = [who(), address()];
    const one = await asked(reader, page);
    crowdOf(app.deps.db, nth(story.applications, 0).id, 2);
    const three = await asked(reader, page);
    crowdOf(app.deps.db, nth(story.applications, 0).id, 197);
    expect([three, await asked(reader, page)]).toEqual([one, one]);
  });
});
