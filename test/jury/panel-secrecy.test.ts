import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { grantRole } from '../../src/features/accounts/commands.ts';
import { readActor } from '../../src/features/accounts/queries.ts';
import { currentCall, readCall } from '../../src/features/calls/queries.ts';
import { drawScorers, fillPlaces } from '../../src/features/jury/assignment/commands.ts';
import { excludeFrom, signDeclaration } from '../../src/features/jury/commands/conflicts.ts';
import { appointMember } from '../../src/features/jury/commands/members.ts';
import type { JuryFunction } from '../../src/features/jury/policy.ts';
import { sightOf } from '../../src/features/ranking/access.ts';
import { adoptRanking } from '../../src/features/ranking/commands.ts';
import { reopenCard } from '../../src/features/reviews/commands/reopen.ts';
import type { Actor } from '../../src/lib/actor.ts';
import { warsawDay } from '../../src/lib/days.ts';
import { fileAccess } from '../../src/registries.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { plain } from '../support/papers.ts';
import {
  adopted,
  type Given,
  momentOf,
  nth,
  type ScoredStory,
  type StoryJuror,
  scored,
} from '../support/story/jury.ts';

const groups = [
  { leader: 'Birutė Jurkianis', email: 'birute@example.org', title: 'Ławki z wierszem' },
  { leader: 'Jadwiga Sawicka', email: 'jadwiga@example.org', title: 'Dwa języki, jedna półka' },
];

type PersonActor = Actor & { readonly kind: 'person' };

let app: TestApp;
let callId: number;
let story: ScoredStory;

beforeEach(async () => {
  app = await startTestApp({ beginning: 'open' });
  callId = currentCall(app.deps.db)?.id ?? 0;
});
afterEach(() => app.close());

const told = (given: (Given | undefined)[][]) => {
  story = scored(app, { callId, applications: groups, given });
};
const idOf = (index: number) => nth(story.applications, index).id;
const actorNow = (personId: number): PersonActor => {
  const actor = readActor(app.deps.db, personId);
  if (actor?.kind !== 'person') throw new Error(`${personId} is nobody`);
  return actor;
};
const makeCoordinator = ({ personId }: StoryJuror) =>
  app.deps.db.write((tx) => grantRole(tx, app.deps, { kind: 'system' }, { personId, role: 'coordinator', callId }));

function vaiva(held: JuryFunction): PersonActor {
  const seat = { name: 'Vaiva Stankevičienė', email: 'vaiva@example.org', function: held, represents: '' };
  const appointed = appointMember(app.deps, story.coordinator, { ...seat, callId });
  if (!appointed.ok) throw new Error(appointed.code);
  const person = app.deps.db.get<{ id: number }>(sql`select id from people where email = ${seat.email}`);
  const actor = actorNow(person?.id ?? 0);
  expect(signDeclaration(app.deps, actor, { callId, recusals: [] }).ok).toBe(true);
  return actor;
}

test('whoever waits in reserve reads neither the ranking nor the minutes, before the meeting and after; without a vote one does', async () => {
  told([
    [4, 3, 5, 4],
    [3, 3, 5, 3],
  ]);
  const reserve = vaiva('reserve');
  const ranking = `/nabory/${callId}/ranking`;
  const browser = app.as({ id: reserve.personId });
  expect((await browser.get(ranking)).status).toBe(404);
  const rankingId = adopted(app, story);
  const page = await browser.get(ranking);
  expect(page.status).toBe(404);
  expect(page.text).not.toContain('PB/2024/01');
  const readsMinutes = (actor: PersonActor) => fileAccess['ranking']?.(app.deps.db, actor, rankingId);
  expect(readsMinutes(reserve)).toBe(false);
  expect(readsMinutes(nth(story.jury, 1).actor)).toBe(true);
});

test('without a vote one sits, and so reads the ranking and the minutes of the jury', () => {
  told([
    [4, 3, 5, 4],
    [3, 3, 5, 3],
  ]);
  const silent = vaiva('non_voting');
  const rankingId = adopted(app, story);
  const call = readCall(app.deps.db, callId);
  expect(call && sightOf(app.deps.db, silent, call, app.clock.now())).toBe('rows');
  expect(fileAccess['ranking']?.(app.deps.db, silent, rankingId)).toBe(true);
});

