import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readActor } from '../../src/features/accounts/queries.ts';
import { listAnsweredNeeds } from '../../src/features/applications/answered-needs.ts';
import { readFormVersion } from '../../src/features/calls/call-texts.ts';
import { publishForm } from '../../src/features/calls/form/commands.ts';
import { questionsOf } from '../../src/features/calls/form/questions.ts';
import { readNeeds } from '../../src/features/project/queries.ts';
import type { Actor } from '../../src/lib/actor.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client } from '../support/client.ts';
import { completeDraft, submittedApplication } from '../support/story/applications.ts';
import { coordinatorOf } from '../support/story/jury.ts';

let app: TestApp;
let joanna: Client;
const form = '/nabory/1/formularz';

beforeEach(async () => {
  app = await startTestApp({ beginning: 'open', at: '2024-03-04T17:40:00.000Z' });
  joanna = app.as({ id: coordinatorOf(app.deps).personId });
});
afterEach(() => app.close());

/** A coordinator who sits in the jury and declared a conflict with the only application. */
function stepsOut(): Actor {
  const { id } = app.person('Ewa Sidorowicz', 'ewa@example.org', ['coordinator', 'juror']);
  app.deps.db.raw.exec(`insert into jury_members (call_id, person_id, function, appointed_at) values (1, ${id}, 'member', '2024-03-01T10:00:00.000Z');
    insert into recusals (member_id, application_id, kind, ground, declared_at) select max(m.id), 1, 'exclusion', 'kin', '2024-03-04T18:00:00.000Z' from jury_members m`);
  const actor = readActor(app.deps.db, id);
  if (actor === undefined) throw new Error('Ewa is nobody');
  return actor;
}

/** Joanna takes the ready question into the first section and publishes the form. */
async function needsAreAsked(): Promise<void> {
  const page = await joanna.get(form);
  const own = page.forms.find(({ filled }) => filled.some(([name, value]) => name === 'do' && value === 'take_ready'));
  expect(page.html).toContain('Potrzeby z diagnozy');
  const fields = new URLSearchParams([...(own?.filled ?? [])].map((field) => [...field]));
  fields.set('section', 'idea');
  fields.set('ready', 'needs');
  const headers = { origin: app.url, 'content-type': 'application/x-www-form-urlencoded' };
  const taken = await joanna.send({ method: 'POST', url: own?.action ?? '', headers, payload: fields.toString() });
  expect(taken.status).toBe(303);
  expect(publishForm(app.deps, coordinatorOf(app.deps), 1, 1)).toMatchObject({ ok: true });
}

test('the needs of the diagnosis are a ready question; what groups tick is counted over what its reader may see', async () => {
  await needsAreAsked();
  const needs = readNeeds(app.deps.db, 1);
  const { content } = readFormVersion(app.deps.db, 1);
  const asked = questionsOf(content).find(({ code }) => code === 'needs');
  expect(asked).toMatchObject({ kind: 'many', optional: true });
  expect(asked && 'options' in asked ? asked.options.map(({ label }) => label) : []).toEqual([
    ...needs.map(({ title }) => title),
    'Inna potrzeba, opisujemy ją w swoich słowach',
  ]);

  const [first, second] = needs.map(({ id }) => `n${id}`);
  const story = { leader: 'Birutė Jurkianis', email: 'birute@example.org', title: 'Dwa języki' };
  submittedApplication(app.deps, { ...story, answers: { needs: `${first}\nn0` } });
  const draft = { leader: 'Daiva Kapčiūtė', email: 'daiva@example.org', title: 'Pieśni' };
  completeDraft(app.deps, { ...draft, answers: { needs: `${first}\n${second}` } });

  const seen = (await joanna.get('/wnioski')).text.replaceAll('\u00a0', ' ');
  expect(seen).toContain('Potrzeby z diagnozy w złożonych wnioskach');
  expect(seen).toContain(`${needs[0]?.title} 1 wniosek`);
  expect(seen).not.toContain(needs[1]?.title);
  expect(listAnsweredNeeds(app.deps.db, stepsOut(), 1)).toEqual([]);
  const sent = app.deps.db.get<{ text: string }>(sql`select a.value ->> 'text' as text
    from application_versions v, json_each(v.content, '$.answers') a where a.value ->> 'code' = 'needs'`);
  expect(sent?.text).toContain(needs[0]?.title);
});

test('where the diagnosis names no needs there is nothing to take', async () => {
  app.deps.db.raw.exec(`update diagnosis_needs set removed_at = '2024-03-01T10:00:00.000Z'`);
  const page = await joanna.get(form);
  expect(page.html).not.toContain('value="needs"');
});
