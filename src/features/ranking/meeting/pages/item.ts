import type { Reader } from '../../../../db/connection.ts';
import type { Actor } from '../../../../lib/actor.ts';
import { inputAmount } from '../../../../lib/money.ts';
import { type RawBody, rawText } from '../../../../web/form.ts';
import { applicationPaths } from '../../../applications/paths.ts';
import { readMeritCriteria } from '../../../calls/criteria.ts';
import type { Call } from '../../../calls/queries.ts';
import { typedAt } from '../../../checks/typed.ts';
import { exclusionsOf } from '../../../jury/queries.ts';
import { changeable, seenPoints } from '../changeable.ts';
import { namesOf } from '../commands/agenda.ts';
import { meetingPaths } from '../paths.ts';
import { pointsAt } from '../points.ts';
import { insideThoughExcluded, mayTalkAbout } from '../policy.ts';
import { agendaItem, type Meeting, presentIds } from '../queries.ts';
import { scaleText, screenWarning } from '../texts.ts';

/** One application of the agenda, for whoever leads: who is to go out, the points, what is settled. Undefined where it is closed to the actor. */
export function itemPage(
  reader: Reader,
  actor: Actor,
  call: Call,
  meeting: Meeting,
  applicationId: number,
  raw?: RawBody,
) {
  const item = agendaItem(reader, actor, meeting, applicationId);
  if (item === undefined || !item.isOpen) return undefined;
  const exclusions = exclusionsOf(reader, call.id);
  const present = presentIds(reader, meeting.id);
  const inside = insideThoughExcluded(present, exclusions, applicationId);
  const isCurrent = meeting.currentId === applicationId;
  const { result, cards } = pointsAt(reader, call, applicationId);
  const typed = (name: 'presenter' | 'note' | 'amount' | 'forGroup', stored: string) =>
    raw?.[name] === undefined ? stored : rawText(raw, name);
  const isStale = raw?.['revision'] !== undefined && rawText(raw, 'revision') !== String(item.revision);
  return {
    call: { id: call.id, title: call.title, pool: call.poolGrosze },
    stored: isStale
      ? { presenter: item.presenter, words: item.note, amount: item.amount, forGroup: item.forGroup }
      : null,
    ...{ applicationId, code: item.code, title: item.title, applicant: item.applicant, requested: item.requested },
    ...{ isCurrent, result, cards: cards.map(({ name, total }) => ({ name, total })) },
    href: applicationPaths.showOf(applicationId),
    back: meetingPaths.meetingOf(call.id),
    action: meetingPaths.itemOf(call.id, applicationId),
    current: meetingPaths.currentOf(call.id),
    meetingRevision: meeting.revision,
    warning: inside.length === 0 ? '' : screenWarning(namesOf(reader, call.id, inside)),
    talking: mayTalkAbout(present, exclusions, applicationId).length,
    present: present.length,
    revision: item.revision,
    typedPresenter: typed('presenter', item.presenter),
    typedNote: typed('note', item.note),
    typedAmount: typed('amount', item.amount === null ? '' : inputAmount(item.amount)),
    typedForGroup: typed('forGroup', item.forGroup),
  };
}

/** The points of one card to be changed; undefined for whoever may not change them now. */
export function cardPage(reader: Reader, actor: Actor, call: Call, cardId: number, raw?: RawBody) {
  const card = changeable(reader, actor, call.id, cardId);
  if (card === undefined) return undefined;
  return {
    call: { id: call.id, title: call.title },
    ...{ code: card.item.code, title: card.item.title, name: card.name, isOwn: card.isOwn },
    back: meetingPaths.meetingOf(call.id),
    action: meetingPaths.cardOf(call.id, cardId),
    seen: seenPoints(card.points),
    reason: raw === undefined ? '' : rawText(raw, 'reason'),
    criteria: readMeritCriteria(reader, call.id).map(({ id, name, maxPoints, isBonus }) => {
      const before = card.points.find(({ criterionId }) => criterionId === id)?.points ?? 0;
      return {
        ...{ key: `k${id}`, name, hint: scaleText(before, maxPoints, isBonus) },
        value: raw === undefined ? String(before) : typedAt(raw, 'points', `k${id}`),
      };
    }),
  };
}
