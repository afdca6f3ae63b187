import { readMeritCriteria } from '../../features/calls/criteria.ts';
import { membershipOf, membersOf } from '../../features/jury/queries.ts';
import { adoptRanking } from '../../features/ranking/commands.ts';
import { saveScoreCard } from '../../features/reviews/commands/save.ts';
import { sendScoreCard } from '../../features/reviews/commands/send.ts';
import { readScoreCard } from '../../features/reviews/queries.ts';
import { warsawDay } from '../../lib/days.ts';
import { type Happening, happening, type PersonActor } from '../happening.ts';
import type { Scene } from '../scene.ts';
import type { StoryTime } from '../stages.ts';
import { agnieszka } from './cards/agnieszka.ts';
import type { Card, Points } from './cards/card.ts';
import { halina } from './cards/halina.ts';
import { marianna } from './cards/marianna.ts';
import { piotr } from './cards/piotr.ts';
import { tomas } from './cards/tomas.ts';
import type { CastKey } from './cast.ts';

function scored(who: CastKey, cards: readonly Card[]): Happening[] {
  return cards.map((card) =>
    happening(card.sentAt, who, `scores ${card.of}`, (scene, actor) => {
      const saved = save(scene, actor, card);
      if (!saved.ok) return saved;
      return sendScoreCard(scene.deps, actor, { applicationId: scene.application(card.of), revision: saved.value });
    }),
  );
}

function save({ deps, callId, application }: Scene, actor: PersonActor, card: Pick<Card, 'of' | 'points' | 'why'>) {
  const applicationId = application(card.of);
  const { memberId = 0 } = membershipOf(deps.db, actor.personId, callId()) ?? {};
  const { revision } = readScoreCard(deps.db, memberId, applicationId);
  const points = readMeritCriteria(deps.db, callId()).flatMap(({ id }, index) => {
    const given = card.points[index];
    return given === undefined ? [] : [{ criterionId: id, points: given }];
  });
  return saveScoreCard(deps, actor, { applicationId, revision, points, justification: card.why });
}

/** All that the last juror has by 12 April: one card begun and left. */
const agnieszkaBegins = happening('2024-04-11 23.38', 'agnieszka', 'begins a card', (scene, actor) =>
  save(scene, actor, { of: 'birute', points: [4, 5, 5, 5, 4, 4, 4, 0, 2] satisfies Points, why: 'Do dokończenia' }),
);

const meeting: StoryTime = '2024-04-17 12.10';

const adopted = happening(meeting, 'joanna', 'writes down the ranking the jury adopted', ({ deps, callId }, actor) => {
  return adoptRanking(deps, actor, {
    callId: callId(),
    metOn: warsawDay(deps.clock.now()),
    place: 'czytelnia biblioteki, ul. Łąkowa 1',
    attendance: membersOf(deps.db, callId()).map(({ memberId }) => memberId),
  });
});

/** Cards of five jurors, and the meeting that adopts what follows from them. */
export const scoring = [
  ...scored('marianna', marianna),
  ...scored('tomas', tomas),
  ...scored('halina', halina),
  ...scored('piotr', piotr),
  agnieszkaBegins,
  ...scored('agnieszka', agnieszka),
  adopted,
];