test('the invitation tells a member in reserve that she waits, and does not put the meeting into her calendar', () => {
  told([]);
  vaiva('reserve');
  const letters = app.deps.db.all<{ body: string; event: string | null }>(
    sql`select body, event from letters where kind = 'jury_invitation' order by id`,
  );
  const [chairs, hers] = [letters[0], letters.at(-1)];
  expect(plain(chairs?.body ?? '')).toContain('każda osoba ocenia wnioski sama');
  expect(chairs?.event).not.toBeNull();
  expect(plain(hers?.body ?? '')).toContain('Osoba rezerwowa składa oświadczenie i czeka.');
  expect(plain(hers?.body ?? '')).not.toContain('ocenia wnioski sama');
  expect(hers?.event).toBeNull();
});

test('a coordinator who is a juror learns from no count of an application closed to her: progress, jury, ranking', async () => {
  told([
    [4, null, null, 4],
    [3, 3, 5, 3],
  ]);
  const tomas = nth(story.jury, 1);
  makeCoordinator(tomas);
  const browser = app.as({ id: tomas.personId });
  const progress = plain((await browser.get(`/nabory/${callId}/oceny`)).text);
  expect(progress).toContain('Wysłano 4 z 4 kart.');
  expect(progress).not.toContain('2 z 2');
  const jury = (await browser.get(`/nabory/${callId}/komisja`)).html;
  expect(jury).not.toMatch(/data-label="Wyłączenia">1</);
  expect((await app.as({ id: story.coordinator.personId }).get(`/nabory/${callId}/komisja`)).html).toMatch(
    /data-label="Wyłączenia">1</,
  );
  app.clock.set(momentOf(app.deps, callId, 'jury_meeting'));
  const ranking = plain((await browser.get(`/nabory/${callId}/ranking`)).text);
  expect(ranking).toContain('4 karty oceny');
  expect(ranking).not.toContain('6 kart oceny');
});

test('the chair excluded from an application is told neither by the draw nor by the filling how many may score it', () => {
  app.deps.db.raw.exec(`update calls set cards_per_application = 3 where id = ${callId}`);
  told([[null, undefined, null]]);
  const chair = nth(story.jury, 0);
  expect(drawScorers(app.deps, story.coordinator, callId)).toEqual({ ok: true, value: 1 });
  expect(drawScorers(app.deps, actorNow(chair.personId), callId)).toEqual({ ok: true, value: 0 });

  // A hole at the closed application alone is not hers to fill, nor to know of.
  vaiva('member');
  expect(fillPlaces(app.deps, actorNow(chair.personId), callId)).toMatchObject({ code: 'nobody_to_fill' });
  expect(fillPlaces(app.deps, story.coordinator, callId)).toEqual({ ok: true, value: 1 });
});

test('after the time for scoring a chair whose own card was given back sees no results until it is sent', () => {
  told([
    [4, 3, 5, 4],
    [3, 3, 5, 3],
  ]);
  const chair = nth(story.jury, 0);
  app.clock.set(momentOf(app.deps, callId, 'jury_meeting'));
  const call = readCall(app.deps.db, callId);
  const sight = () => call && sightOf(app.deps.db, chair.actor, call, app.clock.now());
  expect(sight()).toBe('rows');
  const given = reopenCard(app.deps, story.coordinator, {
    applicationId: idOf(0),
    memberId: chair.memberId,
    reason: 'pomyłka',
  });
  expect(given.ok).toBe(true);
  expect(sight()).toBe('counts');
  const attendance = story.jury.map(({ memberId }) => memberId);
  const adoption = { callId, metOn: warsawDay(app.clock.now()), place: 'czytelnia', attendance };
  expect(adoptRanking(app.deps, chair.actor, adoption)).toMatchObject({ code: 'card_reopened', facts: { count: 1 } });
  excludeFrom(app.deps, chair.actor, { applicationId: idOf(0), ground: 'kin', note: '' });
  expect(sight()).toBe('rows');
});
