import { expect, test } from 'vitest';
import { readMeritCriteria } from '../../src/features/calls/criteria.ts';
import { currentCall, readCall } from '../../src/features/calls/queries.ts';
import { changeMerit } from '../../src/features/calls/setup/merit.ts';
import { computeRanking } from '../../src/features/ranking/queries.ts';
import { startTestApp } from '../support/app.ts';
import { nth, scored } from '../support/story/jury.ts';

test('B3: with cards sent a criterion keeps its name, weight and scale: the form, the command and the database refuse, and the page says the way out', async () => {
  const app = await startTestApp({ beginning: 'open' });
  const { db } = app.deps;
  const callId = currentCall(db)?.id ?? 0;
  const applications = [{ leader: 'Birutė Jurkianis', email: 'birute@example.org', title: 'Ławki z wierszem' }];
  const { coordinator } = scored(app, { callId, applications, given: [[4, 5, 3]] });
  const criteria = readMeritCriteria(db, callId);
  const ranking = computeRanking(db, callId);

  const rows = Object.fromEntries(
    criteria.map(({ id, name, description, maxPoints, minPoints, tieOrder, isBonus, levels }, index) => [
      `k${id}`,
      { name, description, maxPoints, minPoints, tieOrder, levels, bonus: isBonus, weight: 7, position: index + 1 },
    ]),
  );
  const version = readCall(db, callId)?.version ?? 0;
  const heavier = changeMerit(app.deps, coordinator, { callId, version, rows, removed: [] });
  expect(heavier).toMatchObject({ ok: false, code: 'announced_fixed' });
  const gone = changeMerit(app.deps, coordinator, { callId, version, rows: {}, removed: [nth(criteria, 0).id] });
  expect(gone).toMatchObject({ ok: false, code: 'announced_fixed' });
  expect(() => db.raw.exec('update merit_criteria set weight = 7')).toThrow('call_announced');

  const page = await app.as({ id: coordinator.personId }).get(`/nabory/${callId}/kryteria`);
  expect(page.forms.filter(({ action }) => action === `/nabory/${callId}/kryteria`)).toEqual([]);
  expect(page.text.replaceAll('\u00a0', ' ')).toContain(
    'zmienia je z powodem, który stanie w protokole. Inne kryteria albo wagi ma dopiero nowy konkurs: zrobisz go z kopii tego.',
  );
  expect(readMeritCriteria(db, callId)).toEqual(criteria);
  expect(computeRanking(db, callId)).toEqual(ranking);
  await app.close();
});
