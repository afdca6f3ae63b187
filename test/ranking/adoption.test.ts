import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { offendersOf } from '../../src/db/invariant.ts';
import { currentCall } from '../../src/features/calls/queries.ts';
import { excludeFrom } from '../../src/features/jury/commands/conflicts.ts';
import { type Adoption, adoptRanking } from '../../src/features/ranking/commands.ts';
import { rankingInvariants } from '../../src/features/ranking/invariants.ts';
import { rank } from '../../src/features/ranking/policy.ts';
import { proofOf } from '../../src/features/ranking/proof.ts';
import { adoptedRanking, computeRanking, rankingInputs } from '../../src/features/ranking/queries.ts';
import { saveScoreCard } from '../../src/features/reviews/commands/save.ts';
import { sentCards } from '../../src/features/reviews/queries.ts';
import { day } from '../../src/lib/days.ts';
import { canonicalText, fingerprint } from '../../src/lib/fingerprint.ts';
import { openTestHouse, type TestHouse } from '../support/house.ts';
import {
  adopted,
  type Given,
  momentOf,
  nth,
  pointsOf,
  type ScoredStory,
  score,
  scored,
} from '../support/story/jury.ts';

const groups = [
  { leader: 'Birutė Jurkianis', email: 'birute@example.org', title: 'Ławki z wierszem' },
  { leader: 'Jadwiga Sawicka', email: 'jadwiga@example.org', title: 'Dwa języki, jedna półka' },
  { leader: 'Antoni Krupa', email: 'antoni@example.org', title: 'Opowieści z pogranicza' },
  { leader: 'Rita Palanis', email: 'rita@example.org', title: 'Festyn na koniec lata' },
];

/**
 * Weights 4 4 4 3 3 1 1. The first and the third have 75 points each, the third with fuller marks for the needs; Piotr
 * Maksimowicz is excluded from the second, which has 80, 80 and 60.
 */
const byHand: (Given | undefined)[][] = [
  [4, 4, 3, 4],
  [4, 4, 3, null],
  [75, 75, 75, 75].map(() => [5, 3, 4, 4, 3, 3, 3, 0, 0]),
  [3, 3, 2, 3],
];

let house: TestHouse;
let callId: number;

beforeEach(async () => {
  house = await openTestHouse({ beginning: 'open' });
  callId = currentCall(house.deps.db)?.id ?? 0;
});
afterEach(() => house.close());

/** An adoption at the meeting with the whole jury there. */
function meeting(story: ScoredStory, changes: Partial<Adoption> = {}): Adoption {
  house.clock.set(momentOf(house.deps, callId, 'jury_meeting'));
  const attendance = story.jury.map(({ memberId }) => memberId);
  return { callId, metOn: day('2024-04-17'), place: 'czytelnia biblioteki', attendance, ...changes };
}

