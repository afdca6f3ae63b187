import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { offendersOf } from '../../src/db/invariant.ts';
import { readActor } from '../../src/features/accounts/queries.ts';
import { readFormalCriteria } from '../../src/features/calls/criteria.ts';
import { currentCall } from '../../src/features/calls/queries.ts';
import { checkInvariants } from '../../src/features/checks/invariants.ts';
import { answerRecheck } from '../../src/features/checks/recheck/answering.ts';
import { askRecheck, enterRecheck } from '../../src/features/checks/recheck/asking.ts';
import type { Actor } from '../../src/lib/actor.ts';
import { day } from '../../src/lib/days.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import type { Client } from '../support/client.ts';
import { type SubmittedStory, submittedApplication } from '../support/story/applications.ts';
import { coordinatorOf } from '../support/story/jury.ts';

let app: TestApp;
let callId: number;
let sent: SubmittedStory;
let birute: Client;
let joanna: Client;

const card = '/wnioski/1/ocena-formalna';
const own = '/wnioski/1/ponowne-sprawdzenie';
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const at = (moment: string) => app.clock.set(moment);
const why = 'Spotkania są w szkole w Krasnopolu, a Krasnopol leży w powiecie.';

/** Joanna rejected Birutė's application on Monday 18 March; the last day of asking is Thursday the 21st. */
beforeEach(async () => {
  app = await startTestApp({ beginning: 'open', at: '2024-03-04T17:40:00.000Z' });
  callId = currentCall(app.deps.db)?.id ?? 0;
  sent = submittedApplication(app.deps, {
    leader: 'Birutė Jurkianis',
    email: 'birute@example.org',
    title: 'Ławki z wierszem',
  });
  birute = app.as({ id: sent.personId });
  joanna = app.as({ id: coordinatorOf(app.deps).personId });
  at('2024-03-18T10:00:00.000Z');
  await joanna.get(card);
  const area = readFormalCriteria(app.deps.db, callId).find(({ code }) => code === 'area')?.id ?? 0;
  const fields = { [`answers[k${area}][verdict]`]: 'no', outcome: 'rejected', act: 'decide' };
  await joanna.submit(card, { ...fields, reason: 'Działania są poza powiatem.' });
});
afterEach(() => {
  for (const invariant of checkInvariants) expect(offendersOf(app.deps.db, invariant), invariant.name).toEqual([]);
  return app.close();
});

const birutes = (): Actor => readActor(app.deps.db, sent.personId) ?? { kind: 'visitor' };
const teresa = () => app.as(app.person('Teresa Sidor', 'teresa@example.org', ['coordinator']));
const state = () => app.deps.db.get<{ state: string }>(sql`select state from applications where id = 1`)?.state;
const cards = () =>
  app.deps.db.all(
    sql`select outcome, set_aside_at is not null as aside, recheck_until as until from formal_cards order by id`,
  );
const letters = () =>
  app.deps.db.all<{ to: string; body: string }>(
    sql`select to_address as "to", body from letters where kind = 'recheck_outcome'`,
  );

async function asks() {
  await birute.get(own);
  return birute.submit(own, { body: why });
}

