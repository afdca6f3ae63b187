import { readMeritCriteria } from '../../features/calls/criteria.ts';
import { readCall } from '../../features/calls/queries.ts';
import { membershipOf, membersOf } from '../../features/jury/queries.ts';
import { changeable, seenPoints } from '../../features/ranking/meeting/changeable.ts';
import { moveAgenda, noteAttendance } from '../../features/ranking/meeting/commands/agenda.ts';
import { closeMeeting } from '../../features/ranking/meeting/commands/close.ts';
import { openMeeting } from '../../features/ranking/meeting/commands/open.ts';
import { changePoints } from '../../features/ranking/meeting/commands/points.ts';
import { settleItem } from '../../features/ranking/meeting/commands/settle.ts';
import { storeSignedMinutes } from '../../features/ranking/meeting/commands/signed.ts';
import { pointsAt } from '../../features/ranking/meeting/points.ts';
import { openMeetingOf } from '../../features/ranking/meeting/queries.ts';
import { adoptedRanking } from '../../features/ranking/queries.ts';
import { day } from '../../lib/days.ts';
import { grosze } from '../../lib/money.ts';
import { longDate } from '../../lib/polish-dates.ts';
import { type Happening, happening } from '../happening.ts';
import type { Scene } from '../scene.ts';
import type { StoryTime } from '../stages.ts';
import type { CastKey } from './cast.ts';

function seatOf({ deps, callId, actor }: Scene, who: CastKey): number {
  return membershipOf(deps.db, actor(who).personId, callId())?.memberId ?? 0;
}

/** Four of the five at ten; the reserve is not invited, because nobody fell out. */
const opened = happening('2024-04-17 10.02', 'joanna', 'opens the jury’s meeting', (scene, actor) =>
  openMeeting(scene.deps, actor, {
    callId: scene.callId(),
    place: 'czytelnia biblioteki, ul. Łąkowa 1',
    agenda: 'ranking',
    isOnScreen: true,
    attendance: (['marianna', 'tomas', 'halina', 'piotr'] as const).map((who) => seatOf(scene, who)),
  }),
);

function noted(at: StoryTime, who: CastKey, isIn: boolean): Happening {
  return happening(at, 'joanna', `writes down that ${who} ${isIn ? 'came in' : 'went out'}`, (scene, actor) =>
    noteAttendance(scene.deps, actor, { callId: scene.callId(), memberId: seatOf(scene, who), isIn }),
  );
}

/** `areOut`: whoever is excluded stepped out of the room for the talk. */
function before(at: StoryTime, of: CastKey, areOut = false): Happening {
  return happening(at, 'joanna', `puts ${of} before the jury`, (scene, actor) => {
    const [callId, applicationId] = [scene.callId(), scene.application(of)];
    const revision = openMeetingOf(scene.deps.db, callId)?.revision ?? 0;
    return moveAgenda(scene.deps, actor, { callId, applicationId, revision, areOut });
  });
}

interface Settled {
  readonly note: string;
  /** In grosze; null: what is requested. */
  readonly amount: number | null;
  readonly forGroup: string;
}

function settled(at: StoryTime, of: CastKey, { amount, ...words }: Settled): Happening {
  return happening(at, 'joanna', `writes down what the jury settled of ${of}`, (scene, actor) => {
    const item = { callId: scene.callId(), applicationId: scene.application(of), revision: 1 };
    return settleItem(scene.deps, actor, { ...item, ...words, amount: amount === null ? null : grosze(amount) });
  });
}

