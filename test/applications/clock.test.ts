import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { clockOf } from '../../src/features/applications/clock/clock.ts';
import { currentCall } from '../../src/features/calls/queries.ts';
import { instant } from '../../src/lib/days.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { plain } from '../support/papers.ts';
import { startedDraft } from '../support/story/applications.ts';

let app: TestApp;
beforeEach(async () => {
  app = await startTestApp({ beginning: 'open', at: '2024-03-13T20:17:00.000Z' });
});
afterEach(() => app.close());

/** The call is open until 15 March, 15.00 in Warsaw. */
const shown = (now: string, lateUntil: string | null = null) => {
  const call = currentCall(app.deps.db);
  if (call === undefined) throw new Error('There is no call');
  const clock = clockOf(call, lateUntil === null ? null : instant(lateUntil), instant(now));
  return clock && [clock.time, plain(clock.left)];
};

describe('the clock', () => {
  test.each([
    ['a minute before its last day: not yet', '2024-03-14T13:59:00.000Z', null, null],
    ['on its last day', '2024-03-14T14:00:00.000Z', null, ['15.00', '1 dzień']],
    ['in the last hour', '2024-03-15T13:12:00.000Z', null, ['14.12', '48 minut']],
    ['in the last second', '2024-03-15T13:59:59.999Z', null, ['14.59', 'mniej niż minuta']],
    ['at the deadline: nothing is left to show', '2024-03-15T14:00:00.000Z', null, null],
    ['before the deadline with leave until Monday', '2024-03-15T13:12:00.000Z', '2024-03-18T11:00:00.000Z', null],
    [
      'after it, with the leave',
      '2024-03-15T14:00:00.000Z',
      '2024-03-18T11:00:00.000Z',
      ['15.00', '2 dni i 21 godzin'],
    ],
    [
      'a leave that ends earlier shortens nothing',
      '2024-03-15T13:12:00.000Z',
      '2024-03-15T13:20:00.000Z',
      ['14.12', '48 minut'],
    ],
    ['when the leave is over', '2024-03-18T11:00:00.000Z', '2024-03-18T11:00:00.000Z', null],
  ])('%s', (_when, now, lateUntil, expected) => {
    expect(shown(now, lateUntil)).toEqual(expected);
  });
});

test('stands on every page of a draft in the last hours, without script, and not a day earlier', async () => {
  const draft = startedDraft(app.deps, {
    leader: 'Birutė Jurkianis',
    email: 'birute@example.org',
    title: 'Dwa języki',
  });
  const birute = app.as({ id: draft.personId });
  const page = async (section: string) => plain((await birute.get(`/wnioski/${draft.id}/czesci/${section}`)).text);
  expect(await page('idea')).toContain('Nabór trwa do 15 marca 2024 r., godz. 15.00: zostało 1 dzień i 17 godzin.');
  expect(await page('idea')).not.toContain('Na zegarze naboru');
  app.clock.setNow('2024-03-15T13:12:00.000Z');
  const home = async () => plain((await birute.get(`/wnioski/${draft.id}`)).text);
  const pages = await Promise.all(['idea', 'kosztorys', 'zalaczniki', 'sprawdz'].map(page));
  for (const text of [...pages, await home()]) {
    expect(text).toContain('Na zegarze naboru jest 14.12. Zostało: 48 minut');
    expect(text).toContain('Wnioski przyjmujemy do 15 marca 2024 r., godz. 15.00. Liczy się tylko ten zegar');
    expect(text).not.toContain('Nabór trwa do');
  }
  app.clock.setNow('2024-03-15T14:00:00.000Z');
  expect(await page('sprawdz')).not.toContain('Na zegarze naboru');
  expect(await home()).not.toContain('Na zegarze naboru');
  expect(await home()).toContain('Nabór skończył się 15 marca 2024 r., godz. 15.00.');
});