describe('Birutė asks for a re-check', () => {
  test('on the page of her application, until the day in the letter; somebody else opens the card again', async () => {
    expect((await birute.get('/wnioski/1')).html).toContain(`href="${own}"`);
    expect(plain((await birute.get(own)).text)).toContain('Prośbę można wysłać do 21 marca 2024 r. włącznie.');
    expect((await asks()).text).toContain('czeka na rozpatrzenie');
    expect(plain((await joanna.get(card)).text)).toContain(why);
    expect(plain((await joanna.get('/pulpit')).text)).not.toContain('o ponowne sprawdzenie');

    const other = teresa();
    expect(plain((await other.get('/pulpit')).text)).toContain('Rozpatrz: 1 prośba o ponowne sprawdzenie');
    await other.get(card);
    const reopened = await other.submit(`${card}/prosba/odpowiedz`, {
      outcome: 'reopened',
      answer: 'Krasnopol leży w powiecie sejneńskim.',
    });
    expect(plain(reopened.text)).toContain('Wniosek wraca do oceny formalnej.');
    expect(state()).toBe('submitted');
    expect(cards()).toEqual([
      { outcome: 'rejected', aside: 1, until: '2024-03-21' },
      { outcome: null, aside: 0, until: null },
    ]);
    expect(letters()).toMatchObject([
      { to: 'birute@example.org', body: expect.stringContaining('sprawdzimy od nowa') },
    ]);
    expect(plain((await birute.get(own)).text)).toContain('Krasnopol leży w powiecie sejneńskim.');

    // The card goes on with its answers, and its outcome has a letter of its own.
    const criteria = readFormalCriteria(app.deps.db, callId).filter(({ knownBy }) => knownBy === 'person');
    const yes = Object.fromEntries(criteria.map(({ id }) => [`answers[k${id}][verdict]`, 'yes']));
    await joanna.get(card);
    await joanna.submit(card, { ...yes, outcome: 'accepted', act: 'decide' });
    expect(state()).toBe('accepted');
    expect(app.deps.db.get(sql`select count(*) as n from letters where kind = 'formal_outcome'`)).toEqual({ n: 2 });
    expect(
      app.deps.db.all(
        sql`select what, from_state as "from", to_state as "to" from events where what in ('application.rejected', 'application.recheck_asked', 'application.recheck_reopened', 'application.reopened', 'application.accepted') order by id`,
      ),
    ).toEqual([
      { what: 'application.rejected', from: 'submitted', to: 'rejected' },
      { what: 'application.recheck_asked', from: null, to: null },
      { what: 'application.recheck_reopened', from: null, to: null },
      { what: 'application.reopened', from: 'rejected', to: 'submitted' },
      { what: 'application.accepted', from: 'submitted', to: 'accepted' },
    ]);
  });

  test('and the rejection is upheld with a reason by the director; only once is it asked and answered', async () => {
    await asks();
    const irena = app.as(app.person('Irena Dąbrowska', 'irena@example.org', ['director']));
    await irena.get(card);
    const silent = await irena.post(`${card}/prosba/odpowiedz`, { outcome: 'upheld', answer: ' ' });
    expect(silent.status).toBe(422);
    await irena.get(card);
    await irena.submit(`${card}/prosba/odpowiedz`, {
      outcome: 'upheld',
      answer: 'Wszystkie spotkania są w Suwałkach.',
    });
    expect(state()).toBe('rejected');
    expect(letters()).toMatchObject([{ body: expect.stringContaining('Wszystkie spotkania są w Suwałkach.') }]);
    expect(askRecheck(app.deps, birutes(), 1, why)).toMatchObject({ code: 'recheck_asked' });
    const again = { applicationId: 1, outcome: 'reopened', answer: 'Jednak tak.' } as const;
    expect(answerRecheck(app.deps, coordinatorOf(app.deps), again)).toMatchObject({ code: 'recheck_answered' });
  });

  test('B: who rejected does not answer: no form, a forged one refused, the database too', async () => {
    await asks();
    const page = await joanna.get(card);
    expect(page.forms.map(({ action }) => action)).not.toContain(`${card}/prosba/odpowiedz`);
    expect(plain(page.text)).toContain('prośbę rozpatrzy ktoś inny');
    const answer = { applicationId: 1, outcome: 'upheld', answer: 'Bo tak.' } as const;
    expect(answerRecheck(app.deps, coordinatorOf(app.deps), answer)).toMatchObject({ code: 'recheck_same_person' });
    expect(() =>
      app.deps.db.raw.exec(
        `update recheck_requests set outcome = 'upheld', answer = 'x', answered_at = 'x', answered_by = ${coordinatorOf(app.deps).personId}`,
      ),
    ).toThrow('recheck_same_person');
    expect(state()).toBe('rejected');
  });

  test('B: the last day counts to its last second; a second later it is refused with the day', async () => {
    at('2024-03-21T23:00:00.000Z');
    expect(askRecheck(app.deps, birutes(), 1, why)).toMatchObject({
      code: 'recheck_late',
      facts: { until: '2024-03-21' },
    });
    expect(plain((await birute.get(own)).text)).toContain('można było złożyć do 21 marca 2024 r.');
    at('2024-03-21T22:59:59.000Z');
    expect(askRecheck(app.deps, birutes(), 1, why)).toMatchObject({ ok: true });
  });

  test('on paper: staff write it down by the day it came, also later; not what came late, nor ahead, nor before', async () => {
    at('2024-03-25T10:00:00.000Z');
    const paper = (arrivedOn: string) =>
      enterRecheck(app.deps, coordinatorOf(app.deps), { applicationId: 1, body: why, arrivedOn: day(arrivedOn) });
    expect(paper('2024-03-22')).toMatchObject({ code: 'recheck_late' });
    expect(paper('2024-03-26')).toMatchObject({ code: 'arrived_ahead' });
    expect(paper('2024-03-17')).toMatchObject({ code: 'arrived_before' });
    await joanna.get(card);
    await joanna.submit(`${card}/prosba`, { arrivedOn: '21.03.2024', body: why });
    expect(plain((await birute.get(own)).text)).toContain('Wpłynęła na papierze 21 marca 2024 r.');
  });

  test('B: strangers, coordinators of another call and groups that were not rejected find nothing', async () => {
    const neighbour = submittedApplicationOf('Ona Vaina');
    expect((await app.as({ id: neighbour.personId }).get(own)).status).toBe(404);
    expect((await app.as({ id: neighbour.personId }).get(`/wnioski/${neighbour.id}/ponowne-sprawdzenie`)).status).toBe(
      404,
    );
    await asks();
    const elsewhere = {
      ...coordinatorOf(app.deps),
      personId: neighbour.personId,
      grants: [{ role: 'coordinator' as const, callId: callId + 1 }],
    };
    const answer = { applicationId: 1, outcome: 'reopened', answer: 'Tak.' } as const;
    expect(answerRecheck(app.deps, elsewhere, answer)).toMatchObject({ code: 'absent' });
    const applied = { ...coordinatorOf(app.deps), personId: sent.personId };
    expect(answerRecheck(app.deps, applied, answer)).toMatchObject({ code: 'absent' });
    expect(state()).toBe('rejected');
  });
});

function submittedApplicationOf(leader: string): SubmittedStory {
  app.clock.set('2024-03-05T10:00:00.000Z');
  const other = submittedApplication(app.deps, { leader, email: 'ona@example.org', title: 'Muzyka na rynku' });
  app.clock.set('2024-03-19T10:00:00.000Z');
  return other;
}