describe('four applications and four jurors, worked out by hand', () => {
  test('a tie to the hundredth is parted by the needs, a recused juror does not count, the last misses the threshold', () => {
    const story = scored(house, { callId, applications: groups, given: byHand });
    const [benches, languages, tales, fair] = story.applications.map(({ id }) => id);

    expect(computeRanking(house.deps.db, callId)).toMatchObject([
      {
        applicationId: tales,
        place: 1,
        totalHundredths: 7500,
        cards: 4,
        meetsThreshold: true,
        hasQuorum: true,
        tieNote: 'needs',
      },
      {
        applicationId: benches,
        place: 2,
        totalHundredths: 7500,
        cards: 4,
        meetsThreshold: true,
        hasQuorum: true,
        tieNote: 'needs',
      },
      {
        applicationId: languages,
        place: 3,
        totalHundredths: 7333,
        cards: 3,
        meetsThreshold: true,
        hasQuorum: true,
        tieNote: '',
      },
      {
        applicationId: fair,
        place: 4,
        totalHundredths: 5500,
        cards: 4,
        meetsThreshold: false,
        hasQuorum: true,
        tieNote: '',
      },
    ]);
  });

  test('adopted, it is frozen with its inputs, told to the history, and its minutes are asked for', () => {
    const story = scored(house, { callId, applications: groups, given: byHand });
    const { db } = house.deps;
    const [benches, languages, tales, fair] = story.applications.map(({ id }) => id);
    const inputs = rankingInputs(db, callId);
    const proof = proofOf('PB/2024', inputs, rank(inputs));
    const before = db.get<{ id: number }>(sql`select max(id) as id from events`)?.id ?? 0;

    const id = adopted(house, story);
    const row = { bonusHundredths: 0, missedMinimums: [] };

    expect(adoptedRanking(db, callId)).toEqual({
      id,
      callId,
      inputsFingerprint: fingerprint(proof),
      proof: canonicalText(proof),
      thresholdHundredths: 6000,
      metOn: '2024-04-17',
      place: 'czytelnia biblioteki',
      attendance: story.jury.map(({ memberId }) => memberId),
      adoptedAt: house.clock.now(),
      adoptedBy: story.coordinator.personId,
      rows: [
        {
          ...row,
          applicationId: tales,
          place: 1,
          meritHundredths: 7500,
          totalHundredths: 7500,
          cards: 4,
          meetsThreshold: true,
          tieNote: 'needs',
        },
        {
          ...row,
          applicationId: benches,
          place: 2,
          meritHundredths: 7500,
          totalHundredths: 7500,
          cards: 4,
          meetsThreshold: true,
          tieNote: 'needs',
        },
        {
          ...row,
          applicationId: languages,
          place: 3,
          meritHundredths: 7333,
          totalHundredths: 7333,
          cards: 3,
          meetsThreshold: true,
          tieNote: '',
        },
        {
          ...row,
          applicationId: fair,
          place: 4,
          meritHundredths: 5500,
          totalHundredths: 5500,
          cards: 4,
          meetsThreshold: false,
          tieNote: '',
        },
      ],
    });
    expect(
      rank(inputs).map(({ number }) => number),
      'from the inputs alone',
    ).toEqual([3, 1, 2, 4]);
    expect(
      db.all(sql`select what, actor_person_id as who, call_id as callId from events where id > ${before}`),
    ).toEqual([{ what: 'ranking.adopted', who: story.coordinator.personId, callId }]);
    expect(
      db.all(sql`select kind, subject_kind, subject_id, state from documents where kind = 'jury_minutes'`),
    ).toEqual([{ kind: 'jury_minutes', subject_kind: 'ranking', subject_id: id, state: 'queued' }]);
    expect(() => db.raw.exec('update ranking_rows set total_hundredths = 9900')).toThrow('ranking_frozen');
    expect(() => db.raw.exec('delete from rankings')).toThrow('ranking_frozen');
    for (const invariant of rankingInvariants) expect(offendersOf(db, invariant), invariant.name).toEqual([]);
  });
});

describe('a conflict discovered after a card was sent', () => {
  test('takes that card out of the result and of every list of cards that count', () => {
    const story = scored(house, {
      callId,
      applications: groups.slice(0, 2),
      given: [
        [5, 4, 4, 3],
        [3, 3, 3, 3],
      ],
    });
    const benches = nth(story.applications, 0);
    const chair = nth(story.jury, 0);
    const resultOf = () =>
      computeRanking(house.deps.db, callId).find(({ applicationId }) => applicationId === benches.id);
    expect(resultOf()).toMatchObject({ totalHundredths: 8000, cards: 4 });

    expect(
      excludeFrom(house.deps, chair.actor, { applicationId: benches.id, ground: 'own_benefit', note: '' }).ok,
    ).toBe(true);

    expect(resultOf()).toMatchObject({ totalHundredths: 7333, cards: 3 });
    const counting = sentCards(house.deps.db, callId).filter(({ applicationId }) => applicationId === benches.id);
    expect(counting.map(({ memberId }) => memberId)).toEqual(story.jury.slice(1).map(({ memberId }) => memberId));
    expect(
      house.deps.db.get(sql`select count(*) as cards from score_cards where state = 'sent'`),
      'the card itself stays',
    ).toEqual({ cards: 8 });

    adopted(house, story);
    for (const invariant of rankingInvariants)
      expect(offendersOf(house.deps.db, invariant), invariant.name).toEqual([]);
  });

  test('cannot be declared once the ranking is adopted', () => {
    const story = scored(house, { callId, applications: groups.slice(0, 1), given: [[5, 4, 4, 3]] });
    adopted(house, story);
    const late = excludeFrom(house.deps, nth(story.jury, 0).actor, {
      applicationId: nth(story.applications, 0).id,
      ground: 'kin',
      note: '',
    });
    expect(late).toMatchObject({ ok: false, code: 'ranking_adopted' });
    expect(house.deps.db.all(sql`select * from recusals`)).toEqual([]);
  });
});

