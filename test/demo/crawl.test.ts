import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../src/db/connection.ts';
import { offendersOf } from '../../src/db/invariant.ts';
import { type StageCode, stages } from '../../src/demo/stages.ts';
import type { CastKey } from '../../src/demo/story/cast.ts';
import { invariants } from '../../src/registries.ts';
import { startTestDemo, type TestDemo } from '../support/demo.ts';
import { crawlAs, moveTo } from '../support/stage-crawl.ts';
import { type Watched, watched } from '../support/watched.ts';

/** A part of `npm run crawl`, which asks at every stage, as everybody, every link. */
const asked: readonly (readonly [StageCode, readonly (CastKey | 'visitor')[]])[] = [
  ['consultation', ['visitor', 'joanna', 'pawel']],
  ['last_hour', ['visitor', 'lukasz', 'joanna']],
  ['scoring', ['halina', 'tomas', 'irena']],
  ['published', ['visitor', 'ewa', 'romuald', 'dorota']],
  ['realisation', ['visitor', 'wieslawa', 'teresa', 'joanna', 'irena']],
  ['archive', ['teresa', 'dorota']],
];

let demo: Watched<TestDemo>;
beforeAll(async () => {
  demo = await watched(startTestDemo);
}, 120_000);
afterAll(() => demo.started.close());

test.each(asked)(
  'at the stage %s no link leads nowhere',
  async (stage, people) => {
    await moveTo(demo.started.visitor(), stage);
    for (const who of people) {
      const { faults, pages } = await crawlAs(demo.started, demo.routes, who, 2);
      expect({ who, faults }).toEqual({ who, faults: [] });
      expect(pages).toBeGreaterThan(5);
    }
    expect(demo.faults).toEqual([]);
  },
  60_000,
);

test.each(stages.map(({ code }) => code))('at the stage %s every truth about the data holds', (stage) => {
  const db = openDatabase(demo.started.folder.snapshotOf(stage), { readonly: true });
  const broken = invariants.flatMap((truth) => offendersOf(db, truth).map((offender) => [truth.name, offender]));
  db.close();
  expect(broken).toEqual([]);
});
