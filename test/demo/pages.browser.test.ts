import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../support/browser.ts';
import { lookAs } from '../support/browser-crawl.ts';
import { startTestDemo, type TestDemo } from '../support/demo.ts';
import { moveTo } from '../support/stage-crawl.ts';
import { type Watched, watched } from '../support/watched.ts';

const browser = openBrowser();
let demo: Watched<TestDemo>;
beforeAll(async () => {
  demo = await watched(startTestDemo);
}, 120_000);
afterAll(() => demo.started.close());

/** In the middle of realisation, where every kind of page has something to show; `npm run crawl` looks at every stage and role. */
test.each(['wieslawa', 'joanna', 'teresa'] as const)(
  'a phone shows %s every kind of page well',
  {
    timeout: 300_000,
  },
  async (who) => {
    const { findings, shapes } = await lookAs(demo.started, demo.routes, browser, who);
    expect(findings).toEqual([]);
    expect(shapes.length).toBeGreaterThan(8);
  },
);

/** Long names of groups on a juror's list, and a rejected application as its group reads it. */
test.each(['tomas', 'remigiusz'] as const)(
  'while the jury scores, a phone shows %s every kind of page well',
  async (who) => {
    await moveTo(demo.started.visitor(), 'scoring');
    const { findings } = await lookAs(demo.started, demo.routes, browser, who);
    expect(findings).toEqual([]);
  },
);
