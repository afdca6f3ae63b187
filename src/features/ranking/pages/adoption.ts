import { sql } from 'drizzle-orm';
import type { Reader } from '../../../db/connection.ts';
import type { Actor } from '../../../lib/actor.ts';
import { type Instant, warsawDay } from '../../../lib/days.ts';
import { type RawBody, rawText } from '../../../web/form.ts';
import { visibleTo } from '../../applications/access.ts';
import type { Call } from '../../calls/queries.ts';
import { stageOf } from '../../calls/stages.ts';
import { typedAt } from '../../checks/typed.ts';
import { sits } from '../../jury/policy.ts';
import { membersOf } from '../../jury/queries.ts';
import { functionNames } from '../../jury/texts.ts';
import { rankingPaths } from '../paths.ts';
import { undecidedTies } from '../policy.ts';
import { type ComputedRow, computeRanking, rankedApplications } from '../queries.ts';

/** What a meeting held without the system writes down; the timetable's meeting stands ready as date and place. */
export function adoptionPage(reader: Reader, actor: Actor, call: Call, now: Instant, raw?: RawBody) {
  const meeting = stageOf(call.stages, 'jury_meeting');
  const members = membersOf(reader, call.id).filter((member) => member.declaredAt !== null && sits(member));
  return {
    call: { id: call.id, title: call.title, quorum: call.quorum },
    back: rankingPaths.rankingOf(call.id),
    action: rankingPaths.adoptionOf(call.id),
    metOn: raw === undefined ? warsawDay(meeting?.startsAt ?? now) : rawText(raw, 'metOn'),
    place: raw === undefined ? (meeting?.place ?? '') : rawText(raw, 'place'),
    members: members.map(({ memberId, name, function: held }) => ({
      value: String(memberId),
      label: `${name}, ${functionNames[held]}`,
    })),
    present: raw === undefined ? [] : [raw['attendance'] ?? []].flat(),
    ...adoptionQuestions(reader, actor, call, raw),
  };
}

/** What is asked at every adoption: the jury's word on too few cards, the chair's on ties. Of what is closed to the actor the number alone. */
export function adoptionQuestions(reader: Reader, actor: Actor, call: Call, raw?: RawBody) {
  const rows = computeRanking(reader, call.id);
  const applications = rankedApplications(reader, call.id);
  const open = new Set(
    reader
      .all<{ id: number }>(sql`select a.id from applications a where a.call_id = ${call.id} and ${visibleTo(actor)}`)
      .map(({ id }) => id),
  );
  const short = rows.filter(({ hasQuorum }) => !hasQuorum);
  return {
    applications: rows.length,
    short: short.map(({ applicationId, cards }) => ({ code: applications.get(applicationId)?.code ?? '', cards })),
    despiteMissing: raw !== undefined && rawText(raw, 'despiteMissing') !== '',
    ties: tiesIn(rows).map((ids) => ({
      places: ids.map((_, index) => ({ value: String(index + 1), label: String(index + 1) })),
      rows: ids.map((id) => ({
        key: `a${id}`,
        code: applications.get(id)?.code ?? '',
        title: open.has(id) ? (applications.get(id)?.title ?? '') : '',
        order: raw === undefined ? '' : typedAt(raw, 'order', `a${id}`),
      })),
    })),
  };
}

/** Undecided ties by the ids of their applications. */
function tiesIn(rows: readonly ComputedRow[]): number[][] {
  const idOf = new Map(rows.map(({ number, applicationId }) => [number, applicationId]));
  return undecidedTies(rows).map((numbers) => numbers.flatMap((number) => idOf.get(number) ?? []));
}

/** The chair's word as typed, by numbers: each tie in its order; a tie whose places are not 1, 2, 3… each once is left out. */
export function chairOrderOf(reader: Reader, callId: number, order: Readonly<Record<string, string>>): number[] {
  const rows = computeRanking(reader, callId);
  const numberOf = new Map(rows.map(({ number, applicationId }) => [applicationId, number]));
  return tiesIn(rows).flatMap((ids) => {
    const chosen = [...ids].sort((a, b) => Number(order[`a${a}`]) - Number(order[`a${b}`]));
    if (!chosen.every((id, index) => order[`a${id}`] === String(index + 1))) return [];
    return chosen.flatMap((id) => numberOf.get(id) ?? []);
  });
}
