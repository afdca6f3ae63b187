import { sql } from 'drizzle-orm';
import { afterEach, expect, test } from 'vitest';
import { editForm, publishForm } from '../../src/features/calls/form/commands.ts';
import { readyQuestion } from '../../src/features/calls/form/library.ts';
import { readWorkingForm } from '../../src/features/calls/form/queries.ts';
import { type Question, questionsOf } from '../../src/features/calls/form/questions.ts';
import { publicResults } from '../../src/features/decisions/published.ts';
import { initiativeOf } from '../../src/features/initiatives/queries.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { plain } from '../support/papers.ts';
import { issuedAgreement, publishedResults } from '../support/story/decisions.ts';
import { applications, storyFor } from '../support/story/ground.ts';
import { coordinatorOf } from '../support/story/jury.ts';

let app: TestApp;
afterEach(() => app.close());

const revision = () => readWorkingForm(app.deps.db, 1).revision;
const edit = (change: Parameters<typeof editForm>[2]['edit']) =>
  editForm(app.deps, coordinatorOf(app.deps), { callId: 1, revision: revision(), edit: change });
const publishedForm = () => publishForm(app.deps, coordinatorOf(app.deps), 1, revision());

/** What each group answers to how it is to be signed; the others leave it empty. */
const signed: Readonly<Record<string, string>> = {
  'birute@example.org': 'Półka sąsiadów „Lentyna”',
  'daiva@example.org': 'Daiva M. i przyjaciele',
};

test('a group is signed in the results as it asked, a person never by a name; the agreement keeps the other name', async () => {
  app = await startTestApp({ beginning: 'open' });
  edit({ do: 'add_question', section: 'people', question: readyQuestion('poster_name', []) as Question });
  publishedForm();
  const story = {
    ...storyFor(app),
    applications: applications.map((one) => ({ ...one, answers: { poster_name: signed[one.email] ?? '' } })),
  };
  const told = publishedResults(app, story, [{ index: 3, reason: 'Tyle zostało w puli.' }]);
  expect(publicResults(app.deps.db, 1)?.funded.map(({ code, group }) => [code, group])).toEqual([
    ['PB/2024/01', 'Półka sąsiadów „Lentyna”'],
    ['PB/2024/02', 'Stowarzyszenie „Brzeg”'],
    ['PB/2024/03', 'Klub Seniora „Pogodna”'],
    ['PB/2024/04', 'Osoba'],
  ]);
  const results = plain((await app.visitor().get('/nabory/1/wyniki')).text);
  expect(results).toContain('Półka sąsiadów „Lentyna”');
  expect(results).not.toMatch(/Daiva|przyjaciele|Birutė/u);

  const [birute, ewa] = told.applications.map(({ id }) => initiativeOf(app.deps.db, id));
  expect([birute?.groupName, ewa?.groupName]).toEqual(['Lentyna', 'Stowarzyszenie „Brzeg”']);
  issuedAgreement(app.deps, birute?.id ?? 0);
  const agreement = app.deps.db.get<{ content: string }>(sql`select content from agreements`)?.content ?? '';
  expect(agreement).toContain('Lentyna');
  expect(agreement).not.toContain('Półka sąsiadów');
  const staff = app.as({ id: told.coordinator.personId });
  expect(plain((await staff.get(`/inicjatywy/${birute?.id}`)).text)).toContain('Na plakacie: Półka sąsiadów „Lentyna”');
  expect(plain((await staff.get(`/inicjatywy/${ewa?.id}`)).text)).not.toContain('Na plakacie');
});

test('taken out of a published form and put in again, the question is still the one that names groups', async () => {
  app = await startTestApp({ beginning: 'open', at: '2024-02-28T10:00:00.000Z' });
  const marta = app.as(app.person('Marta Wysocka', 'marta@example.org', ['coordinator']));
  const form = '/nabory/1/formularz';
  const press = async (fields: Record<string, string>) => {
    const page = await marta.get(form);
    const own = page.forms.find(({ filled }) => filled.some(([name, value]) => name === 'do' && value === fields.do));
    await marta.send({
      ...{ method: 'POST', url: own?.action ?? '' },
      headers: {
        origin: app.url,
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: new URLSearchParams({ ...Object.fromEntries(own?.filled ?? []), ...fields }).toString(),
    });
  };
  const codes = () => questionsOf(readWorkingForm(app.deps.db, 1).form).map(({ code }) => code);
  await press({ do: 'take_ready', section: 'people', ready: 'poster_name' });
  publishedForm();
  await press({ do: 'remove_question', question: 'poster_name' });
  publishedForm();
  expect(codes()).not.toContain('poster_name');
  await press({ do: 'take_ready', section: 'people', ready: 'poster_name' });
  expect(codes()).toContain('poster_name');
  expect(plain((await marta.get(form)).text)).toContain('widoczne w ogłoszonych wynikach');
});
