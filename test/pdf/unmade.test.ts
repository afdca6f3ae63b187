import { sql } from 'drizzle-orm';
import { afterEach, expect, test } from 'vitest';
import { documents } from '../../src/db/schema/pdf.ts';
import { documentsOf } from '../../src/pdf/register.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { submittedApplication } from '../support/story/applications.ts';

let app: TestApp;
afterEach(() => app.close());

test('a copy that cannot be made is failed for good, and Birutė gets her letter with a sentence about it', async () => {
  app = await startTestApp({ mail: true });
  const application = submittedApplication(app.deps, {
    leader: 'Birutė Jurkianis',
    email: 'birute@example.org',
    title: 'Dwa języki, jedna półka',
  });
  const states = () =>
    documentsOf(app.deps.db, { kind: 'application', id: application.id }).map(({ state, title }) => [state, title]);
  // A version of the system that no longer draws them, before it has: no try can succeed, and none takes long.
  app.deps.db.write((tx) => tx.orm.update(documents).set({ kind: 'of_an_older_version' }).run());

  await app.drain();
  const [queued, failed] = [states(), states().map(([, title]) => ['failed', title])];
  expect(queued.map(([state]) => state)).toEqual(['queued', 'queued']);
  for (let day = 0; day < 7; day += 1) {
    app.clock.advance({ days: 1 });
    await app.drain();
  }

  expect(states()).toEqual(failed);
  expect(
    app.deps.db.all(sql`select distinct kind, state, attempts from jobs where kind <> 'daily_post' order by id`),
  ).toEqual([
    { kind: 'make_document', state: 'failed', attempts: 7 },
    { kind: 'send_letter', state: 'done', attempts: 1 },
  ]);
  const letter = await app.mailbox.waitFor(
    ({ subject }) => subject === `Wniosek ${application.code} złożony: Dwa języki, jedna półka`,
  );
  expect([letter.envelope.to, letter.attachments]).toEqual([['birute@example.org'], []]);
  expect(letter.text).toContain(`http://localhost:3000/wnioski/${application.id}`);
  expect(letter.text).toContain(`Nie udało się przygotować załącznika: „Wniosek ${application.code}”.`);
});