/** One point less for the budget of what is talked about: the only points changed that day. */
const halinaChanges = happening('2024-04-17 10.27', 'halina', 'changes one of her points', (scene, actor) => {
  const { db } = scene.deps;
  const call = readCall(db, scene.callId());
  if (call === undefined) throw new Error('There is no call');
  const own = pointsAt(db, call, scene.application('ewa')).cards.find(
    ({ memberId }) => memberId === seatOf(scene, 'halina'),
  );
  const card = changeable(db, actor, call.id, own?.cardId ?? 0);
  if (card === undefined) throw new Error('The card may not be changed');
  const budget = readMeritCriteria(db, call.id).find(({ code }) => code === 'budget')?.id;
  return changePoints(scene.deps, actor, {
    ...{ callId: call.id, cardId: card.cardId, seen: seenPoints(card.points) },
    points: card.points.map((given) => (given.criterionId === budget ? { ...given, points: 3 } : given)),
    reason: 'Po rozmowie o honorariach: dwa płatne wieczory z tą samą osobą to za dużo jak na ten zakres.',
  });
});

const adopted = happening(
  '2024-04-17 12.10',
  'joanna',
  'closes the meeting with the ranking adopted',
  ({ deps, callId }, actor) =>
    closeMeeting(deps, actor, { callId: callId(), revision: openMeetingOf(deps.db, callId())?.revision ?? 0 }),
);

/** The minutes with everybody's names under them, as they come back from the library's scanner. */
const signed = happening(
  '2024-04-18 15.10',
  'joanna',
  'stores the scan of the signed minutes',
  async (scene, actor) => {
    const { deps, callId } = scene;
    const ranking = adoptedRanking(deps.db, callId());
    if (ranking === undefined) throw new Error('Nothing is adopted');
    const signedOn = day('2024-04-18');
    const names = membersOf(deps.db, callId()).filter(({ function: held }) => held !== 'reserve');
    const { blob, fileName } = await scene.redrawn('jury_minutes', ranking.id, (sheet) => {
      for (const { name } of names) sheet.paragraph(`Podpisano odręcznie: ${name}`, { align: 'right' });
      sheet.paragraph(longDate(signedOn), { align: 'right' });
    });
    return storeSignedMinutes(deps, actor, { callId: callId(), signedOn, blob, name: `${fileName}-podpisany.pdf` });
  },
);

/** The jury's one meeting: who is in the room, what is settled, the order adopted; a day later the minutes are signed. */
export const meeting = [
  opened,
  noted('2024-04-17 10.04', 'tomas', false),
  before('2024-04-17 10.05', 'birute'),
  noted('2024-04-17 10.11', 'agnieszka', true),
  settled('2024-04-17 10.15', 'birute', {
    note: 'Bez uwag do kosztów. Przewodnicząca prosi, żeby grupa zaprosiła też osoby, które do biblioteki nie przychodzą.',
    amount: null,
    forGroup: '',
  }),
  noted('2024-04-17 10.16', 'tomas', true),
  before('2024-04-17 10.20', 'ewa'),
  halinaChanges,
  settled('2024-04-17 10.32', 'ewa', {
    note: 'Komisja pytała o liczbę wieczorów. Wszyscy chcą zachować warsztaty, nagrania i książeczkę.',
    amount: 4500_00,
    forGroup: 'Jeden wieczór mniej z opowiadaczką, taniej z drukiem i przejazdami.',
  }),
  before('2024-04-17 10.40', 'daiva'),
  settled('2024-04-17 10.52', 'daiva', {
    note: 'Rozmowa o przejazdach i o tym, ile popołudni na stacji wystarczy.',
    amount: 2700_00,
    forGroup: 'Trzy popołudnia na stacji zamiast czterech.',
  }),
  before('2024-04-17 11.20', 'maja'),
  settled('2024-04-17 11.32', 'maja', {
    note: 'Tyle samo punktów co wniosek straży. O kolejności decyduje średnia za odpowiedź na potrzeby, zgodnie z regulaminem.',
    amount: null,
    forGroup: '',
  }),
  before('2024-04-17 11.35', 'romuald', true),
  settled('2024-04-17 11.48', 'romuald', {
    note: 'Pan Piotr Maksimowicz wyszedł na czas rozmowy. Komisja widzi tę inicjatywę jako pierwszą na liście rezerwowej.',
    amount: null,
    forGroup: '',
  }),
  adopted,
  signed,
];
