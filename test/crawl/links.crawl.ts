import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stages } from '../../src/demo/stages.ts';
import { type CastKey, cast } from '../../src/demo/story/cast.ts';
import { startTestDemo, type TestDemo } from '../support/demo.ts';
import { crawlAs, moveTo } from '../support/stage-crawl.ts';
import { type Watched, watched } from '../support/watched.ts';

let demo: Watched<TestDemo>;
beforeAll(async () => {
  demo = await watched(startTestDemo);
});
afterAll(() => demo.started.close());

/** Every link that anybody meets, once for each person and stage. */
describe.each(stages.map(({ code }) => code))('at the stage %s', (stage) => {
  beforeAll(async () => {
    await moveTo(demo.started.visitor(), stage);
  });

  test.each(['visitor', ...Object.keys(cast)] as (CastKey | 'visitor')[])(
    '%s meets no dead link and no error',
    async (who) => {
      const { faults } = await crawlAs(demo.started, demo.routes, who, Number.POSITIVE_INFINITY);
      expect(faults).toEqual([]);
      expect(demo.faults).toEqual([]);
    },
  );
});
