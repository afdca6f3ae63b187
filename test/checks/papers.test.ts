import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { grantRole } from '../../src/features/accounts/commands.ts';
import { readFormalCriteria } from '../../src/features/calls/criteria.ts';
import { currentCall } from '../../src/features/calls/queries.ts';
import { decideCard } from '../../src/features/checks/commands/decide.ts';
import { printCard } from '../../src/features/checks/commands/print.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client } from '../support/client.ts';
import { paperOn, plain, statusesOf, wordsOf } from '../support/papers.ts';
import { type SubmittedStory, submittedApplication } from '../support/story/applications.ts';
import { acceptApplication, appointedJury, coordinatorOf, declare, momentOf, nth } from '../support/story/jury.ts';

const innerNote = 'Dzwoniłam do wójta: nikt o tym nie słyszał.';
const reason = 'Wszystkie działania odbędą się poza obszarem konkursu.';

let app: TestApp;
let callId: number;
let bonfire: SubmittedStory;
let benches: SubmittedStory;
let joanna: Client;
let path: string;

/** One application waits for its check, one will be rejected with a note that is nobody's but the staff's. */
beforeAll(async () => {
  app = await startTestApp({ beginning: 'open' });
  const { deps } = app;
  callId = currentCall(deps.db)?.id ?? 0;
  bonfire = submittedApplication(deps, { leader: 'Ewa Duda', email: 'ewa@example.org', title: 'Ognisko z książką' });
  benches = submittedApplication(deps, { leader: 'Ona Vaina', email: 'ona@example.org', title: 'Ławki z wierszem' });
  app.clock.set(momentOf(deps, callId, 'formal_check'));
  joanna = app.as({ id: coordinatorOf(deps).personId });
  path = `/wnioski/${bonfire.id}/ocena-formalna`;
});
afterAll(() => app.close());

test('there is nothing to print before the decision', async () => {
  expect(plain((await joanna.get(path)).text)).not.toContain('Karta na papierze');
  expect(printCard(app.deps, coordinatorOf(app.deps), bonfire.id)).toMatchObject({ ok: false });
  expect(app.deps.db.get(sql`select 1 from documents where kind = 'formal_card'`)).toBeUndefined();
});

test('after it, the card has every criterion with its verdict and note, the outcome, the reason, who and when', async () => {
  const answers = readFormalCriteria(app.deps.db, callId).map(({ id, code }) => ({
    criterionId: id,
    verdict: code === 'area' ? ('no' as const) : ('yes' as const),
    note: code === 'area' ? innerNote : '',
  }));
  const decision = { applicationId: bonfire.id, revision: 0, answers, reason, outcome: 'rejected' } as const;
  expect(decideCard(app.deps, coordinatorOf(app.deps), decision).ok).toBe(true);
  await joanna.get(path);
  expect(plain((await joanna.submit(`${path}/wydruk`)).text)).toContain('w przygotowaniu, odśwież stronę za chwilę');
  await app.drain();
  const words = await wordsOf(joanna, paperOn(await joanna.get(path), 'Karta oceny formalnej PB/2024/01'));
  for (const part of [
    'Karta oceny formalnej Wniosek PB/2024/01 w konkursie „Para-buch!',
    'Tytuł Ognisko z książką Kto składa Grupa „Ognisko z książką”',
    'Wynik oceny formalnej odrzucony Kto i kiedy rozstrzygnął Joanna Wasilewska, 15 marca 2024 r.',
    `nie ${innerNote}`,
    `Powód odrzucenia ${reason}`,
    'Sprawdzenie Joanna Wasilewska',
  ])
    expect(words).toContain(part);
  for (const { name } of readFormalCriteria(app.deps.db, callId)) expect(words).toContain(plain(name));
});

test('it opens to staff who read the card, and its inner notes to nobody of the group or the jury', async () => {
  const { deps } = app;
  const href = paperOn(await joanna.get(path), 'Karta oceny formalnej');
  acceptApplication(deps, { id: benches.id, callId });
  const [tomas, serving] = [nth(appointedJury(deps, callId), 1), nth(appointedSeats(), 2)];
  app.clock.set(momentOf(deps, callId, 'declarations'));
  declare(deps, callId, tomas);
  deps.db.write((tx) => {
    for (const personId of [serving, bonfire.personId])
      grantRole(tx, deps, { kind: 'system' }, { personId, role: 'director', callId: null });
  });
  deps.db.raw.exec(
    `insert into recusals (member_id, application_id, kind, ground, note, declared_at)
     select id, ${bonfire.id}, 'exclusion', 'kin', '', '2024-03-21T10:00:00.000Z' from jury_members where person_id = ${serving}`,
  );
  const people = {
    'the group’s other leader': app.as({ id: benches.personId }),
    juror: app.as({ id: tomas.personId }),
    'a director who leads it': app.as({ id: bonfire.personId }),
    'an excluded director': app.as({ id: serving }),
    accountant: app.as(app.person('Teresa Krupińska', 'teresa@example.org', ['accountant'])),
    visitor: app.visitor(),
    inspector: app.as(app.person('Ryszard Wiatr', 'ryszard@example.org', ['inspector'])),
    coordinator: joanna,
  };
  expect(await statusesOf(people, href)).toEqual({
    'the group’s other leader': 404,
    juror: 404,
    'a director who leads it': 404,
    'an excluded director': 404,
    accountant: 404,
    visitor: 404,
    inspector: 200,
    coordinator: 200,
  });
  const own = plain((await people['a director who leads it'].get(path)).text);
  expect(own).not.toContain(innerNote);
  expect(own).not.toContain('Karta oceny formalnej PB/2024/01');
  expect(plain((await people.inspector.get(path)).text)).not.toContain('Przygotuj PDF');
});

const appointedSeats = () =>
  app.deps.db.all<{ id: number }>(sql`select person_id as id from jury_members order by id`).map(({ id }) => id);
