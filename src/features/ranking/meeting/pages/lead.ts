import type { Reader } from '../../../../db/connection.ts';
import type { Actor } from '../../../../lib/actor.ts';
import { type Grosze, grosze } from '../../../../lib/money.ts';
import type { RawBody } from '../../../../web/form.ts';
import { rawText } from '../../../../web/form.ts';
import type { Call } from '../../../calls/queries.ts';
import { stageOf } from '../../../calls/stages.ts';
import { sits } from '../../../jury/policy.ts';
import { exclusionsOf, membersOf } from '../../../jury/queries.ts';
import { functionNames } from '../../../jury/texts.ts';
import { progressOf } from '../../../reviews/queries.ts';
import { rankingPaths } from '../../paths.ts';
import { type ComputedRow, computeRanking } from '../../queries.ts';
import { pointsText } from '../../texts.ts';
import type { Place } from '../access.ts';
import { namesOf } from '../commands/agenda.ts';
import { meetingPaths } from '../paths.ts';
import { amountsSet, insideThoughExcluded } from '../policy.ts';
import { type AgendaItem, agendaOf, isUnderWay, type Meeting, presentIds, staysOf, votersPresent } from '../queries.ts';
import { agendaNames, screenWarning, staysText } from '../texts.ts';
import { nowOf } from './now.ts';

/** What opens the meeting; the timetable's place stands ready. */
export function openingPage(reader: Reader, call: Call, raw?: RawBody) {
  const declared = membersOf(reader, call.id).filter((member) => member.declaredAt !== null && sits(member));
  return {
    call: { id: call.id, title: call.title, quorum: call.quorum },
    back: rankingPaths.rankingOf(call.id),
    action: meetingPaths.meetingOf(call.id),
    place: raw === undefined ? (stageOf(call.stages, 'jury_meeting')?.place ?? '') : rawText(raw, 'place'),
    agenda: raw === undefined ? 'ranking' : rawText(raw, 'agenda'),
    agendas: Object.entries(agendaNames).map(([value, label]) => ({ value, label })),
    onScreen: raw !== undefined && rawText(raw, 'onScreen') !== '',
    members: declared.map(({ memberId, name, function: held }) => ({
      value: String(memberId),
      label: `${name}, ${functionNames[held]}`,
    })),
    present: raw === undefined ? [] : [raw['attendance'] ?? []].flat(),
  };
}

/** The meeting as whoever leads it has it: who is in the room, what is talked about, the agenda with the sums so far. */
export function leadPage(reader: Reader, actor: Actor, call: Call, place: Place, meeting: Meeting) {
  const items = agendaOf(reader, actor, meeting);
  const open = items.filter(({ isOpen }) => isOpen);
  const present = presentIds(reader, meeting.id);
  const ranking = computeRanking(reader, call.id);
  const rows = rowsOf(reader, call, meeting, open, present, ranking);
  const current = rows.find(({ isCurrent }) => isCurrent);
  const from = rows.findIndex(({ isCurrent }) => isCurrent);
  const next = [...rows.slice(from + 1), ...rows.slice(0, Math.max(0, from))].find(({ isDiscussed }) => !isDiscussed);
  return {
    call: { id: call.id, title: call.title, quorum: call.quorum },
    openedAt: meeting.openedAt,
    meetingPlace: meeting.place,
    revision: meeting.revision,
    now: nowOf(reader, actor, call, place),
    members: membersShown(reader, call, meeting, present),
    present: present.length,
    hasQuorum: votersPresent(reader, meeting.id) >= call.quorum,
    agendaName: agendaNames[meeting.agenda],
    rows,
    closed: items.length - open.length,
    current: current ?? null,
    next: next ?? null,
    sums: items.length === open.length ? sumsOf(call, items, ranking) : null,
    isUnderWay: isUnderWay(reader, meeting),
    isOnScreen: meeting.isOnScreen,
    paths: {
      attendance: meetingPaths.attendanceOf(call.id),
      current: meetingPaths.currentOf(call.id),
      screen: meetingPaths.screenOf(call.id),
      closing: meetingPaths.closingOf(call.id),
      withdrawal: meetingPaths.withdrawalOf(call.id),
      ranking: rankingPaths.rankingOf(call.id),
    },
  };
}

function rowsOf(
  reader: Reader,
  call: Call,
  meeting: Meeting,
  open: readonly AgendaItem[],
  present: readonly number[],
  ranking: readonly ComputedRow[],
) {
  const exclusions = exclusionsOf(reader, call.id);
  const judged = progressOf(reader, call.id).applications.filter(({ possible }) => possible > 0);
  const results = new Map(ranking.map((row) => [row.applicationId, row.totalHundredths]));
  return open.map((item, index) => {
    const isCurrent = item.applicationId === meeting.currentId;
    // Whoever left for the talk about it is out only while it lasts; coming back after it is as it should be.
    const isOver = item.discussedAt !== null && !isCurrent;
    const out = isCurrent ? item.steppedOut : [];
    const inside = isOver ? [] : insideThoughExcluded(present, exclusions, item.applicationId, out);
    return {
      ...{ applicationId: item.applicationId, code: item.code, title: item.title, applicant: item.applicant },
      ...{ requested: item.requested, amount: item.amount, isCurrent, isDiscussed: item.discussedAt !== null },
      place: index + 1,
      href: meetingPaths.itemOf(call.id, item.applicationId),
      result: pointsText(results.get(item.applicationId) ?? 0, call.scoreDecimals),
      warning: inside.length === 0 ? '' : screenWarning(namesOf(reader, call.id, inside)),
      isUnjudged: !judged.some(({ applicationId }) => applicationId === item.applicationId),
    };
  });
}

function membersShown(reader: Reader, call: Call, meeting: Meeting, present: readonly number[]) {
  const stays = staysOf(reader, meeting.id);
  const seated = membersOf(reader, call.id).filter(sits);
  return seated.map(({ memberId, name, function: held, declaredAt }) => ({
    ...{ memberId, name, functionName: functionNames[held] },
    isIn: present.includes(memberId),
    mayCome: declaredAt !== null,
    hours: staysText(stays, memberId),
  }));
}

/** The sum of what the jury set against the pool, and whether the pool bears even the first of the ranking. */
function sumsOf(call: Call, items: readonly AgendaItem[], [first]: readonly ComputedRow[]) {
  const pool = call.poolGrosze;
  const set = amountsSet(items);
  const best = items.find(({ applicationId }) => applicationId === first?.applicationId);
  const wanted: Grosze = best?.amount ?? best?.requested ?? grosze(0);
  return {
    ...{ pool, set, isOver: set > pool, part: Math.round((set * 1000) / pool) },
    left: grosze(Math.max(0, pool - set)),
    over: grosze(Math.max(0, set - pool)),
    firstBeyondPool: best !== undefined && wanted > pool ? { code: best.code, wanted } : null,
  };
}
