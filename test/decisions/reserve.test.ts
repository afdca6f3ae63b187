import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { publishDecisions } from '../../src/features/decisions/commands/publish.ts';
import { whyReserve } from '../../src/features/decisions/texts.ts';
import { grosze } from '../../src/lib/money.ts';
import { approvedDecisions, preparedDecisions } from '../support/story/decisions.ts';
import { type Ground, groundOf, storyFor } from '../support/story/ground.ts';
import type { ScoredStory } from '../support/story/jury.ts';

let ground: Ground<ScoredStory>;
beforeAll(async () => {
  ground = await groundOf((app) => preparedDecisions(app, storyFor(app)));
});
beforeEach(() => ground.begin());
afterEach(() => ground.end());
afterAll(() => ground.app.close());

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

/** Kazimierz asked for 3 050,00 and stands first on the reserve list; Daiva is given this much of the 2 000,00 left for her. */
async function readByKazimierz(daivas: number): Promise<{ letter: string; page: string }> {
  const { app, told } = ground;
  const [daiva, kazimierz] = [told.applications[3], told.applications[4]];
  approvedDecisions(app, told.callId, [
    { applicationId: daiva?.id ?? 0, amount: grosze(daivas), reason: 'Komisja proponuje mniejszy zakres.' },
  ]);
  expect(publishDecisions(app.deps, told.coordinator, { callId: told.callId })).toMatchObject({ ok: true });
  const letter = app.deps.db.get<{ body: string }>(sql`select body from letters where kind = 'result_reserve'`);
  const page = await app.as({ id: kazimierz?.personId ?? 0 }).get(`/wnioski/${kazimierz?.id}/wynik`);
  return { letter: plain(letter?.body ?? ''), page: plain(page.text) };
}

describe('Kazimierz on the reserve list reads why', () => {
  test.each([
    [2000_00, 'Osiągnęła wymagany próg. Cała pula, 24 000,00 zł, jest przyznana wybranym inicjatywom.'],
    [1500_00, 'Osiągnęła wymagany próg. W puli zostało 500,00 zł, mniej niż wnioskowana kwota: 3 050,00 zł.'],
  ])('when Daiva is given %i grosze', async (daivas, words) => {
    const { letter, page } = await readByKazimierz(daivas);
    for (const read of [letter, page]) expect(read).toContain(words);
    expect(letter).not.toContain('nie zmieściła się w puli');
  });
});

describe('the sentence says no more than the facts', () => {
  const facts = {
    ...{ pool: grosze(24_000_00), left: grosze(5000_00), requested: grosze(3050_00) },
    ...{ qualifies: true, hasReason: true },
  };

  test('where the money left would do, it does not speak of a pool too small', () => {
    expect(plain(whyReserve(facts))).toBe(
      'Osiągnęła wymagany próg. W puli zostało 5 000,00 zł, ale tej inicjatywie na razie nie przyznano kwoty. Dlaczego, mówi uzasadnienie.',
    );
    expect(whyReserve({ ...facts, hasReason: false })).toContain('Zapytajcie nas, dlaczego.');
  });

  test('below the threshold it does not say that the threshold was reached', () => {
    expect(whyReserve({ ...facts, qualifies: false })).toMatch(/^W puli zostało/u);
  });
});
