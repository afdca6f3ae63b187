import { afterEach, beforeEach, expect, test } from 'vitest';
import { currentCall } from '../src/features/calls/queries.ts';
import { accessLines } from '../src/features/desk/access-report.ts';
import { fileAccess } from '../src/registries.ts';
import { startTestApp, type TestApp } from './support/app.ts';
import { nth, type ScoredStory, scored } from './support/story/jury.ts';

let app: TestApp;
let story: ScoredStory;

beforeEach(async () => {
  app = await startTestApp({ beginning: 'open' });
  story = scored(app, {
    callId: currentCall(app.deps.db)?.id ?? 0,
    applications: [
      { leader: 'Birutė Jurkianis', email: 'birute@example.org', title: 'Ławki z wierszem' },
      { leader: 'Jadwiga Sawicka', email: 'jadwiga@example.org', title: 'Dwa języki, jedna półka' },
    ],
    given: [
      [4, 4, 3, null],
      [3, 3, 3, 3],
    ],
  });
  await app.drain();
});
afterEach(() => app.close());

const lines = (person: string) => accessLines(app.deps.db, fileAccess, person) ?? [];

test('a juror excluded from one application is told apart from the others, without its title', () => {
  const piotr = lines(String(nth(story.jury, 3).personId));
  expect(piotr.filter((line) => line.startsWith('application'))).toEqual([
    'application  PB/2024/01, accepted: closed (excluded)',
    'application  PB/2024/02, accepted: open',
  ]);
  expect(piotr.join('\n')).not.toContain('Ławki');
});

test('a leader sees her own; staff all, with what the jury does; each file is opened by the same rules as its page', async () => {
  const leader = lines('BIRUTE@example.org ');
  expect(leader[0]).toMatch(/^Birutė Jurkianis/u);
  expect(leader.filter((line) => line.startsWith('application'))).toEqual([
    'application  PB/2024/01, accepted: open',
    'application  PB/2024/02, accepted: closed',
  ]);
  const staff = lines(String(story.coordinator.personId));
  expect(staff).toContain('application  PB/2024/02, accepted: open');
  const opened = leader.flatMap((line) =>
    /^file +(\d+)/.exec(line)?.[1] ? [Number(/^file +(\d+)/.exec(line)?.[1])] : [],
  );
  const all = app.deps.db.raw.prepare('select id from files').all() as { id: number }[];
  const browser = app.as({ id: nth(story.applications, 0).personId });
  for (const { id } of all)
    expect((await browser.get(`/pliki/${id}`)).status === 200, `file ${id}`).toBe(opened.includes(id));
  expect(opened.length).toBeGreaterThan(0);
  expect(opened.length).toBeLessThan(all.length);
});

test('nobody is said to be nobody', () => {
  expect(accessLines(app.deps.db, fileAccess, 'obca@example.org')).toBeUndefined();
});