describe('the meeting', () => {
  test('adopts nothing while a card is missing below the quorum, unless it says that it does so all the same', () => {
    const story = scored(house, {
      callId,
      applications: groups.slice(0, 2),
      given: [
        [4, 4, 4, 4],
        [3, 3],
      ],
    });
    expect(adoptRanking(house.deps, story.coordinator, meeting(story))).toMatchObject({
      ok: false,
      code: 'cards_missing',
      field: 'despiteMissing',
      facts: { count: 1 },
    });
    expect(adoptedRanking(house.deps.db, callId)).toBeUndefined();

    expect(adoptRanking(house.deps, story.coordinator, meeting(story, { despiteMissing: true })).ok).toBe(true);
    expect(adoptedRanking(house.deps.db, callId)?.rows.map(({ cards }) => cards)).toEqual([4, 2]);
  });

  test('needs a quorum of members who declared, each of this jury', () => {
    const story = scored(house, { callId, applications: groups.slice(0, 1), given: [[4, 4, 4, 4]] });
    const [first, second, third] = story.jury.map(({ memberId }) => memberId);
    for (const attendance of [[], [first, second], [first, second, second], [first, second, third, 999]]) {
      const refused = adoptRanking(
        house.deps,
        story.coordinator,
        meeting(story, { attendance: attendance as number[] }),
      );
      expect(refused, String(attendance)).toMatchObject({
        code: 'meeting_without_quorum',
        field: 'attendance',
        facts: { quorum: 3 },
      });
    }
    expect(
      adoptRanking(house.deps, story.coordinator, meeting(story, { attendance: [first, second, third] as number[] }))
        .ok,
    ).toBe(true);
  });

  test('cannot be in the future, cannot be held twice, and not while jurors are still scoring', () => {
    const story = scored(house, { callId, applications: groups.slice(0, 1), given: [[4, 4, 4]] });
    const now = {
      callId,
      metOn: day('2024-04-02'),
      place: 'czytelnia',
      attendance: story.jury.map(({ memberId }) => memberId),
    };
    expect(adoptRanking(house.deps, story.coordinator, now)).toMatchObject({ code: 'scoring_goes_on' });

    expect(adoptRanking(house.deps, story.coordinator, meeting(story, { metOn: day('2024-04-18') }))).toMatchObject({
      code: 'met_in_future',
      field: 'metOn',
    });
    expect(adoptRanking(house.deps, story.coordinator, meeting(story)).ok).toBe(true);
    expect(adoptRanking(house.deps, story.coordinator, meeting(story))).toMatchObject({ code: 'already_adopted' });
  });

  test('is written down by the chair or the coordinator and by nobody else', () => {
    const story = scored(house, { callId, applications: groups.slice(0, 1), given: [[4, 4, 4, 4]] });
    const [chair, secretary] = [nth(story.jury, 0), nth(story.jury, 1)];
    const director = house.person('Tomasz Rutka', 'tomasz@example.org', ['director']);
    const elsewhere = {
      actor: { ...story.coordinator, grants: [{ role: 'coordinator' as const, callId: callId + 1 }] },
    };
    for (const { actor } of [secretary, director, elsewhere]) {
      expect(adoptRanking(house.deps, actor, meeting(story)), actor.name).toMatchObject({ code: 'absent' });
    }
    expect(adoptRanking(house.deps, chair.actor, meeting(story)).ok).toBe(true);
  });

  test('settles with the chair’s word what no criterion parts', () => {
    const story = scored(house, {
      callId,
      applications: groups.slice(0, 3),
      given: [
        [4, 4, 4, 4],
        [5, 5, 5, 5],
        [4, 4, 4, 4],
      ],
    });
    const [benches, languages, tales] = story.applications.map(({ id }) => id) as [number, number, number];
    expect(adoptRanking(house.deps, story.coordinator, meeting(story))).toMatchObject({ code: 'tie_undecided' });
    expect(adoptRanking(house.deps, story.coordinator, meeting(story, { chairOrder: [3] }))).toMatchObject({
      code: 'tie_undecided',
    });

    expect(adoptRanking(house.deps, story.coordinator, meeting(story, { chairOrder: [3, 1] })).ok).toBe(true);
    expect(adoptedRanking(house.deps.db, callId)?.rows).toMatchObject([
      { applicationId: languages, tieNote: '' },
      { applicationId: tales, tieNote: 'chair_decided' },
      { applicationId: benches, tieNote: 'chair_decided' },
    ]);
  });
});

