import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stages } from '../../src/demo/stages.ts';
import { openBrowser } from '../support/browser.ts';
import { lookAs, oneOfEach } from '../support/browser-crawl.ts';
import { startTestDemo, type TestDemo } from '../support/demo.ts';
import { moveTo } from '../support/stage-crawl.ts';
import { type Watched, watched } from '../support/watched.ts';

const browser = openBrowser();
let demo: Watched<TestDemo>;
beforeAll(async () => {
  demo = await watched(startTestDemo);
});
afterAll(() => demo.started.close());

/** One page of each route for each role and stage, in a real browser. */
describe.each(stages.map(({ code }) => code))('at the stage %s', (stage) => {
  beforeAll(async () => {
    await moveTo(demo.started.visitor(), stage);
  });

  test.each(oneOfEach)('a phone shows %s every kind of page well', async (who) => {
    const { findings } = await lookAs(demo.started, demo.routes, browser, who);
    expect(findings).toEqual([]);
  });
});
