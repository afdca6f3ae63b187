import { readMeritCriteria } from '../../features/calls/criteria.ts';
import { membershipOf, membersOf } from '../../features/jury/queries.ts';
import { moveAgenda } from '../../features/ranking/meeting/commands/agenda.ts';
import { closeMeeting } from '../../features/ranking/meeting/commands/close.ts';
import { openMeeting } from '../../features/ranking/meeting/commands/open.ts';
import { settleItem } from '../../features/ranking/meeting/commands/settle.ts';
import { openMeetingOf } from '../../features/ranking/meeting/queries.ts';
import { saveScoreCard } from '../../features/reviews/commands/save.ts';
import { sendScoreCard } from '../../features/reviews/commands/send.ts';
import { readScoreCard } from '../../features/reviews/queries.ts';
import { grosze } from '../../lib/money.ts';
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

/** What the jury said of two applications that get less than they asked for, in grosze. */
const settled = [
  {
    of: 'ewa',
    amount: 4500_00,
    note: 'Komisja pytała o liczbę wieczorów. Wszyscy chcą zachować warsztaty, nagrania i książeczkę.',
    forGroup: 'Jeden wieczór mniej z opowiadaczką, taniej z drukiem i przejazdami.',
  },
  {
    of: 'daiva',
    amount: 2700_00,
    note: 'Rozmowa o przejazdach i o tym, ile popołudni na stacji wystarczy.',
    forGroup: 'Trzy popołudnia na stacji zamiast czterech.',
  },
] as const;

const opened = happening('2024-04-17 10.05', 'joanna', 'opens the jury’s meeting', ({ deps, callId }, actor) =>
  openMeeting(deps, actor, {
    callId: callId(),
    place: 'czytelnia biblioteki, ul. Łąkowa 1',
    agenda: 'ranking',
    isOnScreen: true,
    attendance: membersOf(deps.db, callId()).map(({ memberId }) => memberId),
  }),
);

const talked = settled.flatMap(({ of, amount, note, forGroup }, index) => [
  happening(`2024-04-17 10.${20 + index * 20}` as StoryTime, 'joanna', `puts ${of} before the jury`, (scene, actor) => {
    const [callId, applicationId] = [scene.callId(), scene.application(of)];
    const revision = openMeetingOf(scene.deps.db, callId)?.revision ?? 0;
    return moveAgenda(scene.deps, actor, { callId, applicationId, revision });
  }),
  happening(
    `2024-04-17 10.${32 + index * 20}` as StoryTime,
    'joanna',
    `writes down what the jury settled`,
    (scene, actor) => {
      const item = { callId: scene.callId(), applicationId: scene.application(of), revision: 1 };
      return settleItem(scene.deps, actor, { ...item, note, amount: grosze(amount), forGroup });
    },
  ),
]);

const adopted = happening(
  '2024-04-17 12.10',
  'joanna',
  'closes the meeting with the ranking adopted',
  (scene, actor) => {
    const callId = scene.callId();
    return closeMeeting(scene.deps, actor, { callId, revision: openMeetingOf(scene.deps.db, callId)?.revision ?? 0 });
  },
);

/** Cards of five jurors, and the meeting that adopts what follows from them. */
export const scoring = [
  ...scored('marianna', marianna),
  ...scored('tomas', tomas),
  ...scored('halina', halina),
  ...scored('piotr', piotr),
  agnieszkaBegins,
  ...scored('agnieszka', agnieszka),
  opened,
  ...talked,
  adopted,
];
