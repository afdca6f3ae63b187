import { readMeritCriteria } from '../../features/calls/criteria.ts';
import { membershipOf } from '../../features/jury/queries.ts';
import { reopenCard } from '../../features/reviews/commands/reopen.ts';
import { saveScoreCard } from '../../features/reviews/commands/save.ts';
import { sendScoreCard } from '../../features/reviews/commands/send.ts';
import { readScoreCard } from '../../features/reviews/queries.ts';
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
  return cards.flatMap((card) => {
    const { of, sentAt, givenBack } = card;
    if (givenBack === undefined) return [sent(who, sentAt, card)];
    const { wasSentAt, points, at, reason } = givenBack;
    return [
      sent(who, wasSentAt, { ...card, points }),
      happening(at, 'marianna', `gives back the card of ${of}`, ({ deps, actor, callId, application }, chair) => {
        const { memberId = 0 } = membershipOf(deps.db, actor(who).personId, callId()) ?? {};
        return reopenCard(deps, chair, { applicationId: application(of), memberId, reason });
      }),
      sent(who, sentAt, card),
    ];
  });
}

function sent(who: CastKey, at: StoryTime, card: Card): Happening {
  return happening(at, who, `scores ${card.of}`, (scene, actor) => {
    const saved = save(scene, actor, card);
    if (!saved.ok) return saved;
    return sendScoreCard(scene.deps, actor, { applicationId: scene.application(card.of), revision: saved.value });
  });
}

function save(scene: Scene, actor: PersonActor, card: Omit<Card, 'sentAt'>) {
  const { deps, callId, application } = scene;
  const applicationId = application(card.of);
  const { memberId = 0 } = membershipOf(deps.db, actor.personId, callId()) ?? {};
  const { revision } = readScoreCard(deps.db, memberId, applicationId);
  const { why: justification, privateNote = '', suggestedAmount = '' } = card;
  const points = readMeritCriteria(deps.db, callId()).flatMap(({ id }, index) => {
    const given = card.points[index];
    return given === undefined ? [] : [{ criterionId: id, points: given }];
  });
  return saveScoreCard(deps, actor, {
    ...{ applicationId, revision, points, justification, privateNote, suggestedAmount },
  });
}

/** All that the last juror has by 12 April: one card begun and left. */
const agnieszkaBegins = happening('2024-04-11 23.38', 'agnieszka', 'begins a card', (scene, actor) =>
  save(scene, actor, { of: 'birute', points: [4, 5, 5, 5, 4, 4, 4, 0, 2] satisfies Points, why: 'Do dokończenia' }),
);

/** Cards of five jurors. */
export const scoring = [
  ...scored('marianna', marianna),
  ...scored('tomas', tomas),
  ...scored('halina', halina),
  ...scored('piotr', piotr),
  agnieszkaBegins,
  ...scored('agnieszka', agnieszka),
];