test('after the adoption a card can neither be changed nor sent', () => {
  const story = scored(house, { callId, applications: groups.slice(0, 1), given: [[4, 4, 4]] });
  const application = nth(story.applications, 0);
  const late = nth(story.jury, 3);
  house.clock.set(momentOf(house.deps, callId, 'scoring', 'end'));
  house.deps.db.raw.exec("update call_stages set ends_at = null where kind = 'scoring'");
  const meetingNow = {
    callId,
    metOn: day('2024-04-15'),
    place: 'czytelnia',
    attendance: story.jury.map(({ memberId }) => memberId),
  };
  expect(adoptRanking(house.deps, story.coordinator, meetingNow).ok).toBe(true);

  const card = {
    applicationId: application.id,
    revision: 0,
    points: pointsOf(house.deps, callId, 5),
    justification: '',
  };
  expect(saveScoreCard(house.deps, late.actor, card)).toMatchObject({ code: 'ranking_adopted' });
  expect(() => score(house.deps, callId, late, application.id, 5)).toThrow('ranking_adopted');
});

describe('an adoption', () => {
  test('of sums is refused while an application has fewer cards, and says what to do, unless the rules scale them', () => {
    const count = (unevenCards: 'refused' | 'scaled') =>
      house.deps.db.raw.exec(
        `update calls set score_method = 'sum', uneven_cards = '${unevenCards}' where id = ${callId}`,
      );
    count('refused');
    const given = [
      [4, 4, 4, 4],
      [4, 4, 5, null],
    ];
    const story = scored(house, { callId, applications: groups.slice(0, 2), given });
    expect(adoptRanking(house.deps, story.coordinator, meeting(story))).toMatchObject({ code: 'uneven_sums' });
    count('scaled');
    expect(adoptRanking(house.deps, story.coordinator, meeting(story)).ok).toBe(true);
    // 80 + 80 + 100 by three is 346.67 by four; the threshold of 60 by four is 240.
    expect(adoptedRanking(house.deps.db, callId)).toMatchObject({
      thresholdHundredths: 24_000,
      rows: [
        { place: 1, totalHundredths: 34_667, cards: 3 },
        { place: 2, totalHundredths: 32_000, cards: 4 },
      ],
    });
    expect(rankingInvariants.flatMap((invariant) => offendersOf(house.deps.db, invariant))).toEqual([]);
  });

  test('keeps who misses the minimum of a criterion below everybody who qualifies', () => {
    house.deps.db.raw.exec('drop trigger merit_criteria_announced_update');
    house.deps.db.raw.exec(`update merit_criteria set min_points = 3 where call_id = ${callId} and code = 'needs'`);
    const weak = [2, 5, 5, 5, 5, 5, 5, 0, 0];
    const story = scored(house, {
      callId,
      applications: groups.slice(0, 2),
      given: [
        [weak, weak, weak, weak],
        [3, 3, 3, 3],
      ],
    });
    adopted(house, story);
    expect(adoptedRanking(house.deps.db, callId)?.rows).toMatchObject([
      { applicationId: story.applications[1]?.id, totalHundredths: 6000, missedMinimums: [] },
      {
        applicationId: story.applications[0]?.id,
        totalHundredths: 8800,
        missedMinimums: ['needs'],
        meetsThreshold: true,
      },
    ]);
    expect(rankingInvariants.flatMap((invariant) => offendersOf(house.deps.db, invariant))).toEqual([]);
  });
});
